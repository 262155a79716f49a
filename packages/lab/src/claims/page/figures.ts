/** Figures of claims, drawn from their runs alone. */
import { boundaryPanel, type Plane } from '../../chart/boundary.ts'
import { type BandPoint, lineChart, type Series } from '../../chart/lines.ts'
import { themed } from '../../chart/palette.ts'
import { escaped } from '../../chart/svg.ts'
import { whisker, whiskerHead, whiskerScale } from '../../chart/whisker.ts'
import { interval95, mean } from '../../compare/statistics.ts'
import { significant } from '../../report/numbers.ts'
import { planeReach } from '../03-two-donuts.ts'
import type { Run } from '../verdict.ts'

type RunsOf = (claim: number) => readonly Run[]

const figure = (content: string, caption: string): string => `<figure>${content}<figcaption>${escaped(caption)}</figcaption></figure>`

/** By the claim that they stand with; an empty text where there are no runs to draw. */
export const figures: Readonly<Record<number, (runsOf: RunsOf) => string>> = {
  3: donuts,
  6: gradients,
  15: runsOf =>
    whiskers(
      runsOf(15),
      'nanoseconds an element',
      ['ReLU', 'leaky ReLU', 'SiLU', 'tanh', 'GELU'].map(name => [name, `${name}, ns an element`]),
    ),
  17: runsOf =>
    whiskers(runsOf(17), 'dead units, %', [
      ['ReLU', 'dead, ReLU %'],
      ['leaky ReLU', 'dead, leaky %'],
    ]),
  31: runsOf =>
    whiskers(
      runsOf(31),
      'nats a character',
      ['swiglu', 'geglu', 'reglu', 'bilinear', 'gelu', 'glu', 'silu', 'relu'].map(name => [name, name]),
    ),
  35: alignment,
}

/** What each network says over the plane of the rings; from the first seed. */
function donuts(runsOf: RunsOf): string {
  const drawn = runsOf(3).find(run => run.series !== undefined)
  if (drawn?.series === undefined) return ''
  const panels = Object.entries(drawn.series).map(([name, scores]) => {
    const plane: Plane = {
      side: Math.sqrt(scores.length),
      from: [-planeReach, -planeReach],
      to: [planeReach, planeReach],
      values: scores.flatMap(score => [1 - score, score]),
      outputs: 2,
    }
    const accuracy = `${significant(drawn.values[name], 4)} %`
    return figure(boundaryPanel(plane, 2, `${name}, seed ${drawn.seed}`, 'which ring the network sees where'), `${name} ${accuracy}`)
  })
  return `<div class="planes">${panels.join('')}</div>`
}

/** Of positive numbers, for a logarithmic axis. */
const geometric = (values: readonly number[]): number => values.reduce((product, v) => product * v ** (1 / values.length), 1)

function curve(name: string, style: number, runs: readonly Run[], series: string): Series[] {
  const lists = runs.flatMap(run => run.series?.[series] ?? []).length === 0 ? [] : runs.map(run => run.series![series])
  if (lists.length === 0) return []
  const points = lists[0].map((_, i): BandPoint => {
    const values = lists.map(list => list[i])
    return { x: i + 1, y: geometric(values), low: Math.min(...values), high: Math.max(...values) }
  })
  return [{ name, style, points }]
}

/** Norm of the gradient at each of 30 layers, before training. */
function gradients(runsOf: RunsOf): string {
  const series = [
    ...curve('sigmoid', 0, runsOf(6), 'gradients'),
    ...curve('tanh', 1, runsOf(7), 'gradients'),
    ...curve('ReLU, He', 2, runsOf(13), 'He'),
    ...curve('ReLU, 1/n', 3, runsOf(13), 'gain 1'),
  ]
  if (series.length === 0) return ''
  const chart = lineChart({
    id: 'gradient-by-depth',
    title: 'norm of the gradient against the layer',
    description: 'sigmoid falls by 18 orders of magnitude from the last layer to the first, tanh and ReLU with the weights of He do not',
    xName: 'layer, 1 is the first',
    log: true,
    series,
  })
  return figure(
    `<div class="scroll">${chart}</div>`,
    'Norm of the gradient of each layer\u2019s weights before training; band: lowest to highest seed.',
  )
}

function alignment(runsOf: RunsOf): string {
  const runs = runsOf(35).filter(run => run.series !== undefined)
  if (runs.length === 0) return ''
  const steps = runs[0].series!.steps
  const points = steps.map((x, i): BandPoint => {
    const values = runs.map(run => run.series!.alignment[i])
    return { x, y: mean(values), low: Math.min(...values), high: Math.max(...values) }
  })
  const chart = lineChart({
    id: 'alignment',
    title: 'alignment of both weight vectors against steps',
    description: 'mean absolute cosine of the live units, with weight decay',
    xName: 'step',
    log: false,
    possible: [0, 1],
    series: [{ name: 'decay .01', style: 0, points }],
  })
  return figure(`<div class="scroll">${chart}</div>`, 'Mean |cos| of live units with weight decay; band: lowest to highest seed.')
}

/** Means with their intervals on one scale. */
function whiskers(runs: readonly Run[], unit: string, rows: readonly (readonly [name: string, measure: string])[]): string {
  if (runs.length === 0) return ''
  const found = rows.map(([name, measure]) => {
    const values = runs.map(run => run.values[measure])
    return { name, mean: mean(values), ci95: interval95(values) }
  })
  const scale = whiskerScale(found, [0, Number.POSITIVE_INFINITY])
  const lines = found.map(
    row =>
      `<tr><th scope="row">${escaped(row.name)}</th><td class="number">${significant(row.mean, 5)}</td><td class="drawn">${whisker(row, scale, themed.series[0], found[0].mean)}</td></tr>`,
  )
  return `<div class="scroll"><table><thead><tr><th scope="col"></th><th scope="col" class="number">${escaped(unit)}</th><th scope="col">${whiskerHead(scale)}</th></tr></thead><tbody>${lines.join('')}</tbody></table></div>`
}
