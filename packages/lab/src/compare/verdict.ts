import type { Comparison, Failure, Result, Trained } from './types.ts'
import { gatedUnits } from './network.ts'
import { seedsAtEdge } from './rates.ts'

type Undecided = Omit<Comparison, 'verdict'>

const significance = 0.05
/** At as many times the median, the worst of the usual handful of seeds is more than half of the mean. */
const outlying = 10

/** Sentences that claim what the intervals carry, and no more. */
export function verdictOf(comparison: Undecided): readonly string[] {
  return [
    ...ofInterruption(comparison),
    ...ofDifferences(comparison),
    ...ofOutliers(comparison),
    ...ofDivergence(comparison),
    ...ofFailures(comparison.failures),
    ...ofPerceptron(comparison),
    ...ofScope(comparison),
    ...ofRates(comparison),
    ...ofWidth(comparison),
  ]
}

const list = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names[names.length - 1]}`

const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

/** Differences of percentages are points. */
const amountIn = ({ metric }: Undecided): ((value: number) => string) =>
  metric.unit === '%' ? value => value.toFixed(2) : value => String(Number(value.toPrecision(3)))

const probability = (p: number): string => (p < 0.001 ? 'p < 0.001' : `p = ${Number(p.toPrecision(2))}`)

function ofInterruption({ trials, failures, planned }: Undecided): readonly string[] {
  return planned > trials.length + failures.length
    ? [`Interrupted: ${trials.length} of ${plural(planned, 'run')} finished, and only those count.`]
    : []
}

function ofDifferences(comparison: Undecided): readonly string[] {
  const { baseline, metric, results, seeds } = comparison
  const others = results.filter(r => r.activation !== baseline && r.n > 0)
  const base = results.find(r => r.activation === baseline)
  if (others.length === 0) return []
  if (base === undefined || base.n === 0) return [`${baseline} finished no run, so nothing is compared with it.`]
  if (seeds.length === 1) return ['One seed carries no interval: the next seed may turn the order around. Take five or more.']
  const amount = amountIn(comparison)
  const unit = metric.unit === '%' ? 'points' : metric.unit
  const sign = metric.better === 'higher' ? 1 : -1
  const tested = (r: Result) => r.vsBaseline !== undefined && !Number.isNaN(r.vsBaseline.p)
  const decided = others.filter(r => tested(r) && r.vsBaseline!.p < significance)
  const open = others.filter(r => tested(r) && r.vsBaseline!.p >= significance)
  const rest = others.filter(r => !tested(r))
  const sentences = decided.map(({ activation, vsBaseline }) => {
    const { difference, ci95, p } = vsBaseline!
    const [near, far] = ci95.map(Math.abs).sort((a, b) => a - b)
    const word = sign * difference > 0 ? 'better' : 'worse'
    const interval = `95 % interval ${amount(near)} to ${amount(far)}`
    return `${activation} is ${word} than ${baseline} by ${amount(Math.abs(difference))} ${unit} (${interval}; corrected ${probability(p)}).`
  })
  const names = (of: readonly Result[]) => list(of.map(r => r.activation))
  if (open.length > 0)
    sentences.push(
      `${names(open)} cannot be told apart from ${baseline} with ${plural(seeds.length, 'seed')}; that does not show them equal.`,
    )
  if (rest.length > 0)
    sentences.push(`${names(rest)} cannot be tested against ${baseline}: too few shared seeds, or the same difference on each.`)
  const flat = results.filter(r => r.ci95[1] - r.ci95[0] <= 1e-9 * Math.abs(r.mean))
  if (flat.length > 0) sentences.push(`${names(flat)} gave one figure on all seeds: an interval without width is no certainty.`)
  if (others.length > 1) sentences.push(`Only differences to ${baseline} are tested, not the order of the others.`)
  return sentences
}

/** An error has no upper end: where a network goes wild on a few rows its mean and its spread tell nothing, and no test parts it from another. */
function ofOutliers(comparison: Undecided): readonly string[] {
  const { baseline, metric, results, trials } = comparison
  if (metric.better === 'higher') return []
  const amount = amountIn(comparison)
  const errorsOf = (name: string): readonly Trained[] =>
    trials.filter((t): t is Trained => t.outcome === 'trained' && t.spec.activation.name === name).sort((a, b) => a.metric - b.metric)
  const median = (ordered: readonly Trained[]): number => ordered[(ordered.length - 1) >> 1].metric
  const base = errorsOf(baseline)
  return results.flatMap(({ activation }) => {
    const own = errorsOf(activation)
    if (own.length < 3 || base.length === 0) return []
    const [middle, worst, usual] = [median(own), own[own.length - 1], median(base)]
    if (middle > outlying * usual)
      return [
        `${activation}'s median error is ${amount(middle)}, ${baseline}'s ${amount(usual)}: its spread over seeds is why no test parts them.`,
      ]
    if (worst.metric > outlying * middle)
      return [
        `Seed ${worst.spec.seed} alone carries ${activation}'s mean: its error is ${amount(worst.metric)}, the median ${amount(middle)}.`,
      ]
    return []
  })
}

