import { describe, expect, it } from 'vitest'
import { liveTrial } from '../../src/compare/live.ts'
import { precisions } from '../../src/compare/precision.ts'
import { runTrial } from '../../src/compare/trial.ts'
import type { Recipe } from '../../src/compare/types.ts'
import { recipe, rings, specOf, trained } from './rings.ts'

const inFp8: Recipe = { ...recipe, epochs: 23, precision: 'fp8' }

describe('a trial in low precision', () => {
  it('is looked at some ten times, the last step always, and is not changed by it', async () => {
    const spec = specOf('swiglu', { recipe: inFp8 })
    const { roundings, metric, testLoss, steps } = trained(await runTrial(rings(), spec))
    expect(roundings?.points.map(({ epoch }) => epoch)).toEqual([3, 6, 9, 12, 15, 18, 21, 23])
    const live = await liveTrial(rings(), spec)
    live.advance(steps)
    expect(live.measure()).toEqual({ loss: testLoss, metric })
    const plain = trained(await runTrial(rings(), specOf('swiglu', { recipe: { ...inFp8, precision: 'bf16' } })))
    expect(plain.testLoss).not.toBe(testLoss)
  })

  it('names each tensor of each product, with its magnitude, its powers of two and what was lost', async () => {
    const { roundings } = trained(await runTrial(rings(), specOf('swiglu', { recipe: inFp8 })))
    const { points, totals } = roundings!
    const names = totals.map(({ layer, tensor, format }) => [layer, tensor, format].join(' '))
    expect(names.sort()).toEqual(['0 gradient e5m2', '0 input e4m3', '0 weight e4m3', '1 gradient e5m2', '1 hidden e4m3', '1 weight e4m3'])
    for (const { tensors, alignments } of points) {
      expect(tensors).toHaveLength(totals.length)
      for (const { count, zeros, histogram, amax } of tensors) {
        expect(zeros + histogram.reduce((sum, bin) => sum + bin.count, 0)).toBe(count)
        expect(Math.max(...amax)).toBeGreaterThan(0)
      }
      // Two thirds of eight units.
      expect(alignments.map(({ layer, cosines }) => [layer, cosines.length])).toEqual([[0, 5]])
    }
    // Totals are of all steps, points of eight of them.
    const seen = points.flatMap(({ tensors }) => tensors).reduce((sum, { count }) => sum + count, 0)
    expect(totals.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(10 * seen)
  })

  it('is none in f32', async () => {
    expect(trained(await runTrial(rings(), specOf('swiglu'))).roundings).toBeUndefined()
  })

  it('is trained by every recipe', async () => {
    for (const precision of Object.keys(precisions) as (keyof typeof precisions)[]) {
      const { metric, roundings } = trained(await runTrial(rings(), specOf('swiglu', { recipe: { ...inFp8, precision } })))
      expect(metric, precision).toBeGreaterThan(90)
      expect(roundings!.points[0].tensors.some(({ smooth }) => smooth !== undefined)).toBe(precision === 'fp8-smooth')
    }
  })
})
