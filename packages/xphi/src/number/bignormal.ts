// erf, erfc and the normal distribution. All stand on two ways to the normal tail Q(a): a series for small a, a continued fraction beyond.
import { fixedPi } from './bigconstants.ts'
import { exp } from './bigexponential.ts'
import {
  abs,
  add,
  type BigFloat,
  div,
  type Finite,
  isNegative,
  make,
  mul,
  neg,
  one,
  positiveZero,
  round,
  scale,
  sqrt,
  sub,
  toFixed,
  topOf,
} from './bigfloat.ts'

/** pi rounded to `bits` bits. */
export const pi = (bits: number): BigFloat => make(fixedPi(bits + 8), -bits - 8, bits)

const inverseRoots = new Map<number, BigFloat>()

/** 1 / sqrt(2 pi). */
function inverseRootTwoPi(bits: number): BigFloat {
  const known = inverseRoots.get(bits)
  if (known) return known
  const value = div(one, sqrt(scale(pi(bits + 8), 1), bits + 8), bits)
  inverseRoots.set(bits, value)
  return value
}

/** A product without rounding: the square of an argument must be exact, for e^(-x^2/2) multiplies its relative error by x^2/2. */
const square = (x: Finite): Finite => ({ kind: 'finite', mantissa: x.mantissa * x.mantissa, exponent: 2 * x.exponent })

/** e^(-x^2/2) / sqrt(2 pi). */
export function normpdf(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan') return x
  if (x.kind === 'infinity') return positiveZero
  const work = bits + 8
  return mul(x.kind === 'zero' ? one : exp(neg(scale(square(x), -1)), work), inverseRootTwoPi(work), bits)
}

/** P(Z <= x), relatively accurate in the lower tail. */
export function normcdf(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan') return x
  if (x.kind === 'infinity') return x.negative ? positiveZero : one
  const half = scale(one, -1)
  if (x.kind === 'zero') return half
  const squared = square(x)
  if (isNegative(x)) return tail(squared, bits)
  return useSeries(squared, bits) ? add(half, central(squared, bits), bits) : sub(one, tail(squared, bits), bits)
}

/** 2 / sqrt(pi) times the integral of e^(-t^2) from 0 to x. */
export function erf(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan' || x.kind === 'zero') return x
  if (x.kind === 'infinity') return x.negative ? neg(one) : one
  // erf(x) = 2 (Phi(a) - 1/2) with a = x sqrt 2, a^2 = 2 x^2 exactly.
  const squared = scale(square(x), 1) as Finite
  const value = useSeries(squared, bits) ? scale(central(squared, bits), 1) : sub(one, scale(tail(squared, bits), 1), bits)
  return isNegative(x) ? neg(value) : value
}

/** 1 - erf(x), relatively accurate in the upper tail. */
export function erfc(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan') return x
  if (x.kind === 'infinity') return x.negative ? scale(one, 1) : positiveZero
  if (x.kind === 'zero') return one
  if (isNegative(x)) return add(one, erf(abs(x), bits), bits)
  return scale(tail(scale(square(x), 1) as Finite, bits), 1)
}

/** The series costs about a^2 + bits/4 terms, the fraction bits^2 / (8 a^2): they meet near a^2 = bits / 6. */
const useSeries = (squared: Finite, bits: number): boolean => topOf(squared) < 16 && Number(toFixed(squared, 8)) < (256 * bits) / 6

/** Q(a) = P(Z > a) for a > 0, given a^2. */
function tail(squared: Finite, bits: number): BigFloat {
  if (!useSeries(squared, bits)) return continuedFraction(squared, bits)
  // 1/2 - central cancels a^2/2 log2(e) + log2(a sqrt(2 pi)) bits.
  const lost = Math.ceil(Number(toFixed(squared, 8)) / 256 / (2 * Math.LN2)) + 8
  return sub(scale(one, -1), central(squared, bits + lost), bits)
}

/** P(0 < Z < a) = phi(a) (a + a^3/3 + a^5/(3 5) + ...), all terms positive. */
function central(squared: Finite, bits: number): BigFloat {
  const fraction = bits + 16
  const shift = BigInt(fraction)
  const fixed = toFixed(squared, fraction)
  let term = 1n << shift
  let sum = term
  for (let n = 3n; term !== 0n; n += 2n) {
    term = ((term * fixed) >> shift) / n
    sum += term
  }
  const work = bits + 8
  const a = sqrt(squared, work)
  const density = mul(exp(neg(scale(squared, -1)), work), inverseRootTwoPi(work), work)
  return mul(mul(a, density, work), make(sum, -fraction, work), bits)
}

/** Q(a) = phi(a) / (a + 1/(a + 2/(a + 3/(a + ...)))), Laplace 1805 (Abramowitz and Stegun 26.2.14). */
function continuedFraction(squared: Finite, bits: number): BigFloat {
  const work = bits + 8
  const exponential = exp(neg(scale(squared, -1)), work)
  if (exponential.kind !== 'finite') return exponential
  const fraction = bits + 16
  const shift = BigInt(2 * fraction)
  const a = toFixed(sqrt(squared, fraction + 16) as Finite, fraction)
  let denominator = a
  for (let n = BigInt(levels(squared, work)); n > 0n; n--) denominator = a + (n << shift) / denominator
  return round(div(mul(exponential, inverseRootTwoPi(work), work), make(denominator, -fraction, work), work), bits)
}

/**
 * Levels of the continued fraction for a relative error below 2^-bits. Level n, f_n = a + n/f_(n+1), hands on an error of f_(n+1) times
 * n/f_(n+1)^2, and f_n is close to (a + sqrt(a^2 + 4n))/2, the fixed point, whose square is n + a f_n.
 */
function levels(squared: Finite, bits: number): number {
  const aa = Number(toFixed(squared, 8)) / 256
  const a = Math.sqrt(aa)
  let left = bits + 8
  let error = 1
  let n = 0
  while (error > 2 ** -left) {
    n++
    error *= n / (n + (aa + a * Math.sqrt(aa + 4 * n)) / 2)
    // Kept within the range of a double, however many bits are asked for.
    if (error < 2 ** -256 && left > 256) {
      error *= 2 ** 256
      left -= 256
    }
  }
  return n
}
