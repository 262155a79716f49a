import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextDown, nextUp } from '../../src/number/bits.ts'
import { formats } from '../../src/number/formats.ts'
import { fromBits, type LowFormat, roundTo, toBits } from '../../src/number/lowprecision.ts'

const low: readonly LowFormat[] = ['f16', 'bf16', 'e4m3', 'e5m2']

/** Every finite non-negative value of the format, ascending, from its bits. */
function values(format: LowFormat): number[] {
  const codes = Array.from({ length: 2 ** (formats[format].width - 1) }, (_, code) => fromBits(format, code))
  return codes.filter(Number.isFinite)
}

describe.each(low)('%s', format => {
  const all = values(format)
  const { maximum, minimumExponent, precision, hasInfinity, width } = formats[format]

  it('has the range that its specification states', () => {
    expect(all[0]).toBe(0)
    expect(all[1]).toBe(2 ** (minimumExponent - precision + 1))
    expect(all.at(-1)).toBe(maximum)
    expect(all.every((value, i) => i === 0 || value > all[i - 1])).toBe(true)
  })

  it('keeps every bit pattern', () => {
    for (let bits = 0; bits < 2 ** width; bits++) {
      const value = fromBits(format, bits)
      if (Number.isNaN(value)) continue
      if (toBits(format, value) !== bits || !Object.is(roundTo(format, value), value))
        throw new Error(`${bits} -> ${value} -> ${toBits(format, value)}`)
    }
  })

  it('rounds to nearest, ties to even, between every two neighbours', () => {
    for (let i = 0; i + 1 < all.length; i++) {
      const [below, above] = [all[i], all[i + 1]]
      const middle = (below + above) / 2
      const found = [nextDown(middle), middle, nextUp(middle)].map(x => roundTo(format, x))
      const wanted = [below, i % 2 === 0 ? below : above, above]
      if (found.some((value, j) => value !== wanted[j]) || roundTo(format, -middle) !== -wanted[1]) throw new Error(`${middle} -> ${found}`)
    }
  })

  it('overflows as its specification states', () => {
    const past = maximum + (maximum - all[all.length - 2]) / 2
    const overflow = hasInfinity ? Infinity : Number.NaN
    // The tie goes to the even neighbour: upwards, but in e4m3, whose largest mantissa 110 is even.
    const atTie = format === 'e4m3' ? maximum : overflow
    expect(roundTo(format, nextDown(past))).toBe(maximum)
    expect(roundTo(format, past)).toBe(atTie)
    for (const x of [nextUp(past), 1e300, Infinity]) {
      expect(roundTo(format, x)).toBe(overflow)
      expect(roundTo(format, -x)).toBe(-overflow)
      expect(roundTo(format, x, { saturate: true })).toBe(maximum)
      expect(roundTo(format, -x, { saturate: true })).toBe(-maximum)
    }
  })

  it('keeps the sign of zero, and NaN', () => {
    expect(roundTo(format, -1e-300)).toBe(-0)
    expect(roundTo(format, 1e-300)).toBe(0)
    expect(toBits(format, -0)).toBe(2 ** (width - 1))
    expect(fromBits(format, 2 ** (width - 1))).toBe(-0)
    expect(roundTo(format, Number.NaN, { saturate: true })).toBeNaN()
    expect(fromBits(format, toBits(format, Number.NaN))).toBeNaN()
  })

  it('is monotone and odd', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), fc.double({ noNaN: true }), (a, b) => {
        const [x, y] = [roundTo(format, Math.min(a, b), { saturate: true }), roundTo(format, Math.max(a, b), { saturate: true })]
        return x <= y && roundTo(format, -a, { saturate: true }) === -roundTo(format, a, { saturate: true })
      }),
    )
  })
})

describe('known bit patterns', () => {
  it('match the specifications', () => {
    expect([1, -2, 65504, 2 ** -24, Infinity, -Infinity, Number.NaN].map(x => toBits('f16', x))).toEqual([
      0x3c00, 0xc000, 0x7bff, 0x0001, 0x7c00, 0xfc00, 0x7e00,
    ])
    expect([1, -2, 2 ** -133, Infinity, Number.NaN].map(x => toBits('bf16', x))).toEqual([0x3f80, 0xc000, 0x0001, 0x7f80, 0x7fc0])
    // OFP8 1.0, table 2: S.1111.110 = 448, S.0001.000 = 2^-6, S.0000.001 = 2^-9, S.1111.111 = NaN; S.11110.11 = 57344, S.00000.01 = 2^-16.
    expect([448, 2 ** -6, 2 ** -9, -1, Number.NaN, Infinity].map(x => toBits('e4m3', x))).toEqual([0x7e, 0x08, 0x01, 0xb8, 0x7f, 0x7f])
    expect([57344, 2 ** -14, 2 ** -16, -1, Infinity, Number.NaN].map(x => toBits('e5m2', x))).toEqual([0x7b, 0x04, 0x01, 0xbc, 0x7c, 0x7e])
    expect([0x7f, 0xff].map(bits => fromBits('e4m3', bits))).toEqual([Number.NaN, Number.NaN])
    expect([0x7d, 0x7e, 0x7f, 0xfd].map(bits => fromBits('e5m2', bits))).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN])
  })

  it('round once: through f32 this value would go the other way', () => {
    const x = 1 + 2 ** -11 + 2 ** -40
    expect(roundTo('f16', x)).toBe(1 + 2 ** -10)
    expect(roundTo('f16', Math.fround(x))).toBe(1)
  })
})
