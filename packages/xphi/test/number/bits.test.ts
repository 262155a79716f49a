import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bitsOf, exponentOf, fromBitsOf, fromHex, nextDown, nextUp, powerOfTwo, toHex, ulp } from '../../src/number/bits.ts'

const anyDouble = fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(fromBitsOf)
const finite = anyDouble.filter(Number.isFinite)

describe('powerOfTwo and exponentOf', () => {
  it('agree with each other on every binade, subnormals included', () => {
    for (let e = -1074; e <= 1023; e++) {
      expect(exponentOf(powerOfTwo(e))).toBe(e)
      expect(exponentOf(-powerOfTwo(e))).toBe(e)
    }
    expect([powerOfTwo(-1075), powerOfTwo(-1074), powerOfTwo(-1022), powerOfTwo(1023), powerOfTwo(1024)]).toEqual([
      0,
      5e-324,
      2.2250738585072014e-308,
      8.98846567431158e307,
      Infinity,
    ])
  })

  it('bound every number by its binade', () => {
    fc.assert(
      fc.property(
        finite.filter(x => x !== 0),
        x => {
          const e = exponentOf(x)
          return powerOfTwo(e) <= Math.abs(x) && Math.abs(x) < powerOfTwo(e + 1)
        },
      ),
    )
    expect([exponentOf(0), exponentOf(-Infinity), exponentOf(Number.NaN)]).toEqual([-Infinity, Infinity, Number.NaN])
  })
})

describe('nextUp and nextDown', () => {
  it('step over one representation', () => {
    fc.assert(
      fc.property(finite, x => {
        const up = nextUp(x)
        // Between neighbours nothing is left: their mean is one of them.
        return (
          up > x &&
          (up === Infinity || x / 2 + up / 2 === x || x / 2 + up / 2 === up || Math.abs(x) < 2 ** -1020) &&
          nextDown(up) === (x === 0 ? 0 : x)
        )
      }),
    )
  })

  it('know the edges', () => {
    expect(nextUp(1)).toBe(1 + 2 ** -52)
    expect(nextDown(1)).toBe(1 - 2 ** -53)
    expect(nextUp(-0)).toBe(5e-324)
    expect(nextDown(0)).toBe(-5e-324)
    expect(nextUp(-5e-324)).toBe(-0)
    expect(nextUp(Number.MAX_VALUE)).toBe(Infinity)
    expect(nextUp(Infinity)).toBe(Infinity)
    expect(nextUp(-Infinity)).toBe(-Number.MAX_VALUE)
    expect(nextUp(Number.NaN)).toBeNaN()
  })

  it('find the f32 neighbours, of doubles between two f32 too', () => {
    expect(nextUp(1, 'f32')).toBe(1 + 2 ** -23)
    expect(nextDown(1, 'f32')).toBe(1 - 2 ** -24)
    expect(nextUp(1 + 2 ** -40, 'f32')).toBe(1 + 2 ** -23)
    expect(nextUp(1 - 2 ** -40, 'f32')).toBe(1)
    expect(nextDown(1 + 2 ** -40, 'f32')).toBe(1)
    expect(nextUp(0, 'f32')).toBe(2 ** -149)
    expect(nextUp(1e-300, 'f32')).toBe(2 ** -149)
    expect(nextUp(-(2 ** -149), 'f32')).toBe(-0)
    expect(nextUp(-1e-300, 'f32')).toBe(-0)
    expect(nextUp(3.4028234663852886e38, 'f32')).toBe(Infinity)
    expect(nextUp(-Infinity, 'f32')).toBe(-3.4028234663852886e38)
    fc.assert(
      fc.property(finite, x => nextUp(x, 'f32') > x && Math.fround(nextUp(x, 'f32')) === nextUp(x, 'f32') && nextDown(x, 'f32') < x),
    )
  })
})

describe('ulp', () => {
  it('is the distance to the neighbour away from zero', () => {
    fc.assert(
      fc.property(
        finite.filter(x => x !== Number.MAX_VALUE && x !== -Number.MAX_VALUE),
        x => ulp(x) === nextUp(Math.abs(x)) - Math.abs(x),
      ),
    )
  })

  it('is the subnormal quantum below the normal range', () => {
    expect([ulp(0), ulp(1), ulp(2 ** -1022), ulp(2 ** -1060)]).toEqual([5e-324, 2 ** -52, 5e-324, 5e-324])
    expect([ulp(0, 'f32'), ulp(1, 'f32'), ulp(2 ** -127, 'f32'), ulp(1e-300, 'f32')]).toEqual([2 ** -149, 2 ** -23, 2 ** -149, 2 ** -149])
    expect([ulp(1, 'f16'), ulp(1e-9, 'f16'), ulp(1, 'bf16'), ulp(448, 'e4m3'), ulp(0, 'e4m3'), ulp(1, 'e5m2')]).toEqual([
      2 ** -10,
      2 ** -24,
      2 ** -7,
      32,
      2 ** -9,
      0.25,
    ])
    expect(ulp(Infinity)).toBeNaN()
  })
})

describe('hexadecimal text', () => {
  it('is what C prints with %a', () => {
    const printed = [1, 1.5, -0.1, 2 ** -1022, 5e-324, -0, 0, Number.MAX_VALUE, Infinity, Number.NaN].map(toHex)
    expect(printed).toEqual([
      '0x1p+0',
      '0x1.8p+0',
      '-0x1.999999999999ap-4',
      '0x1p-1022',
      '0x0.0000000000001p-1022',
      '-0x0p+0',
      '0x0p+0',
      '0x1.fffffffffffffp+1023',
      'Infinity',
      'NaN',
    ])
  })

  it('comes back as the same bits', () => {
    fc.assert(fc.property(anyDouble, x => Number.isNaN(x) || bitsOf(fromHex(toHex(x))) === bitsOf(x)))
  })

  it('is refused when no double equals it', () => {
    expect(fromHex('0x18p-4')).toBe(1.5)
    expect(() => fromHex('1.5')).toThrow("not a hexadecimal number: '1.5': write it like 0x1.8p+0")
    for (const text of ['0x1.00000000000001p+0', '0x1p+1024', '0x1p-1075'])
      expect(() => fromHex(text)).toThrow(`no double equals '${text}'`)
  })
})
