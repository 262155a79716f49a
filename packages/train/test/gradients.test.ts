import { describe, expect, it } from 'vitest'
import { fromFormula } from 'xphi/formula'
import { createModel, type Layer, type ModelSpec, Random, type Targets } from '../src/index.ts'
import { referenceLoss } from './reference.ts'

const linear = (units: number): Layer => ({ kind: 'linear', units })
const activation = (name: string, trainable?: 'one' | 'channel'): Layer =>
  trainable === undefined ? { kind: 'activation', activation: name } : { kind: 'activation', activation: name, trainable }

/** Widths that are no multiples of 4 take the kernels through their one-element steps. */
const between = (layer: Layer): readonly Layer[] => [linear(7), layer, linear(6), layer, linear(3)]

const networks: Readonly<Record<string, readonly Layer[]>> = {
  linear: [linear(5), linear(3)],
  'linear without bias': [{ kind: 'linear', units: 5, bias: false }, linear(3)],
  ...Object.fromEntries(
    ['tanh', 'gelu_tanh', 'silu', 'mish', 'softplus', 'snake', 'softmax', 'solu', 'solu_ln', 'log_softmax'].map(name => [
      name,
      between(activation(name)),
    ]),
  ),
  'swish, one beta': between(activation('swish', 'one')),
  'swish, a beta a channel': between(activation('swish', 'channel')),
  'prelu, a slope a channel': between(activation('prelu', 'channel')),
  'own formula with two trained parameters': between({
    kind: 'activation',
    activation: fromFormula('mine', 'a * x * sigmoid(b * x)', { a: 1.5, b: 0.7 }),
    trainable: 'channel',
  }),
  layernorm: between({ kind: 'layernorm' }),
  rmsnorm: between({ kind: 'rmsnorm', epsilon: 0.1 }),
  'features appended': [linear(7), activation('tanh'), { kind: 'append', features: [3, 0], factor: 2.5 }, linear(3)],
  'features appended first': [{ kind: 'append', features: [4] }, linear(3)],
  'activation first': [activation('swish', 'one'), linear(3)],
  'layernorm first': [{ kind: 'layernorm' }, linear(3)],
  'untrained layer first': [activation('silu'), linear(4), activation('tanh'), linear(3)],
  ...Object.fromEntries(
    ['swiglu', 'glu', 'gtu', 'bilinear'].map(name => [
      name,
      [{ kind: 'gated', activation: name, units: 6 }, { kind: 'gated', activation: name, units: 5 }, linear(3)] as Layer[],
    ]),
  ),
  'own gate with a trained parameter': [
    { kind: 'gated', activation: fromFormula('mine', 'gate * sigmoid(b * gate) * value', { b: 1.2 }), units: 6, trainable: 'one' },
    { kind: 'gated', activation: fromFormula('mine', 'gate * sigmoid(b * gate) * value', { b: 1.2 }), units: 5, trainable: 'channel' },
    linear(3),
  ],
}

/** Compares every gradient with the finite difference of the loss in doubles. */
async function check(spec: ModelSpec, x: ArrayLike<number>, y: Targets, random: Random): Promise<void> {
  const model = await createModel(spec)
  // Of which nothing is to be left.
  model.gradients(x, y)
  // Away from the symmetric start: biases that are not 0, gains that are not 1.
  for (const { values } of model.parameters) for (let i = 0; i < values.length; i++) values[i] += 0.1 * random.normal()
  const ours = model.gradients(x, y)
  const parameters = model.parameters.map(({ layer, name, values }) => ({ layer, name, values: Float64Array.from(values) }))
  expect(Math.abs(ours / referenceLoss(spec, parameters, x, y) - 1)).toBeLessThan(1e-6)
  const step = 1e-5
  const differences = parameters.map(({ values }) =>
    values.map((value, i) => {
      const at = (v: number) => {
        values[i] = v
        return referenceLoss(spec, parameters, x, y)
      }
      const difference = (at(value + step) - at(value - step)) / (2 * step)
      values[i] = value
      return difference
    }),
  )
  for (const [t, { name, layer }] of parameters.entries()) {
    // Rounding is relative to the terms of a sum, which the largest gradient of the layer shows.
    const scale = Math.max(...differences.filter((_, i) => parameters[i].layer === layer).flatMap(d => [...d.map(Math.abs)]), 1e-3)
    const worst = Math.max(...differences[t].map((d, i) => Math.abs(d - model.parameters[t].gradient[i])))
    expect(worst / scale, `${name} of layer ${layer}`).toBeLessThan(2e-6)
  }
}

describe('gradients are the finite differences of the loss in doubles', () => {
  for (const loss of ['cross-entropy', 'mse'] as const)
    for (const [name, layers] of Object.entries(networks))
      it(`${name}, ${loss}`, async () => {
        const random = new Random(11)
        const rows = 9
        const x = Float32Array.from({ length: rows * 5 }, () => random.normal())
        const y = Array.from({ length: loss === 'mse' ? rows * 3 : rows }, () =>
          loss === 'mse' ? Math.fround(random.normal()) : random.below(3),
        )
        await check({ inputs: 5, layers, loss, batch: 10, seed: 4, initialisation: 'he' }, x, y, random)
      })
})

