/** A comparison as text: a table sorted by the metric, and what must be said beside it. */
import { type Comparison, hiddenText, type Result } from '@xphi/lab'
import {
  decimalsOf,
  difference,
  finishedTrials,
  fixed,
  percent,
  probability,
  rateRange,
  roundingShares,
  significant,
} from '@xphi/lab/report'
import { counted, harmless, type Paint, table, wrap } from '../output.ts'

interface Column {
  readonly name: string
  readonly cell: (result: Result) => string
  readonly left?: true
  /** The order in which columns give way where the terminal is narrow; those without stay. */
  readonly gives?: number
  /** Said once under the table, with this phrase, where all rows agree. */
  readonly common?: (cell: string) => string
}

const none = fixed(Number.NaN, 0)

function columnsOf(comparison: Comparison): readonly Column[] {
  const { metric, baseline } = comparison
  const decimals = decimalsOf(comparison)
  const figure = (x: number): string => fixed(x, decimals)
  const range = ([low, high]: readonly [number, number]): string => (Number.isFinite(low) ? `${figure(low)} to ${figure(high)}` : none)
  const unit = metric.unit === '%' ? 'accuracy %' : 'rms error'
  return [
    { name: 'activation', left: true, cell: r => r.activation },
    { name: unit, cell: r => (r.n === 0 && r.diverged.length > 0 ? 'diverged' : figure(r.mean)) },
    { name: '95 % interval', cell: r => range(r.ci95), gives: 7 },
    { name: `vs ${baseline}`, cell: r => (r.vsBaseline ? difference(r.vsBaseline.difference, decimals) : none) },
    { name: 'p', cell: r => (r.vsBaseline ? probability(r.vsBaseline.p) : none) },
    { name: 'seeds', cell: r => String(r.n), gives: 6, common: text => counted(Number(text), 'seed') },
    { name: 'ms/step', cell: r => significant(r.stepMs, 3), gives: 5 },
    { name: 'dead', cell: r => percent(r.deadShare), gives: 4, common: text => `dead units ${text}` },
    { name: 'rate', cell: r => rateRange(r.rates), gives: 3, common: text => `rate ${text}` },
    { name: 'gradient', cell: r => significant(r.gradientRatio, 2), gives: 2 },
    { name: 'parameters', cell: r => String(r.parameters), gives: 1, common: text => `${text} parameters` },
  ]
}

/** The table in at most `width` columns where that is possible, and sentences for what it leaves out. */
function tableOf(comparison: Comparison, width: number, paint: Paint): string[] {
  const { results } = comparison
  const all = columnsOf(comparison)
  const isCommon = ({ common, cell }: Column): boolean => common !== undefined && new Set(results.map(cell)).size === 1
  const common = all.filter(isCommon)
  let shown = all.filter(column => !isCommon(column))
  const gone: Column[] = []
  const drawn = (): string => {
    const right = shown.flatMap(({ left }, i) => (left ? [] : [i]))
    return table([shown.map(c => c.name), ...results.map(r => shown.map(c => c.cell(r)))], right)
  }
  let text = drawn()
  while (Math.max(...text.split('\n').map(line => line.length)) > width) {
    const next = shown.filter(c => c.gives !== undefined).sort((a, b) => a.gives! - b.gives!)[0]
    if (!next) break
    gone.unshift(next)
    shown = shown.filter(c => c !== next)
    text = drawn()
  }
  const [header, ...lines] = text.split('\n')
  const notes = [
    ...(common.length > 0 ? [`All: ${common.map(c => c.common!(c.cell(results[0]))).join(', ')}.`] : []),
    ...(gone.length > 0 ? [`Left out for want of width: ${gone.map(c => c.name).join(', ')} (see --json or the report).`] : []),
  ]
  return [paint('bold', header), ...lines, ...notes.map(note => wrap(note, width))]
}

function dataText({ data }: Comparison): string {
  const target = data.classes ? `${data.classes.length} classes` : `target ${data.target}`
  const test = `${data.testRows} of them ${data.split === 'own' ? "the set's own test part" : 'drawn for the test by each seed'}`
  return `${data.name}: ${counted(data.rows, 'row')}, ${test}; ${counted(data.features, 'feature')}, ${target}.`
}

function recipeText({ recipe, rates, seeds }: Comparison): string {
  const rate = rates.kind === 'fixed' ? `rate ${rates.rate} for all` : 'a rate for each, chosen on a validation part'
  const { epochs, batch, optimiser, precision } = recipe
  return `Hidden layers ${hiddenText(recipe)}; ${counted(epochs, 'epoch')} of batches of ${batch}; ${optimiser};${precision === undefined ? '' : ` products in ${precision};`} ${rate}; ${counted(seeds.length, 'seed')}.`
}

/** What low precision did to the numbers of each activation's networks. */
function roundingText(comparison: Comparison): string[] {
  const { recipe, results } = comparison
  const texts = results.flatMap(({ activation }) => {
    const shares = roundingShares(finishedTrials(comparison, activation))
    return shares === undefined ? [] : [`${activation} ${percent(shares.flushed)} and ${percent(shares.saturated)}`]
  })
  return texts.length === 0 ? [] : [`Rounded to 0 and cut off by ${recipe.precision}: ${texts.join(', ')}.`]
}

/** The whole text of a comparison, ready for a terminal of that width. */
export function comparisonText(comparison: Comparison, width: number, paint: Paint): string {
  const part = (lines: readonly string[]): string[] => (lines.length > 0 ? ['', ...lines.map(line => wrap(harmless(line), width))] : [])
  const item = (line: string): string => `- ${wrap(harmless(line), width, '  ').slice(2)}`
  return [
    wrap(harmless(dataText(comparison)), width),
    wrap(recipeText(comparison), width),
    '',
    ...tableOf(comparison, width, paint),
    ...part([...comparison.verdict, ...roundingText(comparison)]),
    ...(comparison.data.notes.length > 0 ? ['', paint('faint', 'Data'), ...comparison.data.notes.map(item)] : []),
  ].join('\n')
}
