import type { DataSet } from '../data/dataset.ts'
import { splitRows } from '../data/split.ts'
import type { Executor } from './executor.ts'
import { metricOf } from './measure.ts'
import { suitsPerceptron } from './perceptron.ts'
import { type CompareOptions, planOf, trialsOf, type Unrated } from './plan.ts'
import { type CompareProgress, Work } from './progress.ts'
import { chooseRate, rateGrid, tuningSeeds, tuningTrials } from './rates.ts'
import { perceptronLine, summarise } from './summary.ts'
import type { Comparison, Failure, RateChoice, Trial } from './types.ts'
import { verdictOf } from './verdict.ts'

export interface CompareHooks {
  readonly onProgress?: (progress: CompareProgress) => void
  /** Ends at once and keeps what is finished. */
  readonly signal?: AbortSignal
}

/**
 * Trains the same network with each activation on the same seeds and says what came out. Apart from times the result is the same for any
 * executor, which is closed at the end. Throws a PlanError for options and a DataError for data that make no comparison; runs that fail
 * are in `failures`.
 */
export async function compareOn(
  executor: Executor,
  data: DataSet,
  options: CompareOptions,
  machine: Comparison['machine'],
  { onProgress, signal }: CompareHooks = {},
): Promise<Comparison> {
  const stop = () => void executor.close()
  signal?.addEventListener('abort', stop)
  try {
    const plan = planOf(data, options)
    const tuning = plan.rate === 'auto' ? tuningSeeds(data, plan.seeds).map(seed => tuningTrials(plan, seed)) : []
    const planned = plan.activations.length * plan.seeds.length
    const testRows = splitRows(data, { seed: plan.seeds[0], measure: 'test' }).measured.length
    if (tuning.length > 0) splitRows(data, tuning[0][0])

    const work = new Work(tuning.flat().length + planned, progress => onProgress?.(progress))
    const enqueue = inLanes(executor.lanes, signal)
    const run = (about: Unrated, rateOf: () => number | Promise<number>): Run => ({
      about,
      outcome: enqueue(async () => {
        const spec = { ...about, rate: await rateOf() }
        const { report, finish } = work.start(spec)
        const trial = await settled(executor.trial(spec, ({ step, steps, loss }) => report(step / steps, loss)))
        if (!signal?.aborted) finish()
        return trial
      }),
    })
    const grid = rateGrid(plan.recipe.optimiser)
    const tuned = tuning.map(specs => specs.map(spec => run(spec, () => spec.rate)))
    const rateOf = async (name: string, seed: number): Promise<number> => {
      if (plan.rate !== 'auto') return plan.rate
      const runs = tuned.length === 1 ? tuned[0] : tuned[plan.seeds.indexOf(seed)]
      return chooseRate(grid, (await ended(runs.filter(({ about }) => about.activation.name === name))).trials)
    }
    const lines = suitsPerceptron(data) ? plan.seeds.map(seed => enqueue(() => settled(executor.perceptron(seed)))) : []
    // A network whose rate is found need not wait for the search of others.
    const compared = trialsOf(plan).map(about => run(about, () => rateOf(about.activation.name, about.seed)))
    const [{ trials, failures }, sought, accuracies] = await Promise.all([ended(compared), ended(tuned.flat()), Promise.all(lines)])
    const ratesOf = (name: string) => Promise.all(plan.seeds.map(seed => rateOf(name, seed)))
    const subjects = await Promise.all(plan.activations.map(async activation => ({ activation, rates: await ratesOf(activation.name) })))
    const chosen = Object.fromEntries(subjects.map(({ activation, rates }) => [activation.name, rates]))
    const rates: RateChoice =
      plan.rate === 'auto' ? { kind: 'auto', grid, chosen, failures: sought.failures } : { kind: 'fixed', rate: plan.rate }
    const linear = kept(accuracies)
    const metric = metricOf(data)
    const comparison: Omit<Comparison, 'verdict'> = {
      data: {
        name: data.name,
        task: data.task.kind,
        rows: data.rows,
        testRows,
        split: data.testFrom === undefined ? 'drawn' : 'own',
        features: data.features.length,
        ...(data.features.length === 2 ? { featureNames: [data.features[0], data.features[1]] as const } : {}),
        ...(data.task.kind === 'classification' ? { classes: data.task.classes } : { target: data.task.target }),
        notes: data.notes,
      },
      metric,
      recipe: plan.recipe,
      rates,
      seeds: plan.seeds,
      baseline: plan.baseline,
      results: summarise(subjects, trials, plan.baseline, metric),
      ...(linear.length > 0 ? { perceptron: perceptronLine(linear) } : {}),
      trials,
      failures,
      planned,
      machine,
    }
    return { ...comparison, verdict: verdictOf(comparison) }
  } finally {
    signal?.removeEventListener('abort', stop)
    await executor.close()
  }
}

type Outcome<T> = PromiseSettledResult<T> | undefined

/** A trial that runs, or will. */
interface Run {
  readonly about: Unrated
  readonly outcome: Promise<Outcome<Trial>>
}

interface Ended {
  readonly trials: readonly Trial[]
  readonly failures: readonly Failure[]
}

async function ended(runs: readonly Run[]): Promise<Ended> {
  const outcomes = await Promise.all(runs.map(({ outcome }) => outcome))
  const failures = runs.flatMap(({ about: { activation, seed } }, i) => {
    const outcome = outcomes[i]
    return outcome?.status === 'rejected' ? [{ activation: activation.name, seed, message: messageOf(outcome.reason) }] : []
  })
  return { trials: kept(outcomes), failures }
}

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason))

const settled = async <T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> => (await Promise.allSettled([promise]))[0]

const kept = <T>(outcomes: readonly Outcome<T>[]): readonly T[] =>
  outcomes.flatMap(outcome => (outcome?.status === 'fulfilled' ? [outcome.value] : []))

/** Takes jobs, and runs them in order, so many at a time. There is no outcome for what the signal kept from its end. */
function inLanes(lanes: number, signal: AbortSignal | undefined) {
  const waiting: (() => Promise<void>)[] = []
  let free = lanes
  const advance = (): void => {
    for (; free > 0 && waiting.length > 0; free--)
      void waiting.shift()!().then(() => {
        free++
        advance()
      })
  }
  return <T>(job: () => Promise<PromiseSettledResult<T>>): Promise<Outcome<T>> =>
    new Promise((resolve, reject) => {
      waiting.push(async () => {
        try {
          const outcome = signal?.aborted ? undefined : await job()
          resolve(outcome?.status === 'rejected' && signal?.aborted ? undefined : outcome)
        } catch (error) {
          reject(error)
        }
      })
      advance()
    })
}
