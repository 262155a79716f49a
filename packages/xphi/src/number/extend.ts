/**
 * The ends of the number line. A kernel's arithmetic is sound up to |x| = 2^300; beyond that a function without logarithms and waves is
 * a power of |x| to all digits of a double, and at infinity it has its limit: infinite, zero or the value far out.
 */
import { exponent, ldexp } from './machine.ts'

/** Arithmetic that is sound about 1 is so up to here. */
export const far = 2 ** 300

/** f(x) where |x| > 2^300 or infinite: f at the same mantissa with exponents 299 and 239 tells the power, and only the exponent changes. */
export function extend(f: (x: number) => number, x: number): number {
  const e = exponent(x)
  const mantissa = e > 1023 ? (x < 0 ? -1 : 1) : ldexp(x, -e)
  const y = f(ldexp(mantissa, 299))
  const before = f(ldexp(mantissa, 239))
  if (y === 0 || before === 0 || y - y !== 0) return y
  const power = Math.round((exponent(y) - exponent(before)) / 60)
  return power === 0 ? y : e > 1023 ? y * (power > 0 ? Number.POSITIVE_INFINITY : 0) : ldexp(y, power * (e - 299))
}

/** Whether x needs `extend`. */
export const isFar = (x: number): boolean => x > far || x < -far

/** Of a row: 1 where its sums and squares may overflow, -1 where its products may underflow. */
export function rangeOf(row: Float64Array | Float32Array): -1 | 0 | 1 {
  if (row.some(isFar)) return 1
  return row.some(x => x !== 0) && row.every(x => Math.abs(x) < 2 ** -900) ? -1 : 0
}
