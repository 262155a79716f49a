/** Figures of claims, drawn from their runs alone. */
import { boundChart, type BoundedRow } from '../../chart/bounds.ts'
import { boundaryPanel, type Plane } from '../../chart/boundary.ts'
import { type BandPoint, lineChart, type Series } from '../../chart/lines.ts'
import { rowChart } from '../../chart/rows.ts'
import { slopeChart } from '../../chart/slopes.ts'
import { interval95, mean } from '../../compare/statistics.ts'
import { significant } from '../../report/numbers.ts'
import { planeReach } from '../03-two-donuts.ts'
import { gluRanking } from '../31-glu-ranking.ts'
import type { ClaimVerdict, Finding, Run } from '../verdict.ts'
import { valueText } from './words.ts'

export interface Figure {
  /** Unique among all, and fit for a file. */
  readonly name: string
  readonly svg: string
  readonly caption: string
  /** A square that stands beside others. */
  readonly kind: 'chart' | 'plane'
}

type RunsOf = (claim: number) => readonly Run[]

/** Those of a claim: what it is about where something is drawn of it, else its measures against their bounds. None without runs. */
export function figuresOf(found: ClaimVerdict, runsOf: RunsOf): readonly Figure[] {
  if (found.runs.length === 0) return []
  const own = drawings[found.claim.id]?.(runsOf) ?? []
  return own.length > 0 ? own : [bounds(found)]
}

const drawings: Readonly<Record<number, (runsOf: RunsOf) => readonly Figure[]>> = {
  3: donuts,
  6: runsOf => gradients(6, runsOf),
  7: runsOf => gradients(7, runsOf),
  10: rows(10, 'errors', 'test error, %', { tanh: 'test error, tanh', sigmoid: 'test error, sigmoid' }),
  11: rows(11, 'losses', 'squared error at the end', { 'sigmoid gates': 'loss, sigmoid gates', 'tanh gates': 'loss, tanh gates' }),
  13: runsOf => gradients(13, runsOf),
  15: rows(
    15,
    'cost',
    'nanoseconds an element',
    named(['ReLU', 'leaky ReLU', 'SiLU', 'tanh', 'GELU'], name => `${name}, ns an element`),
  ),
  17: rows(17, 'dead', 'dead units, %', { ReLU: 'dead, ReLU %', 'leaky ReLU': 'dead, leaky %' }),
  19: rows(19, 'losses', 'training loss', { ReLU: 'train loss, ReLU', ELU: 'train loss, ELU' }),
  20: rows(
    20,
    'errors',
    'test error, %',
    named(['ReLU', 'GELU'], name => `error, ${name}`),
  ),
  26: rows(
    26,
    'losses',
    'nats a character',
    named(['GELU 128', 'GELU 64', 'GELU 32', 'SoLU 128'], name => `loss, ${name}`),
  ),
  27: rows(
    27,
    'losses',
    'nats a character',
    named(['GELU', 'SoLU', 'SoLU with LayerNorm'], name => `loss, ${name}`),
  ),
  31: ranking,
  32: rows(32, 'losses', 'nats a character', { Bilinear: 'bilinear', GLU: 'glu' }),
  34: runsOf => [
    ...rows(
      34,
      'strength',
      aboveF32,
      named(['c = 64', 'c = 128', 'c = 256', 'c = 512', 'c = 1024'], name => `e: ${name}`),
      0,
    )(runsOf),
    ...rows(
      34,
      'history',
      aboveF32,
      named(['H = 1', 'H = 4', 'H = 16', 'H = 64'], name => `e: ${name}`),
      0,
    )(runsOf),
    ...rows(
      34,
      'arms',
      aboveF32,
      {
        ...named(['plain', 'just in time', 'by channel', 'Smooth', 'h in bf16', 'plain, c = 0'], name => `e: ${name}`),
        'Smooth, folded': 'f: folded',
      },
      0,
    )(runsOf),
  ],
  35: alignment,
  38: rows(
    38,
    'steps',
    'milliseconds a step',
    named(['ReLU', 'SwiGLU'], name => `${name}, ms a step`),
  ),
}

