// What a format does to an array, as plain data.
import { exponentOf, type LowFormat, powerOfTwo, roundTo } from 'xphi/number'

export interface GridStatistics {
  /** Numbers seen. */
  readonly count: number
  /** Those that the format's greatest number replaced. */
  readonly saturated: number
  /** Those not 0 that became 0. */
  readonly flushed: number
  /** How many of the rounded magnitudes are 0, and how many lie in each [from, 2 from) of the format's grid, of those that have any. */
  readonly zeros: number
  readonly histogram: readonly { readonly from: number; readonly count: number }[]
}

/** `scaleOf` gives the scale of the i-th number; the histogram is that of the scaled ones. */
export function gridStatistics(values: ArrayLike<number>, format: LowFormat, scaleOf: (index: number) => number = () => 1): GridStatistics {
  const binades = new Map<number, number>()
  let [saturated, flushed, zeros] = [0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const scaled = Math.fround(values[i] * scaleOf(i))
    const rounded = roundTo(format, scaled, { saturate: true })
    if (Number.isNaN(rounded)) continue
    if (!Number.isFinite(roundTo(format, scaled))) saturated++
    if (rounded === 0) {
      zeros++
      if (values[i] !== 0) flushed++
    } else {
      const exponent = exponentOf(rounded)
      binades.set(exponent, (binades.get(exponent) ?? 0) + 1)
    }
  }
  const histogram = [...binades].sort(([a], [b]) => a - b).map(([exponent, count]) => ({ from: powerOfTwo(exponent), count }))
  return { count: values.length, saturated, flushed, zeros, histogram }
}
