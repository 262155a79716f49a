// Arbitrary-precision binary floating point on BigInt: the slow exact reference that every fast kernel is measured with.

/** mantissa * 2^exponent, mantissa not 0 and of any length. */
export interface Finite {
  readonly kind: 'finite'
  readonly mantissa: bigint
  readonly exponent: number
}

export type BigFloat =
  | Finite
  | { readonly kind: 'zero'; readonly negative: boolean }
  | { readonly kind: 'infinity'; readonly negative: boolean }
  | { readonly kind: 'nan' }

/** Results at or above 2^(2^24) are Infinity, below 2^-(2^24) zero: far beyond f64, so that intermediate values neither overflow nor vanish. */
export const rangeExponent = 2 ** 24

export const positiveZero: BigFloat = { kind: 'zero', negative: false }
export const negativeZero: BigFloat = { kind: 'zero', negative: true }
export const positiveInfinity: BigFloat = { kind: 'infinity', negative: false }
export const negativeInfinity: BigFloat = { kind: 'infinity', negative: true }
export const notANumber: BigFloat = { kind: 'nan' }
export const one: Finite = { kind: 'finite', mantissa: 1n, exponent: 0 }

export const zero = (negative: boolean): BigFloat => (negative ? negativeZero : positiveZero)
export const infinity = (negative: boolean): BigFloat => (negative ? negativeInfinity : positiveInfinity)

/** The number of bits of |n|. */
export function bitLength(n: bigint): number {
  const digits = (n < 0n ? -n : n).toString(16)
  return 4 * digits.length - (Math.clz32(Number.parseInt(digits[0], 16)) - 28)
}

/** floor(log2 |x|). */
export const topOf = (x: Finite): number => bitLength(x.mantissa) - 1 + x.exponent

export const shiftLeft = (n: bigint, count: number): bigint => (count >= 0 ? n << BigInt(count) : n >> BigInt(-count))

/** floor(x * 2^fractionBits): fixed point. */
export const toFixed = (x: Finite, fractionBits: number): bigint => shiftLeft(x.mantissa, x.exponent + fractionBits)

/** n / 2^shift rounded to the nearest integer, ties to even; shift > 0, n >= 0. */
export function roundShift(n: bigint, shift: number): bigint {
  const count = BigInt(shift)
  const quotient = n >> count
  const rest = n - (quotient << count)
  const half = 1n << (count - 1n)
  return rest > half || (rest === half && quotient & 1n) ? quotient + 1n : quotient
}

/** mantissa * 2^exponent rounded to `bits` bits, ties to even. */
export function make(mantissa: bigint, exponent: number, bits: number): BigFloat {
  if (mantissa === 0n) return positiveZero
  const negative = mantissa < 0n
  const magnitude = negative ? -mantissa : mantissa
  const length = bitLength(magnitude)
  const top = length + exponent
  if (top > rangeExponent) return infinity(negative)
  if (top < -rangeExponent) return zero(negative)
  if (length <= bits) return { kind: 'finite', mantissa, exponent }
  const rounded = roundShift(magnitude, length - bits)
  return { kind: 'finite', mantissa: negative ? -rounded : rounded, exponent: exponent + length - bits }
}

export const round = (x: BigFloat, bits: number): BigFloat => (x.kind === 'finite' ? make(x.mantissa, x.exponent, bits) : x)

export const isNegative = (x: BigFloat): boolean => (x.kind === 'finite' ? x.mantissa < 0n : x.kind !== 'nan' && x.negative)

export function neg(x: BigFloat): BigFloat {
  switch (x.kind) {
    case 'finite':
      return { kind: 'finite', mantissa: -x.mantissa, exponent: x.exponent }
    case 'zero':
      return zero(!x.negative)
    case 'infinity':
      return infinity(!x.negative)
    case 'nan':
      return x
  }
}

export const abs = (x: BigFloat): BigFloat => (isNegative(x) ? neg(x) : x)

/** x * 2^power, exactly. */
export const scale = (x: BigFloat, power: number): BigFloat =>
  x.kind === 'finite' ? { kind: 'finite', mantissa: x.mantissa, exponent: x.exponent + power } : x

/** a + b rounded once to `bits` bits; specials and signed zeros as IEEE 754 has them. */
export function add(a: BigFloat, b: BigFloat, bits: number): BigFloat {
  if (a.kind === 'nan' || b.kind === 'nan') return notANumber
  if (a.kind === 'infinity') return b.kind === 'infinity' && a.negative !== b.negative ? notANumber : a
  if (b.kind === 'infinity') return b
  if (a.kind === 'zero') return b.kind === 'zero' ? zero(a.negative && b.negative) : round(b, bits)
  if (b.kind === 'zero') return round(a, bits)
  return topOf(a) >= topOf(b) ? addOrdered(a, b, bits) : addOrdered(b, a, bits)
}

