import { type BigFloat, type Format, formats, fromNumber, powerOfTwo, quantumExponent, scale, sub, toNumber } from 'xphi/number'

/**
 * Exact values in bulk, to about 100 bits: element i is (h[i] + l[i]) 2^e[i] with |h[i]| in [1, 2]; h alone, e = 0, for zeros, infinities and NaN.
 * So a value below the least double keeps its digits.
 */
export interface Exact {
  readonly h: Float64Array
  readonly l: Float64Array
  readonly e: Float64Array
}

export const exactColumn = (length: number): Exact => ({
  h: new Float64Array(length),
  l: new Float64Array(length),
  e: new Float64Array(length),
})

/** Writes a BigFloat as element i. */
export function setExact(column: Exact, i: number, value: BigFloat): void {
  const top = value.kind === 'finite' ? topOf(value) : 0
  const mantissa = scale(value, -top)
  column.h[i] = toNumber(mantissa)
  column.l[i] = value.kind === 'finite' ? toNumber(sub(mantissa, fromNumber(column.h[i]), 128)) : 0
  column.e[i] = top
}

const topOf = (x: Extract<BigFloat, { kind: 'finite' }>): number => {
  const magnitude = x.mantissa < 0n ? -x.mantissa : x.mantissa
  return magnitude.toString(2).length - 1 + x.exponent
}

/**
 * The total error of y in ulps of element i, by the project's one definition (ulpDistance of xphi/number): in the subnormal quantum below
 * the normal range, Infinity for a wrong NaN or infinity. In doubles, since mass measurements cannot wait for BigInts.
 */
export function ulpsOff(y: number, exact: Exact, i: number, format: Format): number {
  const [h, l, e] = [exact.h[i], exact.l[i], exact.e[i]]
  if (y !== y || h !== h) return y !== y && h !== h ? 0 : Infinity
  if (h - h !== 0) return y === h ? 0 : Infinity
  const { minimumExponent, maximumExponent } = formats[format]
  // h may be a power of two that the value lies below.
  const magnitude = Math.abs(h)
  const top = h === 0 ? minimumExponent : e + (magnitude >= 2 ? 1 : magnitude === 1 && h * l < 0 ? -1 : 0)
  if (y - y !== 0) return overflows(h, l, e, format) && y > 0 === h > 0 ? 0 : Infinity
  const quantum = quantumExponent(format, Math.max(Math.min(top, maximumExponent), minimumExponent))
  if (h === 0) return Math.abs(y) / powerOfTwo(quantum)
  // Scaled so that the value is about 1; far off, the product is an infinity and so is the error.
  const scaled = shifted(y, -e)
  return Math.abs(scaled - h - l) * powerOfTwo(Math.min(e - quantum, 1023))
}

/** y 2^n, in two exact steps where y 2^n is near 1. */
function shifted(y: number, n: number): number {
  const whole = Math.max(-2040, Math.min(2040, n))
  const half = Math.trunc(whole / 2)
  return y * powerOfTwo(half) * powerOfTwo(whole - half)
}

/** Whether (h + l) 2^e rounds to an infinity. */
function overflows(h: number, l: number, e: number, format: Format): boolean {
  const { maximum, maximumExponent } = formats[format]
  if (e !== maximumExponent) return e > maximumExponent
  // How far above the largest number, against half a unit: h may be 2, with l below 0.
  const excess = Math.abs(h) - maximum * powerOfTwo(-maximumExponent) + (h < 0 ? -l : l)
  return excess >= powerOfTwo(quantumExponent(format, maximumExponent) - maximumExponent - 1)
}
