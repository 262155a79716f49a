/** Sliders for parameters. */
import type { Parameter } from 'xphi/catalogue'

type Bounds = Pick<Parameter, 'default' | 'minimum' | 'maximum' | 'open'>
const [lowest, highest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]

export interface Range {
  readonly from: number
  readonly to: number
  readonly step: number
}

const least = 2
const steps = 200

/** Where a slider for it may go: about its default, within its bounds, and to what it is now. */
export function sliderOf(value: number, parameter?: Bounds): Range {
  const { default: usual = 1, minimum = lowest, maximum = highest, open = false } = parameter ?? {}
  const span = Math.max(least, 3 * Math.abs(usual))
  const [low, high] = [Math.max(minimum, Math.min(value, usual - span)), Math.min(maximum, Math.max(value, usual + span))]
  const step = Number(((high - low) / steps).toPrecision(1))
  // An open bound is no value that it may have.
  return { from: open && low === minimum ? low + step : low, to: open && high === maximum ? high - step : high, step }
}

/** Whether it may have this value. */
export function accepts(value: number, { minimum = lowest, maximum = highest, open = false }: Partial<Bounds> = {}): boolean {
  return Number.isFinite(value) && (open ? value > minimum && value < maximum : value >= minimum && value <= maximum)
}
