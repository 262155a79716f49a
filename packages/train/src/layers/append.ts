import { ModelError } from '../errors.ts'
import { type Context, type Operation, rowOf, signal } from './operation.ts'

/** Puts some of the model's own features, times a factor, behind the numbers of each row. */
export function buildAppend(context: Context, features: readonly number[], factor: number): Operation {
  const { arena, features: given, input, inputMoment, parameters } = context
  if (parameters.embedding !== undefined) throw new ModelError('append takes features that are numbers: these are tokens')
  for (const feature of features)
    if (!Number.isInteger(feature) || feature < 0 || feature >= given.width)
      throw new ModelError(`no feature ${feature} to append: use 0 to ${given.width - 1}`)
  const output = signal(context, input.width + features.length)
  const copy = (from: number, fromWidth: number, to: number, toWidth: number, rows: number) => {
    const floats = new Float32Array(arena.memory.buffer)
    const shared = Math.min(fromWidth, toWidth)
    for (let row = 0; row < rows; row++) {
      const start = from / 4 + row * fromWidth
      floats.copyWithin(to / 4 + row * toWidth, start, start + shared)
    }
    return floats
  }
  return {
    name: 'append',
    output,
    secondMoment: (inputMoment * input.width + factor * factor * features.length) / output.width,
    forward(first, rows) {
      const floats = copy(rowOf(input, first), input.width, rowOf(output, first), output.width, rows)
      for (let row = first; row < first + rows; row++)
        for (const [i, feature] of features.entries())
          floats[rowOf(output, row) / 4 + input.width + i] = factor * floats[rowOf(given, row) / 4 + feature]
    },
    backward(rows, dy, dx) {
      if (dx !== 0) copy(dy, output.width, dx, input.width, rows)
    },
  }
}
