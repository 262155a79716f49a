/** What is said of a function beside its curve. */
import { type Extremum, features, type Interval, type Section, sample } from '@xphi/lab/curve'

export interface Facts {
  /** The least and the greatest value that was met, limits included. */
  readonly range: readonly [low: number, high: number]
  readonly zeros: readonly Interval[]
  readonly minima: readonly Extremum[]
  readonly maxima: readonly Extremum[]
  /** Where value or slope jump, within the window. */
  readonly kinks: readonly number[]
}

const reach = 20
const samples = 4000

export function factsOf({ value, slope }: Section, window: { readonly from: number; readonly to: number }): Facts {
  const found = features(value, slope)
  const met = [
    value(Number.NEGATIVE_INFINITY),
    value(Number.POSITIVE_INFINITY),
    ...[...found.minima, ...found.maxima].map(({ y }) => y),
    ...Array.from({ length: samples + 1 }, (_, i) => value((2 * reach * i) / samples - reach)),
  ].filter(y => !Number.isNaN(y))
  const jumps = [slope, value].flatMap(f =>
    sample(f, window.from, window.to)
      .slice(1)
      .map(segment => segment[0][0]),
  )
  // 0 is one of the ends, whatever its sign.
  const range = [
    met.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY) + 0,
    met.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) + 0,
  ] as const
  return { ...found, range, kinks: jumps.sort((a, b) => a - b) }
}
