import { ModelError } from '../errors.ts'
import type { Tensor } from '../parameters.ts'
import { operandsOf } from './operands.ts'
import { sparseInput } from './sparse.ts'
import { type Context, eachSequence, type Operation, parameter, rowOf, type Signal, signal } from './operation.ts'

/** y = x W' + b: weights are [units, inputs] as in PyTorch; strides make the transposes free. With `taps` T the weights are [units, T *
 * inputs] and the last T rows of the sequence count, its beginning preceded by zeros: a causal convolution. */
export interface Projection {
  readonly output: Signal
  forward(first: number, rows: number): void
  backward(rows: number, dy: number, dx: number): void
}

/** `outputs` may pack several projections of `fanOut` units each: their weights are scaled, and rounded, as such. */
export function projection(context: Context, outputs: number, fanOut: number, biased: boolean, taps = 1): Projection {
  const inputs = taps * context.input.width
  const weight = parameter(context, 'weight', [outputs, inputs], context.weightsOf(inputs, fanOut, context.inputMoment))
  const bias = biased ? parameter(context, 'bias', [outputs], { kind: 'constant', value: 0 }) : undefined
  return projectionBy(context, weight, bias, outputs / fanOut)
}

function projectionBy(context: Context, weight: Tensor, bias: Tensor | undefined, parts: number): Projection {
  const { kernels, work, sequence } = context
  const operands = operandsOf(context, weight, parts)
  const { input } = operands
  const [outputs, length] = weight.shape
  const inputs = input.width
  const output = signal(context, outputs)
  const wide = 4 * outputs
  const narrow = 4 * inputs
  const line = 4 * length
  const earlier = Array.from({ length: length / inputs - 1 }, (_, i) => i + 1)
  // What is built last comes first in the backward pass.
  if (earlier.length === 0) weight.begunBy = operands
  // Only there are zeros to be expected, and the lists worth their room.
  const sparse = input === context.features && earlier.length === 0 && inputs >= 64 ? sparseInput(context, weight) : undefined
  return {
    output,
    forward(first, rows) {
      operands.prepare(first, rows)
      const [x, y, w] = [rowOf(input, first), rowOf(output, first), operands.weight()]
      const added = bias?.value ?? 0
      if (sparse?.forward(x, rows, y, added)) return
      kernels.gemm(x, narrow, 4, w, 4, line, y, wide, rows, outputs, inputs, added, work)
      for (const tap of earlier)
        eachSequence(sequence, first, rows, (start, from, to) => {
          const begin = Math.max(from, tap)
          const [x, y] = [rowOf(input, start + begin - tap), rowOf(output, start + begin)]
          kernels.gemm(x, narrow, 4, w + narrow * tap, 4, line, y, wide, to - begin, outputs, inputs, 1, work)
        })
    },
    backward(rows, given, dx) {
      const [dy, w] = [operands.gradient(given, rows), operands.weight()]
      const adds = weight.begunBy === operands ? 0 : 1
      if (!sparse?.backward(input.address, rows, dy))
        kernels.gemm(dy, 4, wide, input.address, narrow, 4, weight.gradient, line, outputs, inputs, rows, adds, work)
      if (bias !== undefined) kernels.addColumnSums(given, bias.gradient, rows, outputs)
      if (dx !== 0) kernels.gemm(dy, wide, 4, w, line, 4, dx, narrow, rows, inputs, outputs, 0, work)
      for (const tap of earlier)
        eachSequence(sequence, 0, rows, (start, _, to) => {
          const [x, y, count, column] = [rowOf(input, start), dy + wide * (start + tap), to - tap, narrow * tap]
          kernels.gemm(y, 4, wide, x, narrow, 4, weight.gradient + column, line, outputs, inputs, count, 1, work)
          if (dx !== 0) kernels.gemm(y, wide, 4, w + column, line, 4, dx + narrow * start, narrow, count, inputs, outputs, 1, work)
        })
    },
  }
}

export function buildLinear(context: Context, units: number, biased: boolean, taps: number): Operation {
  return { name: 'linear', secondMoment: 1, ...projection(context, units, units, biased, taps) }
}

/** The head that shares the embedding's weights (Press and Wolf 2017): a score for each token. */
export function buildUnembedding(context: Context): Operation {
  const { input, parameters } = context
  const weight = parameters.embedding
  if (weight === undefined) throw new ModelError("an unembedding shares the embedding's weights: begin with { kind: 'embedding' }")
  if (weight.shape[1] !== input.width)
    throw new ModelError(`an unembedding takes rows as wide as the embedding: ${input.width} is not ${weight.shape[1]}`)
  return { name: 'unembedding', secondMoment: 1, ...projectionBy(context, weight, undefined, 1) }
}
