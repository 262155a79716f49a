/** A claim about activation functions: who says it, what the source really says, and a test whose thresholds were fixed before it ran. */
import type { DataSet } from '../data/dataset.ts'

/** Real data that a claim may ask for; files in a folder of the user's, never a part of the package. */
export interface ClaimData {
  readonly optdigits: DataSet
  readonly mnist: DataSet
  /** Names, one a line. */
  readonly names: string
  /** A checkpoint of llama2.c. */
  readonly stories260K: Uint8Array
  /** Its tokenizer. */
  readonly tok512: Uint8Array
  /** Text. */
  readonly shakespeare: string
}
export type DataName = keyof ClaimData

export interface RunContext {
  readonly seed: number
  /** Throws a MissingDataError where there is none. */
  readonly load: <K extends DataName>(name: K) => Promise<ClaimData[K]>
}

/** What one seed gave. Bits follow from the seed alone, but for times. */
export interface Measurement {
  readonly values: Readonly<Record<string, number>>
  /** Lists of numbers that a figure draws. */
  readonly series?: Readonly<Record<string, readonly number[]>>
}

/** A bound on what is measured. */
export interface Condition {
  /** A name among `values`. */
  readonly measure: string
  readonly is: 'at most' | 'at least' | 'below' | 'above'
  readonly threshold: number
  /** 'mean': the mean over seeds; 'value': exact, there is nothing to repeat; a number: at least this share of the seeds. */
  readonly over: 'mean' | 'value' | number
}

/** One statement of a claim with a verdict of its own. */
export interface Part {
  readonly statement: string
  readonly expected: 'holds' | 'fails'
  /** All of them together are the test. */
  readonly conditions: readonly Condition[]
  /** The first so many of the claim's seeds; default all. Runs of others need not have its measures. */
  readonly seeds?: number
  /** Leaves out the first so many: they had been seen when it was registered. */
  readonly unseenFrom?: number
  /** The test contradicts the statement: where it passes, the statement fails. */
  readonly refutes?: true
}

/** Figures of a paper beside ours: never the same experiment, and `differs` says how. */
export interface Beside {
  readonly source: string
  readonly differs: string
  /** What the paper's number is, and what ours is. */
  readonly columns: readonly [paper: string, ours: string]
  /** Some of the paper have no counterpart here, and the reverse. */
  readonly rows: readonly { readonly name: string; readonly paper?: string; readonly measure?: string }[]
}

interface About {
  readonly id: number
  /** Short, for a table. */
  readonly title: string
  /** The article's, in our words. */
  readonly statement: string
  /** Where it comes from, and what stands there. */
  readonly source: string
}

/** History and wording: nothing to measure. */
export interface TextClaim extends About {
  readonly kind: 'text'
  /** What is right. */
  readonly correction: string
}

/** The experiment as registered; or, for the test of the test, short and with the effect removed. */
export type Setting = 'registered' | 'control'

export interface TestedClaim extends About {
  readonly kind: 'tested'
  /** Counts changes of the experiment: results of another version are not used. */
  readonly version: number
  readonly test: string
  readonly parts: readonly Part[]
  readonly seeds: readonly number[]
  readonly needs: readonly DataName[]
  /** Processor seconds that a seed takes on an ordinary core: weights of the progress, and which claims a quick check runs. */
  readonly seconds: number
  /** It measures time, and wants the machine to itself. */
  readonly timed?: true
  readonly beside?: Beside
  /** What the run of record calls for: written after it, and no part of the verdict. */
  readonly note?: string
  /** Why it may have come out otherwise than expected, or stays open, and what would tell: shown where it does. No part of the verdict either. */
  readonly discussion?: readonly string[]
  readonly run: (context: RunContext, setting?: Setting) => Promise<Measurement>
}

export type Claim = TextClaim | TestedClaim

export interface Experiment<S> extends Omit<TestedClaim, 'kind' | 'run' | 'seeds' | 'needs'> {
  readonly seeds?: readonly number[]
  readonly needs?: readonly DataName[]
  /** Plain data by which the experiment is run. */
  readonly settings: S
  /** What replaces some of it so that the effect is gone, and the run short. */
  readonly control: Partial<S>
  readonly experiment: (context: RunContext, settings: S) => Promise<Measurement> | Measurement
}

/** A claim with a test; without seeds it has one, which nothing depends on. */
export function tested<S>({ settings, control, experiment, seeds = seedsFrom(1), needs = [], ...about }: Experiment<S>): TestedClaim {
  return {
    kind: 'tested',
    ...about,
    seeds,
    needs,
    run: async (context, setting = 'registered') => experiment(context, setting === 'control' ? { ...settings, ...control } : settings),
  }
}

/** Registered tests run on seeds from 100 on: pilots used 0 to 5. */
export const seedsFrom = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => 100 + i)

/** Data that a claim needs and nobody gave. */
export class MissingDataError extends Error {
  override readonly name = 'MissingDataError'
}

/** Conditions in few words: `mean('accuracy', 'at least', 99)`. */
export const mean = (measure: string, is: Condition['is'], threshold: number): Condition => ({ measure, is, threshold, over: 'mean' })
export const exact = (measure: string, is: Condition['is'], threshold: number): Condition => ({ measure, is, threshold, over: 'value' })
/** `share` of the seeds, each by itself. */
export const seedwise = (share: number, measure: string, is: Condition['is'], threshold: number): Condition => ({
  measure,
  is,
  threshold,
  over: share,
})
