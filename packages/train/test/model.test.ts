import { describe, expect, it } from 'vitest'
import { fromFormula } from 'xphi/formula'
import { createModel, DivergenceError, type Layer, type Model, ModelError, type ModelSpec, type Optimiser, Random } from '../src/index.ts'

const adam: Optimiser = { kind: 'adam', rate: 0.01 }
const linear = (units: number): Layer => ({ kind: 'linear', units })
const activation = (name: string): Layer => ({ kind: 'activation', activation: name })
const spec: ModelSpec = {
  inputs: 2,
  layers: [linear(9), activation('gelu'), linear(7), activation('tanh'), linear(2)],
  loss: 'cross-entropy',
  batch: 32,
  seed: 3,
}

/** Is the point outside the circle that holds half of the normal distribution? */
function circle(rows: number, seed = 1): { readonly x: Float32Array; readonly y: Int32Array } {
  const random = new Random(seed)
  const x = Float32Array.from({ length: 2 * rows }, () => random.normal())
  return { x, y: Int32Array.from({ length: rows }, (_, r) => (x[2 * r] ** 2 + x[2 * r + 1] ** 2 > 1.386 ? 1 : 0)) }
}

function run(model: Model, steps: number, rows = 32): number[] {
  const { x, y } = circle(rows)
  return Array.from({ length: steps }, () => model.step(x, y, adam))
}

describe('createModel', () => {
  it('learns', async () => {
    const model = await createModel({ ...spec, batch: 256 })
    const losses = run(model, 400, 256)
    expect(losses[399]).toBeLessThan(0.05)
    const fresh = circle(500, 2)
    expect(model.evaluate(fresh.x, fresh.y).correct).toBeGreaterThan(470)
    expect(model.steps).toBe(400)
  })

  it('gives the same bits for a seed, after a reset too, and others for another seed', async () => {
    const first = await createModel(spec)
    const losses = run(first, 30)
    expect(run(await createModel(spec), 30)).toEqual(losses)
    first.reset(3)
    expect(first.steps).toBe(0)
    expect(run(first, 30)).toEqual(losses)
    first.reset(4)
    expect(run(first, 1)).not.toEqual(losses.slice(0, 1))
  })

  it('keeps these bits on every machine', async () => {
    const model = await createModel(spec)
    expect(run(model, 30)[29]).toMatchInlineSnapshot(`0.27612251129176`)
    expect(model.parameters[0].values[0]).toMatchInlineSnapshot(`-0.30827420949935913`)
  })

  it('trains on fast kernels where it is asked to, nearly as on exact ones', async () => {
    const [exact, fast] = [run(await createModel(spec), 10), run(await createModel({ ...spec, mode: 'fast' }), 10)]
    expect(fast).not.toEqual(exact)
    for (const [i, loss] of fast.entries()) expect(Math.abs(loss / exact[i] - 1)).toBeLessThan(1e-5)
    expect(run(await createModel({ ...spec, mode: 'fast' }), 10)).toEqual(fast)
  })

  it('shares the draws of the other layers between networks that differ in the activation', async () => {
    const relu = await createModel({ ...spec, layers: [linear(9), activation('relu'), linear(7)] })
    const tanh = await createModel({ ...spec, layers: [linear(9), activation('tanh'), linear(7)] })
    expect(relu.parameters[0].values).toEqual(tanh.parameters[0].values)
    const ratios = relu.parameters[2].values.map((w, i) => w / tanh.parameters[2].values[i])
    // gain(relu) / gain(tanh)
    for (const ratio of ratios) expect(ratio).toBeCloseTo(Math.SQRT2 / 1.59254, 4)
  })

  it('initialises with the variance that was asked for', async () => {
    const expected = { gain: 1 / 100, he: 2 / 100, glorot: 2 / 400, lecun: 1 / 100 } as const
    for (const [initialisation, variance] of Object.entries(expected)) {
      const model = await createModel({
        ...spec,
        inputs: 100,
        layers: [linear(300)],
        initialisation: initialisation as NonNullable<ModelSpec['initialisation']>,
      })
      const { values } = model.parameters[0]
      const measured = values.reduce((sum, w) => sum + w * w, 0) / values.length
      // 30 000 draws: the relative standard error is sqrt(2 / 30000) = 0.8 %; four of them.
      expect(Math.abs(measured / variance - 1), initialisation).toBeLessThan(0.033)
    }
  })

  it('keeps the variance of the sums through twenty layers under the gain of any formula', async () => {
    const own = fromFormula('own', 'x * sigmoid(2 * x) - 0.3 * abs(x)')
    const layers = Array.from({ length: 20 }, () => [linear(128), { kind: 'activation', activation: own } as Layer]).flat()
    const model = await createModel({ inputs: 128, layers: [...layers, linear(128)], loss: 'mse', batch: 64, seed: 5 })
    const random = new Random(9)
    const outputs = model.predict(Float32Array.from({ length: 64 * 128 }, () => random.normal()))
    const variance = outputs.reduce((sum, v) => sum + v * v, 0) / outputs.length
    expect(variance).toBeGreaterThan(0.2)
    expect(variance).toBeLessThan(5)
  })

  it('takes batches with fewer rows as if they were whole', async () => {
    const wide = await createModel(spec)
    const narrow = await createModel({ ...spec, batch: 5 })
    run(wide, 3, 32)
    wide.reset(3)
    expect(run(wide, 20, 5)).toEqual(run(narrow, 20, 5))
  })

  it('evaluates and predicts any number of rows, whatever the batch', async () => {
    const { x, y } = circle(71)
    const whole = await createModel({ ...spec, batch: 71 })
    const parts = await createModel({ ...spec, batch: 8 })
    expect(parts.predict(x)).toEqual(whole.predict(x))
    expect(parts.evaluate(x, y).correct).toBe(whole.evaluate(x, y).correct)
    expect(parts.evaluate(x, y).loss).toBeCloseTo(whole.evaluate(x, y).loss, 12)
    const probabilities = whole.predict(x)
    for (let r = 0; r < 71; r++) expect(probabilities[2 * r] + probabilities[2 * r + 1]).toBeCloseTo(1, 6)
    const right = Array.from(y).filter((label, r) => probabilities[2 * r + label] > 0.5).length
    expect(whole.evaluate(x, y).correct).toBe(right)
  })

  it('lets parameters be read and written', async () => {
    const model = await createModel({ ...spec, layers: [linear(2)], loss: 'mse' })
    expect(model.parameters.map(({ name, shape }) => [name, shape])).toEqual([
      ['weight', [2, 2]],
      ['bias', [2]],
    ])
    model.parameters[0].values.set([1, 2, 3, 4])
    model.parameters[1].values.set([10, 20])
    expect([...model.predict([1, 1])]).toEqual([13, 27])
  })
})

