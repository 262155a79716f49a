import type { Comparison, Result } from '@xphi/lab'

export const result = (activation: string, mean: number, changes: Partial<Result> = {}): Result => ({
  activation,
  formula: 'x',
  metric: 'test accuracy',
  mean,
  sd: 0.5,
  n: 3,
  ci95: [mean - 1.25, mean + 1.25],
  vsBaseline: { difference: mean - 98, ci95: [-1, 1], p: 0.04567 },
  rates: [0.01, 0.01, 0.01],
  stepMs: 0.01234,
  deadShare: 0.125,
  gradientRatio: 0.8765,
  parameters: 82,
  diverged: [],
  ...changes,
})

const { vsBaseline: _, ...baseline } = result('relu', 98, { deadShare: 0.25 })

/** A comparison with made-up numbers. */
export const comparison = (changes: Partial<Comparison> = {}): Comparison => ({
  data: {
    name: 'donuts',
    task: 'classification',
    rows: 2600,
    testRows: 2000,
    split: 'own',
    features: 2,
    classes: ['inner', 'outer'],
    notes: ['two concentric rings of radius 1 and 2, radial noise 0.15; 600 training and 2000 test rows made from seed 1'],
  },
  metric: { name: 'test accuracy', unit: '%', better: 'higher' },
  recipe: { hidden: [16], epochs: 60, batch: 32, optimiser: 'adam', trainable: 'channel', initialisation: 'he' },
  rates: { kind: 'fixed', rate: 0.01 },
  seeds: [1, 2, 3],
  baseline: 'relu',
  results: [result('gelu', 99), baseline],
  trials: [],
  failures: [],
  verdict: ['gelu is better than relu by 1.00 points.'],
  planned: 6,
  machine: { cpu: 'a processor', cores: 2, node: 'v20.20.2' },
  ...changes,
})
