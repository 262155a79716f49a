import type { Tensor } from '../parameters.ts'
import { type Context, type Operation, type Signal, signal } from './operation.ts'

/** y = x W' + b: weights are [units, inputs] as in PyTorch; strides make the transposes free. */
export interface Projection {
  readonly output: Signal
  forward(rows: number): void
  backward(rows: number, dy: number, dx: number): void
}

/** `outputs` may pack several projections; their weights are scaled as `fanOut` units each. */
export function projection(context: Context, outputs: number, fanOut: number, biased: boolean): Projection {
  const { kernels, work, input, layer, parameters } = context
  const inputs = input.width
  const output = signal(context, outputs)
  const weight = parameters.add(layer, 'weight', [outputs, inputs], context.weightsOf(inputs, fanOut, context.inputMoment))
  const bias: Tensor | undefined = biased ? parameters.add(layer, 'bias', [outputs], { kind: 'constant', value: 0 }) : undefined
  const wide = 4 * outputs
  const narrow = 4 * inputs
  return {
    output,
    forward(rows) {
      if (bias !== undefined) kernels.fillRows(output.address, bias.value, rows, outputs)
      const accumulate = bias === undefined ? 0 : 1
      kernels.gemm(input.address, narrow, 4, weight.value, 4, narrow, output.address, wide, rows, outputs, inputs, accumulate, work)
    },
    backward(rows, dy, dx) {
      kernels.gemm(dy, 4, wide, input.address, narrow, 4, weight.gradient, narrow, outputs, inputs, rows, 1, work)
      if (bias !== undefined) kernels.addColumnSums(dy, bias.gradient, rows, outputs)
      if (dx !== 0) kernels.gemm(dy, wide, 4, weight.value, narrow, 4, dx, narrow, rows, inputs, outputs, 0, work)
    },
  }
}

export function buildLinear(context: Context, units: number, biased: boolean): Operation {
  return { name: 'linear', secondMoment: 1, ...projection(context, units, units, biased) }
}
