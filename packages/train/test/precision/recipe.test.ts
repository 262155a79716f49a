import { describe, expect, it } from 'vitest'
import { formats, type LowFormat, roundTo } from 'xphi/number'
import { createModel, fp8, type Layer, type Model, type ModelSpec, type Precision, Random, type Rounding } from '../../src/index.ts'

const rows = 6
const inputs = 5
const plain: ModelSpec = { inputs, layers: [{ kind: 'linear', units: 3, bias: false }], loss: 'mse', batch: rows, seed: 1 }
const build = (precision?: Precision, more: Partial<ModelSpec> = {}) => createModel({ ...plain, ...more, ...(precision && { precision }) })

const random = new Random(8)
const normals = (count: number) => Float32Array.from({ length: count }, () => random.normal())
const x = normals(rows * inputs)
const y = normals(rows * 3)
const amaxOf = (values: ArrayLike<number>) => Array.from(values).reduce((most, v) => Math.max(most, Math.abs(v)), 0)

/** By definition: round(x scale) / scale, in f32. */
const rounded = (format: LowFormat, values: Float32Array, scale: number) =>
  values.map(v => roundTo(format, Math.fround(v * scale), { saturate: true }) / scale)
/** Those of bf16 end at 2^100, or their products would be infinite. */
const scaled = (format: LowFormat, values: Float32Array) => Math.fround(Math.min(2 ** 100, formats[format].maximum / amaxOf(values)))

const now = (format: LowFormat, more: Partial<Rounding> = {}): Rounding => ({ format, scaling: 'just-in-time', ...more })

describe('a rounded product', () => {
  it.each(['e4m3', 'e5m2', 'bf16', 'f16'] as const)('in %s is that of the rounded input and weights, bit for bit', async format => {
    const model = await build({ input: now(format), weight: now(format) })
    const reference = await build()
    const { values } = model.parameters[0]
    reference.parameters[0].values.set(rounded(format, values, scaled(format, values)))
    expect(model.scores(x)).toEqual(reference.scores(rounded(format, x, scaled(format, x))))
    expect(model.scores(x)).not.toEqual((await build()).scores(x))
  })

  it('with scales that are powers of two is the product of the numbers of the format accumulated in f32, scaled', async () => {
    const model = await build({ input: now('e4m3', { powers: true }), weight: now('e4m3', { powers: true }) })
    const { result, tensors } = model.observe(() => model.scores(x))
    const [[s], [t]] = tensors.map(({ scales }) => scales)
    expect([s, t].map(Math.log2).every(Number.isInteger)).toBe(true)
    const reference = await build()
    const { values } = reference.parameters[0]
    const grid = (values: Float32Array, scale: number) => values.map(v => roundTo('e4m3', v * scale))
    values.set(grid(values, t))
    expect([...reference.scores(grid(x, s))].map(v => v / (s * t))).toEqual([...result])
  })

  it('leaves weights in f32, and rounds the gradient that its own gradients are made of', async () => {
    const model = await build({ gradient: now('e5m2') })
    const reference = await build()
    const before = model.parameters[0].values.slice()
    const output = reference.scores(x)
    model.gradients(x, y)
    expect(model.parameters[0].values).toEqual(before)
    const gradient = output.map((v, i) => Math.fround(Math.fround(v - y[i]) * Math.fround(2 / (rows * 3))))
    const dy = rounded('e5m2', gradient, scaled('e5m2', gradient))
    for (let u = 0; u < 3; u++)
      for (let i = 0; i < inputs; i++) {
        let sum = 0
        for (let r = 0; r < rows; r++) sum += dy[r * 3 + u] * x[r * inputs + i]
        expect(Math.abs(model.parameters[0].gradient[u * inputs + i] - sum)).toBeLessThan(1e-6)
      }
  })
})

