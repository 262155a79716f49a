import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { evaluate, fromFormula } from 'xphi/formula'
import { Random } from '../src/index.ts'

describe('Random', () => {
  it('gives these words for seed 1, on every machine', () => {
    const random = new Random(1)
    expect(Array.from({ length: 4 }, () => random.word())).toMatchInlineSnapshot(`
      [
        393288148,
        2174103013,
        3814759091,
        2092745082,
      ]
    `)
    expect(Array.from({ length: 4 }, () => random.normal())).toMatchInlineSnapshot(`
      [
        0.13016986690890298,
        0.049406368119763844,
        -1.6270005269551415,
        -0.01442355277559082,
      ]
    `)
  })

  it('repeats for a seed and stream, and differs for others', () => {
    const first = (seed: number, stream?: number) => {
      const random = new Random(seed, stream)
      return Array.from({ length: 8 }, () => random.word())
    }
    fc.assert(
      fc.property(fc.integer(), fc.nat(1000), (seed, stream) => {
        expect(first(seed, stream)).toEqual(first(seed, stream))
        expect(first(seed, stream)).not.toEqual(first(seed, stream + 1))
        expect(first(seed, stream)).not.toEqual(first(seed + 1, stream))
      }),
    )
  })

  it('draws uniform numbers in [0, 1) whose distribution function is x', () => {
    const random = new Random(5)
    const sorted = Float64Array.from({ length: 100_000 }, () => random.uniform()).sort()
    expect(sorted[0]).toBeGreaterThanOrEqual(0)
    expect(sorted[99_999]).toBeLessThan(1)
    expect(distance(sorted, sorted)).toBeLessThan(kolmogorov(100_000))
  })

  it('draws normal numbers whose distribution function is normcdf', () => {
    const random = new Random(6)
    const sorted = Float64Array.from({ length: 100_000 }, () => random.normal()).sort()
    const cdf = evaluate(fromFormula('cdf', 'normcdf(x)'), { x: sorted }).y
    expect(distance(sorted, cdf)).toBeLessThan(kolmogorov(100_000))
    const moment = (power: number) => sorted.reduce((sum, z) => sum + z ** power, 0) / sorted.length
    // Four standard errors: Var z = 1, Var z^2 = 2, Var z^4 = 96.
    expect(Math.abs(moment(1))).toBeLessThan(4 * Math.sqrt(1 / 100_000))
    expect(Math.abs(moment(2) - 1)).toBeLessThan(4 * Math.sqrt(2 / 100_000))
    expect(Math.abs(moment(4) - 3)).toBeLessThan(4 * Math.sqrt(96 / 100_000))
  })

  it('permutes: every element once, each place equally often', () => {
    const random = new Random(7)
    const counts = Array.from({ length: 5 }, () => new Array(5).fill(0))
    for (let n = 0; n < 20_000; n++) {
      const order = random.permutation(5)
      expect([...order].sort()).toEqual([0, 1, 2, 3, 4])
      for (const [place, element] of order.entries()) counts[place][element]++
    }
    // 4000 expected, standard deviation 57; five of them.
    for (const count of counts.flat()) expect(Math.abs(count - 4000)).toBeLessThan(285)
  })

  it('stays below the bound', () => {
    const random = new Random(8)
    fc.assert(fc.property(fc.integer({ min: 1, max: 2 ** 31 }), count => random.below(count) < count))
  })
})

/** The Kolmogorov-Smirnov statistic of a sorted sample whose distribution function values are given. */
function distance(sorted: Float64Array, cdf: Float64Array): number {
  return sorted.reduce(
    (worst, _, i) => Math.max(worst, Math.abs(cdf[i] - i / sorted.length), Math.abs(cdf[i] - (i + 1) / sorted.length)),
    0,
  )
}

/** Its critical value at significance 0.001. */
const kolmogorov = (count: number): number => 1.95 / Math.sqrt(count)
