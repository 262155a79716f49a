import { fromNumber, toNumber } from './bigconvert.ts'
import { abs, type BigFloat, isNegative, rangeExponent, scale, sub, topOf } from './bigfloat.ts'
import { type Format, formats, quantumExponent } from './formats.ts'

/**
 * The total error of `actual` in ulps of the exact value: |actual - exact| / ulp(exact), half an ulp of correct rounding included. It is
 * the one definition of the project. Below the format's normal range the ulp is the subnormal quantum; an exact power of two counts in
 * the wider ulp above it.
 *
 * 0 for the right infinity (of an infinite exact value, or of a finite one that rounds to it) and for NaN against NaN; Infinity when one
 * is NaN or infinite and the other is not. The sign of zero does not count. A result of 0 for a value that is not counts in full.
 */
export function ulpDistance(actual: number, exact: BigFloat | number, format: Format = 'f64'): number {
  const target = typeof exact === 'number' ? fromNumber(exact) : exact
  if (target.kind === 'nan' || Number.isNaN(actual)) return target.kind === 'nan' && Number.isNaN(actual) ? 0 : Infinity
  const { minimumExponent, maximumExponent } = formats[format]
  if (target.kind === 'infinity') return actual === (target.negative ? -Infinity : Infinity) ? 0 : Infinity
  if (!Number.isFinite(actual)) return actual === toNumber(target, format) ? 0 : Infinity
  // Beyond the largest number the format's last binade gives the ulp.
  const exponent = target.kind === 'zero' ? minimumExponent : Math.min(topOf(target), maximumExponent)
  return distanceInUnits(fromNumber(actual), target, quantumExponent(format, exponent))
}

/**
 * The error of a BigFloat in units in the last of `bits` bits of the exact value: 1/2 at most is correct rounding. Specials must agree,
 * the sign of zero included: Infinity when they do not, 0 when they do. A value below BigFloat's range must be zero, one above it infinite.
 */
export function unitDistance(actual: BigFloat, exact: BigFloat, bits: number): number {
  if (exact.kind !== 'finite' || Math.abs(topOf(exact)) > rangeExponent)
    return actual.kind === specialOf(exact) && isNegative(actual) === isNegative(exact) ? 0 : Infinity
  return actual.kind === 'finite' ? distanceInUnits(actual, exact, topOf(exact) - bits + 1) : Infinity
}

const specialOf = (x: BigFloat): BigFloat['kind'] => (x.kind !== 'finite' ? x.kind : topOf(x) > 0 ? 'infinity' : 'zero')

const distanceInUnits = (actual: BigFloat, exact: BigFloat, unitExponent: number): number =>
  toNumber(scale(abs(sub(actual, exact, 64)), -unitExponent))
