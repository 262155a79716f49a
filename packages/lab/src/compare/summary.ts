import type { Activation } from 'xphi/formula'
import { holm, interval95, mean, median, type Paired, pairedTest, standardDeviation } from './statistics.ts'
import type { Difference, Metric, PerceptronLine, Result, Trained, Trial } from './types.ts'

interface Subject {
  readonly activation: Activation
  /** One a seed. */
  readonly rates: readonly number[]
}

/** What the trials say of each activation, best first, against the baseline on the seeds that both finished. */
export function summarise(subjects: readonly Subject[], trials: readonly Trial[], baseline: string, metric: Metric): readonly Result[] {
  const finished = (name: string) => trials.filter((t): t is Trained => t.spec.activation.name === name && t.outcome === 'trained')
  const base = new Map(finished(baseline).map(t => [t.spec.seed, t.metric]))
  const paired = subjects.map(({ activation: { name } }): Paired | undefined => {
    const shared = finished(name).filter(t => base.has(t.spec.seed))
    if (name === baseline || shared.length === 0) return undefined
    return pairedTest(
      shared.map(t => t.metric),
      shared.map(t => base.get(t.spec.seed)!),
    )
  })
  const corrected = holm(paired.map(test => test?.p ?? Number.NaN))
  const results = subjects.map(({ activation, rates }, i): Result => {
    const own = finished(activation.name)
    const values = own.map(t => t.metric)
    const test = paired[i]
    return {
      activation: activation.name,
      formula: activation.formula,
      metric: metric.name,
      mean: mean(values),
      sd: standardDeviation(values),
      n: values.length,
      ci95: interval95(values),
      ...(test === undefined ? {} : { vsBaseline: { ...test, p: corrected[i] } satisfies Difference }),
      rates,
      stepMs: median(own.map(t => t.stepMs)),
      deadShare: median(own.map(t => t.deadShare)),
      gradientRatio: median(own.map(t => t.gradientRatio)),
      parameters: own.length > 0 ? own[0].parameters : Number.NaN,
      diverged: trials.flatMap(t =>
        t.outcome === 'diverged' && t.spec.activation.name === activation.name
          ? [{ seed: t.spec.seed, step: t.step, layer: t.layer, where: t.where, message: t.message }]
          : [],
      ),
    }
  })
  const sign = metric.better === 'higher' ? -1 : 1
  return results.sort((a, b) => (a.n === 0 || b.n === 0 ? Number(a.n === 0) - Number(b.n === 0) : sign * (a.mean - b.mean)))
}

/** Accuracies of the perceptron in percent, one a seed. */
export const perceptronLine = (accuracies: readonly number[]): PerceptronLine => ({
  mean: mean(accuracies),
  ci95: interval95(accuracies),
  n: accuracies.length,
})
