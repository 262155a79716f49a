import { createModel } from '@xphi/train'
import { describe, expect, it } from 'vitest'
import { fromFormula } from 'xphi/formula'
import { perceptronAccuracy } from '../../src/compare/perceptron.ts'
import { runTrial, type TrialProgress } from '../../src/compare/trial.ts'
import { generators } from '../../src/data/generators.ts'
import { plane, recipe, rings, specOf, timeless, trained } from './rings.ts'

describe('runTrial', () => {
  it('parts the two donuts with tanh, relu and gelu, where a perceptron does not', async () => {
    const data = generators.get('donuts')!({ seed: 1 })
    for (const seed of [1, 2, 3]) {
      for (const name of ['tanh', 'relu', 'gelu']) {
        const trial = trained(await runTrial(data, specOf(name, { seed, recipe: { ...recipe, ...data.suggested } })))
        expect(trial.metric, `${name}, seed ${seed}`).toBeGreaterThanOrEqual(99)
      }
      expect(perceptronAccuracy(data, seed)).toBeLessThanOrEqual(70)
    }
  })

  it('repeats bit for bit, and differs for another seed', async () => {
    const first = await runTrial(rings(), specOf('gelu'))
    expect(timeless(await runTrial(rings(), specOf('gelu')))).toEqual(timeless(first))
    expect(trained(await runTrial(rings(), specOf('gelu', { seed: 2 }))).curve).not.toEqual(first.curve)
  })

  it('shows all activations the same batches: functions that are the same train the same', async () => {
    const silu = await runTrial(rings(), specOf('silu'))
    const written = await runTrial(rings(), specOf(fromFormula('mine', 'x * sigmoid(x)')))
    expect(trained(written).curve).toEqual(trained(silu).curve)
    expect(trained(written).boundary).toEqual(trained(silu).boundary)
  })

  it('gives one point an epoch, at most 200 of them, the last one being the result', async () => {
    const short = trained(await runTrial(rings(), specOf('relu')))
    expect(short.curve.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5])
    expect(short.curve[4].metric).toBe(short.metric)
    // 320 training rows: 10 steps an epoch.
    expect(short.steps).toBe(50)
    const long = trained(await runTrial(rings(40), specOf('relu', { recipe: { ...recipe, epochs: 451 } })))
    expect(long.curve.length).toBe(151)
    expect(long.curve[150].epoch).toBe(451)
  })

  it('uses the last, smaller batch', async () => {
    // 320 training rows are three batches of 100 and one of 20.
    const trial = trained(await runTrial(rings(), specOf('relu', { recipe: { ...recipe, batch: 100 } })))
    expect(trial.steps).toBe(20)
    // Batches larger than the part are the part.
    expect(trained(await runTrial(rings(), specOf('relu', { recipe: { ...recipe, batch: 5000 } }))).steps).toBe(5)
  })

  it('lets the rate fall, so that the curve settles', async () => {
    // The last epoch moves with 1/40 of the rate on average; with a wild constant rate it would move as the others.
    const { curve } = trained(await runTrial(rings(), specOf('relu', { rate: 0.1, recipe: { ...recipe, epochs: 40 } })))
    const change = (from: number) => Math.abs(curve[from].trainLoss - curve[from - 1].trainLoss)
    expect(change(39)).toBeLessThan(Math.max(change(10), change(15), change(20)))
  })

  it('measures a regression in the unit of its target', async () => {
    const spec = specOf('relu', { recipe: { ...recipe, hidden: [], epochs: 120 } })
    const trial = trained(await runTrial(plane(), spec))
    // Standardised targets have a mean square of 1; the target's deviation is 50 sqrt(5) = 112.
    expect(trial.metric).toBeLessThan(1)
    expect(trial.metric / Math.sqrt(trial.testLoss)).toBeGreaterThan(90)
    expect(trial.metric / Math.sqrt(trial.testLoss)).toBeLessThan(135)
    // Its grid is in the target's unit too: about 1000 in the middle.
    const { boundary, deadShare } = trial
    expect(deadShare).toBeNaN()
    expect(boundary!.outputs).toBe(1)
    const [a, b] = [0, 1].map(i => (boundary!.from[i] + boundary!.to[i]) / 2)
    const middle = [31, 32].flatMap(i => [31, 32].map(j => boundary!.values[64 * i + j])).reduce((sum, v) => sum + v / 4, 0)
    expect(Math.abs(middle - (1000 + 50 * (a - (2 * b) / 1000)))).toBeLessThan(2)
  })

  it('draws the grid with rows from the lowest second feature up, and probabilities that add to 1', async () => {
    // The class says whether the second feature is positive.
    const base = rings()
    const data = { ...base, y: Float32Array.from({ length: base.rows }, (_, r) => Number(base.x[2 * r + 1] > 0)) }
    const { boundary } = trained(await runTrial(data, specOf('tanh', { recipe: { ...recipe, epochs: 20 } })))
    const { side, from, to, values, outputs } = boundary!
    expect([side, outputs, values.length]).toEqual([64, 2, 64 * 64 * 2])
    const positive = (row: number, column: number) => values[2 * (64 * row + column) + 1]
    for (const column of [0, 31, 63]) {
      expect(positive(2, column)).toBeLessThan(0.1)
      expect(positive(61, column)).toBeGreaterThan(0.9)
    }
    for (let i = 0; i < values.length; i += 2) expect(Math.abs(values[i] + values[i + 1] - 1)).toBeLessThan(1e-6)
    const xs = base.x.filter((_, i) => i % 2 === 0)
    const room = 0.05 * (Math.max(...xs) - Math.min(...xs))
    expect(from[0]).toBeCloseTo(Math.min(...xs) - room, 6)
    expect(to[0]).toBeCloseTo(Math.max(...xs) + room, 6)
  })

  it('draws none for a validation run, and holds the test part out of it', async () => {
    const data = rings(400, { testFrom: 200 })
    const spoilt = { ...data, x: data.x.map((v, i) => (i >= 400 ? 1e30 : v)) }
    const spec = specOf('relu', { measure: 'validation' })
    const trial = await runTrial(data, spec)
    expect(trial).not.toHaveProperty('boundary')
    expect(timeless(await runTrial(spoilt, spec))).toEqual(timeless(trial))
  })

  it('gives the error of each row of a validation run, which add up to its figure', async () => {
    const spec = { measure: 'validation', rate: 0.001 } as const
    const classes = trained(await runTrial(rings(), specOf('relu', spec)))
    expect(classes.errors!.length).toBe(64)
    expect(new Set(classes.errors)).toEqual(new Set([0, 1]))
    expect(100 - (100 * classes.errors!.reduce((sum, e) => sum + e, 0)) / 64).toBe(classes.metric)
    const numbers = trained(await runTrial(plane(), specOf('relu', spec)))
    expect(numbers.errors!.length).toBe(48)
    expect(numbers.errors!.reduce((sum, e) => sum + e, 0) / 48 / numbers.testLoss).toBeCloseTo(1, 5)
    expect(await runTrial(rings(), specOf('relu'))).not.toHaveProperty('errors')
  })

  it('fits nothing to the test part', async () => {
    const data = rings(400, { testFrom: 200 })
    const spoilt = { ...data, x: data.x.map((v, i) => (i >= 400 ? v + 1000 : v)) }
    const losses = async (of: typeof data) => (await runTrial(of, specOf('relu'))).curve.map(({ trainLoss }) => trainLoss)
    expect(await losses(spoilt)).toEqual(await losses(data))
  })

  it("trains what the authors train, and nothing of a formula of one's own", async () => {
    const parametersOf = async (...[of, over]: Parameters<typeof specOf>) => trained(await runTrial(rings(), specOf(of, over))).parameters
    // 2 x 8 + 8, 8 x 2 + 2.
    expect(await parametersOf('relu')).toBe(42)
    expect(await parametersOf('prelu')).toBe(43)
    expect(await parametersOf('swish', { recipe: { ...recipe, trainable: 'channel' } })).toBe(50)
    expect(await parametersOf('prelu', { recipe: { ...recipe, trainable: 'none' } })).toBe(42)
    expect(await parametersOf('leaky_relu')).toBe(42)
    expect(await parametersOf(fromFormula('mine', 'x * sigmoid(k * x)', { k: 2 }))).toBe(42)
  })

  it('gives gated layers 2/3 of the units', async () => {
    // round(16 / 3) = 5: twice 2 x 5 + 5, then 5 x 2 + 2.
    expect(trained(await runTrial(rings(), specOf('swiglu'))).parameters).toBe(42)
    const one = specOf('glu', { recipe: { ...recipe, hidden: [1] } })
    expect(trained(await runTrial(rings(), one)).parameters).toBe(2 * 3 + 4)
  })

  it('reports a run that diverges, with what it did before', async () => {
    const cube = fromFormula('cube', 'x * x * x')
    const trial = await runTrial(rings(), specOf(cube, { rate: 1e6, recipe: { ...recipe, optimiser: 'sgd', hidden: [8, 8] } }))
    if (trial.outcome !== 'diverged') throw new Error('it did not diverge')
    expect(trial.step).toBeGreaterThan(1)
    expect(trial.step).toBeLessThan(10)
    expect(trial.layer).toBeGreaterThanOrEqual(0)
    expect(trial.layer).toBeLessThan(5)
    expect(trial.where).toMatch(/^hidden layer [12] \((linear|cube)\)$|^the output layer$/)
    expect(trial.message).toContain(`diverged at step ${trial.step}: a number in ${trial.where} is not finite`)
    expect(trial.curve).toEqual([])
  })

  it('throws for a network that cannot be built', async () => {
    await expect(runTrial(rings(), specOf(fromFormula('steep', 'exp(exp(x))')))).rejects.toThrow("no gain for 'steep'")
  })

  it('counts dead units, and compares the gradients of the first and the last layer', async () => {
    const dead = trained(await runTrial(rings(), specOf('threshold')))
    expect(dead.deadShare).toBe(1)
    expect(dead.gradientRatio).toBe(0)
    const alive = trained(await runTrial(rings(), specOf('tanh')))
    expect(alive.deadShare).toBe(0)
    expect(alive.gradientRatio).toBeGreaterThan(0)
    expect(alive.stepMs).toBeGreaterThan(0)
  })

  it('tells of its progress now and then, waits for the listener, and ends by what it throws', async () => {
    const told: TrialProgress[] = []
    const spec = specOf('tanh', { recipe: { ...recipe, epochs: 1e6 } })
    let waiting = false
    const run = runTrial(rings(), spec, async progress => {
      expect(waiting).toBe(false)
      waiting = true
      told.push(progress)
      await new Promise(resolve => setTimeout(resolve, 5))
      waiting = false
      if (told.length === 3) throw new Error('enough')
    })
    await expect(run).rejects.toThrow('enough')
    expect(told.length).toBe(3)
    expect(told[0].steps).toBe(1e7)
    expect(told[0].step).toBeLessThan(told[1].step)
    expect(told[2].loss).toBeGreaterThan(0)
  })

  it('starts as its model does', async () => {
    // With a rate that moves nothing the result is the fresh model's.
    const data = rings(200, { testFrom: 100 })
    const trial = trained(await runTrial(data, specOf('tanh', { rate: 1e-30 })))
    const layers = [
      { kind: 'linear', units: 8 } as const,
      { kind: 'activation', activation: 'tanh' } as const,
      { kind: 'linear', units: 2 } as const,
    ]
    const model = await createModel({ inputs: 2, layers, loss: 'cross-entropy', batch: 32, seed: 1 })
    const column = (feature: number) => Array.from({ length: 100 }, (_, r) => data.x[2 * r + feature])
    const [mean, deviation] = [0, 1].map(column).reduce<[number[], number[]]>(
      ([means, deviations], values) => {
        const centre = values.reduce((sum, v) => sum + v, 0) / 100
        return [
          [...means, centre],
          [...deviations, Math.sqrt(values.reduce((sum, v) => sum + (v - centre) ** 2, 0) / 100)],
        ]
      },
      [[], []],
    )
    const x = data.x.slice(200).map((v, i) => (v - mean[i % 2]) / deviation[i % 2])
    expect(trial.testLoss).toBeCloseTo(model.evaluate(x, data.y.slice(100)).loss, 6)
  })
})
