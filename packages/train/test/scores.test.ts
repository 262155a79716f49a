import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createModel, type Layer, Random, transformer } from '../src/index.ts'

const embedding: Layer = { kind: 'embedding', vocabulary: 7, units: 10, positions: true }
const networks: Readonly<Record<string, readonly Layer[]>> = {
  'a transformer with learned positions': transformer({
    vocabulary: 7,
    width: 10,
    depth: 2,
    heads: 2,
    activation: 'solu_ln',
    dropout: 0.2,
  }),
  'a rotary transformer': transformer({ vocabulary: 7, width: 12, depth: 2, heads: 2, activation: 'swiglu', positions: 'rotary' }),
  convolutions: [embedding, { kind: 'gated', activation: 'glu', units: 9, taps: 3 }, { kind: 'linear', units: 7, taps: 5 }],
  'an LSTM': [embedding, { kind: 'lstm', units: 6 }, { kind: 'lstm', units: 7 }],
}

describe('scores of a growing text are those of the whole, bit for bit', () => {
  for (const [name, layers] of Object.entries(networks))
    it(name, async () => {
      const model = await createModel({ inputs: 1, layers, loss: 'cross-entropy', batch: 24, sequence: 12, seed: 1 })
      const random = new Random(2)
      const text = Int32Array.from({ length: 24 }, () => random.below(7))
      const whole = model.scores(text)
      fc.assert(
        fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 23 }), { maxLength: 6 }), cuts => {
          // Another text leaves other rows behind.
          model.scores(text.map(token => (token + 3) % 7))
          const ends = [...cuts.sort((a, b) => a - b), 24]
          const parts = ends.map((end, i) => model.scores(text.slice(ends[i - 1] ?? 0, end), ends[i - 1] ?? 0))
          expect(parts.flatMap(part => [...part])).toEqual([...whole])
        }),
        { numRuns: 30 },
      )
    })
})
