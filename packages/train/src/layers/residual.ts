import { ModelError } from '../errors.ts'
import { type Context, type Operation, rowOf, signal } from './operation.ts'
import type { Sequence } from './sequence.ts'

/** y = x + f(x) (He and others 2015), f a sequence of layers. */
export function residual(context: Context, f: Sequence): Operation {
  const { input, inputMoment, kernels } = context
  const { width } = input
  if (f.output.width !== width)
    throw new ModelError(`a residual adds what its layers give to their input: ${f.output.width} is not ${width}`)
  const output = signal(context, width)
  return {
    name: 'residual',
    output,
    inner: f.operations,
    secondMoment: inputMoment + f.secondMoment,
    forward(first, rows, noise) {
      f.forward(first, rows, noise)
      kernels.add(rowOf(output, first), rowOf(input, first), rowOf(f.output, first), rows * width)
    },
    backward(rows, dy, dx) {
      f.backward(rows, dy, dx)
      if (dx !== 0) kernels.add(dx, dx, dy, rows * width)
    },
  }
}
