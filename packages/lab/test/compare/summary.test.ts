import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import { holm, interval95, pairedTest } from '../../src/compare/statistics.ts'
import { summarise } from '../../src/compare/summary.ts'
import type { Metric, Trained, Trial } from '../../src/compare/types.ts'
import { specOf } from './rings.ts'

const accuracy: Metric = { name: 'test accuracy', unit: '%', better: 'higher' }
const error: Metric = { name: 'test error (rms)', unit: 'price', better: 'lower' }

const done = (name: string, seed: number, metric: number, over: Partial<Trained> = {}): Trial => ({
  outcome: 'trained',
  spec: specOf(name, { seed }),
  metric,
  testLoss: 0,
  curve: [],
  stepMs: seed,
  steps: 1,
  deadShare: seed / 10,
  gradientRatio: seed,
  parameters: 42,
  ...over,
})
const lost = (name: string, seed: number): Trial => ({
  outcome: 'diverged',
  spec: specOf(name, { seed }),
  step: 7,
  layer: 1,
  where: 'hidden layer 1 (relu)',
  message: 'gone',
  curve: [],
})
const subjects = (...names: readonly string[]) => names.map(name => ({ activation: activation(name), rates: [0.01, 0.03] }))

const relu = [90, 91, 92]
const gelu = [93, 93, 96]
const tanh = [80, 90, 97]
const all = (name: string, values: readonly number[]) => values.map((v, i) => done(name, i + 1, v))

describe('summarise', () => {
  it('sorts best first and compares in pairs with the baseline, corrected', () => {
    const results = summarise(
      subjects('relu', 'tanh', 'gelu'),
      [...all('relu', relu), ...all('tanh', tanh), ...all('gelu', gelu)],
      'relu',
      accuracy,
    )
    expect(results.map(r => r.activation)).toEqual(['gelu', 'relu', 'tanh'])
    const [first, base, last] = results
    expect(first).toMatchObject({
      mean: 94,
      n: 3,
      ci95: interval95(gelu),
      rates: [0.01, 0.03],
      stepMs: 2,
      deadShare: 0.2,
      gradientRatio: 2,
      parameters: 42,
    })
    expect(base).not.toHaveProperty('vsBaseline')
    const [g, t] = [pairedTest(gelu, relu), pairedTest(tanh, relu)]
    const [gp, tp] = holm([g.p, t.p])
    expect(first.vsBaseline).toEqual({ ...g, p: gp })
    expect(last.vsBaseline).toEqual({ ...t, p: tp })
  })

  it('does not mind the order in which trials end', () => {
    const trials = [...all('relu', relu), ...all('gelu', gelu)]
    const [a, b] = [trials, [...trials].reverse()].map(order => summarise(subjects('relu', 'gelu'), order, 'relu', accuracy))
    expect(b.map(r => [r.activation, r.mean, r.vsBaseline?.p])).toEqual(a.map(r => [r.activation, r.mean, r.vsBaseline?.p]))
  })

  it('sorts errors upward', () => {
    const results = summarise(subjects('relu', 'gelu'), [...all('relu', relu), ...all('gelu', gelu)], 'relu', error)
    expect(results.map(r => r.activation)).toEqual(['relu', 'gelu'])
  })

  it('pairs only the seeds that both finished', () => {
    const trials = [
      done('relu', 1, 90),
      lost('relu', 2),
      done('relu', 3, 92),
      done('gelu', 1, 93),
      done('gelu', 2, 20),
      done('gelu', 3, 96),
    ]
    const gelu = summarise(subjects('relu', 'gelu'), trials, 'relu', accuracy).find(r => r.activation === 'gelu')
    expect(gelu).toMatchObject({ n: 3, vsBaseline: { difference: 3.5, p: pairedTest([93, 96], [90, 92]).p } })
  })

  it('puts what never finished last, with the seeds that diverged', () => {
    const results = summarise(subjects('tanh', 'relu'), [lost('tanh', 1), lost('tanh', 2), done('relu', 1, 50)], 'relu', accuracy)
    expect(results[1]).toMatchObject({ activation: 'tanh', n: 0, mean: Number.NaN, parameters: Number.NaN })
    expect(results[1].diverged).toEqual([1, 2].map(seed => ({ seed, step: 7, layer: 1, where: 'hidden layer 1 (relu)', message: 'gone' })))
    expect(results[1]).not.toHaveProperty('vsBaseline')
    // Nothing is compared with a baseline that never finished.
    expect(summarise(subjects('tanh', 'relu'), [lost('tanh', 1), done('relu', 1, 50)], 'tanh', accuracy)[0]).not.toHaveProperty(
      'vsBaseline',
    )
  })
})