function ofDivergence({ results, trials }: Undecided): readonly string[] {
  return results
    .filter(r => r.diverged.length > 0)
    .map(({ activation, diverged, n }) => {
      const all = trials.filter(t => t.spec.activation.name === activation).length
      const { seed, step, where } = diverged[0]
      const rest = n > 0 ? '; its figures are of the others' : ''
      return `${activation} diverged in ${diverged.length} of ${plural(all, 'run')} (seed ${seed}: step ${step}, ${where})${rest}.`
    })
}

function ofFailures(failures: readonly Failure[]): readonly string[] {
  const reasons = new Map<string, number>()
  for (const { activation, message } of failures) {
    const reason = `${activation}: ${message}`
    reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
  }
  return [...reasons].map(([reason, count]) => `${plural(count, 'run')} failed, of ${reason}.`)
}

function ofPerceptron({ perceptron }: Undecided): readonly string[] {
  return perceptron === undefined
    ? []
    : [`A perceptron, one threshold unit without a hidden layer, reaches ${perceptron.mean.toFixed(2)} %.`]
}

function ofScope({ data, seeds, trials }: Undecided): readonly string[] {
  if (seeds.length < 2 || trials.length === 0) return []
  const split = data.split === 'drawn' ? ', drawn test parts' : ''
  return [
    `Intervals are over ${seeds.length} seeds (initial weights, order of the batches${split}) of this one data set, not over data sets: ` +
      'another may turn the order around.',
  ]
}

function ofRates({ data, rates, recipe, results, seeds, trials }: Undecided): readonly string[] {
  if (trials.length === 0) return []
  if (rates.kind === 'fixed') {
    return results.length > 1 ? [`One rate, ${rates.rate}, was used for all: it may not suit them alike.`] : []
  }
  const part =
    data.split === 'drawn' ? "activation and seed on a validation part of the seed's training part" : 'activation on a validation part'
  const sentences = [`The rate of ${recipe.optimiser} was tuned for each ${part}, over ${rates.grid.join(', ')}.`]
  if (rates.failures.length > 0) sentences.push(`In choosing it ${ofFailures(rates.failures).join(' ')}`)
  const edges = results.flatMap(({ activation }) => {
    const count = seedsAtEdge(rates, activation)
    return count === 0 ? [] : [count < seeds.length ? `${activation} (${count} of ${plural(seeds.length, 'seed')})` : activation]
  })
  if (edges.length > 0) sentences.push(`At the grid's edge, where a better rate may lie beyond: ${list(edges)}.`)
  return sentences
}

function ofWidth({ recipe, trials }: Undecided): readonly string[] {
  const gated = [...new Set(trials.filter(t => t.spec.activation.kind === 'gated').map(t => t.spec.activation.name))]
  if (gated.length === 0 || recipe.hidden.length === 0) return []
  const widths = recipe.hidden.filter((_, i) => (recipe.functions?.[i] ?? null) === null)
  const units = `${widths.map(gatedUnits).join(', ')} units in place of ${widths.join(', ')}`
  return [`Gated layers (${list(gated)}) have 2/3 of the width, ${units}, so that numbers of parameters are alike.`]
}
