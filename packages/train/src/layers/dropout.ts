import { type Context, type Operation, rowOf, signal } from './operation.ts'

/** Sets a share `rate` of the numbers to 0 and divides the others by 1 - rate, in training only (Srivastava and others 2014). */
export function buildDropout(context: Context, rate: number): Operation {
  const { input, inputMoment, kernels } = context
  const { width } = input
  const output = signal(context, width)
  const mask = signal(context, width)
  const threshold = Math.round(rate * 2 ** 32)
  const scale = 1 / (1 - rate)
  return {
    name: 'dropout',
    output,
    secondMoment: inputMoment,
    forward(first, rows, noise) {
      const [x, y, kept] = [input, output, mask].map(signal => rowOf(signal, first))
      if (noise === undefined) kernels.dropout(x, kept, y, rows * width, 0, 0, 1)
      else kernels.dropout(x, kept, y, rows * width, noise.word(), threshold, scale)
    },
    backward(rows, dy, dx) {
      if (dx !== 0) kernels.multiply(dx, dy, mask.address, rows * width)
    },
  }
}
