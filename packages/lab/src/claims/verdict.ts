/** The one rule that makes verdicts of measurements. */
import { interval95, mean, type Interval } from '../compare/statistics.ts'
import type { Condition, Part, TestedClaim } from './claim.ts'

export type Verdict = 'holds' | 'fails' | 'undecided'

/** What one seed of a claim gave, as it is kept. */
export interface Run {
  readonly claim: number
  readonly version: number
  readonly seed: number
  readonly seconds: number
  /** Processor, cores, engine. */
  readonly machine: string
  readonly values: Readonly<Record<string, number>>
  readonly series?: Readonly<Record<string, readonly number[]>>
}

export interface Finding {
  readonly condition: Condition
  readonly verdict: Verdict
  /** The mean over seeds, or the exact value. */
  readonly value: number
  /** Student's 95 % interval of the mean over seeds; of an exact value the value itself. */
  readonly interval: Interval
  /** Seeds that satisfy the bound, each by itself. */
  readonly passed: number
  readonly n: number
  /** Seeds that it takes. */
  readonly planned: number
}

export interface PartVerdict {
  readonly part: Part
  readonly verdict: Verdict
  readonly findings: readonly Finding[]
  /** It holds although it was expected to fail, or the reverse. */
  readonly surprise: boolean
}

export interface ClaimVerdict {
  readonly claim: TestedClaim
  readonly runs: readonly Run[]
  readonly parts: readonly PartVerdict[]
  /** Processor time of all seeds. */
  readonly seconds: number
}

const satisfies = ({ is, threshold }: Condition, value: number): boolean =>
  is === 'at most' ? value <= threshold : is === 'at least' ? value >= threshold : is === 'below' ? value < threshold : value > threshold

/**
 * A mean holds where its whole interval satisfies the bound, fails where none of it does, and is undecided where it straddles the threshold. A share
 * of seeds holds once so many satisfy the bound, and fails once too few can. Until all planned seeds are there a mean is undecided: who stops
 * when the figure pleases has no interval.
 */
export function findingOf(condition: Condition, values: readonly number[], planned: number): Finding {
  const n = values.length
  const passed = values.filter(value => satisfies(condition, value)).length
  const value = n > 0 ? mean(values) : Number.NaN
  const interval: Interval = condition.over === 'value' ? [value, value] : interval95(values)
  return { condition, verdict: verdictOfValues(), value, interval, passed, n, planned }

  function verdictOfValues(): Verdict {
    if (typeof condition.over === 'number') {
      const needed = neededSeeds(condition.over, planned)
      return passed >= needed ? 'holds' : passed + planned - n < needed ? 'fails' : 'undecided'
    }
    if (n < planned || interval.some(Number.isNaN)) return 'undecided'
    const ends = interval.filter(end => satisfies(condition, end)).length
    return ends === 2 ? 'holds' : ends === 0 ? 'fails' : 'undecided'
  }
}

/** 8 of 10 for a share of .8. */
export const neededSeeds = (share: number, planned: number): number => Math.ceil(share * planned - 1e-9)

const all = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('fails') ? 'fails' : verdicts.includes('undecided') ? 'undecided' : 'holds'

const opposite: Readonly<Record<Verdict, Verdict>> = { holds: 'fails', fails: 'holds', undecided: 'undecided' }

/** The verdicts of a claim on those of the runs that are its own, of its version and its planned seeds. */
export function verdictOf(claim: TestedClaim, kept: readonly Run[], planned: readonly number[] = claim.seeds): ClaimVerdict {
  const own = kept.filter(run => run.claim === claim.id && run.version === claim.version)
  const runs = planned.flatMap(seed => own.find(run => run.seed === seed) ?? [])
  const parts = claim.parts.map((part): PartVerdict => {
    const seeds = planned.slice(part.unseenFrom, part.seeds)
    const made = runs.filter(run => seeds.includes(run.seed))
    const findings = part.conditions.map(condition => {
      const values = made.map(run => run.values[condition.measure] ?? Number.NaN)
      return findingOf(condition, values, seeds.length)
    })
    const passes = all(findings.map(finding => finding.verdict))
    const verdict = part.refutes ? opposite[passes] : passes
    return { part, verdict, findings, surprise: verdict !== 'undecided' && verdict !== part.expected }
  })
  return { claim, runs, parts, seconds: runs.reduce((sum, run) => sum + run.seconds, 0) }
}
