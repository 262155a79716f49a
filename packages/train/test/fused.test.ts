import { setFlagsFromString } from 'node:v8'
import { expect, it } from 'vitest'
import { gemmBytes } from 'xphi/wasm'
import { createModel, type Layer, type ModelSpec, Random, transformer } from '../src/index.ts'

// On by itself from Node 22 on.
if (!WebAssembly.validate(gemmBytes({ fused: true }))) setFlagsFromString('--experimental-wasm-relaxed-simd')

const random = new Random(3)
const hidden = (...activations: readonly string[]): readonly Layer[] =>
  activations.flatMap(activation => [{ kind: 'linear', units: 23 } as const, { kind: 'activation', activation } as const])
const perceptron = {
  inputs: 70,
  layers: [...hidden('gelu', 'solu', 'tanh'), { kind: 'linear', units: 5 }],
  batch: 33,
  sequence: 1,
} as const
const text = {
  inputs: 1,
  layers: transformer({ vocabulary: 5, width: 12, depth: 1, heads: 2, activation: 'swiglu', hidden: 10, bias: true, head: 'free' }),
  batch: 36,
  sequence: 12,
}
const recurrent = { ...text, layers: [text.layers[0], { kind: 'lstm', units: 7 }, { kind: 'linear', units: 5 }] } as const

/** Numbers that are mostly 0, or tokens. */
const inputsOf = ({ inputs, batch }: { readonly inputs: number; readonly batch: number }) =>
  Float32Array.from({ length: inputs * batch }, () => (inputs === 1 ? random.below(5) : random.uniform() < 0.3 ? random.normal() : 0))

for (const [name, network] of Object.entries({ perceptron, text, recurrent }))
  for (const mode of ['exact', 'fast'] as const)
    it(`a fused training keeps to the strict one: ${name}, ${mode}`, async () => {
      const x = inputsOf(network)
      const y = Array.from({ length: network.batch }, () => random.below(5))
      const spec: ModelSpec = { ...network, loss: 'cross-entropy', seed: 2, mode }
      const [strict, fused] = await Promise.all([false, true].map(fused => createModel({ ...spec, fused })))
      const losses = (model: typeof strict) => Array.from({ length: 8 }, () => model.step(x, y, { kind: 'adam', rate: 0.01 }))
      const [expected, found] = [losses(strict), losses(fused)]
      for (const [i, loss] of found.entries()) expect(Math.abs(loss / expected[i] - 1), `step ${i + 1}`).toBeLessThan(1e-5)
      // Some last bit differs.
      expect(strict.parameters.some(({ values }, t) => values.some((v, i) => v !== fused.parameters[t].values[i]))).toBe(true)
    })
