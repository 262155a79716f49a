/** Learning curves: what is drawn, read and saved of them. */
import { heights } from '@xphi/lab/chart'
import type { Curve, Figure, Segment } from '@xphi/lab/curve'
import type { CurvePoint, Spread } from '../engine/messages.ts'

export interface Learned {
  readonly name: string
  readonly curve: readonly CurvePoint[]
}

export type Quantity = 'metric' | 'loss'

export interface LearningAxes {
  readonly x: string
  readonly y: string
  readonly log: boolean
  /** The least and the greatest height there can be. */
  readonly possible: readonly [number, number]
}

/** A mean with its interval, by step, for each function. What is not finite, or has no logarithm, is not drawn. */
export function learningFigure(all: readonly Learned[], quantity: Quantity, steps: number, { x, y, log, possible }: LearningAxes): Figure {
  const [least, greatest] = possible.map(p => (log ? Math.log10(p) : p))
  const height = (v: number): number => (log ? Math.log10(v) : v)
  const within = (v: number): number => Math.min(greatest, Math.max(least, height(Math.max(v, log ? 0 : -Infinity))))
  const curves = all.flatMap(({ name, curve }, series): readonly Curve[] => {
    const points = curve.filter(p => Number.isFinite(height(p[quantity].mean)))
    if (points.length === 0) return []
    const line = (of: (s: Spread) => number): Segment => points.map(p => [p.step, of(p[quantity])])
    const banded = points.filter(p => Number.isFinite(p[quantity].low))
    const edge = (of: (s: Spread) => number): Segment => banded.map(p => [p.step, of(p[quantity])])
    const band = { low: edge(s => within(Math.max(s.low, log ? s.mean / 10 : -Infinity))), high: edge(s => within(s.high)) }
    return [{ name, segments: [line(s => height(s.mean))], series, dashed: false, band }]
  })
  const means = curves.flatMap(c => c.segments.flatMap(s => s.map(p => p[1])))
  const window = heights(means)
  const low = Math.max(least, window.low)
  const high = Math.min(greatest, window.high)
  return { title: y, notes: [y], from: 0, to: Math.max(1, steps), low, high: high > low ? high : low + 1, curves, log, axes: { x, y } }
}

/** The point of a curve that is nearest to a step. */
export function pointAt({ curve }: Learned, step: number): CurvePoint | undefined {
  return curve.reduce<CurvePoint | undefined>(
    (best, p) => (best === undefined || Math.abs(p.step - step) < Math.abs(best.step - step) ? p : best),
    undefined,
  )
}

/** Every point of every curve. */
export function learningCsv(all: readonly Learned[]): string {
  const spread = ({ mean, low, high, n }: Spread): string => [mean, low, high, n].map(v => (Number.isNaN(v) ? '' : v)).join(',')
  const lines = all.flatMap(({ name, curve }) => curve.map(p => [name, p.step, spread(p.metric), spread(p.loss)].join(',')))
  const columns = ['metric', 'loss'].flatMap(q => [q, `${q} low95`, `${q} high95`, `${q} n`])
  return `${[['function', 'step', ...columns].join(','), ...lines].join('\n')}\n`
}

/** Figures under each other, in one file. */
export function stacked(figures: readonly string[], width: number, height: number, ground: string): string {
  const inner = figures.map((figure, i) => figure.replace('<svg ', `<svg y="${i * height}" `))
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height * figures.length}"><rect width="100%" height="100%" fill="${ground}"/>\n${inner.join('')}</svg>\n`
}