const aboveF32 = 'nats a character above f32'

function named(names: readonly string[], measureOf: (name: string) => string): Readonly<Record<string, string>> {
  return Object.fromEntries(names.map(name => [name, measureOf(name)]))
}

/** Measures in one unit, by the names that are shown. */
function rows(claim: number, name: string, unit: string, measures: Readonly<Record<string, string>>, reference?: number) {
  return (runsOf: RunsOf): readonly Figure[] => {
    const found = Object.entries(measures).map(([row, measure]) => {
      const values = runsOf(claim).flatMap(run => run.values[measure] ?? [])
      return { name: row, values, mean: mean(values), ci95: interval95(values) }
    })
    if (found.every(row => row.values.length === 0)) return []
    const caption = `${unit[0].toUpperCase()}${unit.slice(1)}: each seed, the mean and its 95 % interval.`
    const shown = { title: `claim ${claim}: ${unit}`, description: Object.keys(measures).join(', '), unit, rows: found }
    return [
      { name: `${claim}-${name}`, kind: 'chart', caption, svg: rowChart({ ...shown, ...(reference !== undefined && { reference }) }) },
    ]
  }
}

/** Each measure against its bounds. */
function bounds({ claim, parts, runs }: ClaimVerdict): Figure {
  const findings = parts.flatMap(part => part.findings)
  const measures = [...new Set(findings.map(({ condition }) => condition.measure))]
  const found = measures.map((measure): BoundedRow => {
    const own = findings.filter(({ condition }) => condition.measure === measure)
    const [{ value, interval }] = own
    const ends = (kinds: readonly Finding['condition']['is'][]) =>
      own.flatMap(({ condition: { is, threshold } }) => (kinds.includes(is) ? [threshold] : []))
    return {
      name: measure,
      values: runs.flatMap(run => run.values[measure] ?? []),
      mean: value,
      ci95: interval,
      value: valueText(own[0]),
      from: Math.max(Number.NEGATIVE_INFINITY, ...ends(['at least', 'above'])),
      to: Math.min(Number.POSITIVE_INFINITY, ...ends(['at most', 'below'])),
      bounds: [...new Set(own.map(({ condition }) => condition.threshold))].map(at => ({ at, text: significant(at, 7) })),
    }
  })
  return {
    name: `${claim.id}-bounds`,
    kind: 'chart',
    caption: 'Each measure, its seeds, mean and 95 % interval, against the bound of the test: shaded is where the bound is satisfied.',
    svg: boundChart({ title: `claim ${claim.id}: ${claim.title}`, description: measures.join(', '), rows: found }),
  }
}

/** What each network says over the plane of the rings; from the first seed. */
function donuts(runsOf: RunsOf): readonly Figure[] {
  const drawn = runsOf(3).find(run => run.series !== undefined)
  if (drawn?.series === undefined) return []
  return Object.entries(drawn.series).map(([name, scores]) => {
    const plane: Plane = {
      side: Math.sqrt(scores.length),
      from: [-planeReach, -planeReach],
      to: [planeReach, planeReach],
      values: scores.flatMap(score => [1 - score, score]),
      outputs: 2,
    }
    return {
      name: `3-${name.replace(/\W+/g, '-')}`,
      kind: 'plane',
      caption: `${name} ${significant(drawn.values[name], 4)} %`,
      svg: boundaryPanel(plane, 2, `${name}, seed ${drawn.seed}`, 'which ring the network sees where'),
    }
  })
}

/** Of positive numbers, for a logarithmic axis. */
const geometric = (values: readonly number[]): number => values.reduce((product, v) => product * v ** (1 / values.length), 1)

