import type { DataSet } from '../data/dataset.ts'
import { splitRows } from '../data/split.ts'
import type { Executor } from './executor.ts'
import { metricOf } from './measure.ts'
import { suitsPerceptron } from './perceptron.ts'
import { type CompareOptions, planOf, trialsOf } from './plan.ts'
import { type CompareProgress, Work } from './progress.ts'
import { type AutoRates, chooseRate, rateGrid, tuningSeeds, tuningTrials } from './rates.ts'
import { perceptronLine, summarise } from './summary.ts'
import type { Comparison, Failure, RateChoice, Trial, TrialSpec } from './types.ts'
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
    const train = async (specs: readonly TrialSpec[]): Promise<Outcomes> => {
      const runs = specs.map(spec => async () => {
        const { report, finish } = work.start(spec)
        const trial = await settled(executor.trial(spec, ({ step, steps, loss }) => report(step / steps, loss)))
        if (!signal?.aborted) finish()
        return trial
      })
      const outcomes = await inLanes(runs, executor.lanes, signal)
      const failures = specs.flatMap(({ activation, seed }, i) => {
        const outcome = outcomes[i]
        return outcome?.status === 'rejected' ? [{ activation: activation.name, seed, message: messageOf(outcome.reason) }] : []
      })
      return { trials: kept(outcomes), failures }
    }
    const tune = async (): Promise<AutoRates> => {
      const grid = rateGrid(plan.recipe.optimiser)
      const found: (readonly number[])[] = []
      const failures: Failure[] = []
      for (const specs of tuning) {
        const outcomes = await train(specs)
        failures.push(...outcomes.failures)
        found.push(
          plan.activations.map(a =>
            chooseRate(
              grid,
              outcomes.trials.filter(({ spec }) => spec.activation.name === a.name),
            ),
          ),
        )
      }
      const ratesOf = (a: number) => plan.seeds.map((_, i) => found[found.length === 1 ? 0 : i][a])
      return { kind: 'auto', grid, chosen: Object.fromEntries(plan.activations.map(({ name }, a) => [name, ratesOf(a)])), failures }
    }

    const rates: RateChoice = plan.rate === 'auto' ? await tune() : { kind: 'fixed', rate: plan.rate }
    const ratesOf = (name: string) => (rates.kind === 'auto' ? rates.chosen[name] : plan.seeds.map(() => rates.rate))
    const lines = suitsPerceptron(data) ? plan.seeds.map(seed => () => settled(executor.perceptron(seed))) : []
    const accuracies = kept(await inLanes(lines, executor.lanes, signal))
    const { trials, failures } = await train(trialsOf(plan, (name, seed) => ratesOf(name)[plan.seeds.indexOf(seed)]))
    const metric = metricOf(data)
    const subjects = plan.activations.map(activation => ({ activation, rates: ratesOf(activation.name) }))
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
      ...(accuracies.length > 0 ? { perceptron: perceptronLine(accuracies) } : {}),
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

interface Outcomes {
  readonly trials: readonly Trial[]
  readonly failures: readonly Failure[]
}

const messageOf = (reason: unknown): string => (reason instanceof Error ? reason.message : String(reason))

const settled = async <T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> => (await Promise.allSettled([promise]))[0]

const kept = <T>(outcomes: readonly (PromiseSettledResult<T> | undefined)[]): readonly T[] =>
  outcomes.flatMap(outcome => (outcome?.status === 'fulfilled' ? [outcome.value] : []))

/** Runs jobs in order, so many at a time. Outcomes are in the order of the jobs; there is none for what the signal kept from its end. */
async function inLanes<T>(
  jobs: readonly (() => Promise<PromiseSettledResult<T>>)[],
  lanes: number,
  signal: AbortSignal | undefined,
): Promise<readonly (PromiseSettledResult<T> | undefined)[]> {
  const outcomes: (PromiseSettledResult<T> | undefined)[] = jobs.map(() => undefined)
  let next = 0
  const lane = async () => {
    while (next < jobs.length && !signal?.aborted) {
      const i = next++
      const outcome = await jobs[i]()
      if (outcome.status === 'fulfilled' || !signal?.aborted) outcomes[i] = outcome
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return outcomes
}
