import { findEntry } from 'xphi/catalogue'
import type { Activation } from 'xphi/formula'
import type { Layer, Optimiser } from '@xphi/train'
import type { DataSet } from '../data/dataset.ts'
import type { Recipe } from './types.ts'

/** Numbers that a network gives for a row: one a class, or the target. */
export const outputsOf = ({ task }: DataSet): number => (task.kind === 'classification' ? task.classes.length : 1)

/** Units of a gated layer in place of a hidden one of `units`: its three matrices then have about as many weights as two (Shazeer 2020). */
export const gatedUnits = (units: number): number => Math.max(1, Math.round((2 * units) / 3))

/** True where the authors train a parameter of it. Of a formula of one's own all parameters stay as they are given. */
function hasTrainable({ name, formula }: Activation): boolean {
  const entry = findEntry(name)
  return entry?.formula === formula && entry.parameters.some(p => p.trainable)
}

/** The function of each hidden layer. */
const functionsOf = (compared: Activation, { hidden, functions }: Pick<Recipe, 'hidden' | 'functions'>): readonly Activation[] =>
  hidden.map((_, i) => functions?.[i] ?? compared)

/** `16, 16`; `16 (compared), 16 (relu)`. */
export const hiddenText = ({ hidden, functions }: Pick<Recipe, 'hidden' | 'functions'>): string =>
  hidden.map((units, i) => (functions === undefined ? `${units}` : `${units} (${functions[i]?.name ?? 'compared'})`)).join(', ')

/** Hidden layers {linear, activation}, or {gated} at 2/3 of the units; at the end a linear layer. */
export function layersOf(
  compared: Activation,
  recipe: Pick<Recipe, 'hidden' | 'functions' | 'trainable'>,
  outputs: number,
): readonly Layer[] {
  const { hidden, trainable } = recipe
  const layers = functionsOf(compared, recipe).flatMap((activation, i): readonly Layer[] => {
    const units = hidden[i]
    const trained = trainable !== 'none' && hasTrainable(activation) ? { trainable } : {}
    return activation.kind === 'gated'
      ? [{ kind: 'gated', activation, units: gatedUnits(units), ...trained }]
      : [
          { kind: 'linear', units },
          { kind: 'activation', activation, ...trained },
        ]
  })
  return [...layers, { kind: 'linear', units: outputs }]
}

/** A layer for people, who count from 1: `hidden layer 2 (gelu)`. `index` is the model's, from 0. */
export function layerName(compared: Activation, recipe: Recipe, index: number): string {
  const names = functionsOf(compared, recipe).flatMap(({ kind, name }, i) =>
    (kind === 'gated' ? [name] : ['linear', name]).map(part => `hidden layer ${i + 1} (${part})`),
  )
  return names[index] ?? 'the output layer'
}

const constantShare = 0.6

/** The rate is constant and then falls linearly towards 0, which it would reach after the last step. */
export function optimiserOf(kind: Optimiser['kind'], peak: number, steps: number): Optimiser {
  const rate = { peak, decay: { shape: 'linear', from: constantShare * steps, to: steps } } as const
  return kind === 'sgd' ? { kind, rate, momentum: 0.9 } : { kind, rate }
}
