import { generators, runTrial } from '@xphi/lab'
import { activation } from 'xphi/formula'
import { describe, expect, test } from 'vitest'
import { Ensemble } from '../../src/engine/ensemble.ts'
import type { Task } from '../../src/engine/messages.ts'

const data = generators.get('donuts')!({ seed: 1 })
const recipe = { hidden: [8], epochs: 3, batch: 32, optimiser: 'adam', trainable: 'channel' } as const
const task = { recipe, rate: 0.01, stop: 'end' } as const
const toEnd = (ensemble: Ensemble, stride: number): Ensemble => {
  while (ensemble.step < ensemble.steps) ensemble.advance(stride)
  return ensemble
}

describe('networks in step', () => {
  test('end where the trials of xphi compare end, whatever steps they are watched in', async () => {
    const seeds = [3, 4, 5]
    const trials = await Promise.all(
      seeds.map(seed => runTrial(data, { activation: activation('gelu'), seed, rate: 0.01, recipe, measure: 'test' })),
    )
    const mean = trials.reduce((sum, trial) => sum + (trial.outcome === 'trained' ? trial.metric : Number.NaN), 0) / 3
    const whole = toEnd(await Ensemble.of(data, activation('gelu'), seeds, task), 1000)
    const single = toEnd(await Ensemble.of(data, activation('gelu'), seeds, task), 1)
    expect(whole.now().metric.mean).toBe(mean)
    expect(single.points.map(p => [p.step, p.metric])).toEqual(whole.points.map(p => [p.step, p.metric]))
    for (const [i, { loss }] of single.points.entries()) if (i > 0) expect(loss.mean).toBeCloseTo(whole.points[i].loss.mean, 10)
    expect(whole.points.map(p => p.step)).toEqual([0, 10, 20, 30, 40, 50, whole.steps])
  })

  test('have a function of their own in each layer, as those of xphi compare', async () => {
    const mixed = { ...recipe, hidden: [8, 8], functions: [activation('tanh'), null] }
    const spec = { activation: activation('relu'), seed: 3, rate: 0.01, measure: 'test' } as const
    const [own, plain] = await Promise.all([mixed, { ...recipe, hidden: [8, 8] }].map(r => runTrial(data, { ...spec, recipe: r })))
    const of = (r: Task['recipe']) => Ensemble.of(data, activation('relu'), [3], { ...task, recipe: r })
    const losses = [own, plain].map(trial => (trial.outcome === 'trained' ? trial.testLoss : Number.NaN))
    expect(losses[0]).not.toBe(losses[1])
    // The layer that is left out has the compared function.
    const ensemble = toEnd(await of({ ...mixed, functions: [activation('tanh')] }), 1000)
    expect(ensemble.now().metric.mean).toBe(own.outcome === 'trained' && own.metric)
    expect(ensemble.recipe).toEqual(mixed)
    await expect(of({ ...mixed, hidden: [8] })).rejects.toThrow(
      "functions of 2 layers do not fit 1: give each its own, one of them 'compared'",
    )
    await expect(of({ ...mixed, functions: [activation('tanh'), activation('relu')] })).rejects.toThrow('do not fit 2')
  })

  test('have an interval over the seeds that holds the mean, and none for one seed', async () => {
    const several = toEnd(await Ensemble.of(data, activation('relu'), [1, 2, 3, 4], task), 1000).now().metric
    expect([several.low < several.mean, several.high > several.mean, several.n]).toEqual([true, true, 4])
    const one = toEnd(await Ensemble.of(data, activation('relu'), [1], task), 1000).now().metric
    expect([one.low, one.high, one.n]).toEqual([Number.NaN, Number.NaN, 1])
  })

  test('go on without a seed that diverges, and stop when none is left', async () => {
    const wild = { ...task, rate: 1e30, recipe: { ...recipe, optimiser: 'sgd' } } as const
    const ensemble = await Ensemble.of(data, activation('relu2'), [1, 2], wild)
    expect(() => toEnd(ensemble, 10)).toThrow(/diverged at step \d+/)
    expect(ensemble.diverged.map(d => d.seed)).toEqual([1, 2])
    // Nothing is told of networks that are no more.
    expect([ensemble.now().metric.n, ensemble.plane(4)]).toEqual([0, undefined])
  })

  test('have converged once nothing more is learned, and not before', async () => {
    const idle = await Ensemble.of(data, activation('relu'), [1], { ...task, recipe: { ...recipe, epochs: 40 }, rate: 1e-12 })
    while (!idle.converged && idle.step < idle.steps) idle.advance(10)
    // Two rows of 20 points, ten steps each.
    expect(idle.step).toBe(400)
    const keen = await Ensemble.of(data, activation('relu'), [1], { ...task, recipe: { ...recipe, epochs: 25 }, rate: 1e-3 })
    expect(toEnd(keen, 10).converged).toBe(false)
  })
})
