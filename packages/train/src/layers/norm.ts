import { type Context, type Operation, parameter, rowOf, signal } from './operation.ts'

/** LayerNorm with gain and bias, or RMSNorm with gain, over the last axis. */
export function buildNorm(context: Context, kind: 'layernorm' | 'rmsnorm', epsilon: number): Operation {
  const { arena, batch, input, kernels, scratch } = context
  const { width } = input
  const output = signal(context, width)
  const unit = signal(context, width)
  const inverse = arena.floats(batch)
  const unused = scratch.floats('unused', batch * width)
  const gain = parameter(context, 'weight', [width], { kind: 'constant', value: 1 })
  const bias = kind === 'layernorm' ? parameter(context, 'bias', [width], { kind: 'constant', value: 0 }) : gain
  const [forward, backward] =
    kind === 'layernorm' ? [kernels.layerNorm, kernels.layerNormBackward] : [kernels.rmsNorm, kernels.rmsNormBackward]
  return {
    name: kind,
    output,
    secondMoment: 1,
    forward(first, rows) {
      const [x, y, kept] = [rowOf(input, first), rowOf(output, first), rowOf(unit, first)]
      forward(x, gain.value, bias.value, y, kept, inverse + 4 * first, rows, width, epsilon)
    },
    backward(rows, dy, dx) {
      const into = dx === 0 ? unused.address : dx
      backward(dy, gain.value, unit.address, inverse, into, gain.gradient, bias.gradient, rows, width)
    },
  }
}
