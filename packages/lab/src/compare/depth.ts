/** What becomes of the gradient on its way through a deep network, before training and during it. */
import { createModel, type Layer, type Model, type ModelSpec, type Optimiser, Random } from '@xphi/train'
import type { Activation } from 'xphi/formula'
import { layersOf } from './network.ts'

export interface DepthSpec {
  readonly activation: Activation
  readonly initialisation: NonNullable<ModelSpec['initialisation']>
  /** Hidden layers of 64 units. */
  readonly layers: number
  /** Of the weights and of the rows. */
  readonly seed: number
}

export interface DepthPoint {
  /** Mean over the rows, before the step. */
  readonly loss: number
  /** Euclidean norm of the loss gradient of each hidden layer's weights, from the input on. */
  readonly norms: readonly number[]
}

/** A deep network that is looked at while it is trained. */
export interface LiveDepth {
  /** What holds now. Throws a DivergenceError. */
  look(): DepthPoint
  /** What held before one step of the optimiser. Throws a DivergenceError. */
  step(optimiser: Optimiser): DepthPoint
}

const rows = 64
const units = 64
const classes = 10
const rowStream = 0x50b5e7

/** Learns by heart 64 standard normal rows of 64 numbers with random labels of 10 classes: there is no data set in it to choose. */
export async function liveDepth({ activation, initialisation, layers, seed }: DepthSpec): Promise<LiveDepth> {
  const model = await createModel({
    inputs: units,
    layers: layersOf(activation, { hidden: Array.from({ length: layers }, () => units), trainable: 'none' }, classes),
    loss: 'cross-entropy',
    batch: rows,
    seed,
    initialisation,
  })
  const { x, y } = noise(rows, units, classes, seed)
  const point = (loss: number): DepthPoint => ({ loss, norms: normsOf(model).slice(0, layers) })
  return {
    look: () => point(model.gradients(x, y)),
    step: optimiser => point(model.step(x, y, optimiser)),
  }
}

/** `depth` linear layers of `units`, each with its activation. */
export const stack = (depth: number, units: number, activation: Extract<Layer, { kind: 'activation' }>['activation']): readonly Layer[] =>
  Array.from({ length: depth }, (): readonly Layer[] => [
    { kind: 'linear', units },
    { kind: 'activation', activation },
  ]).flat()

/** Euclidean norms of the loss gradient of each layer's weights, layer by layer. */
export function gradientNorms(model: Model, x: Float32Array, y: ArrayLike<number>): readonly number[] {
  model.gradients(x, y)
  return normsOf(model)
}

/** Of the gradient that the last step or look left. */
function normsOf(model: Model): readonly number[] {
  const squares = new Map<number, number>()
  for (const { layer, shape, gradient } of model.parameters) {
    // Biases and parameters of activations are rows.
    if (shape.length > 1) squares.set(layer, (squares.get(layer) ?? 0) + gradient.reduce((sum, g) => sum + g * g, 0))
  }
  return Array.from(squares.values(), Math.sqrt)
}

/** Rows of standard normal numbers, and labels that have nothing to do with them. */
export function noise(rows: number, inputs: number, classes: number, seed: number) {
  const random = new Random(seed, rowStream)
  const x = Float32Array.from({ length: rows * inputs }, () => random.normal())
  return { x, y: Float32Array.from({ length: rows }, () => random.below(classes)) }
}
