import { twoSidedQuantile, twoSidedTail } from './student.ts'

export const mean = (values: readonly number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length

/** The sample's, with n - 1; NaN for fewer than two values. */
export function standardDeviation(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN
  const centre = mean(values)
  return Math.sqrt(values.reduce((sum, v) => sum + (v - centre) ** 2, 0) / (values.length - 1))
}

/** NaN for no values. Those that are NaN count as greatest. */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) return Number.NaN
  const sorted = Float64Array.from(values).sort()
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2
}

export type Interval = readonly [low: number, high: number]

const none: Interval = [Number.NaN, Number.NaN]

/** Student's 95 % interval of the mean; NaN for fewer than two values. */
export function interval95(values: readonly number[]): Interval {
  const n = values.length
  if (n < 2) return none
  const half = (twoSidedQuantile(0.05, n - 1) * standardDeviation(values)) / Math.sqrt(n)
  const centre = mean(values)
  return [centre - half, centre + half]
}

export interface Paired {
  /** Mean of a - b. */
  readonly difference: number
  readonly ci95: Interval
  /** Two-sided, of the paired t-test, uncorrected. */
  readonly p: number
}

/**
 * Student's paired test of a - b. Differences that are all the same number show no spread, and t would be infinite however few they are: then
 * the interval is NaN, and so is p (1 where all are 0).
 */
export function pairedTest(a: readonly number[], b: readonly number[]): Paired {
  const differences = a.map((v, i) => v - b[i])
  const difference = mean(differences)
  if (differences.length < 2) return { difference, ci95: none, p: Number.NaN }
  // Differences of equal steps differ by the rounding of their terms.
  const rounding = 2 ** -48 * Math.max(...a.map(Math.abs), ...b.map(Math.abs))
  if (Math.max(...differences) - Math.min(...differences) <= rounding)
    return { difference, ci95: none, p: Math.abs(difference) <= rounding ? 1 : Number.NaN }
  const t = Math.abs(difference) / (standardDeviation(differences) / Math.sqrt(differences.length))
  return { difference, ci95: interval95(differences), p: twoSidedTail(t, differences.length - 1) }
}

/**
 * Holm's correction (Scandinavian Journal of Statistics 1979): the i-th smallest of m is multiplied by m - i + 1, and none is less than one
 * before it. NaN stays NaN and is not counted: no test was made.
 */
export function holm(p: readonly number[]): readonly number[] {
  const ascending = [...p.keys()].filter(i => !Number.isNaN(p[i])).sort((i, j) => p[i] - p[j])
  const corrected = p.map(() => Number.NaN)
  let least = 0
  for (const [rank, i] of ascending.entries()) {
    least = Math.max(least, Math.min(1, p[i] * (ascending.length - rank)))
    corrected[i] = least
  }
  return corrected
}
