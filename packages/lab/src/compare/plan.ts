import { didYouMean, type Activation } from 'xphi/formula'
import type { DataSet } from '../data/dataset.ts'
import { precisions } from './precision.ts'
import type { Recipe, TrialSpec } from './types.ts'

export interface CompareOptions {
  readonly activations: readonly Activation[]
  /** Integers from 0 to 2^32 - 1, each once. */
  readonly seeds: readonly number[]
  /** The learning rate of all, or 'auto': one of a grid for each activation, and for each seed that draws its test part (`chooseRate`). */
  readonly rate: number | 'auto'
  /** What is left out comes from the data set's suggestion, or from `defaultRecipe`. */
  readonly recipe?: Partial<Recipe>
  /** The activation that the others are compared with: relu where left out and among them, else the first. */
  readonly baseline?: string
}

export interface Plan {
  readonly activations: readonly Activation[]
  readonly seeds: readonly number[]
  readonly rate: number | 'auto'
  readonly recipe: Recipe
  readonly baseline: string
}

/** Options that make no comparison: the message names the option and the way out. */
export class PlanError extends Error {
  override readonly name = 'PlanError'
}

/** About 3000 steps, in 5 to 100 epochs, with two hidden layers of 64. */
export function defaultRecipe({ rows, testFrom, suggested }: DataSet): Recipe {
  const batch = rows < 10_000 ? 32 : 128
  const steps = (testFrom ?? 0.8 * rows) / batch
  const epochs = Math.min(100, Math.max(5, Math.round(3000 / steps)))
  return { hidden: [64, 64], epochs, batch, ...suggested, optimiser: 'adam', trainable: 'channel' }
}

/** Completes and checks the options; throws a PlanError. */
export function planOf(data: DataSet, { activations, seeds, rate, recipe: given, baseline }: CompareOptions): Plan {
  const recipe = { ...defaultRecipe(data), ...given }
  const names = activations.map(({ name }) => name)
  const twice = <T>(items: readonly T[]) => items.find((item, i) => items.indexOf(item) < i)
  const refuse = (message: string): never => {
    throw new PlanError(message)
  }
  if (names.length === 0) refuse('no activations: name at least one')
  if (twice(names) !== undefined) refuse(`activation '${twice(names)}' is named twice`)
  if (seeds.length === 0) refuse('no seeds: at least one is needed')
  for (const seed of seeds)
    if (!Number.isInteger(seed) || seed < 0 || seed >= 2 ** 32) refuse(`seed ${seed} is no integer from 0 to 2^32 - 1`)
  if (twice(seeds) !== undefined) refuse(`seed ${twice(seeds)} comes twice: a run repeated is no new evidence`)
  if (rate !== 'auto' && !(rate > 0 && rate < Number.POSITIVE_INFINITY)) refuse(`rate ${rate}: give a number above 0, or 'auto'`)
  for (const units of recipe.hidden) requireCount('hidden', units)
  const { hidden, functions } = recipe
  if (functions !== undefined && functions.length !== hidden.length)
    refuse(`${functions.length} functions for ${hidden.length} hidden layers: give one for each`)
  if (functions?.every(f => f !== null)) refuse('no hidden layer has the compared function: every network would be the same')
  requireCount('epochs', recipe.epochs)
  requireCount('batch', recipe.batch)
  const { precision } = recipe
  if (precision !== undefined && !Object.hasOwn(precisions, precision))
    refuse(`precision '${precision}': choose one of ${Object.keys(precisions).join(', ')}, or leave it out for f32`)
  if (baseline !== undefined && !names.includes(baseline))
    refuse(`baseline '${baseline}' is not compared${didYouMean(baseline, names) || `: choose one of ${names.join(', ')}`}`)
  return { activations, seeds, rate, recipe, baseline: baseline ?? (names.includes('relu') ? 'relu' : names[0]) }
}

function requireCount(name: string, value: number): void {
  if (!Number.isInteger(value) || value < 1) throw new PlanError(`${name} must be positive integers, got ${value}`)
}

/** A trial whose rate is yet to be found. */
export type Unrated = Omit<TrialSpec, 'rate'>

/** Seed by seed, so that what is finished at any time compares all activations on the same seeds. */
export const trialsOf = ({ activations, seeds, recipe }: Plan): readonly Unrated[] =>
  seeds.flatMap(seed => activations.map(activation => ({ activation, seed, recipe, measure: 'test' as const })))
