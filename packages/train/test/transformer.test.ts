import { describe, expect, it } from 'vitest'
import { catalogue } from 'xphi/catalogue'
import { createModel, type Layer, ModelError, type ModelSpec, Random, transformer, type TransformerSpec } from '../src/index.ts'

const spec: TransformerSpec = { vocabulary: 9, width: 12, depth: 2, heads: 2, activation: 'gelu' }
const build = (change: Partial<TransformerSpec> = {}, more: Partial<ModelSpec> = {}) =>
  createModel({
    inputs: 1,
    layers: transformer({ ...spec, ...change }),
    loss: 'cross-entropy',
    batch: 32,
    sequence: 8,
    seed: 2,
    initialisation: 'lecun',
    ...more,
  })
const count = async (change: Partial<TransformerSpec>) =>
  (await build(change)).parameters.reduce((sum, { values }) => sum + values.length, 0)

describe('transformer', () => {
  it('has as many parameters as counted by hand', async () => {
    const block = 2 * 12 + (36 * 12 + 36) + (12 * 12 + 12) + 2 * 12 + (48 * 12 + 48) + (12 * 48 + 12)
    expect(await count({})).toBe(9 * 12 + 8 * 12 + 2 * block + 2 * 12)
    const grouped = 12 + 24 * 12 + 12 * 12 + 12 + 2 * 48 * 12
    const change = { keyValueHeads: 1, norm: 'rmsnorm', positions: 'rotary', bias: false, head: 'free' } as const
    expect(await count(change)).toBe(9 * 12 + 2 * grouped + 12 + 9 * 12)
  })

  it('gives a gated layer two thirds of the units: as many parameters', async () => {
    for (const width of [96, 120]) {
      const plain = await count({ width, activation: 'silu', bias: false })
      const gated = await count({ width, activation: 'swiglu', bias: false })
      expect(gated).toBe(plain)
    }
  })

  for (const { name } of catalogue)
    it(`trains with ${name}`, async () => {
      const model = await build({ activation: name, dropout: 0.1 })
      const random = new Random(5)
      const x = Int32Array.from({ length: 32 }, () => random.below(9))
      const y = x.map(token => (token + 1) % 9)
      const before = model.evaluate(x, y).loss
      for (let step = 0; step < 30; step++) model.step(x, y, { kind: 'adam', rate: 0.01 })
      expect(model.evaluate(x, y).loss).toBeLessThan(before / 2)
    })

  it('does not look ahead, nor into other sequences', async () => {
    const model = await build()
    const random = new Random(6)
    const x = Int32Array.from({ length: 32 }, () => random.below(9))
    const scores = model.scores(x)
    for (const changed of [3, 12, 31]) {
      const other = model.scores(x.with(changed, (x[changed] + 1) % 9))
      for (let row = 0; row < 32; row++) {
        const same = scores.subarray(9 * row, 9 * row + 9).every((v, i) => v === other[9 * row + i])
        expect(same, `row ${row} after a change of ${changed}`).toBe(row < changed || row >= 8 * Math.floor(changed / 8) + 8)
      }
    }
  })

  it('shows dead units and divergence within its blocks', async () => {
    const model = await build({ activation: 'relu', depth: 1 })
    const [x, y] = [new Int32Array(32), new Int32Array(32)]
    const bias = model.parameters.find(({ layer, name }) => layer === 2 && name === '1.bias')!.values
    bias.set([-100, -100, -100])
    bias.fill(100, 3)
    expect(model.statistics(x, y).deadShare).toBe(3 / 48)
    model.parameters.find(({ layer, name }) => layer === 1 && name === '1.output.weight')!.values[0] = Number.NaN
    expect(() => model.step(x, y, { kind: 'sgd', rate: 1 })).toThrow('the 1.output.weight of layer 1 (residual) is not finite')
  })

  it('takes sequences shorter than its own', async () => {
    const model = await build({ positions: 'rotary' })
    const short = await build({ positions: 'rotary' }, { sequence: 4, batch: 4 })
    const x = [3, 1, 4, 1]
    expect(model.scores(x)).toEqual(short.scores(x))
    expect(model.gradients(x, [1, 4, 1, 5])).toBe(short.gradients(x, [1, 4, 1, 5]))
    expect(model.parameters.map(({ gradient }) => gradient)).toEqual(short.parameters.map(({ gradient }) => gradient))
  })
})

describe('errors of layers over tokens', () => {
  const building = (layers: readonly Layer[], more: Partial<ModelSpec> = {}) =>
    createModel({ inputs: 1, layers, loss: 'cross-entropy', batch: 8, sequence: 4, seed: 1, ...more })
  const embedding: Layer = { kind: 'embedding', vocabulary: 5, units: 6 }

  it('name the value and the way out', async () => {
    await expect(building([embedding], { sequence: 3 })).rejects.toThrow('a batch of 8 rows holds no whole number of sequences of 3')
    await expect(building([embedding, { kind: 'attention', heads: 1 }], { sequence: 1 })).rejects.toThrow(
      "attention looks at the rows of a sequence: set the model's sequence to more than 1",
    )
    await expect(building([embedding, { kind: 'lstm', units: 2 }], { sequence: 1 })).rejects.toThrow('lstm looks at the rows of a sequence')
    await expect(building([embedding], { sequence: 0 })).rejects.toThrow('sequence must be a positive integer, got 0')
    await expect(building([{ kind: 'linear', units: 2 }, embedding])).rejects.toThrow('it must be the first layer')
    await expect(building([{ kind: 'residual', layers: [embedding] }])).rejects.toThrow('it must be the first layer')
    await expect(building([{ kind: 'unembedding' }])).rejects.toThrow("begin with { kind: 'embedding' }")
    await expect(building([embedding, { kind: 'linear', units: 4 }, { kind: 'unembedding' }])).rejects.toThrow('4 is not 6')
    await expect(building([embedding, { kind: 'residual', layers: [{ kind: 'linear', units: 4 }] }])).rejects.toThrow('4 is not 6')
    await expect(building([embedding, { kind: 'residual', layers: [] }])).rejects.toThrow('a residual needs at least one layer')
    await expect(building([embedding, { kind: 'attention', heads: 4 }])).rejects.toThrow('4 heads do not divide a width of 6')
    await expect(building([embedding, { kind: 'attention', heads: 6, keyValueHeads: 4 }])).rejects.toThrow(
      '4 key and value heads do not divide 6 heads',
    )
    await expect(building([embedding, { kind: 'attention', heads: 2, rotary: true }])).rejects.toThrow('a head of 3 is odd')
    await expect(building([embedding, { kind: 'attention', heads: 1, theta: 0 }])).rejects.toThrow('theta must be a positive number, got 0')
    await expect(building([{ kind: 'embedding', vocabulary: 0, units: 2 }])).rejects.toThrow('vocabulary must be a positive integer, got 0')
    await expect(building([{ kind: 'lstn' } as unknown as Layer])).rejects.toThrow("unknown layer 'lstn'")
    await expect(building([{ kind: 'linear', units: 2 ** 20 }], { batch: 2 ** 20 })).rejects.toThrow(ModelError)
  })

  it('name a token that is none', async () => {
    const model = await building([embedding, { kind: 'linear', units: 2 }])
    for (const token of [5, -1, 1.5, Number.NaN])
      expect(() => model.predict([0, 1, token])).toThrow(`token ${token} of row 2 is not in the vocabulary: use 0 to 4`)
  })
})