function curve(name: string, style: number, runs: readonly Run[], series: string): Series[] {
  const lists = runs.flatMap(run => (run.series?.[series] === undefined ? [] : [run.series[series]]))
  if (lists.length === 0) return []
  const points = lists[0].map((_, i): BandPoint => {
    const values = lists.map(list => list[i])
    return { x: i + 1, y: geometric(values), low: Math.min(...values), high: Math.max(...values) }
  })
  return [{ name, style, points }]
}

/** Norm of the gradient at each of 30 layers, before training. */
function gradients(claim: number, runsOf: RunsOf): readonly Figure[] {
  const series = [
    ...curve('sigmoid', 0, runsOf(6), 'gradients'),
    ...curve('tanh', 1, runsOf(7), 'gradients'),
    ...curve('ReLU, He', 2, runsOf(13), 'He'),
    ...curve('ReLU, 1/n', 3, runsOf(13), 'gain 1'),
  ]
  if (series.length === 0) return []
  const name = `${claim}-gradients`
  const chart = lineChart({
    id: name,
    title: 'norm of the gradient against the layer',
    description: 'sigmoid falls by 18 orders of magnitude from the last layer to the first, tanh and ReLU with the weights of He do not',
    xName: 'layer, 1 is the first',
    log: true,
    series,
  })
  const caption = 'Norm of the gradient of each layer\u2019s weights before training; band: lowest to highest seed.'
  return [{ name, kind: 'chart', caption, svg: chart }]
}

const colours: Readonly<Record<string, number>> = { relu: 5, gelu: 1, silu: 4, glu: 3, bilinear: 2, geglu: 0, swiglu: 0, reglu: 0 }

/** Shazeer's Table 1 beside our losses. */
function ranking(runsOf: RunsOf): readonly Figure[] {
  const runs = runsOf(31)
  const { rows: paper = [] } = gluRanking.beside ?? {}
  const slopes = paper.flatMap(({ name, paper: figures, measure }) => {
    const left = Number.parseFloat(figures ?? '')
    return measure === undefined || Number.isNaN(left)
      ? []
      : [{ name, left, right: mean(runs.map(run => run.values[measure])), style: colours[measure] }]
  })
  const names = Object.fromEntries(paper.flatMap(({ name, measure }) => (measure === undefined ? [] : [[name, measure]])))
  const chart = slopeChart({
    title: 'the GLU family in two models',
    description: 'log-perplexity of Shazeer 2020, Table 1, after 65 thousand steps, and nats a character of ours; less is higher',
    leftName: 'Shazeer, log-perplexity',
    rightName: 'ours, nats a character',
    slopes,
  })
  const caption =
    'Shazeer 2020, Table 1 (T5 base, 65 thousand steps), beside the character model here (means over seeds), each on its own scale; the best is on top.'
  return [{ name: '31-ranking', kind: 'chart', caption, svg: chart }, ...rows(31, 'losses', 'nats a character', names)(runsOf)]
}

function alignment(runsOf: RunsOf): readonly Figure[] {
  const runs = runsOf(35).filter(run => run.series !== undefined)
  if (runs.length === 0) return []
  const points = runs[0].series!.steps.map((x, i): BandPoint => {
    const values = runs.map(run => run.series!.alignment[i])
    return { x, y: mean(values), low: Math.min(...values), high: Math.max(...values) }
  })
  const chart = lineChart({
    id: '35-alignment',
    title: 'alignment of both weight vectors against steps',
    description: 'mean absolute cosine of the live units, with weight decay',
    xName: 'step',
    log: false,
    possible: [0, 1],
    series: [{ name: 'decay .01', style: 0, points }],
    reference: { name: 'without, at step 2000', y: mean(runs.map(run => run.values['alignment without'])) },
  })
  const caption = 'Mean |cos| of live units with weight decay; band: lowest to highest seed.'
  return [{ name: '35-alignment', kind: 'chart', caption, svg: chart }]
}
