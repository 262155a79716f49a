import type { Random } from '../random.ts'
import type { Context, Operation, Signal } from './operation.ts'

/** Operations one after another; between two of them the gradient lies in one of two buffers, which sequences of one depth share. */
export interface Sequence {
  readonly operations: readonly Operation[]
  readonly output: Signal
  readonly secondMoment: number
  forward(first: number, rows: number, noise?: Random): void
  backward(rows: number, dy: number, dx: number): void
}

export async function buildSequence<Layer>(
  context: Context,
  layers: readonly Layer[],
  build: (context: Context, layer: Layer, index: number) => Promise<Operation>,
): Promise<Sequence> {
  const { batch, depth, parameters, scratch } = context
  const operations: Operation[] = []
  let { input, inputMoment } = context
  let firstTrained = layers.length
  for (const [index, layer] of layers.entries()) {
    const before = parameters.tensors.length
    const operation = await build({ ...context, input, inputMoment }, layer, index)
    if (parameters.tensors.length > before) firstTrained = Math.min(firstTrained, index)
    operations.push(operation)
    input = operation.output
    inputMoment = operation.secondMoment
  }
  const widest = Math.max(...operations.map(({ output }) => output.width))
  const gradients = [0, 1].map(parity => scratch.floats(`gradient ${depth} ${parity}`, batch * widest))
  const last = operations.length - 1
  return {
    operations,
    output: input,
    secondMoment: inputMoment,
    forward(first, rows, noise) {
      for (const operation of operations) operation.forward(first, rows, noise)
    },
    backward(rows, dy, dx) {
      // Where nobody asks for dx, nothing before the first operation with parameters needs a gradient.
      const end = dx === 0 ? firstTrained : 0
      for (let i = last; i >= end; i--)
        operations[i].backward(rows, i === last ? dy : gradients[i % 2].address, i === end ? dx : gradients[(i + 1) % 2].address)
    },
  }
}
