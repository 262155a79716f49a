import { describe, expect, it } from 'vitest'
import { createModel, generate, Random, sample, transformer } from '../src/index.ts'

describe('sample', () => {
  it('draws by softmax(scores / temperature)', () => {
    const scores = [0, Math.log(2), Math.log(5), -1000]
    for (const temperature of [0.5, 1, 2]) {
      const random = new Random(3)
      const counts = [0, 0, 0, 0]
      const draws = 20000
      for (let i = 0; i < draws; i++) counts[sample(scores, temperature, random)]++
      const weights = [1, 2 ** (1 / temperature), 5 ** (1 / temperature), 0]
      const total = weights.reduce((a, b) => a + b)
      counts.forEach((count, i) => {
        const share = weights[i] / total
        expect(Math.abs(count / draws - share)).toBeLessThanOrEqual(5 * Math.sqrt((share * (1 - share)) / draws))
      })
    }
  })

  it('ends for infinite scores and names one that is no number', () => {
    const random = new Random(1)
    expect(sample([0, Number.POSITIVE_INFINITY, 3], 1, random)).toBe(1)
    expect(sample([Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY], 1, random)).toBe(0)
    for (let i = 0; i < 100; i++) expect(sample([Number.NEGATIVE_INFINITY, 0], 1e-300, random)).toBe(1)
    expect(() => sample([0, Number.NaN], 1, random)).toThrow('the score of token 1 is not a number')
  })

  it('takes the first of the greatest at temperature 0', () => {
    expect(sample([1, 3, 2, 3], 0, new Random(1))).toBe(1)
  })
})

describe('generate', () => {
  const spec = { inputs: 1, loss: 'cross-entropy', batch: 8, sequence: 8, seed: 1 } as const
  const layers = transformer({ vocabulary: 4, width: 8, depth: 1, heads: 2, activation: 'gelu' })

  it('repeats what a model has learnt by heart', async () => {
    const model = await createModel({ ...spec, layers })
    const text = [0, 1, 2, 3, 3, 2, 1, 0, 0]
    for (let step = 0; step < 300; step++) model.step(text.slice(0, 8), text.slice(1), { kind: 'adam', rate: 0.01 })
    expect([...generate(model, [0], { tokens: 8, temperature: 0 })]).toEqual(text.slice(1))
    expect([...generate(model, [0, 1, 2], { tokens: 3, temperature: 0 })]).toEqual([3, 3, 2])
    expect([...generate(model, [0], { tokens: 8, temperature: 0, stop: [2] })]).toEqual([1])
    expect([...generate(model, [0], { tokens: 0 })]).toEqual([])
  })

  it('names what does not fit', async () => {
    const model = await createModel({ ...spec, layers })
    const first = (...given: Parameters<typeof generate>) => generate(...given).next()
    expect(() => first(model, [], { tokens: 1 })).toThrow('a prompt has 1 to 8 tokens, got 0')
    expect(() => first(model, [0], { tokens: 1, temperature: -1 })).toThrow('a temperature is 0 or more, got -1')
    expect(() => first(model, [4], { tokens: 1 })).toThrow('token 4 of row 0 is not in the vocabulary: use 0 to 3')
    expect(() => model.scores([0, 1], 7)).toThrow('9 rows do not fit a batch of 8')
    expect(() => model.scores([0], -1)).toThrow('rows count from 0, got -1')
    const pairs = await createModel({ ...spec, inputs: 2, layers: [{ kind: 'linear', units: 2 }] })
    expect(() => first(pairs, [0], { tokens: 1 })).toThrow('text is generated from one token a row, not 2')
  })
})
