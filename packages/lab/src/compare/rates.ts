import type { Plan } from './plan.ts'
import type { Failure, RateChoice, Recipe, Trial, TrialSpec } from './types.ts'

/** Rates that 'auto' tries. SGD with momentum 0.9 wants about ten times as much as Adam. */
export const rateGrid = (optimiser: Recipe['optimiser']): readonly number[] =>
  optimiser === 'sgd' ? [0.003, 0.01, 0.03, 0.1, 0.3] : [0.0003, 0.001, 0.003, 0.01, 0.03]

/** The least seed that is not compared: its weights and batches take part in no result. */
export function tuningSeed(seeds: readonly number[]): number {
  let seed = 0
  while (seeds.includes(seed)) seed++
  return seed
}

/** One run for each activation and rate, measured on a validation part of the training rows. */
export function tuningTrials({ activations, seeds, recipe }: Plan): readonly TrialSpec[] {
  const seed = tuningSeed(seeds)
  return rateGrid(recipe.optimiser).flatMap(rate =>
    activations.map(activation => ({ activation, seed, rate, recipe, measure: 'validation' as const })),
  )
}

export type AutoRates = Extract<RateChoice, { readonly kind: 'auto' }>

/** For each activation the rate with the least validation loss; the lowest rate where equal, or where no run came to its end. */
export function chooseRates({ activations, recipe }: Plan, trials: readonly Trial[], failures: readonly Failure[]): AutoRates {
  const grid = rateGrid(recipe.optimiser)
  const choose = (name: string) => {
    let [best, least] = [grid[0], Number.POSITIVE_INFINITY]
    for (const rate of grid) {
      const trial = trials.find(({ spec }) => spec.activation.name === name && spec.rate === rate)
      if (trial?.outcome === 'trained' && trial.testLoss < least) [best, least] = [rate, trial.testLoss]
    }
    return { rate: best, atEdge: best === grid[0] || best === grid[grid.length - 1] }
  }
  return { kind: 'auto', grid, chosen: Object.fromEntries(activations.map(({ name }) => [name, choose(name)])), failures }
}
