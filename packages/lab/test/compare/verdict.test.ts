import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import { metricOf } from '../../src/compare/measure.ts'
import { summarise } from '../../src/compare/summary.ts'
import type { Comparison, Trial } from '../../src/compare/types.ts'
import { verdictOf } from '../../src/compare/verdict.ts'
import { plane, recipe, rings, specOf } from './rings.ts'

/** By activation: a figure for each seed, or null where it diverged. The first is the baseline. */
function verdict(figures: Readonly<Record<string, readonly (number | null)[]>>, over: Partial<Comparison> = {}, data = rings()): string {
  const names = Object.keys(figures)
  const trials = names.flatMap(name =>
    figures[name].map((metric, i): Trial => {
      const spec = specOf(name, { seed: i + 1 })
      if (metric === null) return { outcome: 'diverged', spec, step: 12, layer: 3, where: 'hidden layer 2 (gelu)', message: '', curve: [] }
      const rest = { testLoss: 0, curve: [], stepMs: 1, steps: 1, deadShare: 0, gradientRatio: 1, parameters: 1 }
      return { outcome: 'trained', spec, metric, ...rest }
    }),
  )
  const metric = metricOf(data)
  const subjects = names.map(name => ({ activation: activation(name), rates: [0.01] }))
  const seeds = figures[names[0]].map((_, i) => i + 1)
  const about = { name: data.name, rows: data.rows, testRows: 80, features: 2, notes: [], task: data.task.kind, split: 'own' } as const
  return verdictOf({
    data: about,
    metric,
    recipe,
    rates: { kind: 'fixed', rate: 0.01 },
    seeds,
    baseline: names[0],
    results: summarise(subjects, trials, names[0], metric),
    trials,
    failures: [],
    planned: trials.length,
    machine: { cpu: '', cores: 1, node: '' },
    ...over,
  }).join('\n')
}

const relu = [90, 90.5, 91, 90.2]
const much = [95, 95.6, 95.9, 95.4]
const little = [90.2, 90.3, 91.3, 90]

