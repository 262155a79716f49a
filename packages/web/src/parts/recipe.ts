/** The settings of Train, as its part of the address has them, and the command that they are. */
import type { Recipe, TableOptions } from '@xphi/lab'
import type { Activation } from 'xphi/formula'
import { isBuiltIn } from '../state/functions.ts'
import { chosen } from './choices.ts'
import { formulaArgument, parameterArguments, quoted } from './take.ts'

export const sets = ['donuts', 'moons', 'spirals', 'own'] as const
export const optimisers = ['adam', 'adamw', 'sgd'] as const
export const stops = ['converged', 'end'] as const
export const most = { layers: 6, units: 256, epochs: 2000, seeds: 10 } as const
const usualRate = 0.01
const usualSeeds = 5

export interface Settings {
  readonly data: (typeof sets)[number]
  /** As the data suggest, where left out. */
  readonly hidden?: readonly number[]
  readonly epochs?: number
  readonly optimiser: (typeof optimisers)[number]
  readonly rate: number
  readonly seeds: number
  readonly stop: (typeof stops)[number]
}

export type Field = 'data' | 'hidden' | 'rate' | 'epochs' | 'seeds'

/** Units of layers: `16`, `32, 32`. */
export function hiddenOf(text: string): readonly number[] | undefined {
  const units = text.split(',').map(part => (/^\s*\d{1,3}\s*$/.test(part) ? Number(part) : Number.NaN))
  return units.length <= most.layers && units.every(u => u >= 1 && u <= most.units) ? units : undefined
}

export function rateOf(text: string): number | undefined {
  const rate = text.trim() === '' ? Number.NaN : Number(text)
  return rate >= 1e-6 && rate <= 100 ? rate : undefined
}

export function countOf(text: string, greatest: number): number | undefined {
  const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN
  return count >= 1 && count <= greatest ? count : undefined
}

/** What of the settings can be used; the rest is as usual, and is named. */
export function settingsOf(given: Readonly<Record<string, string>>): { readonly settings: Settings; readonly unusable: readonly Field[] } {
  const unusable: Field[] = []
  const read = <T>(field: Field, of: (text: string) => T | undefined): T | undefined => {
    if (!Object.hasOwn(given, field)) return undefined
    const value = of(given[field])
    if (value === undefined) unusable.push(field)
    return value
  }
  const hidden = read('hidden', hiddenOf)
  const epochs = read('epochs', text => countOf(text, most.epochs))
  const settings = {
    data: read('data', text => sets.find(s => s === text)) ?? sets[0],
    ...(hidden && { hidden }),
    ...(epochs && { epochs }),
    optimiser: chosen(given.optimiser, optimisers),
    rate: read('rate', rateOf) ?? usualRate,
    seeds: read('seeds', text => countOf(text, most.seeds)) ?? usualSeeds,
    stop: chosen(given.stop, stops),
  }
  return { settings, unusable }
}

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
