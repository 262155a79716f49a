import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import { type CompareOptions, defaultRecipe, planOf, trialsOf } from '../../src/compare/plan.ts'
import { chooseRates, rateGrid, tuningSeed, tuningTrials } from '../../src/compare/rates.ts'
import type { Trial } from '../../src/compare/types.ts'
import { recipe, rings, specOf } from './rings.ts'

const of = (names: readonly string[], over: Partial<CompareOptions> = {}) =>
  planOf(rings(), { activations: names.map(name => activation(name)), seeds: [1, 2], rate: 'auto', recipe, ...over })

const outcome = (name: string, rate: number, testLoss: number | 'diverged'): Trial => {
  const spec = specOf(name, { rate, measure: 'validation' })
  if (testLoss === 'diverged') return { outcome: 'diverged', spec, step: 1, layer: 0, message: '', curve: [] }
  return { outcome: 'trained', spec, testLoss, metric: 0, curve: [], stepMs: 1, steps: 1, deadShare: 0, gradientRatio: 1, parameters: 1 }
}

describe('planOf', () => {
  it('goes seed by seed', () => {
    const trials = trialsOf(of(['gelu', 'relu']), name => (name === 'relu' ? 0.1 : 0.2))
    expect(trials.map(t => [t.seed, t.activation.name, t.rate, t.measure])).toEqual([
      [1, 'gelu', 0.2, 'test'],
      [1, 'relu', 0.1, 'test'],
      [2, 'gelu', 0.2, 'test'],
      [2, 'relu', 0.1, 'test'],
    ])
  })

  it('takes relu as the baseline, or the first', () => {
    expect(of(['gelu', 'relu']).baseline).toBe('relu')
    expect(of(['gelu', 'tanh']).baseline).toBe('gelu')
    expect(of(['gelu', 'relu'], { baseline: 'gelu' }).baseline).toBe('gelu')
  })

  it('completes the recipe from the suggestion of the data, else by its size', () => {
    expect(
      planOf(rings(100, { suggested: { hidden: [3], epochs: 7, batch: 9 } }), {
        activations: [activation('relu')],
        seeds: [1],
        rate: 1,
        recipe: { epochs: 8 },
      }).recipe,
    ).toEqual({
      hidden: [3],
      epochs: 8,
      batch: 9,
      optimiser: 'adam',
      trainable: 'channel',
    })
    // About 3000 steps: 60 000 rows in batches of 128 are 469 an epoch.
    expect(defaultRecipe(rings(70_000, { testFrom: 60_000 }))).toMatchObject({ batch: 128, epochs: 6 })
    expect(defaultRecipe(rings(100)).epochs).toBe(100)
  })

  it('refuses what makes no comparison', () => {
    expect(() => of([])).toThrow('no activations')
    expect(() => of(['relu', 'relu'])).toThrow("'relu' is named twice")
    expect(() => of(['relu'], { seeds: [] })).toThrow('no seeds')
    expect(() => of(['relu'], { seeds: [1, 1.5] })).toThrow('seed 1.5')
    expect(() => of(['relu'], { seeds: [-1] })).toThrow('seed -1')
    expect(() => of(['relu'], { seeds: [3, 3] })).toThrow('seed 3 comes twice')
    expect(() => of(['relu'], { rate: 0 })).toThrow('rate 0')
    expect(() => of(['relu'], { rate: Number.NaN })).toThrow('rate NaN')
    expect(() => of(['relu'], { recipe: { epochs: 0 } })).toThrow('epochs must be positive integers, got 0')
    expect(() => of(['relu'], { recipe: { hidden: [8, 2.5] } })).toThrow('hidden must be positive integers, got 2.5')
    expect(() => of(['relu'], { recipe: { batch: -1 } })).toThrow('batch must')
    expect(() => of(['relu', 'gelu'], { baseline: 'gleu' })).toThrow("baseline 'gleu' is not compared, did you mean gelu?")
    expect(() => of(['relu', 'gelu'], { baseline: 'sigmoid' })).toThrow('choose one of relu, gelu')
  })
})

describe('rates', () => {
  it('are tried with a seed that is not compared, on a validation part', () => {
    expect(tuningSeed([1, 2, 3])).toBe(0)
    expect(tuningSeed([2, 0, 1])).toBe(3)
    const plan = of(['gelu', 'relu'], { seeds: [0, 1] })
    const trials = tuningTrials(plan)
    expect(trials.length).toBe(2 * rateGrid('adam').length)
    for (const { seed, measure } of trials) expect([seed, measure]).toEqual([2, 'validation'])
  })

  it('are those of the least validation loss; a run that diverged loses', () => {
    const [first, second, third, , last] = rateGrid('adam')
    const plan = of(['relu', 'gelu', 'tanh', 'elu', 'silu'])
    const { chosen } = chooseRates(
      plan,
      [
        outcome('relu', first, 0.5),
        outcome('relu', second, 0.3),
        outcome('relu', third, 0.3),
        outcome('gelu', first, 0.5),
        outcome('gelu', last, 0.4),
        outcome('tanh', first, 'diverged'),
        outcome('tanh', second, 'diverged'),
        outcome('elu', first, 'diverged'),
        outcome('elu', third, 9),
      ],
      [],
    )
    expect(chosen).toEqual({
      relu: { rate: second, atEdge: false },
      gelu: { rate: last, atEdge: true },
      tanh: { rate: first, atEdge: true },
      elu: { rate: third, atEdge: false },
      silu: { rate: first, atEdge: true },
    })
  })
})
