/** Learning curves: the metric and the training loss against the epoch. */
import { type BandPoint, lineChart, type Series } from '../chart/lines.ts'
import { escaped } from '../chart/svg.ts'
import type { Comparison, CurvePoint, Trained } from '../compare/types.ts'
import { finishedTrials, highlighted } from './highlight.ts'

// More points than this are not told apart at the size that is drawn.
const mostPoints = 160
// Losses that fall by more than this factor are drawn on a logarithmic axis.
const logFactor = 20

/** Both figures, or nothing where no run came to its end. */
export function curves(comparison: Comparison): string {
  const { metric, results, seeds } = comparison
  const styles = highlighted(comparison)
  const trials = new Map(results.map(r => [r.activation, finishedTrials(comparison, r.activation)]))
  const seriesOf = (value: (p: CurvePoint) => number): Series[] =>
    [...trials].flatMap(([name, runs]) => {
      const style = styles.get(name)
      return runs.length === 0 ? [] : [{ name, points: pooled(runs, value), ...(style === undefined ? {} : { style }) }]
    })
  const metrics = seriesOf(p => p.metric)
  const losses = seriesOf(p => p.trainLoss)
  if (metrics.length === 0) return ''
  const names = metrics.flatMap(s => (s.style === undefined ? [] : [s.name]))
  const spread = seeds.length > 1 ? 'line: mean over seeds; band: lowest to highest seed' : 'one seed, so no band'
  const log = spansDecades(losses)
  const logMetric = metric.better === 'lower' && spansDecades(metrics)
  const perceptron = comparison.perceptron?.mean
  const figure = (chart: string, caption: string): string =>
    `<figure><figcaption>${caption}</figcaption><div class="scroll">${chart}</div></figure>`
  return `<section aria-labelledby="curves"><h2 id="curves">Learning curves</h2>
<p>After each epoch; ${spread}.${coloured(comparison, metrics.length)}</p>
<div class="pair">
${figure(
  lineChart({
    id: 'curves-metric',
    title: `${metric.name} against epoch`,
    description: `${metric.name}, ${metric.better} is better; one curve for each of ${names.join(', ')}`,
    xName: 'epoch',
    log: logMetric,
    possible: [0, metric.unit === '%' ? 100 : Infinity],
    series: metrics,
    ...(perceptron === undefined || !Number.isFinite(perceptron) ? {} : { reference: { name: 'perceptron', y: perceptron } }),
  }),
  `${escaped(sentence(metric.name))}, <bdi>${escaped(metric.unit)}</bdi>${logMetric ? ', logarithmic' : ''}`,
)}
${figure(
  lineChart({
    id: 'curves-loss',
    title: 'training loss against epoch',
    description: `training loss, lower is better; one curve for each of ${names.join(', ')}`,
    xName: 'epoch',
    log,
    possible: [0, Infinity],
    series: losses,
  }),
  `Training loss${log ? ', logarithmic' : ''}`,
)}
</div></section>`
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Which curves have colour, and where the others are found. */
function coloured(comparison: Comparison, drawn: number): string {
  const names = [...highlighted(comparison).keys()]
  const others = drawn - names.length
  if (others === 0) return ''
  const best = comparison.results.slice(0, names.length).map(r => r.activation)
  const which = names.every(name => best.includes(name)) ? `the best ${names.length}` : `the best ${names.length - 1} and the baseline`
  return ` In colour: ${which}; the other ${others}, thin and grey, are named in the table.`
}

/** The mean over runs, with their lowest and highest, at the epochs that all of them have; thinned evenly to what can be seen. */
function pooled(runs: readonly Trained[], value: (p: CurvePoint) => number): BandPoint[] {
  const epochs = Math.min(...runs.map(t => t.curve.length))
  const step = Math.max(1, Math.ceil(epochs / mostPoints))
  return Array.from({ length: epochs }, (_, i) => i)
    .filter(i => (epochs - 1 - i) % step === 0)
    .map(i => {
      const values = runs.map(t => value(t.curve[i]))
      const y = values.reduce((sum, v) => sum + v, 0) / values.length
      return { x: runs[0].curve[i].epoch, y, low: Math.min(...values), high: Math.max(...values) }
    })
}

function spansDecades(series: readonly Series[]): boolean {
  const all = series.flatMap(s => s.points.flatMap(p => [p.low, p.high])).filter(Number.isFinite)
  return all.length > 0 && Math.min(...all) > 0 && Math.max(...all) > logFactor * Math.min(...all)
}
