import { describe, expect, it } from 'vitest'
import {
  createModel,
  decodeSafetensors,
  encodeSafetensors,
  fp8,
  loadTraining,
  loadWeights,
  ModelError,
  type NamedTensor,
  type Optimiser,
  type Precision,
  Random,
  saveTraining,
  saveWeights,
  transformer,
} from '../src/index.ts'

const layers = transformer({ vocabulary: 5, width: 8, depth: 1, heads: 2, activation: 'swiglu' })
const build = (seed: number) => createModel({ inputs: 1, layers, loss: 'cross-entropy', batch: 6, sequence: 6, seed })

describe('saveWeights and loadWeights', () => {
  it('make one model the other, bit for bit', async () => {
    const [one, other] = [await build(1), await build(2)]
    const text = [0, 1, 2, 3, 4, 0]
    expect(other.scores(text)).not.toEqual(one.scores(text))
    loadWeights(other, saveWeights(one))
    expect(other.scores(text)).toEqual(one.scores(text))
    expect(decodeSafetensors(saveWeights(one)).map(({ name }) => name)).toContain('1.1.input.weight')
  })

  it('change nothing where a tensor does not fit', async () => {
    const [one, other] = [await build(1), await build(2)]
    const before = other.parameters.map(({ values }) => values.slice())
    const tensors = decodeSafetensors(saveWeights(one))
    const loading = (list: typeof tensors) => () => loadWeights(other, encodeSafetensors(list))
    const last = tensors[tensors.length - 1]
    expect(loading(tensors.slice(0, -1))).toThrow(`the file has no tensor '${last.name}'`)
    expect(loading([...tensors, { name: 'more', shape: [1], values: new Float32Array(1) }])).toThrow("the model has no tensor 'more'")
    const wrong = tensors.with(-1, { ...last, shape: [1, ...last.shape] })
    expect(loading(wrong)).toThrow(`tensor '${last.name}' has the shape [1,${last.shape}], the model's has [${last.shape}]`)
    expect(() => loadWeights(other, new Uint8Array(3))).toThrow(ModelError)
    expect(other.parameters.map(({ values }) => values)).toEqual(before)
  })
})

describe('saveTraining and loadTraining', () => {
  const fewSteps = 10
  const rate = { peak: 0.02, warmup: 4, decay: { shape: 'linear', to: 40 } } as const
  const dropping = transformer({ vocabulary: 5, width: 8, depth: 1, heads: 2, activation: 'swiglu', dropout: 0.2 })
  const spec = (precision?: Precision, seed = 1) =>
    createModel({
      inputs: 1,
      layers: dropping,
      loss: 'cross-entropy',
      batch: 6,
      sequence: 6,
      seed,
      ...(precision && { precision }),
    })

  /** Steps on batches that the stream draws; their losses. */
  const steps = (model: Awaited<ReturnType<typeof spec>>, stream: Random, count: number, optimiser: Optimiser): number[] =>
    Array.from({ length: count }, () => {
      const tokens = Array.from({ length: 7 }, () => stream.below(5))
      return model.step(tokens.slice(0, 6), tokens.slice(1), optimiser)
    })

  const recipes: Readonly<Record<string, readonly [Optimiser, Precision?]>> = {
    'SGD with momentum': [{ kind: 'sgd', rate, momentum: 0.9 }],
    Adam: [{ kind: 'adam', rate, beta2: 0.95, clip: 1 }],
    AdamW: [{ kind: 'adamw', rate }],
    'FP8, delayed by tensor': [{ kind: 'adam', rate }, fp8('delayed', 4)],
    'FP8, a longer history than has passed': [{ kind: 'adam', rate }, fp8('smooth', 64)],
    'FP8 by channel, moments too': [
      { kind: 'adam', rate },
      {
        ...fp8('channel', 3),
        weight: { format: 'e4m3', history: 3, per: 'channel' },
        moments: { first: 'e4m3', second: 'e5m2' },
      },
    ],
  }

  it.each(Object.entries(recipes))('20 steps are 10, a file and 10 more, bit for bit: %s', async (_, [optimiser, precision]) => {
    const [whole, first, second] = await Promise.all([spec(precision), spec(precision), spec(precision, 77)])
    const stream = new Random(5)
    const expected = steps(whole, stream, 2 * fewSteps, optimiser)
    const left = new Random(5)
    steps(first, left, fewSteps, optimiser)
    // Another seed and another past: whatever the file leaves out is wrong.
    const resumed = new Random(6)
    steps(second, resumed, 3, optimiser)
    loadTraining(second, saveTraining(first, { data: left }), { data: resumed })
    expect(second.steps).toBe(fewSteps)
    expect(steps(second, resumed, fewSteps, optimiser)).toEqual(expected.slice(fewSteps))
    expect(second.parameters.map(({ values }) => values)).toEqual(whole.parameters.map(({ values }) => values))
    expect(second.roundings).toEqual(whole.roundings)
    expect(saveTraining(second, { data: resumed })).toEqual(saveTraining(whole, { data: stream }))
  })

  it('change nothing where a number cannot be, or a stream or a recipe is another', async () => {
    const optimiser = { kind: 'adam', rate } as const
    const [one, other] = [await spec(fp8('delayed', 4)), await spec(fp8('delayed', 4))]
    const stream = new Random(5)
    steps(one, stream, 3, optimiser)
    const before = saveTraining(other, { data: stream })
    const tensors = decodeSafetensors(saveTraining(one, { data: stream }))
    const loading = (change: (tensor: NamedTensor) => NamedTensor) => () =>
      loadTraining(other, encodeSafetensors(tensors.map(change)), { data: stream })
    const replaced = (name: string, values: readonly number[]) =>
      loading(tensor => (tensor.name.startsWith(name) ? { ...tensor, values: tensor.values.map((_, i) => values[i] ?? 1) } : tensor))
    for (const [name, values, at] of [
      ['steps', [0.5], 0],
      ['steps', [-1], 0],
      ['powers of beta', [2, 0], 0],
      ['powers of beta', [0, Number.NaN], 1],
      ['noise', [0, 0, 0, 0], 0],
      ['noise', [1, 1, 2 ** 32, 1], 2],
      ['stream/data', [1, 0.5, 1, 1], 1],
      ['magnitudes/', [1, 1, -2], 2],
      ['rounded/', [0, -1], 1],
    ] as const)
      expect(replaced(name, values), name).toThrow(new RegExp(`tensor '${name}.*' cannot be ${values[at]} at ${at}$`))
    const file = saveTraining(one, { data: stream })
    expect(() => loadTraining(other, file)).toThrow("the model has no tensor 'stream/data'")
    expect(() => loadTraining(other, saveTraining(one), { data: stream })).toThrow("the file has no tensor 'stream/data'")
    expect(() => loadTraining(other, saveWeights(one))).toThrow("the file has no tensor 'steps'")
    const [longer, plain] = [await spec(fp8('delayed', 5)), await spec()]
    expect(() => loadTraining(longer, file, { data: stream })).toThrow("has the shape [4,1], the model's has [5,1]")
    expect(() => loadTraining(plain, file, { data: stream })).toThrow("the model has no tensor 'magnitudes/")
    expect(saveTraining(other, { data: stream })).toEqual(before)
  })
})
