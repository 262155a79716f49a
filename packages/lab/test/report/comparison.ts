/** Comparisons made up for tests: curves, intervals and boundaries of the right shape, from no training. */
import { type Activation, activation } from 'xphi/formula'
import type { Boundary, Comparison, CurvePoint, Result, Trial } from '../../src/compare/types.ts'

export interface Shape {
  readonly names: readonly string[]
  readonly seeds: number
  readonly epochs: number
  /** Of the grid; 0 for data with more than two features. */
  readonly side: number
  readonly regression: boolean
}

const usual: Shape = { names: ['tanh', 'gelu', 'relu'], seeds: 3, epochs: 10, side: 0, regression: false }

const recipe = { hidden: [16], epochs: 10, batch: 32, optimiser: 'adam', trainable: 'one' } as const

function curve(goal: number, seed: number, { epochs, regression }: Shape): CurvePoint[] {
  return Array.from({ length: epochs }, (_, i) => {
    const left = Math.exp(-(i + 1) / (1 + epochs / 6)) * (1 + 0.2 * Math.sin(3 * seed + i))
    return { epoch: i + 1, trainLoss: 0.7 * left + 0.002 * (1 + (seed % 3)), metric: regression ? goal + left : goal - 45 * left }
  })
}

/** A ring of class 1 around the origin. */
function boundary(side: number, radius: number): Boundary {
  const values = Array.from({ length: side * side }, (_, i) => {
    const x = -1.5 + (3 * (i % side)) / (side - 1)
    const y = -1.5 + (3 * Math.floor(i / side)) / (side - 1)
    const p = 1 / (1 + Math.exp(-12 * (Math.hypot(x, y) - radius) + 2 * Math.sin(3 * Math.atan2(y, x))))
    return [1 - p, p]
  }).flat()
  return { side, from: [-1.5, -1.5], to: [1.5, 1.5], values, outputs: 2 }
}

export function comparison(shape: Partial<Shape> = {}, changes: Partial<Comparison> = {}): Comparison {
  const s = { ...usual, ...shape }
  const seeds = Array.from({ length: s.seeds }, (_, i) => i + 1)
  const baseline = s.names.includes('relu') ? 'relu' : s.names[0]
  const known = (name: string): Activation =>
    ['tanh', 'gelu', 'relu', 'silu', 'sigmoid'].includes(name)
      ? activation(name)
      : { name, kind: 'pointwise', formula: 'x * 2', parameters: {} }
  const goals = s.names.map((_, i) => (s.regression ? 0.5 + 0.01 * i : 99.6 - 0.4 * i))
  const results = s.names.map((name, i): Result => {
    const half = s.seeds > 1 ? (s.regression ? 0.004 : 0.21) * (1 + (i % 4)) : Number.NaN
    const difference = goals[i] - goals[s.names.indexOf(baseline)]
    return {
      activation: name,
      formula: known(name).formula,
      metric: s.regression ? 'test error (rms)' : 'test accuracy',
      mean: goals[i],
      sd: half / 2,
      n: s.seeds,
      ci95: [goals[i] - half, goals[i] + half],
      ...(name === baseline
        ? {}
        : { vsBaseline: { difference, ci95: [difference - half, difference + half], p: s.seeds > 1 ? 0.012 * (i + 1) : Number.NaN } }),
      rates: seeds.map(() => 0.003),
      stepMs: 0.0712 + 0.01 * i,
      deadShare: 0.031 * i,
      gradientRatio: 1.234,
      parameters: 1234 + i,
      diverged: [],
    }
  })
  const trials = s.names.flatMap((name, i) =>
    seeds.map(
      (seed): Trial => ({
        outcome: 'trained',
        spec: { activation: known(name), seed, rate: 0.003, recipe, measure: 'test' },
        metric: goals[i],
        testLoss: 0.02,
        curve: curve(goals[i], seed + i, s),
        stepMs: 0.07,
        steps: 100,
        deadShare: 0,
        gradientRatio: 1,
        parameters: 1234,
        ...(s.side > 0 ? { boundary: boundary(s.side, 0.7 + 0.04 * i) } : {}),
      }),
    ),
  )
  return {
    data: {
      name: s.regression ? 'housing.csv' : 'donuts',
      task: s.regression ? 'regression' : 'classification',
      rows: 1000,
      testRows: 200,
      split: 'drawn',
      features: s.side > 0 ? 2 : 8,
      ...(s.side > 0 ? { featureNames: ['x1', 'x2'] as const } : {}),
      ...(s.regression ? { target: 'median_house_value' } : { classes: ['inner', 'outer'] }),
      notes: ['made from seed 1: two rings with noise 0.1'],
    },
    metric: s.regression
      ? { name: 'test error (rms)', unit: 'median_house_value', better: 'lower' }
      : { name: 'test accuracy', unit: '%', better: 'higher' },
    recipe,
    rates: { kind: 'fixed', rate: 0.003 },
    seeds,
    baseline,
    results,
    ...(s.regression ? {} : { perceptron: { mean: 53.1, ci95: [50.2, 56] as const, n: s.seeds } }),
    trials,
    failures: [],
    verdict: ['tanh and gelu cannot be told apart on 3 seeds.', 'relu is behind both by 0.8 points at most.'],
    planned: trials.length,
    machine: { cpu: 'Example CPU at 2 GHz', cores: 2, node: 'v20.20.2' },
    ...changes,
  }
}
