import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { alphabetOf, createModel, generate, type Layer, ModelError, Random, transformer, windowsOf } from '../src/index.ts'
import { hasShared, orMissing, readShared } from './shared.ts'

describe('alphabetOf', () => {
  it('gives back any text of its characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const alphabet = alphabetOf(text)
        expect(alphabet.decode(alphabet.encode(text))).toBe(text)
        expect(alphabet.characters).toHaveLength(new Set(text).size)
      }),
    )
  })

  it('is in order, and names a character that it lacks', () => {
    const alphabet = alphabetOf('banana😀')
    expect(alphabet.characters).toEqual(['a', 'b', 'n', '😀'])
    expect(() => alphabet.encode('bonn')).toThrow(new ModelError('the character "o" is not in the alphabet'))
  })
})

describe('windowsOf', () => {
  it('draws every span and the tokens that follow', () => {
    const { x, y, draw } = windowsOf(Int32Array.from([10, 11, 12, 13, 14]), 3, 50)
    draw(new Random(1))
    const starts = Array.from({ length: 50 }, (_, i) => [...x.subarray(3 * i, 3 * i + 3)].join())
    expect(new Set(starts)).toEqual(new Set(['10,11,12', '11,12,13']))
    expect([...y]).toEqual([...x].map(v => v + 1))
    expect(() => windowsOf(new Int32Array(3), 3, 1)).toThrow('a window of 3 needs more than 3 tokens')
  })
})

describe.skipIf(!hasShared)(`names${orMissing}`, () => {
  // The list holds names twice: distinct ones only, or the test part is in the training part.
  const names = hasShared ? [...new Set(gunzipSync(readShared('names/names.txt.gz')).toString().trim().split('\n'))] : []
  const order = new Random(1).permutation(names.length)
  const joined = (from: number, to: number) => `\n${Array.from(order.subarray(from, to), i => names[i]).join('\n')}\n`
  const [train, test] = [joined(0, 26000), joined(26000, names.length)]
  const alphabet = alphabetOf(train)

  /** The mean -log of the share that the training part gives a character after the one before it. */
  function bigramLoss(): number {
    const size = alphabet.characters.length
    const counts = new Float64Array(size * size).fill(1)
    const tokens = alphabet.encode(train)
    for (let i = 1; i < tokens.length; i++) counts[tokens[i - 1] * size + tokens[i]]++
    const seen = alphabet.encode(test)
    let sum = 0
    for (let i = 1; i < seen.length; i++) {
      const row = counts.subarray(seen[i - 1] * size, (seen[i - 1] + 1) * size)
      sum -= Math.log(row[seen[i]] / row.reduce((a, b) => a + b))
    }
    return sum / (seen.length - 1)
  }

  const sequence = 16
  const vocabulary = alphabet.characters.length
  const models: Readonly<Record<string, readonly Layer[]>> = {
    'a transformer': transformer({ vocabulary, width: 32, depth: 1, heads: 4, activation: 'swiglu', positions: 'rotary' }),
    'a gated convolution': [
      { kind: 'embedding', vocabulary, units: 32 },
      { kind: 'residual', layers: [{ kind: 'rmsnorm' }, { kind: 'gated', activation: 'glu', units: 32, taps: 4 }] },
      { kind: 'residual', layers: [{ kind: 'rmsnorm' }, { kind: 'gated', activation: 'glu', units: 32, taps: 4 }] },
      { kind: 'rmsnorm' },
      { kind: 'unembedding' },
    ],
    'an LSTM': [
      { kind: 'embedding', vocabulary, units: 16 },
      { kind: 'lstm', units: 48 },
      { kind: 'linear', units: vocabulary },
    ],
  }
  for (const [name, layers] of Object.entries(models))
    it(`${name} learns more than which letter follows which`, async () => {
      const model = await createModel({ inputs: 1, layers, loss: 'cross-entropy', batch: 32 * sequence, sequence, seed: 1 })
      const windows = windowsOf(alphabet.encode(train), sequence, 32)
      const random = new Random(2)
      const steps = 500
      const rate = { peak: 0.01, warmup: 20, decay: { shape: 'cosine', to: steps } } as const
      for (let step = 0; step < steps; step++) {
        windows.draw(random)
        model.step(windows.x, windows.y, { kind: 'adamw', rate, clip: 1 })
      }
      const tokens = alphabet.encode(test)
      const rows = sequence * Math.floor((tokens.length - 1) / sequence)
      expect(model.evaluate(tokens.subarray(0, rows), tokens.subarray(1, rows + 1)).loss).toBeLessThan(bigramLoss() - 0.1)
      const text = alphabet.decode(generate(model, alphabet.encode('\n'), { tokens: 15, seed: 3 }))
      expect(text).toMatch(/^[a-z\n]{15}$/)
    })
})