describe('scales', () => {
  const observed = (model: Model, magnitude: number) => {
    const batch = normals(rows * inputs).map(v => v / 100)
    batch[7] = magnitude
    return model.observe(() => model.gradients(batch, y)).tensors[0]
  }

  it('that are delayed remember the greatest magnitude of the last steps, and take their own at first', async () => {
    const model = await build({ input: { format: 'e4m3', scaling: 'delayed', history: 2 } })
    const magnitudes = [1, 8, 2, 4, 1, 1]
    const expected = [1, 1, 8, 8, 4, 4].map(m => Math.fround(448 / m))
    expect(magnitudes.map(m => observed(model, m).scales[0])).toEqual(expected)
    expect(model.roundings[0].saturated).toBe(1)
    model.evaluate(
      Float32Array.from(x, v => 1000 * v),
      y,
    )
    expect(observed(model, 16).scales).toEqual([448])
    model.reset(1)
    expect(observed(model, 16).scales).toEqual([28])
    expect(model.roundings[0]).toMatchObject({ tensor: 'input', name: 'weight', format: 'e4m3', count: rows * inputs, saturated: 0 })
  })

  it('just in time saturate nothing', async () => {
    const model = await build({ input: now('e4m3') })
    expect([1, 1e6, 2].map(m => observed(model, m).amax[0])).toEqual([1, 1e6, 2])
    expect(model.roundings[0].saturated).toBe(0)
  })

  it('are those of a column of the input, and of a row of the weights, by channel', async () => {
    const model = await build({ input: now('e4m3', { per: 'channel' }), weight: now('e4m3', { per: 'channel' }) })
    const { values } = model.parameters[0]
    const { tensors } = model.observe(() => model.scores(x))
    const column = (j: number) => amaxOf(x.filter((_, i) => i % inputs === j))
    expect(tensors[0].amax).toEqual(Array.from({ length: inputs }, (_, j) => column(j)))
    expect(tensors[1].amax).toEqual([0, 1, 2].map(u => amaxOf(values.subarray(u * inputs, (u + 1) * inputs))))
    expect(tensors[1].scales).toEqual(tensors[1].amax.map(amax => Math.fround(448 / amax)))
  })

  it('are 1 for a tensor of zeros, and for one that is not finite', async () => {
    const model = await build({ input: now('e4m3') })
    const { tensors } = model.observe(() => {
      model.scores(new Float32Array(inputs))
      model.scores(new Float32Array(inputs).fill(Number.POSITIVE_INFINITY))
    })
    expect(tensors.map(({ scales }) => scales)).toEqual([[1], [1]])
  })
})

const gated: readonly Layer[] = [
  { kind: 'gated', activation: 'swiglu', units: 4, bias: false },
  { kind: 'linear', units: 3 },
]

