import { ModelError } from '../errors.ts'
import { type Context, eachSequence, type Operation, parameter, rowOf, signal } from './operation.ts'

/** A row of a table for each token; several tokens a row stand side by side (Bengio and others 2003). With `positions` the n-th row of a
 * sequence has the n-th learned row added. Normal with variance 1 / units, so that a tied head starts with scores of variance 1. */
export function buildEmbedding(context: Context, vocabulary: number, units: number, positions: boolean): Operation {
  const { input, kernels, layer, depth, parameters, sequence } = context
  if (layer > 0 || depth > 0) throw new ModelError('an embedding reads tokens: it must be the first layer')
  const initial = { kind: 'normal', deviation: 1 / Math.sqrt(units) } as const
  const table = parameter(context, 'weight', [vocabulary, units], initial)
  parameters.embedding = table
  const output = signal(context, input.width * units)
  const { width } = output
  const places = positions ? parameter(context, 'positions', [sequence, width], initial) : undefined
  const span = (start: number, from: number, to: number) => {
    const into = rowOf(output, start + from)
    kernels.add(into, into, places!.value + 4 * width * from, (to - from) * width)
  }
  return {
    name: 'embedding',
    output,
    secondMoment: (positions ? 2 : 1) / units,
    forward(first, rows) {
      kernels.gatherRows(table.value, rowOf(input, first), rowOf(output, first), rows * input.width, units)
      if (places !== undefined) eachSequence(sequence, first, rows, span)
    },
    backward(rows, dy) {
      kernels.scatterRows(table.gradient, input.address, dy, rows * input.width, units)
      if (places === undefined) return
      for (let row = 0; row < rows; row += sequence) {
        const count = Math.min(sequence, rows - row)
        kernels.add(places.gradient, places.gradient, dy + 4 * width * row, count * width)
      }
    },
  }
}
