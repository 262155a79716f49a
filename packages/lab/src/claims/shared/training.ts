/** Networks on a data set, trained as the registered tests say: the batches, the split and the standardised features of a comparison. */
import { createModel, DivergenceError, type Layer, type Model, type ModelSpec, type Optimiser, Random } from '@xphi/train'
import { Batches } from '../../compare/batches.ts'
import { Ruler } from '../../compare/measure.ts'
import { outputsOf } from '../../compare/network.ts'
import type { DataSet } from '../../data/dataset.ts'
import { splitRows } from '../../data/split.ts'
import { gather, gatherTargets, standardiser } from '../../data/standardise.ts'

export interface Training {
  /** The hidden layers; a linear one for the classes follows. */
  readonly hidden: readonly Layer[]
  readonly initialisation?: ModelSpec['initialisation']
  readonly epochs: number
  readonly batch: number
  readonly optimiser: Optimiser
  /** So many training rows, drawn by the seed; all where left out. */
  readonly rows?: number
}

export interface Outcome {
  readonly model: Model
  /** Percent of the test part; NaN where the training diverged. */
  readonly accuracy: number
  /** Mean over the batches of the last epoch. */
  readonly trainLoss: number
  /** Training rows, standardised, for what is measured afterwards. */
  readonly x: Float32Array
  readonly y: Float32Array
}

const rowStream = 0x50b5e7
const labelStream = 0x1abe15
const mostRows = 1024

/** The same data with the labels of all rows in random order: nothing is left to learn. */
export function shuffledLabels(data: DataSet, seed: number): DataSet {
  const order = new Random(seed, labelStream).permutation(data.rows)
  return { ...data, y: Float32Array.from(order, row => data.y[row]) }
}

export async function trainOn(data: DataSet, training: Training, seed: number): Promise<Outcome> {
  const { hidden, initialisation, epochs, batch, optimiser } = training
  const { train, measured } = splitRows(data, { seed, measure: 'test' })
  const rows = training.rows === undefined ? train : some(train, training.rows, seed)
  const scaler = standardiser(data, rows)
  const layers: readonly Layer[] = [...hidden, { kind: 'linear', units: outputsOf(data) }]
  const model = await createModel({
    inputs: data.features.length,
    layers,
    loss: 'cross-entropy',
    batch,
    seed,
    ...(initialisation && { initialisation }),
  })
  const batches = new Batches(data, scaler, rows, batch, seed)
  const first = rows.subarray(0, mostRows)
  const x = new Float32Array(first.length * data.features.length)
  const y = new Float32Array(first.length)
  gather(data, scaler, first, x)
  gatherTargets(data, scaler, first, y)
  let trainLoss = Number.NaN
  try {
    for (let epoch = 0; epoch < epochs; epoch++) trainLoss = epochOf(model, batches, optimiser)
    return { model, accuracy: new Ruler(data, scaler, measured, batch).measure(model).metric, trainLoss, x, y }
  } catch (error) {
    if (!(error instanceof DivergenceError)) throw error
    return { model, accuracy: Number.NaN, trainLoss: Number.NaN, x, y }
  }
}

function epochOf(model: Model, batches: Batches, optimiser: Optimiser): number {
  batches.shuffle()
  let total = 0
  for (const block of batches.blocks) {
    batches.fetch(block)
    for (const { x, y } of block.batches) total += model.step(x, y, optimiser)
  }
  return total / batches.steps
}

const some = (rows: Uint32Array, count: number, seed: number): Uint32Array =>
  Uint32Array.from(new Random(seed, rowStream).permutation(rows.length).subarray(0, count), i => rows[i]).sort()
