import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { nextUp } from 'xphi/number'
import { Hash } from '../../src/accuracy/hash.ts'

const digest = (values: Float32Array | Float64Array): string => new Hash().add(values).digest()
const doubles = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 40 })

describe('a hash of floats', () => {
  it('finds one ulp in one number', () => {
    fc.assert(
      fc.property(doubles, fc.nat(), (list, n) => {
        const values = Float64Array.from(list)
        const before = digest(values)
        const at = n % values.length
        const changed = values.with(at, nextUp(values[at]))
        fc.pre(!Object.is(changed[at], values[at]))
        expect(digest(changed)).not.toBe(before)
        const bits = new Uint32Array(Float32Array.from(list.slice(0, 5), () => 1.5).buffer)
        const single = digest(new Float32Array(bits.buffer))
        bits[at % bits.length] ^= 1
        expect(digest(new Float32Array(bits.buffer))).not.toBe(single)
      }),
    )
  })

  it('tells 0 from -0, and an order from another', () => {
    expect(digest(Float64Array.of(0))).not.toBe(digest(Float64Array.of(-0)))
    expect(digest(Float64Array.of(1, 2))).not.toBe(digest(Float64Array.of(2, 1)))
  })

  it('takes every NaN for the same', () => {
    const nans = [0x7fc00000, 0xffc00000, 0x7f800001].map(bits => digest(new Float32Array(Uint32Array.of(bits).buffer)))
    expect(new Set(nans).size).toBe(1)
    const wide = [0x7ff80000, 0xfff80000].map(high => digest(new Float64Array(Uint32Array.of(7, high).buffer)))
    expect(new Set(wide).size).toBe(1)
  })

  it('goes on where it was', () => {
    expect(new Hash().add(Float32Array.of(1)).add(Float32Array.of(2)).digest()).toBe(digest(Float32Array.of(1, 2)))
  })
})
