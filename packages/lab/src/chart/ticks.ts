/** Round numbers along an axis. */

/** About `count` multiples of 1, 2 or 5 times a power of ten in [low, high]. */
export function ticks(low: number, high: number, count: number): number[] {
  const raw = (high - low) / Math.max(1, count)
  const power = 10 ** Math.floor(Math.log10(raw))
  const factor = [1, 2, 5, 10].find(f => f * power >= raw * (1 - 1e-9))!
  const step = factor * power
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  // Through decimal text, so that 3 * 0.1 is 0.3.
  return Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toPrecision(12)) + 0)
}

/** A tick's label, with a real minus sign left to the caller. */
export const tickText = (x: number): string => (Math.abs(x) >= 1e5 || (x !== 0 && Math.abs(x) < 1e-4) ? x.toExponential() : String(x))
