import type { Arena } from '../arena.ts'
import type { Kernels } from '../kernels/index.ts'
import type { Initial, ParameterBlock } from '../parameters.ts'

/** A matrix of activations: `width` floats a row, rows adjacent, room for a whole batch. */
export interface Signal {
  readonly address: number
  readonly width: number
}

/** One step of the static tape: it reads its input signal and writes its output; addresses never change. */
export interface Operation {
  readonly name: string
  readonly output: Signal
  /** Hidden units are dead where this is 0 on every sample: the slope, or the output where no slope is kept. */
  readonly liveness?: Signal
  /** E[y^2] of the output when the input is standard normal, by which the next layer scales its weights. */
  readonly secondMoment: number
  forward(rows: number): void
  /** Adds to parameter gradients and writes dx unless it is 0. dy may be overwritten; dx does not overlap it. */
  backward(rows: number, dy: number, dx: number): void
}

/** What an operation is built with. */
export interface Context {
  readonly arena: Arena
  readonly kernels: Kernels
  readonly parameters: ParameterBlock
  readonly batch: number
  /** Scratch of the matrix product. */
  readonly work: number
  readonly layer: number
  readonly input: Signal
  /** E[x^2] of the input. */
  readonly inputMoment: number
  /** The initialisation scales by second moments. */
  readonly needsMoments: boolean
  readonly weightsOf: (inputs: number, outputs: number, inputMoment: number) => Initial
}

export function signal(context: Context, width: number): Signal {
  return { address: context.arena.floats(context.batch * width), width }
}