describe('divergence', () => {
  it('names the step and the first layer whose numbers are not finite, and leaves the model as it was', async () => {
    const model = await createModel({
      ...spec,
      layers: [linear(4), { kind: 'activation', activation: fromFormula('burst', 'exp(x)') }, linear(2)],
    })
    const { x, y } = circle(32)
    model.step(x, y, adam)
    model.parameters[0].values.fill(1000)
    const before = model.parameters.map(({ values }) => values.slice())
    const error = thrown(() => model.step(x, y, adam))
    expect(error).toMatchObject({ name: 'DivergenceError', step: 2, layer: 1 })
    expect(error.message).toBe(
      'diverged at step 2: the output of layer 1 (burst) is not finite; try a lower rate or another initialisation',
    )
    expect(model.parameters.map(({ values }) => values)).toEqual(before)
  })

  it('names broken weights and broken inputs', async () => {
    const model = await createModel({ ...spec, layers: [linear(9), activation('gelu'), linear(7), activation('relu'), linear(2)] })
    const { x, y } = circle(32)
    expect(thrown(() => model.step(x.with(3, Number.NaN), y, adam)).message).toContain('diverged at step 1: the input is not finite')
    model.parameters[2].values[0] = Number.POSITIVE_INFINITY
    expect(thrown(() => model.step(x, y, adam))).toMatchObject({ layer: 2 })
    expect(thrown(() => model.step(x, y, adam)).message).toContain('the weight of layer 2 (linear) is not finite')
  })

  it('is found when the rate is far too high', async () => {
    const model = await createModel({ ...spec, layers: [linear(8), activation('relu'), linear(1)], loss: 'mse' })
    const { x, y } = circle(32)
    const error = thrown(() => {
      for (let i = 0; i < 1000; i++) model.step(x, y, { kind: 'sgd', rate: 100 })
    })
    expect(error.step).toBeGreaterThan(1)
  })

  function thrown(action: () => void): DivergenceError {
    try {
      action()
    } catch (error) {
      if (error instanceof DivergenceError) return error
      throw error
    }
    throw new Error('nothing was thrown')
  }
})

