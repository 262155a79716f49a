import { describe, expect, it } from 'vitest'
import { activation, evaluate } from 'xphi/formula'
import { features } from '../../src/curve/features.ts'
import { section } from '../../src/curve/section.ts'

const of = (name: string) => {
  const { value, slope } = section(activation(name))
  return features(value, slope)
}

describe('features', () => {
  it('finds the zeros, minima and maxima of a cubic where algebra has them', () => {
    const found = features(
      x => x * (x * x - 3) + 1,
      x => 3 * x * x - 3,
    )
    // x^3 - 3x + 1 = 0 at 2 cos(2 pi/9), 2 cos(4 pi/9), 2 cos(8 pi/9).
    const roots = [8, 4, 2].map(k => 2 * Math.cos((k * Math.PI) / 9))
    expect(found.zeros).toHaveLength(3)
    for (const [i, [from, to]] of found.zeros.entries()) {
      expect(from).toBe(to)
      expect(Math.abs(from - roots[i])).toBeLessThan(1e-15)
    }
    expect(found.minima).toEqual([{ x: 1, y: -1 }])
    expect(found.maxima).toEqual([{ x: -1, y: 3 }])
  })

  it('gives a stretch of zeros its ends, and a jump over zero none', () => {
    expect(of('relu').zeros).toEqual([[-Infinity, 0]])
    expect(of('hardshrink').zeros).toEqual([[-0.5, 0.5]])
    expect(of('sign_threshold').zeros).toEqual([])
    expect(of('identity').zeros).toEqual([[0, 0]])
  })

  it("GELU's and SiLU's minima lie where their slopes vanish", () => {
    for (const name of ['gelu', 'silu', 'mish']) {
      const { minima, maxima } = of(name)
      expect(maxima).toEqual([])
      expect(minima).toHaveLength(1)
      const { slopes } = evaluate(activation(name), { x: Float64Array.of(minima[0].x) })
      expect(Math.abs(slopes.x[0])).toBeLessThan(1e-15)
    }
    // silu'(x) = 0 where x = -1 - W(1/e) (Ramachandran, Zoph and Le 2017 draw it near -1.28).
    expect(Math.abs(of('silu').minima[0].x + 1.278464542761074)).toBeLessThan(1e-14)
  })

  it('does not take the flat tails of a saturating function for extrema', () => {
    for (const name of ['tanh', 'sigmoid', 'relu6', 'hard_tanh', 'elu']) expect(of(name)).toMatchObject({ minima: [], maxima: [] })
  })
})
