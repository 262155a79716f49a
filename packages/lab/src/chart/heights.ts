/** The window of an axis of values. */

export interface Heights {
  readonly low: number
  readonly high: number
}

/** The window's lower and upper end: all of the values with a margin, unless a few far ones would squeeze everything else into a line. */
export function heights(values: readonly number[]): Heights {
  const sorted = [...values].sort((a, b) => a - b)
  if (sorted.length === 0) return { low: -1, high: 1 }
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))]
  let [low, high] = [at(0), at(1)]
  const usual = at(0.9) - at(0.1)
  if (usual > 0 && high - low > 30 * usual) [low, high] = [at(0.1) - usual, at(0.9) + usual]
  const margin = high > low ? 0.05 * (high - low) : 1
  return { low: low - margin, high: high + margin }
}