describe('statistics', () => {
  it('counts parameters, dead units and gradient norms', async () => {
    const model = await createModel({ ...spec, layers: [linear(8), activation('relu'), linear(2)] })
    const { x, y } = circle(50)
    // Three units that no row of the data can wake.
    model.parameters[1].values.set([-100, -100, -100])
    model.parameters[1].values.set([100, 100, 100, 100, 100], 3)
    const { parameters, deadShare, gradientNorms } = model.statistics(x, y)
    expect(parameters).toBe(2 * 8 + 8 + 8 * 2 + 2)
    expect(deadShare).toBe(3 / 8)
    model.gradients(x.slice(0, 64), y.slice(0, 32))
    const norm = (layer: number) => Math.hypot(...model.parameters.filter(p => p.layer === layer).flatMap(p => [...p.gradient]))
    expect(gradientNorms.first).toBeCloseTo(norm(0), 10)
    expect(gradientNorms.last).toBeCloseTo(norm(2), 10)
    expect(gradientNorms.first).toBeGreaterThan(0)
  })

  it('sees a unit that only one row of a late batch wakes as alive', async () => {
    const model = await createModel({ ...spec, layers: [linear(1), activation('relu'), linear(2)], batch: 4 })
    model.parameters[0].values.set([1, 0])
    model.parameters[1].values.set([-5])
    const x = new Float32Array(2 * 11)
    const y = new Int32Array(11)
    expect(model.statistics(x, y).deadShare).toBe(1)
    x[2 * 9] = 6
    expect(model.statistics(x, y).deadShare).toBe(0)
  })
})

describe('errors name the value and the way out', () => {
  const building = (change: Partial<ModelSpec>) => createModel({ ...spec, ...change })

  it('of specs', async () => {
    await expect(building({ layers: [] })).rejects.toThrow(new ModelError('a model needs at least one layer'))
    await expect(building({ batch: 0 })).rejects.toThrow('batch must be a positive integer, got 0')
    await expect(building({ layers: [linear(2.5)] })).rejects.toThrow('units must be a positive integer, got 2.5')
    await expect(building({ layers: [activation('swiglu')] })).rejects.toThrow(
      "swiglu takes a gate and a value: write { kind: 'gated', activation: 'swiglu', units }",
    )
    await expect(building({ layers: [{ kind: 'gated', activation: 'relu', units: 2 }] })).rejects.toThrow('relu is no gated function')
    await expect(building({ layers: [{ kind: 'activation', activation: 'relu', trainable: 'one' }] })).rejects.toThrow(
      'relu has no parameter to train',
    )
    await expect(building({ layers: [activation('gleu')] })).rejects.toThrow("unknown activation 'gleu'")
    for (const [name, known] of [
      ['loss', 'cross-entropy, mse'],
      ['initialisation', 'gain, he, glorot, lecun'],
      ['mode', 'exact, fast'],
    ])
      await expect(building({ [name]: 'fats' })).rejects.toThrow(new ModelError(`unknown ${name} 'fats': use ${known}`))
  })

  it('of data', async () => {
    const model = await createModel(spec)
    expect(() => model.step([1, 2, 3], [0], adam)).toThrow('3 numbers are no rows of 2 inputs')
    expect(() => model.step([1, 2], [0, 1], adam)).toThrow('1 rows need 1 targets, got 2')
    expect(() => model.step([1, 2, 3, 4], [0, 2], adam)).toThrow('label 2 of row 1 is no class: use 0 to 1')
    expect(() => model.step(new Float32Array(66), new Int32Array(33), adam)).toThrow('33 rows do not fit a batch of 32')
  })
})