const embedding = (units: number, more: { readonly positions?: boolean } = {}): Layer => ({
  kind: 'embedding',
  vocabulary: 5,
  units,
  ...more,
})
const residual = (...layers: readonly Layer[]): Layer => ({ kind: 'residual', layers })
const attention = (heads: number, more: Partial<Layer & { kind: 'attention' }> = {}): Layer => ({ kind: 'attention', heads, ...more })
const head = linear(5)

const sequences: Readonly<Record<string, readonly Layer[]>> = {
  'embedding, free head': [embedding(6), head],
  'embedding, tied head': [embedding(6), activation('tanh'), { kind: 'unembedding' }],
  'two tied heads': [embedding(6), { kind: 'unembedding' }, activation('tanh'), linear(6), { kind: 'unembedding' }],
  'embedding with positions': [embedding(3, { positions: true }), activation('silu'), head],
  'residual of one layer': [embedding(6), residual(linear(6)), head],
  'residual in a residual': [
    embedding(6),
    residual(linear(4), activation('tanh'), residual(activation('silu'), linear(4)), linear(6)),
    head,
  ],
  'residual without parameters': [embedding(6), residual(activation('gelu_tanh')), head],
  'dropout of nothing': [embedding(6), { kind: 'dropout', rate: 0 }, head],
  'a convolution of two taps': [embedding(5), { kind: 'linear', units: 7, taps: 2 }, activation('tanh'), head],
  'a convolution longer than the sequence': [embedding(2), { kind: 'linear', units: 3, taps: 8, bias: false }, activation('tanh'), head],
  'a gated convolution': [
    embedding(4),
    residual({ kind: 'gated', activation: 'glu', units: 4, taps: 4 }),
    residual({ kind: 'gated', activation: 'gtu', units: 4, taps: 3 }),
    head,
  ],
  'an LSTM': [embedding(4), { kind: 'lstm', units: 5 }, head],
  'an LSTM on an LSTM, without biases': [
    embedding(3),
    { kind: 'lstm', units: 4, bias: false },
    { kind: 'lstm', units: 3, bias: false },
    head,
  ],
  'attention, one head': [embedding(5), attention(1), head],
  'attention, heads of a width that is no multiple of 4': [embedding(6), attention(2), head],
  'attention, no mask, no bias': [embedding(4), attention(2, { causal: false, bias: false }), head],
  'attention, shared keys and values': [embedding(8), attention(4, { keyValueHeads: 2 }), head],
  'attention, one key and value for all': [embedding(6), attention(3, { keyValueHeads: 1 }), head],
  'attention, rotary, heads of 4': [embedding(8), attention(2, { rotary: true, keyValueHeads: 1 }), head],
  'attention, rotary, heads of 6': [embedding(6), attention(1, { rotary: true, theta: 30 }), head],
  'a block with learned positions, LayerNorm, tied head': [
    embedding(6, { positions: true }),
    residual({ kind: 'layernorm' }, attention(2)),
    residual({ kind: 'layernorm' }, linear(9), activation('solu_ln'), linear(6)),
    { kind: 'layernorm' },
    { kind: 'unembedding' },
  ],
  'a rotary block with RMSNorm and SwiGLU': [
    embedding(8),
    residual({ kind: 'rmsnorm' }, attention(2, { rotary: true, bias: false })),
    residual(
      { kind: 'rmsnorm' },
      { kind: 'gated', activation: 'swiglu', units: 5, bias: false },
      { kind: 'linear', units: 8, bias: false },
    ),
    { kind: 'rmsnorm' },
    head,
  ],
}

describe('gradients over sequences are the finite differences of the loss in doubles', () => {
  // Two sequences and a shorter one.
  const rows = 14
  for (const [name, layers] of Object.entries(sequences))
    it(name, async () => {
      const random = new Random(12)
      const tokens = Array.from({ length: rows }, () => random.below(5))
      const y = Array.from({ length: rows }, () => random.below(5))
      await check({ inputs: 1, layers, loss: 'cross-entropy', batch: 18, sequence: 6, seed: 4, initialisation: 'lecun' }, tokens, y, random)
    })

  it('several tokens a row', async () => {
    const random = new Random(13)
    const layers = [embedding(3, { positions: true }), linear(7), activation('tanh'), head]
    const x = Array.from({ length: rows * 3 }, () => random.below(5))
    const y = Array.from({ length: rows }, () => random.below(5))
    await check({ inputs: 3, layers, loss: 'cross-entropy', batch: 18, sequence: 6, seed: 4, initialisation: 'lecun' }, x, y, random)
  })

  for (const causal of [true, false])
    it(`attention over a sequence longer than its blocks, ${causal ? '' : 'not '}causal`, async () => {
      const random = new Random(15)
      const layers = [embedding(4), attention(2, { causal, keyValueHeads: 1, bias: false }), head]
      const tokens = Array.from({ length: 77 }, () => random.below(5))
      const y = Array.from({ length: 77 }, () => random.below(5))
      await check(
        { inputs: 1, layers, loss: 'cross-entropy', batch: 80, sequence: 40, seed: 4, initialisation: 'lecun' },
        tokens,
        y,
        random,
      )
    })

  it('attention over numbers', async () => {
    const random = new Random(14)
    const x = Float32Array.from({ length: rows * 4 }, () => random.normal())
    const y = Float32Array.from({ length: rows * 3 }, () => random.normal())
    await check({ inputs: 4, layers: [attention(2), linear(3)], loss: 'mse', batch: 18, sequence: 6, seed: 4 }, x, y, random)
  })
})
