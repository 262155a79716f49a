import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import { type CompareOptions, defaultRecipe, planOf, trialsOf } from '../../src/compare/plan.ts'
import { chooseRate, rateGrid, seedsAtEdge, tuningSeeds, tuningTrials } from '../../src/compare/rates.ts'
import type { Trial } from '../../src/compare/types.ts'
import { recipe, rings, specOf } from './rings.ts'

const of = (names: readonly string[], over: Partial<CompareOptions> = {}) =>
  planOf(rings(), { activations: names.map(name => activation(name)), seeds: [1, 2], rate: 'auto', recipe, ...over })

/** A run on the grid with an error for each validation row. */
const tried = (rate: number, errors: readonly number[]): Trial => {
  const rest = { testLoss: 0, metric: 0, curve: [], stepMs: 1, steps: 1, deadShare: 0, gradientRatio: 1, parameters: 1 }
  return { outcome: 'trained', spec: specOf('relu', { rate, measure: 'validation' }), errors, ...rest }
}

const lost = (rate: number): Trial => {
  const spec = specOf('relu', { rate, measure: 'validation' })
  return { outcome: 'diverged', spec, step: 1, layer: 0, where: '', message: '', curve: [] }
}

describe('planOf', () => {
  it('goes seed by seed', () => {
    expect(trialsOf(of(['gelu', 'relu'])).map(t => [t.seed, t.activation.name, t.measure])).toEqual([
      [1, 'gelu', 'test'],
      [1, 'relu', 'test'],
      [2, 'gelu', 'test'],
      [2, 'relu', 'test'],
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
    const functions = [null, activation('tanh')]
    expect(() => of(['relu'], { recipe: { hidden: [8], functions } })).toThrow('2 functions for 1 hidden layers: give one for each')
    expect(() => of(['relu'], { recipe: { hidden: [8], functions: functions.slice(1) } })).toThrow('no hidden layer has the compared')
    for (const precision of ['fp4', 'toString'] as unknown as readonly 'fp8'[])
      expect(() => of(['relu'], { recipe: { precision } })).toThrow(`precision '${precision}': choose one of bf16, fp8, `)
    expect(() => of(['relu', 'gelu'], { baseline: 'gleu' })).toThrow("baseline 'gleu' is not compared, did you mean gelu?")
    expect(() => of(['relu', 'gelu'], { baseline: 'sigmoid' })).toThrow('choose one of relu, gelu')
  })
})

describe('rates', () => {
  const grid = [1, 2, 3, 4, 5]
  /** `wrong` of 100 rows, the first ones. */
  const rows = (wrong: number) => Array.from({ length: 100 }, (_, row) => Number(row < wrong))

  it('are chosen by each seed for itself where it draws its test part, else by a seed that is not compared', () => {
    expect(tuningSeeds(rings(), [1, 2, 3])).toEqual([1, 2, 3])
    expect(tuningSeeds(rings(100, { testFrom: 80 }), [1, 2, 3])).toEqual([0])
    expect(tuningSeeds(rings(100, { testFrom: 80 }), [2, 0, 1])).toEqual([3])
    const trials = tuningTrials(of(['gelu', 'relu']), 2)
    expect(trials.length).toBe(2 * rateGrid('adam').length)
    for (const { seed, measure } of trials) expect([seed, measure]).toEqual([2, 'validation'])
  })

  it('are the best, where the others are worse by more than one standard error', () => {
    for (const best of grid)
      expect(
        chooseRate(
          grid,
          grid.map(rate => tried(rate, rows(rate === best ? 2 : 20))),
        ),
      ).toBe(best)
  })

  it('are the nearest to the middle of those that the validation rows cannot tell from the best', () => {
    expect(
      chooseRate(
        grid,
        grid.map(rate => tried(rate, rows(0))),
      ),
    ).toBe(3)
    // One row more is within its standard error, sqrt(0.01 * 0.99 / 99) = 0.01; four are not: 0.04 > 0.0197.
    expect(chooseRate(grid, [tried(2, rows(1)), tried(5, rows(0))])).toBe(2)
    expect(chooseRate(grid, [tried(2, rows(4)), tried(5, rows(0))])).toBe(5)
    expect(chooseRate(grid, [tried(4, rows(0)), tried(2, rows(0))])).toBe(2)
  })

  it('are compared row by row: a small excess on every row counts, the same on one row does not', () => {
    const noisy = (excess: (row: number) => number) => Array.from({ length: 100 }, (_, row) => row + excess(row))
    const best = tried(
      5,
      noisy(() => 0),
    )
    expect(
      chooseRate(grid, [
        tried(
          3,
          noisy(() => 0.01),
        ),
        best,
      ]),
    ).toBe(5)
    expect(
      chooseRate(grid, [
        tried(
          3,
          noisy(row => (row === 7 ? 1 : 0)),
        ),
        best,
      ]),
    ).toBe(3)
  })

  it('take no run that diverged, and are the lowest where all did', () => {
    expect(chooseRate(grid, [lost(3), tried(5, rows(30))])).toBe(5)
    expect(chooseRate(grid, [lost(3), lost(5)])).toBe(1)
    expect(chooseRate(grid, [])).toBe(1)
    // One row has no standard error: only what is as good as the best stays.
    expect(chooseRate(grid, [tried(3, [1]), tried(4, [0]), tried(5, [0])])).toBe(4)
  })

  it('count as at the edge by seed', () => {
    const rates = { kind: 'auto', grid, chosen: { relu: [1, 3, 5], gelu: [2, 2, 4] }, failures: [] } as const
    expect(['relu', 'gelu', 'constructor'].map(name => seedsAtEdge(rates, name))).toEqual([2, 0, 0])
  })
})
