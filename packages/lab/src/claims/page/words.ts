/** A claim's verdict as text, for every place that shows one. */
import { mean } from '../../compare/statistics.ts'
import { count, interval, significant } from '../../report/numbers.ts'
import type { Beside } from '../claim.ts'
import { type ClaimVerdict, type Finding, neededSeeds, type PartVerdict, type Run } from '../verdict.ts'

/** `at least 99`, `below 0 in 8 of 10 seeds`. */
export function boundText({ condition: { is, threshold, over }, planned }: Finding): string {
  const bound = `${is} ${significant(threshold, 7)}`
  if (typeof over !== 'number') return bound
  const needed = neededSeeds(over, planned)
  return `${bound} in ${needed === planned ? `each of ${planned}` : `${needed} of ${planned}`} seeds`
}

const short = (x: number): string => significant(x, 5)

/** `99.8 [99.7, 99.9]`; with the seeds that passed where they are what counts. */
export function valueText({ condition, value, interval: range, passed, n }: Finding): string {
  if (n === 0) return 'not run'
  if (condition.over === 'value') return significant(value, 6)
  const text = [short(value), interval(range, short)].filter(part => part !== '').join(' ')
  return typeof condition.over === 'number' ? `${passed} of ${n}; mean ${text}` : text
}

export const verdictText = ({ verdict, part, surprise }: PartVerdict): string =>
  `${verdict}, expected: ${part.expected}${surprise ? ' \u2013 a surprise' : ''}`

const secondsText = (seconds: number): string => (seconds < 100 ? `${significant(seconds, 2)} s` : `${Math.round(seconds / 60)} min`)

/** `10 seeds from 100, 42 s`. */
export function effortText({ claim, runs, seconds }: ClaimVerdict): string {
  const { seeds } = claim
  const some = runs.length < seeds.length ? `${runs.length} of ` : ''
  return `${some}${count(seeds.length, 'seed')} from ${seeds[0]}, ${secondsText(seconds)}`
}

const meanText = (runs: readonly Run[], measure: string): string => short(mean(runs.flatMap(run => run.values[measure] ?? [])))

/** Means of all that was measured, by name, beside what the verdicts rest on. */
export function otherMeasures({ claim, runs }: ClaimVerdict): string {
  const shown = new Set(claim.parts.flatMap(part => part.conditions.map(condition => condition.measure)))
  const names = Object.keys(runs[0]?.values ?? {}).filter(name => !shown.has(name))
  return names.map(name => `${name} ${meanText(runs, name)}`).join('; ')
}

const none = '\u2013'

/** Rows of name, the paper's figure and ours. */
export const besideRows = ({ rows }: Beside, runs: readonly Run[]): readonly (readonly string[])[] =>
  rows.map(({ name, paper = none, measure }) => [name, paper, measure === undefined ? none : meanText(runs, measure)])

/** What came out otherwise than expected. */
export const surprisesIn = (verdicts: readonly ClaimVerdict[]) =>
  verdicts.flatMap(({ claim, parts }) => parts.flatMap(part => (part.surprise ? [{ claim, part }] : [])))

/** Open, or otherwise than expected: what a discussion is for. */
export const isDiscussed = ({ parts }: ClaimVerdict): boolean => parts.some(({ verdict, surprise }) => surprise || verdict === 'undecided')

/** The machines that the runs were made on. */
export const machines = (runs: readonly Run[]): string => [...new Set(runs.map(run => run.machine))].join('; ')
