/** Which activations stand out in the figures: as many as the palette tells apart. */
import { themed } from '../chart/palette.ts'
import type { Comparison, Trained } from '../compare/types.ts'

/** Place in the palette by activation: the best ones, and the baseline, which takes the last place where it is not among them. */
export function highlighted({ results, baseline }: Comparison): ReadonlyMap<string, number> {
  const finished = results.filter(r => r.n > 0).map(r => r.activation)
  const most = themed.series.length
  const best = finished.slice(0, most)
  const names = finished.includes(baseline) && !best.includes(baseline) ? [...best.slice(0, most - 1), baseline] : best
  return new Map(names.map((name, i) => [name, i]))
}

/** The colour of an activation in every figure. */
export const colourOf = (style: number | undefined): string => (style === undefined ? themed.middle : themed.series[style])

/** Runs of an activation that were trained to the end and measured on the test part. */
export const finishedTrials = ({ trials }: Comparison, activation: string): Trained[] =>
  trials.filter((t): t is Trained => t.outcome === 'trained' && t.spec.measure === 'test' && t.spec.activation.name === activation)
