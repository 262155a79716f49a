/** What the user asked `xphi compare` for, checked before any work is done. */
import type { Recipe } from '@xphi/lab'
import type { LoadOptions } from '@xphi/lab/node'
import { findEntry } from 'xphi/catalogue'
import { type Activation, activation } from 'xphi/formula'
import { manyActivations, type Parameters } from '../activations.ts'
import { UsageError } from '../exit.ts'
import { parseCount, parseFinite, parseParameters } from '../numbers.ts'
import type { CommonOptions } from '../options.ts'

export interface Options extends CommonOptions {
  readonly activations?: string
  readonly formula?: readonly string[]
  readonly param?: readonly string[]
  readonly seeds: string
  readonly firstSeed: string
  readonly hidden?: string
  readonly functions?: string
  readonly epochs?: string
  readonly batch?: string
  readonly lr: string
  readonly optimiser: Recipe['optimiser']
  readonly trainable: Recipe['trainable']
  readonly init: NonNullable<Recipe['initialisation']>
  readonly precision: 'f32' | NonNullable<Recipe['precision']>
  readonly baseline?: string
  readonly target?: string
  readonly task?: 'classification' | 'regression'
  readonly ignore?: string
  readonly header?: boolean
  readonly test?: string
  readonly commonUnit?: true
  readonly workers?: string
  readonly report: string | false
  readonly quiet?: true
}

export interface Settings {
  readonly data: string
  readonly load: LoadOptions
  readonly activations: readonly Activation[]
  /** As given: each goes to every activation that has it. */
  readonly parameters: Parameters
  readonly seeds: readonly number[]
  readonly rate: number | 'auto'
  readonly baseline?: string
  readonly workers?: number
  /** What the user gave of the recipe; the rest follows from the data. */
  readonly recipe: Partial<Recipe> & Pick<Recipe, 'optimiser' | 'trainable'>
  readonly report?: string
}

/** What stands for the compared function in a list of the layers' functions. */
export const comparedFunction = 'compared'
export const usual = ['relu', 'gelu', 'silu', 'tanh', 'sigmoid', 'elu'] as const
export const most = { seeds: 1000, epochs: 100_000, units: 8192, layers: 64, batch: 65_536, workers: 256, activations: 64 } as const

const words = (text: string, option: string): string[] => {
  const found = text.split(',').map(word => word.trim())
  if (found.includes('')) throw new UsageError(`${option}: '${text}' has an empty name`)
  return found
}

export function settingsOf(data: string, options: Options): Settings {
  const parameters = parseParameters(options.param ?? [])
  const activations = activationsOf(options, parameters)
  const n = parseCount(options.seeds, '--seeds', 1, most.seeds)
  const first = parseCount(options.firstSeed, '--first-seed', 0, 2 ** 31)
  const rate = options.lr === 'auto' ? 'auto' : parseFinite(options.lr, '--lr')
  if (rate !== 'auto' && !(rate > 0)) throw new UsageError(`--lr: ${rate} is not above 0: give a positive number, or auto`)
  const { baseline, hidden, functions, epochs, batch, workers, optimiser, trainable, init, precision, report } = options
  return {
    data,
    load: loadOptions(options),
    activations,
    parameters,
    seeds: Array.from({ length: n }, (_, i) => first + i),
    rate,
    ...(baseline !== undefined && { baseline: activations.find(a => a.name === baseline)?.name ?? findEntry(baseline)?.name ?? baseline }),
    recipe: {
      optimiser,
      trainable,
      initialisation: init,
      ...(precision !== 'f32' && { precision }),
      ...(hidden !== undefined && { hidden: hiddenOf(hidden) }),
      ...(functions !== undefined && { functions: functionsOf(functions) }),
      ...(epochs !== undefined && { epochs: parseCount(epochs, '--epochs', 1, most.epochs) }),
      ...(batch !== undefined && { batch: parseCount(batch, '--batch', 1, most.batch) }),
    },
    ...(workers !== undefined && { workers: parseCount(workers, '--workers', 1, most.workers) }),
    ...(report !== false && { report }),
  }
}

function activationsOf({ activations, formula }: Options, parameters: Parameters): Activation[] {
  const names = activations === undefined ? usual : words(activations, '--activations')
  const found = manyActivations(names, formula ?? [], parameters)
  if (found.length > most.activations) throw new UsageError(`${found.length} activations are more than ${most.activations}`)
  return found
}

function hiddenOf(text: string): number[] {
  const layers = text.split(',').map(part => parseCount(part, '--hidden', 1, most.units))
  if (layers.length > most.layers) throw new UsageError(`--hidden: ${layers.length} layers are more than ${most.layers}`)
  return layers
}

/** `compared,relu`: of the catalogue, with their usual parameters, but where the compared function stands. */
const functionsOf = (text: string): (Activation | null)[] =>
  words(text, '--functions').map(name => (name === comparedFunction ? null : activation(name)))

const loadOptions = ({ target, task, ignore, header, test, commonUnit }: Options): LoadOptions => ({
  ...(target !== undefined && { target }),
  ...(task !== undefined && { task }),
  ...(ignore !== undefined && { ignore: words(ignore, '--ignore') }),
  ...(header !== undefined && { header: header ? 'yes' : 'no' }),
  ...(test !== undefined && { test }),
  ...(commonUnit !== undefined && { commonUnit }),
})
