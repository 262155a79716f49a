import { type Context, type Operation, signal } from './operation.ts'

/** LayerNorm with gain and bias, or RMSNorm with gain, over the last axis. */
export function buildNorm(context: Context, kind: 'layernorm' | 'rmsnorm', epsilon: number): Operation {
  const { arena, batch, input, kernels, layer, parameters } = context
  const { width } = input
  const output = signal(context, width)
  const unit = signal(context, width)
  const inverse = arena.floats(batch)
  const unused = arena.floats(batch * width)
  const gain = parameters.add(layer, 'weight', [width], { kind: 'constant', value: 1 })
  const bias = kind === 'layernorm' ? parameters.add(layer, 'bias', [width], { kind: 'constant', value: 0 }) : gain
  const [forward, backward] =
    kind === 'layernorm' ? [kernels.layerNorm, kernels.layerNormBackward] : [kernels.rmsNorm, kernels.rmsNormBackward]
  return {
    name: kind,
    output,
    secondMoment: 1,
    forward(rows) {
      forward(input.address, gain.value, bias.value, output.address, unit.address, inverse, rows, width, epsilon)
    },
    backward(rows, dy, dx) {
      const into = dx === 0 ? unused : dx
      backward(dy, gain.value, unit.address, inverse, into, gain.gradient, bias.gradient, rows, width)
    },
  }
}
