import { expect, it } from 'vitest'
import { comparisonJson } from '../../src/compare/json.ts'
import { comparison, result } from './fixture.ts'

it('comparisonJson has the shape that other tools read, with strings where JSON has no number', () => {
  const results = [result('gelu', 99), result('relu', Number.NaN, { ci95: [Number.NaN, Number.NaN], gradientRatio: Infinity })]
  const json = JSON.parse(comparisonJson(comparison({ results }), true, 'xphi compare donuts', 'a.html')) as Record<string, unknown>
  expect(json).toMatchObject({
    data: { name: 'donuts', rows: 2600, classes: ['inner', 'outer'] },
    seeds: [1, 2, 3],
    baseline: 'relu',
    recipe: { hidden: [16], epochs: 60 },
    rates: { kind: 'fixed', rate: 0.01 },
    verdict: ['gelu is better than relu by 1.00 points.'],
    complete: true,
    command: 'xphi compare donuts',
    report: 'a.html',
  })
  expect(json.results).toMatchObject([
    {
      activation: 'gelu',
      metric: 'test accuracy',
      mean: 99,
      sd: 0.5,
      n: 3,
      ci95: [97.75, 100.25],
      vsBaseline: { difference: 1, ci95: [-1, 1], p: 0.04567 },
      stepMs: 0.01234,
      deadShare: 0.125,
      gradientRatio: 0.8765,
      parameters: 82,
    },
    { activation: 'relu', mean: 'NaN', ci95: ['NaN', 'NaN'], gradientRatio: 'Infinity' },
  ])
})
