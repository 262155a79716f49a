import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromHexadecimal, fromNumber, toNumber } from '../../src/number/bigconvert.ts'
import { createBigArithmetic } from '../../src/number/bigmath.ts'
import { fromBitsOf, nextDown, nextUp } from '../../src/number/bits.ts'
import { formats } from '../../src/number/formats.ts'
import { ulpDistance, unitDistance } from '../../src/number/ulp.ts'

const finite = fc
  .bigInt({ min: 0n, max: (1n << 64n) - 1n })
  .map(fromBitsOf)
  .filter(x => Math.abs(x) < Number.MAX_VALUE)

describe('ulpDistance finds a planted error', () => {
  it('of one f64', () => {
    fc.assert(
      fc.property(finite, x => {
        // Away from zero a neighbour is one ulp off; towards zero half of one, where x is a power of two.
        const outward = ulpDistance(x < 0 ? nextDown(x) : nextUp(x), x)
        const inward = ulpDistance(x < 0 ? nextUp(x) : nextDown(x), x)
        return ulpDistance(x, x) === 0 && outward === 1 && (inward === 1 || inward === 0.5)
      }),
    )
  })

  it('of one f32, subnormals included', () => {
    for (const x of [1.5, -3, 2 ** -126, 2 ** -149, 2 ** -130, 1.5 * 2 ** 127]) {
      expect(ulpDistance(nextUp(x, 'f32'), x, 'f32')).toBe(1)
      expect(ulpDistance(nextDown(x, 'f32'), x, 'f32')).toBe(1)
    }
  })

  it('of one ulp beside a rounded transcendental: the right result is within 1/2, its neighbours are not', () => {
    const arithmetic = createBigArithmetic(200)
    // Away from e^x = 1: below a power of two the neighbour is only half an ulp off.
    const away = fc.double({ min: -700, max: 700, noNaN: true }).filter(x => Math.abs(x) > 1e-3)
    fc.assert(
      fc.property(away, x => {
        const exact = arithmetic.exp(fromNumber(x))
        const right = toNumber(exact)
        const wrong = [nextUp(right), nextDown(right)].map(y => ulpDistance(y, exact))
        return ulpDistance(right, exact) <= 0.5 && wrong.every(d => d > 0.5 && d < 1.5)
      }),
    )
  })
})

describe('ulpDistance', () => {
  it('counts a result of 0 in full', () => {
    expect(ulpDistance(0, 1)).toBe(2 ** 52)
    expect(ulpDistance(0, 1, 'f32')).toBe(2 ** 23)
    expect(ulpDistance(0, 2 ** -149, 'f32')).toBe(1)
    expect(ulpDistance(0, 2 ** -150, 'f32')).toBe(0.5)
  })

  it('measures in ulps of the exact value, below the normal range in subnormal quanta', () => {
    expect(ulpDistance(1, nextDown(1))).toBe(1)
    expect(ulpDistance(nextDown(1), 1)).toBe(0.5)
    expect(ulpDistance(5e-324, 0)).toBe(1)
    expect(ulpDistance(5e-324, fromHexadecimal('0x1p-1075'))).toBe(0.5)
    expect(ulpDistance(1 + 2 ** -10, 1, 'f16')).toBe(1)
    expect(ulpDistance(1 + 2 ** -7, 1, 'bf16')).toBe(1)
  })

  it('sees a difference far below a double', () => {
    expect(ulpDistance(1, fromHexadecimal('0x1.0000000000000000000000000001p+0'))).toBe(2 ** -60)
  })

  it('treats NaN, infinities and overflow as stated', () => {
    expect(ulpDistance(Number.NaN, Number.NaN)).toBe(0)
    expect([ulpDistance(Number.NaN, 1), ulpDistance(1, Number.NaN), ulpDistance(Number.NaN, Infinity)]).toEqual([
      Infinity,
      Infinity,
      Infinity,
    ])
    expect([ulpDistance(Infinity, Infinity), ulpDistance(-Infinity, Infinity), ulpDistance(1, Infinity), ulpDistance(Infinity, 1)]).toEqual(
      [0, Infinity, Infinity, Infinity],
    )
    const huge = fromHexadecimal('0x1p+1024')
    expect([ulpDistance(Infinity, huge), ulpDistance(-Infinity, huge), ulpDistance(Number.MAX_VALUE, huge)]).toEqual([0, Infinity, 1])
    expect(ulpDistance(Infinity, formats.f32.maximum, 'f32')).toBe(Infinity)
    expect(ulpDistance(Number.NaN, 1000, 'e4m3')).toBe(Infinity)
    expect(ulpDistance(-0, 0)).toBe(0)
  })
})

describe('unitDistance', () => {
  it('counts in the last bit of any precision, and wants specials to agree', () => {
    const x = fromNumber(1)
    expect(unitDistance(fromHexadecimal('0x1.01p+0'), x, 9)).toBe(1)
    expect(unitDistance(x, x, 200)).toBe(0)
    expect([
      unitDistance(fromNumber(0), fromNumber(-0), 53),
      unitDistance(fromNumber(0), x, 53),
      unitDistance(x, fromNumber(Number.NaN), 53),
    ]).toEqual([Infinity, Infinity, Infinity])
    expect(unitDistance(fromNumber(0), fromHexadecimal('0x1p-99999999'), 53)).toBe(0)
    expect(unitDistance(fromNumber(Infinity), fromHexadecimal('0x1p+99999999'), 53)).toBe(0)
  })
})
