import type { Arena } from './arena.ts'
import type { Random } from './random.ts'

/** How a tensor starts: one value everywhere, or normal numbers around 0. */
export type Initial = { readonly kind: 'constant'; readonly value: number } | { readonly kind: 'normal'; readonly deviation: number }

/** Where one parameter tensor lies; the addresses hold once `ParameterBlock.allocate` has run. */
export interface Tensor {
  readonly layer: number
  readonly name: string
  readonly shape: readonly number[]
  readonly length: number
  readonly offset: number
  readonly initial: Initial
  value: number
  gradient: number
  /** Who begins its gradient in a backward pass by writing all of it; the others add. Where nobody does, it is cleared before. */
  begunBy: object | undefined
}

/** All parameters side by side, and in the same layout their gradients and the optimiser's two moments: one update serves all. */
export class ParameterBlock {
  readonly tensors: Tensor[] = []
  /** The table of the embedding, which a tied head shares. */
  embedding: Tensor | undefined
  /** Floats in each block, paddings included. */
  length = 0
  values = 0
  gradients = 0
  first = 0
  second = 0

  add(layer: number, name: string, shape: readonly number[], initial: Initial): Tensor {
    const length = shape.reduce((product, size) => product * size, 1)
    const tensor = { layer, name, shape, length, offset: this.length, initial, value: 0, gradient: 0, begunBy: undefined }
    this.length += Math.ceil(length / 16) * 16
    this.tensors.push(tensor)
    return tensor
  }

  allocate(arena: Arena): void {
    this.values = arena.floats(this.length)
    this.gradients = arena.floats(this.length)
    this.first = arena.floats(this.length)
    this.second = arena.floats(this.length)
    for (const tensor of this.tensors) {
      tensor.value = this.values + 4 * tensor.offset
      tensor.gradient = this.gradients + 4 * tensor.offset
    }
  }

  /** Before a backward pass. */
  clearGradients(floats: Float32Array): void {
    for (const { begunBy, gradient, length } of this.tensors) if (begunBy === undefined) floats.fill(0, gradient / 4, gradient / 4 + length)
  }

  /** Each layer draws from a stream of its own, so that networks which differ in one layer share the draws of the others. */
  initialise(floats: Float32Array, streamOf: (layer: number) => Random): void {
    const streams = new Map<number, Random>()
    for (const { layer, initial, value, length } of this.tensors) {
      const random = streams.get(layer) ?? streamOf(layer)
      streams.set(layer, random)
      for (let i = 0; i < length; i++)
        floats[value / 4 + i] = initial.kind === 'constant' ? initial.value : initial.deviation * random.normal()
    }
  }

  get count(): number {
    return this.tensors.reduce((sum, tensor) => sum + tensor.length, 0)
  }
}
