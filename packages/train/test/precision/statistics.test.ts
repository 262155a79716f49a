import { describe, expect, it } from 'vitest'
import { fromBits } from 'xphi/number'
import { alignments, createModel, fp8, gridStatistics, type Layer, type Model, type Precision, Random } from '../../src/index.ts'

describe('gridStatistics', () => {
  it('counts what saturates, vanishes and lies in each binade', () => {
    const values = [0, 2 ** -11, -(2 ** -10) * 1.5, 1, 1.99, 3, -1000, 464, Number.NaN]
    expect(gridStatistics(values, 'e4m3')).toEqual({
      count: 9,
      saturated: 1,
      flushed: 1,
      zeros: 2,
      histogram: [
        { from: 2 ** -9, count: 1 },
        { from: 1, count: 1 },
        { from: 2, count: 2 },
        { from: 256, count: 2 },
      ],
    })
  })

  it('holds every number of a format once', () => {
    const grid = Array.from({ length: 127 }, (_, bits) => fromBits('e4m3', bits))
    const { histogram, zeros, saturated, flushed } = gridStatistics(grid, 'e4m3')
    expect({ zeros, saturated, flushed }).toEqual({ zeros: 1, saturated: 0, flushed: 0 })
    // Three binades of subnormal numbers, 14 whole ones, and one without NaN's place.
    expect(histogram.map(({ count }) => count)).toEqual([1, 2, 4, ...new Array(14).fill(8), 7])
    // 240 and the seven of the last binade.
    expect(gridStatistics(grid, 'e4m3', () => 2).saturated).toBe(8)
  })
})

it('observe counts what the kernel counts, scales included', async () => {
  const layers: readonly Layer[] = [
    { kind: 'gated', activation: 'swiglu', units: 6 },
    { kind: 'linear', units: 3 },
  ]
  const random = new Random(4)
  const batch = () => Float32Array.from({ length: 40 }, () => random.normal() * 10 ** (6 * random.uniform() - 3))
  for (const hidden of ['delayed', 'smooth', 'channel', 'bf16'] as const) {
    const model = await createModel({ inputs: 5, layers, loss: 'cross-entropy', batch: 8, seed: 1, precision: fp8(hidden, 2) })
    const labels = [0, 1, 2, 0, 1, 2, 0, 1]
    const tensors = Array.from({ length: 5 }, () => model.observe(() => model.gradients(batch(), labels)).tensors).flat()
    for (const total of model.roundings) {
      const mine = tensors.filter(({ layer, tensor }) => layer === total.layer && tensor === total.tensor)
      const sum = (of: 'count' | 'saturated' | 'flushed') => mine.reduce((all, record) => all + record[of], 0)
      expect({ count: sum('count'), saturated: sum('saturated'), flushed: sum('flushed') }, total.tensor).toEqual({
        count: total.count,
        saturated: total.saturated,
        flushed: total.flushed,
      })
    }
    expect(tensors.reduce((all, { flushed }) => all + flushed, 0)).toBeGreaterThan(0)
  }
})

it('observe changes nothing', async () => {
  const layers: readonly Layer[] = [
    { kind: 'gated', activation: 'swiglu', units: 6 },
    { kind: 'linear', units: 3 },
  ]
  const random = new Random(5)
  const x = Float32Array.from({ length: 40 }, () => random.normal())
  const labels = [0, 1, 2, 0, 1, 2, 0, 1]
  const unscaled: Precision = { hidden: { format: 'e4m3', scaling: 'none', per: 'smooth' }, moments: { first: 'e4m3', second: 'e5m2' } }
  for (const precision of [fp8('smooth-folded', 2), fp8('bf16'), unscaled]) {
    const [seen, unseen] = await Promise.all(
      [1, 2].map(() => createModel({ inputs: 5, layers, loss: 'cross-entropy', batch: 8, seed: 1, precision })),
    )
    const step = (model: Model) => model.step(x, labels, { kind: 'adam', rate: 0.05 })
    for (let i = 0; i < 4; i++) expect(seen.observe(() => step(seen)).result).toBe(step(unseen))
    expect(seen.parameters.map(({ values }) => values)).toEqual(unseen.parameters.map(({ values }) => values))
  }
})

it('alignments are the cosines of value and gate of each unit, in gated layers within layers too', async () => {
  const gated: Layer = { kind: 'gated', activation: 'swiglu', units: 3 }
  const residual: Layer = { kind: 'residual', layers: [{ kind: 'rmsnorm' }, gated, { kind: 'linear', units: 2 }] }
  const model = await createModel({ inputs: 2, layers: [residual, gated], loss: 'cross-entropy', batch: 1, seed: 1 })
  model.parameters.find(p => p.layer === 1)!.values.set([3, 4, 1, 0, 1, 1, -3, -4, 0, 2, 2, 0])
  const [inner, outer] = alignments(model)
  expect([inner.layer, inner.name, inner.cosines.length]).toEqual([0, '1.weight', 3])
  expect(outer).toEqual({ layer: 1, name: 'weight', cosines: [-1, 0, 2 / Math.sqrt(8)] })
})
