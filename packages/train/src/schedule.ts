import { fromFormula, functionOf } from 'xphi/formula'

/** A learning rate over the steps, as plain data. It rises from peak / warmup to `peak` at the warmup-th step, stays, and falls to `floor`
 * (default 0) between the steps `decay.from` (default: the end of the warm-up) and `decay.to`, where it stays. */
export interface Schedule {
  readonly peak: number
  /** Steps of linear warm-up, default 0. */
  readonly warmup?: number
  readonly decay?: { readonly shape: 'linear' | 'cosine'; readonly from?: number; readonly to: number; readonly floor?: number }
}

// Not Math.cos, which may differ between engines.
const shapes: Readonly<Record<'linear' | 'cosine', (passed: number) => number>> = {
  linear: passed => 1 - passed,
  cosine: functionOf(fromFormula('cosine', `0.5 * (1 + cos(${Math.PI} * x))`)) as (passed: number) => number,
}

/** The rate of a step, counted from 0. */
export function rateAt(schedule: number | Schedule, step: number): number {
  if (typeof schedule === 'number') return schedule
  const { peak, warmup = 0, decay } = schedule
  if (step < warmup) return (peak * (step + 1)) / warmup
  if (decay === undefined) return peak
  const { shape, from = warmup, to, floor = 0 } = decay
  const passed = Math.min(1, Math.max(0, (step - from) / (to - from)))
  return floor + (peak - floor) * shapes[shape](passed)
}
