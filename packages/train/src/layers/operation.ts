import type { Mode } from 'xphi/wasm'
import type { Arena } from '../arena.ts'
import type { Kernels } from '../kernels/index.ts'
import type { Initial, ParameterBlock, Tensor } from '../parameters.ts'
import type { Rounder } from '../precision/quantiser.ts'
import type { Random } from '../random.ts'
import type { Scratch } from '../scratch.ts'

/** A matrix of activations: `width` floats a row, rows adjacent, room for a whole batch. */
export interface Signal {
  readonly address: number
  readonly width: number
  /** It is the output of a gated layer. */
  readonly gated?: true
}

/** One step of the static tape: it reads its input signal and writes its output; addresses never change. */
export interface Operation {
  readonly name: string
  readonly output: Signal
  /** The operations that this one is made of. */
  readonly inner?: readonly Operation[]
  /** Hidden units are dead where this is 0 on every sample: the slope, or the output where no slope is kept. */
  readonly liveness?: Signal
  /** E[y^2] of the output when the input is standard normal, by which the next layer scales its weights. */
  readonly secondMoment: number
  /** Reads and writes `rows` rows from `first` on; earlier rows of the same sequence may be read, as they were left. `noise` is the source
   * of random numbers in training; without it nothing is random. */
  forward(first: number, rows: number, noise?: Random): void
  /** After a forward pass from row 0: adds to parameter gradients and writes dx unless it is 0. dy is kept; dx does not overlap it. */
  backward(rows: number, dy: number, dx: number): void
}

/** What an operation is built with. */
export interface Context {
  readonly arena: Arena
  readonly kernels: Kernels
  readonly parameters: ParameterBlock
  /** There is one where the model has a recipe for low precision. */
  readonly rounder: Rounder | undefined
  /** Of the kernels of activations. */
  readonly mode: Mode
  /** Whether they fuse products with sums. */
  readonly fma: boolean
  /** Buffers that outlive no single pass. */
  readonly scratch: Scratch
  readonly batch: number
  /** Rows that belong together, in order. */
  readonly sequence: number
  /** Scratch of the matrix product. */
  readonly work: number
  /** The index in the model's list, and what stands before the names of parameters of a layer within a layer. */
  readonly layer: number
  readonly prefix: string
  /** Layers around this one. */
  readonly depth: number
  readonly input: Signal
  /** The model's own input. */
  readonly features: Signal
  /** E[x^2] of the input. */
  readonly inputMoment: number
  /** The initialisation scales by second moments. */
  readonly needsMoments: boolean
  readonly weightsOf: (inputs: number, outputs: number, inputMoment: number) => Initial
}

export function signal(context: Context, width: number): Signal {
  return { address: context.arena.floats(context.batch * width), width }
}

/** The address of a row of a signal. */
export const rowOf = ({ address, width }: Signal, row: number): number => address + 4 * width * row

export function parameter(context: Context, name: string, shape: readonly number[], initial: Initial): Tensor {
  return context.parameters.add(context.layer, context.prefix + name, shape, initial)
}

/** For parts of one operation: what they call their parameters begins with `name`. */
export const inside = (context: Context, name: string): Context => ({ ...context, prefix: `${context.prefix}${name}.` })

/** Calls `visit` for each sequence that has some of `rows` rows from `first` on: its first row, and the span [from, to) within it. */
export function eachSequence(
  sequence: number,
  first: number,
  rows: number,
  visit: (start: number, from: number, to: number) => void,
): void {
  const end = first + rows
  for (let row = first; row < end; ) {
    const from = row % sequence
    const to = Math.min(sequence, from + end - row)
    visit(row - from, from, to)
    row += to - from
  }
}