describe('a recipe', () => {
  it('rounds the output of a gated layer in its own way, and gate and value apart', async () => {
    const model = await build(fp8('smooth'), { layers: gated })
    const { tensors } = model.observe(() => model.gradients(x, y))
    expect(tensors.map(({ layer, tensor, amax }) => [layer, tensor, amax.length])).toEqual([
      [0, 'input', 1],
      [0, 'weight', 2],
      [1, 'hidden', 1],
      [1, 'weight', 1],
      [1, 'gradient', 1],
      [0, 'gradient', 2],
    ])
    expect(tensors[2].smooth).toHaveLength(4)
    expect(tensors[2].smooth!.map(Math.log2).every(Number.isInteger)).toBe(true)
    expect(tensors[2].amax[0]).toBeGreaterThan(0.5)
    expect(tensors[2].amax[0]).toBeLessThanOrEqual(1)
    const { values } = model.parameters[0]
    expect(tensors[1].amax).toEqual([amaxOf(values.subarray(0, 20)), amaxOf(values.subarray(20))])
  })

  it('folds the smooth scales into the weights after the unit', async () => {
    const model = await build(fp8('smooth-folded'), { layers: gated })
    const { tensors } = model.observe(() => model.gradients(x, y))
    const [hidden, weight] = tensors.slice(2, 4)
    const down = model.parameters[1].values
    expect(weight.amax).toEqual([amaxOf(down.map((w, i) => w / hidden.smooth![i % 4]))])
  })

  it('leaves other layers alone, and no layers none', async () => {
    const some = await build({ ...fp8(), layers: [1] }, { layers: gated })
    some.gradients(x, y)
    expect([...new Set(some.roundings.map(({ layer }) => layer))]).toEqual([1])
    const [none, without] = await Promise.all([build({ ...fp8(), layers: [] }, { layers: gated }), build(undefined, { layers: gated })])
    for (let step = 0; step < 5; step++)
      expect(none.step(x, y, { kind: 'adam', rate: 0.01 })).toBe(without.step(x, y, { kind: 'adam', rate: 0.01 }))
    expect(without.roundings).toEqual([])
    expect(without.observe(() => 7)).toEqual({ result: 7, tensors: [] })
  })

  it('trains attention, an LSTM, convolutions and a tied head', async () => {
    const layers: readonly Layer[] = [
      { kind: 'embedding', vocabulary: 5, units: 8 },
      { kind: 'residual', layers: [{ kind: 'rmsnorm' }, { kind: 'attention', heads: 2, rotary: true }] },
      {
        kind: 'residual',
        layers: [
          { kind: 'gated', activation: 'swiglu', units: 8, taps: 2 },
          { kind: 'linear', units: 8, taps: 2 },
        ],
      },
      { kind: 'lstm', units: 8 },
      { kind: 'unembedding' },
    ]
    const spec = { inputs: 1, layers, loss: 'cross-entropy', batch: 12, sequence: 6, seed: 2, initialisation: 'lecun' } as const
    const tokens = [0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 0, 1]
    const next = tokens.map(token => (token + 1) % 5)
    const learn = async (precision?: Precision) => {
      const model = await createModel({ ...spec, ...(precision && { precision }) })
      const losses = Array.from({ length: 60 }, () => model.step(tokens, next, { kind: 'adam', rate: 0.02 }))
      return losses[losses.length - 1]
    }
    expect(await learn()).toBeLessThan(0.1)
    for (const hidden of ['smooth', 'smooth-folded', 'channel'] as const) expect(await learn(fp8(hidden))).toBeLessThan(0.1)
  })

  it.each<[Precision, string]>([
    [{ input: { format: 'e3m4' as LowFormat } }, "unknown format of input 'e3m4': use f16, bf16, e4m3, e5m2"],
    [{ weight: { format: 'e4m3', scaling: 'late' as 'none' } }, "unknown scaling of weight 'late'"],
    [{ gradient: { format: 'e5m2', per: 'smooth' } }, 'smooth scales are for inputs: gradient has none'],
    [{ hidden: { format: 'e4m3', history: 0 } }, 'the history of hidden is a positive number of steps, got 0'],
    [{ ...fp8('delayed'), fold: true }, 'fold needs the smooth scales of hidden'],
    [{ layers: [1] }, 'no layer 1 to round: use 0 to 0'],
    [{ moments: { first: 'e4m3', second: 'e9' as LowFormat } }, "unknown format of the second moment 'e9'"],
  ])('is refused where it makes no sense: %j', async (precision, message) => {
    await expect(build(precision)).rejects.toThrow(message)
  })
})

describe('moments of Adam in FP8', () => {
  it('are rounded after each update, which uses them as they are then', async () => {
    const model = await build({ moments: { first: 'e4m3', second: 'e5m2' } })
    const { values, gradient } = model.parameters[0]
    const [beta1, beta2, rate, epsilon] = [0.9, 0.99, 0.01, 1e-8]
    const expected = Float64Array.from(values)
    let [first, second] = [new Float32Array(15), new Float32Array(15)]
    for (let step = 1; step <= 4; step++) {
      model.step(x, y, { kind: 'adam', rate, beta1, beta2, epsilon })
      const [m, v] = [
        first.map((m, i) => beta1 * m + (1 - beta1) * gradient[i]),
        second.map((v, i) => beta2 * v + (1 - beta2) * gradient[i] ** 2),
      ]
      for (let i = 0; i < 15; i++) expected[i] -= (rate * m[i]) / (1 - beta1 ** step) / (Math.sqrt(v[i] / (1 - beta2 ** step)) + epsilon)
      ;[first, second] = [rounded('e4m3', m, scaled('e4m3', m)), rounded('e5m2', v, scaled('e5m2', v))]
    }
    const worst = Math.max(...values.map((v, i) => Math.abs(v - expected[i])))
    expect(worst).toBeLessThan(1e-6)
    expect(model.roundings.map(({ tensor, count }) => [tensor, count])).toEqual([
      ['first moment', 60],
      ['second moment', 60],
    ])
  })
})
