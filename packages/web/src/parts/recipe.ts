/** The settings of Train, as its part of the address has them, and the command that they are. */
import type { Recipe, TableOptions } from '@xphi/lab'
import { findEntry } from 'xphi/catalogue'
import { type Activation, activation } from 'xphi/formula'
import { isBuiltIn } from '../state/functions.ts'
import { oneOf, type Setting, type ValuesOf, whole } from './choices.ts'
import { formulaArgument, parameterArguments, quoted } from './take.ts'

export const sets = ['donuts', 'moons', 'spirals', 'own'] as const
export const optimisers = ['adam', 'adamw', 'sgd'] as const
export const stops = ['converged', 'end'] as const
export const most = { layers: 6, units: 256, epochs: 2000, seeds: 10 } as const

/** Units of layers: `16`, `32, 32`. */
function hiddenOf(text: string): readonly number[] | undefined {
  const units = text.split(',').map(part => (/^\s*\d{1,3}\s*$/.test(part) ? Number(part) : Number.NaN))
  return units.length <= most.layers && units.every(u => u >= 1 && u <= most.units) ? units : undefined
}

/** What stands for the function that is compared, among those of the layers. */
export const compared = 'compared'

/** Names of the layers' functions: `compared,tanh`. Where none is compared there is nothing to compare. */
function functionsOf(text: string): readonly string[] | undefined {
  const names = text.split(',')
  return names.length <= most.layers && names.includes(compared) && names.every(n => n === compared || findEntry(n) !== undefined)
    ? names
    : undefined
}

/** The functions of the layers as a recipe has them, with their usual parameters. */
export const layerFunctions = (names: readonly string[]): NonNullable<Recipe['functions']> =>
  names.map(name => (name === compared ? null : activation(name)))

function rateOf(text: string): number | undefined {
  const rate = text.trim() === '' ? Number.NaN : Number(text)
  return rate >= 1e-6 && rate <= 100 ? rate : undefined
}

/** What is usual of layers and epochs, the data suggest. */
export const trainSettings = {
  data: oneOf(sets),
  hidden: { usual: undefined, read: hiddenOf, possible: `1–${most.layers} × 1–${most.units}` } as Setting<readonly number[] | undefined>,
  functions: { usual: undefined, read: functionsOf, possible: `${compared},tanh …` } as Setting<readonly string[] | undefined>,
  epochs: whole(undefined, 1, most.epochs),
  optimiser: oneOf(optimisers),
  rate: { usual: 0.01, read: rateOf, possible: '0.000001–100' } as Setting<number>,
  seeds: whole(5, 1, most.seeds),
  stop: oneOf(stops),
} as const
export type Field = keyof typeof trainSettings
export type Settings = ValuesOf<typeof trainSettings>

export interface Run {
  readonly activations: readonly Activation[]
  readonly seed: number
  readonly settings: Settings
  readonly recipe: Recipe
  readonly table?: { readonly name: string; readonly options: TableOptions }
}

/** The command that trains the same networks; it goes on to the end of all epochs. */
export function compareCommand({ activations, seed, settings, recipe, table }: Run): string {
  const builtIn = activations.filter(isBuiltIn)
  const { target, ignore, task } = table?.options ?? {}
  return [
    'npx xphi compare',
    quoted(table?.name ?? settings.data),
    ...(builtIn.length > 0 ? ['--activations', builtIn.map(a => a.name).join()] : []),
    ...activations.flatMap(formulaArgument),
    ...parameterArguments(activations),
    '--seeds',
    settings.seeds,
    '--first-seed',
    seed,
    '--hidden',
    recipe.hidden.join(),
    ...(recipe.functions === undefined ? [] : ['--functions', recipe.functions.map(f => f?.name ?? compared).join()]),
    '--epochs',
    recipe.epochs,
    '--batch',
    recipe.batch,
    '--lr',
    settings.rate,
    '--optimiser',
    recipe.optimiser,
    ...(target === undefined ? [] : ['--target', quoted(target)]),
    ...(task === undefined ? [] : ['--task', task]),
    ...(ignore === undefined || ignore.length === 0 ? [] : ['--ignore', quoted(ignore.join())]),
  ].join(' ')
}
