import { Random } from '@xphi/train'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holm, interval95, mean, median, pairedTest, standardDeviation } from '../../src/compare/statistics.ts'

const probabilities = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 })
/** Pairs on a grid, so that sums are exact and permutations change nothing. */
const pairs = fc.array(fc.tuple(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 0, max: 999 })), { minLength: 2, maxLength: 12 })

describe('summaries of a sample', () => {
  it('are those of a worked example', () => {
    const values = [2, 4, 4, 4, 5, 5, 7, 9]
    expect(mean(values)).toBe(5)
    expect(standardDeviation(values)).toBe(Math.sqrt(32 / 7))
    expect(median(values)).toBe(4.5)
    expect(median([3, 1, 2])).toBe(2)
    // t(0.975, 7) = 2.364624 of the tables.
    const [low, high] = interval95(values)
    expect((high - low) / 2).toBeCloseTo((2.364624 * Math.sqrt(32 / 7)) / Math.sqrt(8), 5)
    expect((high + low) / 2).toBeCloseTo(5, 12)
  })

  it('are not numbers where the sample is too small', () => {
    expect(standardDeviation([3])).toBeNaN()
    expect(interval95([3])).toEqual([Number.NaN, Number.NaN])
    expect(median([])).toBeNaN()
  })

  it('cover the mean of normal numbers in 95 of 100 samples', () => {
    const random = new Random(5)
    let covered = 0
    for (let k = 0; k < 4000; k++) {
      const [low, high] = interval95(Array.from({ length: 4 }, () => random.normal()))
      if (low <= 0 && high >= 0) covered++
    }
    // 3800 expected, standard deviation 13.8; four of them.
    expect(Math.abs(covered - 3800)).toBeLessThan(56)
  })
})

describe('pairedTest', () => {
  it("gives Student's result on his own data: the sleep of ten patients (Biometrika 1908), t = 4.0621, p = 0.002833", () => {
    const first = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]
    const second = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
    const { difference, ci95, p } = pairedTest(second, first)
    expect(difference).toBeCloseTo(1.58, 12)
    // As R's t.test prints them: p-value = 0.002833, 0.7001142 to 2.4598858.
    expect(p).toBeCloseTo(0.002833, 6)
    expect(ci95[0]).toBeCloseTo(0.7001142, 7)
    expect(ci95[1]).toBeCloseTo(2.4598858, 7)
  })

  it('says the opposite when the two are exchanged, and does not mind the order of the seeds', () => {
    fc.assert(
      fc.property(pairs, fc.nat(), (sample, seed) => {
        const [a, b] = [sample.map(pair => pair[0]), sample.map(pair => pair[1])]
        const test = pairedTest(a, b)
        const exchanged = pairedTest(b, a)
        const order = [...new Random(seed).permutation(a.length)]
        const permuted = pairedTest(
          order.map(i => a[i]),
          order.map(i => b[i]),
        )
        expect(exchanged.difference).toBe(0 - test.difference)
        expect(exchanged.p).toEqual(test.p)
        expect(permuted.difference).toBe(test.difference)
        if (Number.isNaN(test.p)) expect(permuted.p).toBeNaN()
        else expect(Math.abs(permuted.p - test.p)).toBeLessThan(1e-12)
        // The interval holds 0 exactly when p > 0.05.
        if (!Number.isNaN(test.ci95[0])) expect(test.ci95[0] <= 0 && test.ci95[1] >= 0).toBe(test.p >= 0.05)
      }),
    )
  })

  it('tests nothing where the differences have no spread', () => {
    const same = pairedTest([99.1, 98.7, 97.3], [98.6, 98.2, 96.8])
    expect(same.difference).toBeCloseTo(0.5, 12)
    expect([...same.ci95, same.p]).toEqual([Number.NaN, Number.NaN, Number.NaN])
    expect(pairedTest([100, 99.9], [100, 99.9])).toEqual({ difference: 0, ci95: [Number.NaN, Number.NaN], p: 1 })
    expect(pairedTest([3], [1])).toEqual({ difference: 2, ci95: [Number.NaN, Number.NaN], p: Number.NaN })
  })

  it('rejects in 5 of 100 samples where there is no difference', () => {
    const random = new Random(6)
    const sample = () => Array.from({ length: 5 }, () => random.normal())
    let rejected = 0
    for (let k = 0; k < 4000; k++) if (pairedTest(sample(), sample()).p < 0.05) rejected++
    // 200 expected, standard deviation 13.8; four of them.
    expect(Math.abs(rejected - 200)).toBeLessThan(56)
  })
})

describe('holm', () => {
  it('gives a worked example: the four of Wikipedia, 0.01, 0.04, 0.03, 0.005', () => {
    const corrected = holm([0.01, 0.04, 0.03, 0.005])
    for (const [i, expected] of [0.03, 0.06, 0.06, 0.02].entries()) expect(corrected[i]).toBeCloseTo(expected, 12)
  })

  it('is never below the raw p nor above Bonferroni, and keeps their order', () => {
    fc.assert(
      fc.property(probabilities, p => {
        const corrected = holm(p)
        for (const [i, raw] of p.entries()) {
          expect(corrected[i]).toBeGreaterThanOrEqual(raw)
          expect(corrected[i]).toBeLessThanOrEqual(Math.min(1, raw * p.length))
          for (const [j, other] of p.entries()) if (raw < other) expect(corrected[i]).toBeLessThanOrEqual(corrected[j])
        }
      }),
    )
  })

  it('does not mind the order, and is lenient where fewer are compared', () => {
    fc.assert(
      fc.property(probabilities, fc.nat(), (p, seed) => {
        const order = [...new Random(seed).permutation(p.length)]
        expect(holm(order.map(i => p[i]))).toEqual(order.map(i => holm(p)[i]))
        for (const [i, corrected] of holm(p.slice(1)).entries()) expect(corrected).toBeLessThanOrEqual(holm(p)[i + 1])
      }),
    )
  })

  it('leaves out what was not tested', () => {
    expect(holm([0.02, Number.NaN, 0.03])).toEqual([0.04, Number.NaN, 0.04])
    expect(holm([])).toEqual([])
  })
})
