import type { DataSet } from '../data/dataset.ts'
import type { Plan } from './plan.ts'
import { mean, standardDeviation } from './statistics.ts'
import type { RateChoice, Recipe, Trained, Trial, TrialSpec } from './types.ts'

/** Rates that 'auto' tries; the middle one is the usual. SGD with momentum 0.9 wants about ten times as much as Adam. */
export const rateGrid = (optimiser: Recipe['optimiser']): readonly number[] =>
  optimiser === 'sgd' ? [0.003, 0.01, 0.03, 0.1, 0.3] : [0.0003, 0.001, 0.003, 0.01, 0.03]

/**
 * Seeds whose runs choose the rates. Where each seed draws its test part, another seed's training part has rows of it, so each chooses for
 * itself alone. Where the test part is the set's own, one choice serves all: of the least seed that is not compared.
 */
export function tuningSeeds({ testFrom }: DataSet, seeds: readonly number[]): readonly number[] {
  if (testFrom === undefined) return seeds
  let seed = 0
  while (seeds.includes(seed)) seed++
  return [seed]
}

/** One run for each activation and rate, measured on a validation part of the seed's training rows. */
export const tuningTrials = ({ activations, recipe }: Plan, seed: number): readonly TrialSpec[] =>
  rateGrid(recipe.optimiser).flatMap(rate =>
    activations.map(activation => ({ activation, seed, rate, recipe, measure: 'validation' as const })),
  )

/** An excess on a single row is one standard error exactly, before it is rounded. */
const rounding = 1e-9

/**
 * Of the rates that the validation part cannot tell from the best, the one nearest the middle of the grid, the lower of two: the one
 * standard error rule (Breiman et al., Classification and Regression Trees, 1984, 3.4.3), with the error of the difference paired by row,
 * towards what is usual. Judged by the figure that is compared, not by the loss: classes that can be parted have their least cross-entropy
 * at infinite weights, so there the loss calls the highest rate best whatever it does to the accuracy. The lowest rate where no run came to
 * its end.
 *
 * Measured over 20 runs a set, against the least validation loss: test accuracy of 98.3 to 97.4 % on wine, 96.8 to 96.6 on breast cancer, 94.5
 * to 94.7 on iris; an end of the grid in 1 of these 60 runs, not in 24. On moons it gives up 0.1 points.
 */
export function chooseRate(grid: readonly number[], trials: readonly Trial[]): number {
  const tried = trials.filter((t): t is Trained => t.outcome === 'trained')
  if (tried.length === 0) return grid[0]
  const errorOf = ({ errors }: Trained): number => mean(errors!)
  const best = tried.reduce((a, b) => (errorOf(b) < errorOf(a) ? b : a))
  const alike = tried.filter(trial => {
    const excess = trial.errors!.map((error, row) => error - best.errors![row])
    return trial === best || mean(excess) <= ((1 + rounding) * standardDeviation(excess)) / Math.sqrt(excess.length)
  })
  const distance = ({ spec }: Trained): number => Math.abs(grid.indexOf(spec.rate) - (grid.length - 1) / 2)
  return alike.sort((a, b) => distance(a) - distance(b) || a.spec.rate - b.spec.rate)[0].spec.rate
}

export type AutoRates = Extract<RateChoice, { readonly kind: 'auto' }>

/** Seeds of an activation whose rate is an end of the grid: a better one may lie beyond. */
export const seedsAtEdge = ({ chosen, grid }: AutoRates, activation: string): number =>
  Object.hasOwn(chosen, activation) ? chosen[activation].filter(rate => rate === grid[0] || rate === grid[grid.length - 1]).length : 0
