import { describe, expect, it } from 'vitest'
import { activation, fromFormula } from 'xphi/formula'
import { gain, secondMoment } from '../src/index.ts'

describe('gain', () => {
  it('is sqrt(2) for relu, 1 for the identity and for selu, sqrt(2 / (1 + slope^2)) for leaky_relu', () => {
    expect(gain(activation('relu'))).toBeCloseTo(Math.SQRT2, 12)
    expect(gain(activation('identity'))).toBeCloseTo(1, 12)
    expect(gain(activation('leaky_relu', { alpha: 0.2 }))).toBeCloseTo(Math.sqrt(2 / 1.04), 12)
    // SELU's constants make unit variance a fixed point (Klambauer and others 2017).
    expect(gain(activation('selu'))).toBeCloseTo(1, 5)
  })

  it('integrates smooth functions to known second moments', () => {
    // E[z^4] = 3; E[sin^2 z] = (1 - e^-2) / 2; E[normcdf(z)^2] = 1/3, as normcdf(z) is uniform.
    expect(secondMoment(fromFormula('square', 'x^2'))).toBeCloseTo(3, 12)
    expect(secondMoment(fromFormula('sine', 'sin(x)'))).toBeCloseTo((1 - Math.exp(-2)) / 2, 12)
    expect(secondMoment(fromFormula('cdf', 'normcdf(x)'))).toBeCloseTo(1 / 3, 12)
  })

  it('takes gate and value as independent', () => {
    expect(gain(activation('bilinear'))).toBeCloseTo(1, 10)
    expect(gain(activation('reglu'))).toBeCloseTo(Math.SQRT2, 10)
    expect(secondMoment(activation('geglu'))).toBeCloseTo(secondMoment(activation('gelu')), 8)
  })

  it('samples rows', () => {
    // The softmax of one unit is 1.
    expect(gain(activation('softmax'), 1)).toBe(1)
    // 256 normal rows: the mean is known to a few per cent.
    expect(Math.abs(secondMoment(fromFormula('centred', 'x - rowmean(x)'), 16) - 15 / 16)).toBeLessThan(0.06)
  })

  it('names the activation that has none, and the way out', () => {
    expect(() => gain(fromFormula('zero', 'x > 100 ? 1 : 0'))).toThrow(
      "no gain for 'zero': E[f(z)^2] = 0; initialise with he, glorot or lecun instead",
    )
    expect(() => gain(fromFormula('pole', '1 / x'))).toThrow("no gain for 'pole'")
  })
})
