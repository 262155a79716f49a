import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { activation, fromFormula } from 'xphi/formula'
import { type Executor, inlineExecutor } from '../../src/compare/executor.ts'
import type { CompareOptions } from '../../src/compare/plan.ts'
import type { CompareProgress } from '../../src/compare/progress.ts'
import { rateGrid } from '../../src/compare/rates.ts'
import { compareOn } from '../../src/compare/run.ts'
import type { Trial } from '../../src/compare/types.ts'
import { splitRows } from '../../src/data/split.ts'
import { plane, recipe, rings, timeless } from './rings.ts'

const machine = { cpu: 'test', cores: 1, node: 'v0' }
const options: CompareOptions = { activations: [activation('relu'), activation('tanh')], seeds: [1, 2, 3], rate: 0.01, recipe }

describe('compareOn', () => {
  it('makes a comparison of one data set', async () => {
    const data = rings()
    const comparison = await compareOn(inlineExecutor(data), data, options, machine)
    expect(comparison.data).toMatchObject({
      name: 'rings',
      rows: 400,
      testRows: 80,
      split: 'drawn',
      features: 2,
      featureNames: ['x1', 'x2'],
      classes: ['inner', 'outer'],
    })
    expect(comparison.trials.map(t => [t.spec.seed, t.spec.activation.name])).toEqual(
      [1, 2, 3].flatMap(s => [
        [s, 'relu'],
        [s, 'tanh'],
      ]),
    )
    expect(comparison.planned).toBe(6)
    expect(comparison.results.map(r => r.n)).toEqual([3, 3])
    expect(comparison.perceptron!.n).toBe(3)
    expect(comparison.perceptron!.mean).toBeLessThan(80)
    expect(comparison.rates).toEqual({ kind: 'fixed', rate: 0.01 })
    expect(comparison.failures).toEqual([])
    expect(comparison.verdict.join(' ')).toContain('One rate, 0.01, was used for all')
  })

  it('tunes each rate before, and trains with it', async () => {
    const data = rings(200)
    const phases: string[] = []
    const hooks = { onProgress: ({ phase }: CompareProgress) => void phases.push(phase) }
    const { rates, trials } = await compareOn(inlineExecutor(data), data, { ...options, rate: 'auto', seeds: [1] }, machine, hooks)
    if (rates.kind !== 'auto') throw new Error('not tuned')
    expect(Object.keys(rates.chosen)).toEqual(['relu', 'tanh'])
    // Five epochs are few: low rates lose.
    for (const [rate] of Object.values(rates.chosen)) expect(rate).toBeGreaterThanOrEqual(0.003)
    for (const { spec } of trials) expect([spec.rate]).toEqual(rates.chosen[spec.activation.name])
    expect(phases).toEqual([...phases].sort().reverse())
    expect(new Set(phases).size).toBe(2)
  })

  it('counts the runs that choose rates: of each seed where it draws its test part, else of one', async () => {
    const planned = async (data: typeof small) => {
      const told: CompareProgress[] = []
      const hooks = { onProgress: (progress: CompareProgress) => void told.push(progress) }
      await compareOn(inlineExecutor(data), data, { ...options, rate: 'auto' }, machine, hooks)
      expect(told[told.length - 1].done).toBeCloseTo(told[0].planned, 9)
      return told[0].planned
    }
    const small = rings(60, {})
    // Two activations, three seeds, five rates.
    expect(await planned(small)).toBe(2 * 3 * 5 + 2 * 3)
    expect(await planned({ ...small, testFrom: 40 })).toBe(2 * 5 + 2 * 3)
  })

  it('chooses the rates of a seed without a look at the rows that it tests on', async () => {
    const data = plane(60)
    const seed = 2
    /** The rates of a seed, and all runs that chose them. */
    const chosenOn = async (of: typeof data) => {
      const inner = inlineExecutor(of)
      const runs: Trial[] = []
      const spying: Executor = {
        ...inner,
        async trial(spec, onProgress) {
          const trial = await inner.trial(spec, onProgress)
          if (spec.seed === seed && spec.measure === 'validation') runs.push(trial)
          return trial
        },
      }
      const { rates } = await compareOn(spying, of, { ...options, rate: 'auto', seeds: [1, seed] }, machine)
      if (rates.kind !== 'auto') throw new Error('not tuned')
      return { runs: runs.map(timeless), rates: ['relu', 'tanh'].map(name => rates.chosen[name][1]) }
    }
    const before = await chosenOn(data)
    expect(before.runs.length).toBe(2 * rateGrid('adam').length)
    const { measured } = splitRows(data, { seed, measure: 'test' })
    const number = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(number, number, number), { minLength: measured.length, maxLength: measured.length }),
        async rows => {
          const [x, y] = [data.x.slice(), data.y.slice()]
          for (const [i, [a, b, target]] of rows.entries()) {
            x.set([a, b], 2 * measured[i])
            y[measured[i]] = target
          }
          expect(await chosenOn({ ...data, x, y })).toEqual(before)
        },
      ),
      { numRuns: 5 },
    )
  })

  it('draws no perceptron where there are not two classes', async () => {
    const data = plane()
    const comparison = await compareOn(inlineExecutor(data), data, options, machine)
    expect(comparison).not.toHaveProperty('perceptron')
    expect(comparison.data).toMatchObject({ task: 'regression', target: 'price' })
    expect(comparison.metric).toEqual({ name: 'test error (rms)', unit: 'price', better: 'lower' })
  })

  it('counts progress up to what was planned, with an estimate that ends at 0', async () => {
    const data = rings(100)
    const told: CompareProgress[] = []
    await compareOn(inlineExecutor(data), data, options, machine, { onProgress: progress => told.push(progress) })
    expect(told[0]).toMatchObject({ done: 0, planned: 6, activation: 'relu', seed: 1, etaSeconds: Number.NaN })
    for (let i = 1; i < told.length; i++) expect(told[i].done).toBeGreaterThanOrEqual(told[i - 1].done)
    expect(told[told.length - 1].done).toBeCloseTo(6, 9)
    expect(told[told.length - 1].etaSeconds).toBeCloseTo(0, 6)
    expect(told.some(({ etaSeconds }) => etaSeconds > 0)).toBe(true)
  })

  it('keeps what is finished when it is ended, at once', async () => {
    const data = rings()
    const controller = new AbortController()
    const long = { ...options, activations: [activation('relu'), fromFormula('slow', 'tanh(x)')], recipe: { ...recipe, epochs: 20_000 } }
    const hooks = {
      signal: controller.signal,
      onProgress: ({ done }: CompareProgress) => {
        if (done > 1.01) controller.abort()
      },
    }
    const comparison = await compareOn(inlineExecutor(data), data, long, machine, hooks)
    expect(comparison.trials.length).toBe(1)
    expect(comparison.planned).toBe(6)
    expect(comparison.failures).toEqual([])
    expect(comparison.results.map(r => [r.activation, r.n])).toEqual([
      ['relu', 1],
      ['slow', 0],
    ])
    expect(comparison.verdict[0]).toContain('Interrupted: 1 of 6 runs finished')
  })

  it('goes on where one activation cannot be trained, and where one diverges', async () => {
    const data = rings()
    const activations = [activation('relu'), fromFormula('steep', 'exp(exp(x))'), fromFormula('cube', 'x * x * x')]
    const wild: CompareOptions = { ...options, activations, rate: 1e5, recipe: { ...recipe, optimiser: 'sgd', hidden: [8, 8] } }
    const { failures, results, verdict } = await compareOn(inlineExecutor(data), data, wild, machine)
    expect(failures.map(f => [f.activation, f.seed])).toEqual([1, 2, 3].map(seed => ['steep', seed]))
    expect(failures[0].message).toContain("no gain for 'steep'")
    expect(results.find(r => r.activation === 'cube')!.diverged.length).toBe(3)
    expect(verdict.join(' ')).toContain('cube diverged in 3 of 3 runs')
    expect(verdict.join(' ')).toContain("3 runs failed, of steep: no gain for 'steep'")
  })

  it('closes the executor, and refuses data too small before any trial', async () => {
    const calls: string[] = []
    const executor: Executor = {
      lanes: 1,
      trial: () => Promise.reject(new Error('no trial was expected')),
      perceptron: () => Promise.reject(new Error('no perceptron was expected')),
      close: async () => void calls.push('closed'),
    }
    await expect(compareOn(executor, rings(1), options, machine)).rejects.toThrow('too few')
    await expect(compareOn(executor, rings(), { ...options, seeds: [] }, machine)).rejects.toThrow('no seeds')
    expect(calls).toEqual(['closed', 'closed'])
  })

  it('trains with the rates that are found while others are sought', async () => {
    const data = rings(60)
    const inner = inlineExecutor(data)
    const last = rateGrid('adam').at(-1)
    let begin = (): void => {}
    const begun = new Promise<void>(resolve => {
      begin = resolve
    })
    const waiting: Executor = {
      ...inner,
      lanes: 2,
      async trial(spec, onProgress) {
        if (spec.measure === 'test') begin()
        // It would never end.
        else if (spec.activation.name === 'tanh' && spec.rate === last) await begun
        return inner.trial(spec, onProgress)
      },
    }
    const { trials } = await compareOn(waiting, data, { ...options, rate: 'auto', seeds: [1] }, machine)
    expect(trials.length).toBe(2)
  })

  it('gives the same result in whatever order trials end', async () => {
    const data = rings(100)
    const inner = inlineExecutor(data)
    let turn = 0
    const shuffling: Executor = {
      ...inner,
      lanes: 4,
      async trial(spec, onProgress) {
        const trial = await inner.trial(spec, onProgress)
        await new Promise(resolve => setTimeout(resolve, (turn++ * 7) % 20))
        return trial
      },
    }
    const one = await compareOn(inlineExecutor(data), data, { ...options, rate: 'auto' }, machine)
    const other = await compareOn(shuffling, data, { ...options, rate: 'auto' }, machine)
    expect(other.trials.map(timeless)).toEqual(one.trials.map(timeless))
    expect(other.verdict).toEqual(one.verdict)
    expect(other.rates).toEqual(one.rates)
  })
})