function addOrdered(large: Finite, small: Finite, bits: number): BigFloat {
  // Below this no bit of `small` matters but its sign: 2^floor rounds the sum the same way, and keeps the mantissa short.
  const floor = Math.min(large.exponent, topOf(large) - bits) - 2
  const rest: Finite = topOf(small) < floor ? { kind: 'finite', mantissa: small.mantissa < 0n ? -1n : 1n, exponent: floor } : small
  const exponent = Math.min(large.exponent, rest.exponent)
  return make(toFixed(large, -exponent) + toFixed(rest, -exponent), exponent, bits)
}

export const sub = (a: BigFloat, b: BigFloat, bits: number): BigFloat => add(a, neg(b), bits)

/** a * b rounded once. */
export function mul(a: BigFloat, b: BigFloat, bits: number): BigFloat {
  if (a.kind === 'nan' || b.kind === 'nan') return notANumber
  if (a.kind === 'finite' && b.kind === 'finite') return make(a.mantissa * b.mantissa, a.exponent + b.exponent, bits)
  const negative = isNegative(a) !== isNegative(b)
  if (a.kind === 'infinity' || b.kind === 'infinity') return a.kind === 'zero' || b.kind === 'zero' ? notANumber : infinity(negative)
  return zero(negative)
}

/** a / b rounded once; a non-zero number over zero is an infinity. */
export function div(a: BigFloat, b: BigFloat, bits: number): BigFloat {
  if (a.kind === 'nan' || b.kind === 'nan') return notANumber
  const negative = isNegative(a) !== isNegative(b)
  if (a.kind === 'infinity') return b.kind === 'infinity' ? notANumber : infinity(negative)
  if (b.kind === 'infinity') return zero(negative)
  if (b.kind === 'zero') return a.kind === 'zero' ? notANumber : infinity(negative)
  if (a.kind === 'zero') return zero(negative)
  const shift = Math.max(0, bits + 3 + bitLength(b.mantissa) - bitLength(a.mantissa))
  const numerator = (a.mantissa < 0n ? -a.mantissa : a.mantissa) << BigInt(shift)
  const denominator = b.mantissa < 0n ? -b.mantissa : b.mantissa
  const quotient = numerator / denominator
  // A last bit that says "and a little more": it decides ties, and nothing else.
  const sticky = (quotient << 1n) | (quotient * denominator === numerator ? 0n : 1n)
  return make(negative ? -sticky : sticky, a.exponent - b.exponent - shift - 1, bits)
}

/** floor(sqrt(n)), by Newton's method from the double's square root. */
export function integerSqrt(n: bigint): bigint {
  if (n < 2n) return n
  const drop = Math.max(0, (bitLength(n) - 100) & ~1)
  // From above, Newton's iterates fall until they reach the floor.
  let root = (BigInt(Math.floor(Math.sqrt(Number(n >> BigInt(drop))) * (1 + 2 ** -50))) + 2n) << BigInt(drop / 2)
  for (;;) {
    const next = (root + n / root) >> 1n
    if (next >= root) return root
    root = next
  }
}

/** The square root rounded once; NaN below zero, sqrt(-0) = -0. */
export function sqrt(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan' || x.kind === 'zero') return x
  if (isNegative(x)) return notANumber
  if (x.kind === 'infinity') return x
  let shift = Math.max(0, 2 * (bits + 2) - bitLength(x.mantissa))
  if ((x.exponent - shift) & 1) shift++
  const square = x.mantissa << BigInt(shift)
  const root = integerSqrt(square)
  return make((root << 1n) | (root * root === square ? 0n : 1n), (x.exponent - shift) / 2 - 1, bits)
}

/** -1, 0 or 1; NaN when either is NaN. -0 equals 0. */
export function compare(a: BigFloat, b: BigFloat): number {
  if (a.kind === 'nan' || b.kind === 'nan') return Number.NaN
  const signA = signOf(a)
  const signB = signOf(b)
  if (signA !== signB || signA === 0) return Math.sign(signA - signB)
  if (a.kind !== 'finite' || b.kind !== 'finite') return a.kind === b.kind ? 0 : a.kind === 'infinity' ? signA : -signA
  const topA = topOf(a)
  const topB = topOf(b)
  if (topA !== topB) return topA > topB ? signA : -signA
  const exponent = Math.min(a.exponent, b.exponent)
  const difference = toFixed(a, -exponent) - toFixed(b, -exponent)
  return difference > 0n ? 1 : difference < 0n ? -1 : 0
}

const signOf = (x: BigFloat): number => (x.kind === 'zero' ? 0 : isNegative(x) ? -1 : 1)
