import { Random } from '@xphi/train'
import { activation, type Activation } from 'xphi/formula'
import type { Recipe, Trained, Trial, TrialSpec } from '../../src/compare/types.ts'
import type { DataSet } from '../../src/data/dataset.ts'

/** Two rings of radius 1 and 2 with some noise: no line parts them. Classes alternate. */
export function rings(rows = 400, over: Partial<DataSet> = {}): DataSet {
  const random = new Random(9)
  const x = new Float32Array(2 * rows)
  for (let r = 0; r < rows; r++) {
    const angle = 2 * Math.PI * random.uniform()
    const radius = 1 + (r % 2) + 0.1 * random.normal()
    x.set([radius * Math.cos(angle), radius * Math.sin(angle)], 2 * r)
  }
  return {
    name: 'rings',
    notes: [],
    task: { kind: 'classification', classes: ['inner', 'outer'] },
    features: ['x1', 'x2'],
    rows,
    x,
    y: Float32Array.from({ length: rows }, (_, r) => r % 2),
    commonUnit: false,
    ...over,
  }
}

/** y = 1000 + 50 (a - 2 b) over features of very different scale. */
export function plane(rows = 300): DataSet {
  const random = new Random(4)
  const x = Float32Array.from({ length: 2 * rows }, (_, i) => (i % 2 === 0 ? 1 : 1000) * random.normal())
  const y = Float32Array.from({ length: rows }, (_, r) => 1000 + 50 * (x[2 * r] - (2 * x[2 * r + 1]) / 1000))
  return { ...rings(rows), name: 'plane', task: { kind: 'regression', target: 'price' }, x, y }
}

export const recipe: Recipe = { hidden: [8], epochs: 5, batch: 32, optimiser: 'adam', trainable: 'one' }

export const specOf = (of: string | Activation, over: Partial<TrialSpec> = {}): TrialSpec => ({
  activation: typeof of === 'string' ? activation(of) : of,
  seed: 1,
  rate: 0.01,
  recipe,
  measure: 'test',
  ...over,
})

export function trained(trial: Trial): Trained {
  if (trial.outcome !== 'trained') throw new Error(trial.message)
  return trial
}

/** Without what the clock says. */
export const timeless = (trial: Trial): unknown => ({ ...trial, stepMs: 0 })
