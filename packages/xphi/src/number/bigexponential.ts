// exp, expm1, log and log1p of BigFloats. `bits` is how many bits of the result are right; the caller rounds.
import { fromNumber } from './bigconvert.ts'
import { fixedLn2 } from './bigconstants.ts'
import {
  add,
  type BigFloat,
  div,
  type Finite,
  isNegative,
  make,
  mul,
  neg,
  negativeInfinity,
  notANumber,
  one,
  positiveInfinity,
  positiveZero,
  rangeExponent,
  scale,
  sub,
  toFixed,
  topOf,
} from './bigfloat.ts'

const minusOne = neg(one)

/** e^x. */
export function exp(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan') return x
  if (x.kind === 'zero') return one
  const overflowed = isNegative(x) ? positiveZero : positiveInfinity
  if (x.kind === 'infinity') return overflowed
  const top = topOf(x)
  if (2 ** top >= rangeExponent) return overflowed
  if (top < -bits - 2) return one
  // x = k ln 2 + r, e^r = (e^(r / 2^halvings))^(2^halvings): each squaring doubles the error, hence `halvings` more bits.
  const halvings = Math.ceil(Math.sqrt(bits) / 1.5)
  const fraction = bits + halvings + Math.max(top, 0) + 12
  const fixed = toFixed(x, fraction)
  const ln2 = fixedLn2(fraction)
  const k = fixed / ln2
  const r = (fixed - k * ln2) >> BigInt(halvings)
  const shift = BigInt(fraction)
  let term = 1n << shift
  let sum = term
  for (let n = 1n; term !== 0n && term !== -1n; n++) {
    term = ((term * r) >> shift) / n
    sum += term
  }
  for (let i = 0; i < halvings; i++) sum = (sum * sum) >> shift
  return make(sum, Number(k) - fraction, bits)
}

/** e^x - 1, accurate next to 0 too. */
export function expm1(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan' || x.kind === 'zero') return x
  if (x.kind === 'infinity') return x.negative ? minusOne : x
  const top = topOf(x)
  // The subtraction loses -top bits; below 2^-20 the series is cheaper than they are.
  if (top >= -20) return sub(exp(x, bits + 24), one, bits)
  // (e^x - 1) / x = sum of x^n / (n+1)!
  const fraction = bits + 8
  const shift = BigInt(fraction)
  const fixed = toFixed(x, fraction)
  let term = 1n << shift
  let sum = term
  for (let n = 2n; term !== 0n && term !== -1n; n++) {
    term = ((term * fixed) >> shift) / n
    sum += term
  }
  return mul(x, { kind: 'finite', mantissa: sum, exponent: -fraction }, bits)
}

/** The natural logarithm; NaN below 0, -Infinity at 0. */
export function log(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'zero') return negativeInfinity
  if (x.kind === 'nan' || isNegative(x)) return notANumber
  if (x.kind === 'infinity') return x
  let k = topOf(x)
  let m: Finite = { kind: 'finite', mantissa: x.mantissa, exponent: x.exponent - k }
  let leading = Number(toFixed(m, 52)) * 2 ** -52
  if (leading > Math.SQRT2) {
    k++
    leading /= 2
    m = { kind: 'finite', mantissa: m.mantissa, exponent: m.exponent - 1 }
  }
  if (k === 0) {
    const distance = sub(m, one, bits + 16)
    if (distance.kind !== 'finite') return positiveZero
    if (topOf(distance) < -10) return smallLog1p(distance, bits)
  }
  // log m = y + log(m e^-y) with a double y: what is left is 1 + d, |d| < 2^-40.
  const y = logOfDouble(leading)
  const fraction = bits + 24
  const product = mul(m, exp(fromNumber(-y), fraction + 4), fraction + 4)
  const d = sub(product, one, fraction)
  const rest = d.kind === 'finite' ? smallLog1p(d, bits) : positiveZero
  const logM = add(fromNumber(y), rest, fraction)
  return add(logM, make(BigInt(k) * fixedLn2(fraction + 24), -fraction - 24, fraction + 24), bits)
}

/** log of m in [0.7, 1.42] to some 45 bits, by additions and products alone, so that every engine takes the same path. */
function logOfDouble(m: number): number {
  const z = (m - 1) / (m + 1)
  let sum = 0
  for (let n = 21; n >= 1; n -= 2) sum = sum * z * z + 1 / n
  return 2 * z * sum
}

/** log(1 + x), accurate next to 0 too; NaN below -1, -Infinity at -1. */
export function log1p(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan' || x.kind === 'zero') return x
  if (x.kind === 'infinity') return x.negative ? notANumber : x
  return topOf(x) < -10 ? smallLog1p(x, bits) : log(add(one, x, bits + 24), bits)
}

/** log(1 + d) = 2 z (1 + z^2/3 + z^4/5 + ...), z = d / (2 + d), for |d| < 2^-10. */
function smallLog1p(d: Finite, bits: number): BigFloat {
  const fraction = bits + 8
  const z = div(d, add(scale(one, 1), d, fraction), fraction)
  if (z.kind !== 'finite') return z
  const shift = BigInt(fraction)
  const fixed = toFixed(z, fraction)
  const square = (fixed * fixed) >> shift
  let power = 1n << shift
  let sum = power
  for (let n = 3n; power !== 0n; n += 2n) {
    power = (power * square) >> shift
    sum += power / n
  }
  return mul(scale(z, 1), { kind: 'finite', mantissa: sum, exponent: -fraction }, bits)
}
