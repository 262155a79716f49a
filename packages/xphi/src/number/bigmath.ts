import { fromDecimal, fromNumber, fromRational, toNumber } from './bigconvert.ts'
import { exp, expm1, log, log1p } from './bigexponential.ts'
import { abs, add, type BigFloat, compare, div, isNegative, mul, neg, one, positiveInfinity, round, scale, sqrt, sub } from './bigfloat.ts'
import { erf, erfc, normcdf, normpdf, pi } from './bignormal.ts'
import { cos, sin } from './bigtrigonometric.ts'
import type { Format } from './formats.ts'
import type { RoundingOptions } from './lowprecision.ts'

type Unary = (x: BigFloat) => BigFloat
type Binary = (a: BigFloat, b: BigFloat) => BigFloat

/**
 * Arithmetic at one precision, the oracle that fast kernels are measured with. Specials follow IEEE 754: NaN gives NaN, 1/0 is Infinity,
 * Infinity - Infinity is NaN, zeros keep their sign.
 */
export interface BigArithmetic {
  /** Working precision in bits. */
  readonly bits: number
  /** numerator / denominator, rounded once. Throws a RangeError for denominator 0. */
  constant(numerator: bigint, denominator: bigint): BigFloat
  /** A decimal text such as '1.702' or '-1e-3', rounded once. Throws a RangeError on other text. */
  fromDecimal(text: string): BigFloat
  /** The double itself, exactly, whatever the precision. */
  fromNumber(x: number): BigFloat
  /** Rounds once to a format, f64 if left out: nearest, ties to even, subnormals, overflow. */
  toNumber(x: BigFloat, format?: Format, options?: RoundingOptions): number
  /** -1, 0, 1, or NaN when either is NaN; -0 equals 0. */
  compare(a: BigFloat, b: BigFloat): number
  readonly pi: BigFloat
  // Rounded once (an error of at most 1/2 unit in the last of the `bits` bits).
  readonly add: Binary
  readonly sub: Binary
  readonly mul: Binary
  readonly div: Binary
  readonly sqrt: Unary
  // Exact.
  readonly neg: Unary
  readonly abs: Unary
  // Within 0.501 unit in the last of the `bits` bits, tails and neighbourhoods of zeros included: scripts/mpfr-check measures it against MPFR.
  readonly exp: Unary
  readonly expm1: Unary
  readonly log: Unary
  readonly log1p: Unary
  readonly sin: Unary
  readonly cos: Unary
  readonly tanh: Unary
  readonly sigmoid: Unary
  readonly softplus: Unary
  readonly erf: Unary
  readonly erfc: Unary
  readonly normcdf: Unary
  readonly normpdf: Unary
}

/** Bits beyond the working precision that the functions are computed with, then rounded away. */
const guard = 16

/** Arithmetic with `bits` bits, an integer from 32 to 8192; throws a RangeError on others. */
export function createBigArithmetic(bits: number): BigArithmetic {
  if (!Number.isInteger(bits) || bits < 32 || bits > 8192)
    throw new RangeError(`precision out of range: ${bits}: an integer from 32 to 8192 bits`)
  const work = bits + guard
  const unary =
    (f: (x: BigFloat, work: number) => BigFloat): Unary =>
    x =>
      round(f(x, work), bits)
  return {
    bits,
    constant: (numerator, denominator) => fromRational(numerator, denominator, bits),
    fromDecimal: text => fromDecimal(text, bits),
    fromNumber,
    toNumber,
    compare,
    pi: pi(bits),
    add: (a, b) => add(a, b, bits),
    sub: (a, b) => sub(a, b, bits),
    mul: (a, b) => mul(a, b, bits),
    div: (a, b) => div(a, b, bits),
    sqrt: x => sqrt(x, bits),
    neg,
    abs,
    exp: unary(exp),
    expm1: unary(expm1),
    log: unary(log),
    log1p: unary(log1p),
    sin: unary(sin),
    cos: unary(cos),
    tanh: unary(tanh),
    sigmoid: unary(sigmoid),
    softplus: unary(softplus),
    erf: unary(erf),
    erfc: unary(erfc),
    normcdf: unary(normcdf),
    normpdf: unary(normpdf),
  }
}

/** -m / (m + 2) with m = e^(-2|x|) - 1, and the sign of x: nothing cancels, nothing overflows. */
function tanh(x: BigFloat, work: number): BigFloat {
  if (x.kind === 'nan' || x.kind === 'zero') return x
  const m = expm1(neg(scale(abs(x), 1)), work)
  const value = div(neg(m), add(m, scale(one, 1), work), work)
  return isNegative(x) ? neg(value) : value
}

/** e^-|x| / (1 + e^-|x|) below 0, 1 / (1 + e^-|x|) above. */
function sigmoid(x: BigFloat, work: number): BigFloat {
  if (x.kind === 'nan') return x
  const e = exp(neg(abs(x)), work)
  return div(isNegative(x) ? e : one, add(one, e, work), work)
}

/** max(x, 0) + log(1 + e^-|x|). */
function softplus(x: BigFloat, work: number): BigFloat {
  if (x.kind === 'nan') return x
  if (x.kind === 'infinity' && !x.negative) return positiveInfinity
  const rest = log1p(exp(neg(abs(x)), work), work)
  return isNegative(x) ? rest : add(x, rest, work)
}