describe('verdictOf', () => {
  it('says better and worse with interval and corrected p, and what cannot be told apart', () => {
    const text = verdict({ relu, gelu: much, tanh: little, sigmoid: relu.map(v => v - 7 + (v % 1) / 10) })
    expect(text).toMatch(/^gelu is better than relu by 5\.05 points \(95 % interval 4\.\d\d to 5\.\d\d; corrected p < 0\.001\)\.$/m)
    expect(text).toMatch(/^sigmoid is worse than relu by 6\.9\d points/m)
    expect(text).toContain('tanh cannot be told apart from relu with 4 seeds; that does not show them equal.')
    expect(text).toContain('Only differences to relu are tested')
  })

  it('names the seed that alone carries a mean error', () => {
    const text = verdict({ relu: [50, 51, 49], swiglu: [52, 5000, 51], tanh: [49, 52, 50] }, {}, plane())
    expect(text).toContain("Seed 2 alone carries swiglu's mean: its error is 5000, the median 52.")
    expect(text).not.toMatch(/carries (relu|tanh)/)
    const wild = verdict({ relu: [50, 51, 49], swiglu: [52, 2000, 90000] }, {}, plane())
    expect(wild).toContain("swiglu's median error is 2000, relu's 50: its spread over seeds is why no test parts them.")
    expect(wild).not.toContain('carries')
    expect(verdict({ relu: [90, 10, 91] })).not.toContain('carries')
  })

  it('does not call better what is so by the raw p alone', () => {
    // Raw p = 0.03 against the baseline.
    const near = [0.5, 0.1, 0.5, 0.35].map((d, i) => relu[i] + d)
    expect(verdict({ relu, gelu: near })).toContain('gelu is better than relu')
    const crowd = { tanh: little, elu: little, silu: little, mish: little }
    expect(verdict({ relu, gelu: near, ...crowd })).not.toContain('is better')
  })

  it('turns around where less is better, in the unit of the target', () => {
    const text = verdict({ relu, gelu: much }, {}, plane())
    expect(text).toContain('gelu is worse than relu by 5.05 price')
  })

  it('claims nothing from one seed', () => {
    const text = verdict({ relu: [90], gelu: [99] })
    expect(text).toContain('One seed carries no interval')
    expect(text).not.toMatch(/better than|worse than|Intervals are/)
  })

  it('tests no difference without a spread, and trusts no interval without a width', () => {
    const text = verdict({ relu: [90, 91], gelu: [95, 96], tanh: [93, 93] })
    expect(text).toContain('gelu cannot be tested against relu')
    expect(text).toContain('tanh gave one figure on all seeds')
    expect(text).not.toMatch(/better than|worse than/)
  })

  it('says what the intervals are over', () => {
    expect(verdict({ relu, gelu: much })).toContain(
      'over 4 seeds (initial weights, order of the batches) of this one data set, not over data sets',
    )
    const drawn = verdict(
      { relu, gelu: much },
      { data: { name: '', task: 'classification', rows: 9, testRows: 3, split: 'drawn', features: 2, notes: [] } },
    )
    expect(drawn).toContain('order of the batches, drawn test parts')
  })

  it('says how the rates came about', () => {
    expect(verdict({ relu, gelu: much })).toContain('One rate, 0.01, was used for all')
    const grid = [0.003, 0.01, 0.03]
    const all = (rate: number) => relu.map(() => rate)
    const chosen = { relu: [0.01, 0.003, 0.01, 0.01], gelu: all(0.03), tanh: all(0.01) }
    const data = { name: '', task: 'classification', rows: 9, testRows: 3, split: 'drawn', features: 2, notes: [] } as const
    const figures = { relu, gelu: much, tanh: little }
    const tuned = verdict(figures, { rates: { kind: 'auto', grid, chosen, failures: [] } })
    expect(tuned).toContain('tuned for each activation on a validation part, over 0.003, 0.01, 0.03')
    expect(tuned).toContain("At the grid's edge, where a better rate may lie beyond: gelu and relu (1 of 4 seeds).")
    expect(tuned).not.toContain('One rate')
    expect(verdict(figures, { data, rates: { kind: 'auto', grid, chosen, failures: [] } })).toContain(
      "tuned for each activation and seed on a validation part of the seed's training part, over",
    )
    const failures = [{ activation: 'gelu', seed: 0, message: 'its worker stopped' }]
    const failed = verdict(figures, { rates: { kind: 'auto', grid, chosen, failures } })
    expect(failed).toContain('In choosing it 1 run failed, of gelu: its worker stopped.')
  })

  it('names runs that diverged, that failed, and that were not reached', () => {
    const text = verdict(
      { relu, gelu: [95, null, 95.5, null] },
      { planned: 12, failures: [{ activation: 'elu', seed: 1, message: 'its worker stopped' }] },
    )
    expect(text).toContain('gelu diverged in 2 of 4 runs (seed 2: step 12, hidden layer 2 (gelu)); its figures are of the others.')
    expect(text).toContain('1 run failed, of elu: its worker stopped.')
    expect(text).toContain('Interrupted: 8 of 12 runs finished')
    expect(verdict({ relu: [null, null], gelu: [1, 2] })).toContain('relu finished no run, so nothing is compared with it.')
    expect(verdict({ relu, gelu: much })).not.toContain('Interrupted')
  })

  it('tells the width of gated layers and the figure of the perceptron', () => {
    const text = verdict({ relu, swiglu: much }, { perceptron: { mean: 61.234, ci95: [60, 62], n: 4 } })
    expect(text).toContain('Gated layers (swiglu) have 2/3 of the width, 5 units in place of 8')
    expect(text).toContain('A perceptron, one threshold unit without a hidden layer, reaches 61.23 %.')
    expect(verdict({ relu, gelu: much })).not.toMatch(/Gated|perceptron/)
  })
})
