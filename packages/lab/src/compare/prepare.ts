import { createModel, type Model } from '@xphi/train'
import type { DataSet } from '../data/dataset.ts'
import { splitRows } from '../data/split.ts'
import { type Standardiser, standardiser } from '../data/standardise.ts'
import { Batches } from './batches.ts'
import { Ruler } from './measure.ts'
import { layersOf, outputsOf } from './network.ts'
import { precisions } from './precision.ts'
import type { TrialSpec } from './types.ts'

/** A trial before its first step: everything that follows from the data and the spec. */
export interface Prepared {
  readonly model: Model
  readonly batches: Batches
  readonly ruler: Ruler
  readonly scaler: Standardiser
  /** The rows that it is trained on. */
  readonly train: Uint32Array
  /** In all epochs. */
  readonly steps: number
}

/** Throws a DataError for too few rows, a ModelError for a network that cannot be built, and what xphi throws for a formula. */
export async function prepare(data: DataSet, spec: TrialSpec): Promise<Prepared> {
  const { activation, seed, recipe } = spec
  const { train, measured } = splitRows(data, spec)
  const scaler = standardiser(data, train)
  const batch = Math.min(recipe.batch, train.length)
  const model = await createModel({
    inputs: data.features.length,
    layers: layersOf(activation, recipe, outputsOf(data)),
    loss: data.task.kind === 'classification' ? 'cross-entropy' : 'mse',
    batch,
    seed,
    ...(recipe.initialisation && { initialisation: recipe.initialisation }),
    ...(recipe.precision && { precision: precisions[recipe.precision] }),
  })
  const batches = new Batches(data, scaler, train, batch, seed)
  return { model, batches, ruler: new Ruler(data, scaler, measured, batch), scaler, train, steps: recipe.epochs * batches.steps }
}
