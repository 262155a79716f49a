import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromDecimal, fromHexadecimal, fromNumber, fromRational, toNumber } from '../../src/number/bigconvert.ts'
import { type BigFloat, add, bitLength, compare, div, integerSqrt, mul, neg, sqrt, sub } from '../../src/number/bigfloat.ts'
import { fromBitsOf, nextDown, nextUp } from '../../src/number/bits.ts'
import { type LowFormat, roundTo } from '../../src/number/lowprecision.ts'

const anyDouble = fc.oneof(
  fc.bigInt({ min: 0n, max: (1n << 64n) - 1n }).map(fromBitsOf),
  fc.double(),
  fc.constantFrom(0, -0, 1, -1, Infinity, -Infinity),
)
// Their sums, products, quotients and roots are normal doubles or exact, so that rounding to 53 bits is rounding to double.
const middling = fc.double({ min: -1e100, max: 1e100, noNaN: true }).filter(x => x === 0 || Math.abs(x) > 1e-100)

describe('conversion', () => {
  it('of a double and back changes no bit', () => {
    fc.assert(fc.property(anyDouble, x => Object.is(toNumber(fromNumber(x)), x)))
  })

  it('to f32 is what Math.fround does', () => {
    fc.assert(fc.property(anyDouble, x => Object.is(toNumber(fromNumber(x), 'f32'), Math.fround(x))))
    fc.assert(fc.property(fc.double({ min: -1e-37, max: 1e-37 }), x => Object.is(toNumber(fromNumber(x), 'f32'), Math.fround(x))))
  })

  it('to the low formats is what roundTo does', () => {
    const format = fc.constantFrom<LowFormat>('f16', 'bf16', 'e4m3', 'e5m2')
    const near = fc.double({ min: -1e6, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(format, fc.oneof(anyDouble, near), fc.boolean(), (name, x, saturate) =>
        Object.is(toNumber(fromNumber(x), name, { saturate }), roundTo(name, x, { saturate })),
      ),
    )
  })

  it('rounds ties to even at the edges of the doubles', () => {
    const value = (text: string) => toNumber(fromHexadecimal(text))
    expect(value('0x1p-1075')).toBe(0)
    expect(value('0x1.0000000000000000000001p-1075')).toBe(5e-324)
    expect(value('-0x1p-1075')).toBe(-0)
    expect(value('0x3p-1075')).toBe(2 * 5e-324)
    expect(value('0x1.fffffffffffff7ffffffp+1023')).toBe(Number.MAX_VALUE)
    expect(value('0x1.fffffffffffff8p+1023')).toBe(Infinity)
    expect(value('0x1p+100000')).toBe(Infinity)
    expect(value('-0x1p-100000')).toBe(-0)
  })

  it('reads decimal text as the engine does, which rounds correctly', () => {
    fc.assert(fc.property(fc.double({ noNaN: true }), x => toNumber(fromDecimal(String(x), 2000)) === x))
    for (const text of ['1.702', '0.044715', '.5', '5.', '-1e-3', '+2E3', '2.5e-324', '1.7976931348623159e308', '-0.0'])
      expect(toNumber(fromDecimal(text, 2000))).toBe(Number(text))
    for (const text of ['', '.', '1e', '0x1', '1 2', '--1']) expect(() => fromDecimal(text, 53)).toThrow(`not a decimal number: '${text}'`)
    expect(() => fromRational(1n, 0n, 53)).toThrow('not a number: 1/0')
  })
})

describe('add, sub, mul, div and sqrt at 53 bits', () => {
  const operations: readonly [string, (a: BigFloat, b: BigFloat, bits: number) => BigFloat, (a: number, b: number) => number][] = [
    ['add', add, (a, b) => a + b],
    ['sub', sub, (a, b) => a - b],
    ['mul', mul, (a, b) => a * b],
    ['div', div, (a, b) => a / b],
  ]
  it.each(operations)('%s is the double operation, bit for bit', (_, big, double) => {
    fc.assert(fc.property(middling, middling, (a, b) => Object.is(toNumber(big(fromNumber(a), fromNumber(b), 53)), double(a, b))))
    // Neighbours, where sums cancel.
    fc.assert(fc.property(middling, a => Object.is(toNumber(big(fromNumber(a), fromNumber(nextUp(a)), 53)), double(a, nextUp(a)))))
  })

  it.each(operations)('%s treats zeros, infinities and NaN as IEEE 754 does', (_, big, double) => {
    const special = [0, -0, 1, -1, Infinity, -Infinity, Number.NaN]
    for (const a of special) for (const b of special) expect(toNumber(big(fromNumber(a), fromNumber(b), 53))).toBe(double(a, b))
  })

  it('add rounds right however far apart its operands are', () => {
    const [tiny, half] = [fromHexadecimal('0x1p-90000'), fromNumber(2 ** -53)]
    const tie = add(fromNumber(1), half, 60)
    expect(toNumber(tie)).toBe(1)
    expect(toNumber(add(tie, tiny, 53))).toBe(nextUp(1))
    expect(toNumber(sub(tie, tiny, 53))).toBe(1)
    expect(toNumber(add(tiny, tie, 53))).toBe(nextUp(1))
    expect(toNumber(sub(fromNumber(1), tiny, 53))).toBe(1)
  })

  it('sqrt is Math.sqrt', () => {
    fc.assert(fc.property(anyDouble, x => Object.is(toNumber(sqrt(fromNumber(x), 53)), Math.sqrt(x))))
  })

  it('integerSqrt is the floor of the root', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1n << 700n }), n => {
        const root = integerSqrt(n)
        return root * root <= n && (root + 1n) ** 2n > n
      }),
    )
    for (const n of [0n, 1n, 2n, 3n, 4n, (1n << 400n) - 1n, 1n << 400n])
      expect([integerSqrt(n) ** 2n <= n, (integerSqrt(n) + 1n) ** 2n > n]).toEqual([true, true])
  })

  it('bitLength counts', () => {
    for (let i = 0; i < 300; i++)
      expect([bitLength(1n << BigInt(i)), bitLength(-(1n << BigInt(i))), bitLength((2n << BigInt(i)) - 1n)]).toEqual([i + 1, i + 1, i + 1])
  })
})

describe('compare', () => {
  it('orders as doubles do', () => {
    const sign = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN)
    fc.assert(fc.property(anyDouble, anyDouble, (a, b) => Object.is(compare(fromNumber(a), fromNumber(b)), sign(a, b))))
    const special = [0, -0, 1, nextDown(1), -1, Infinity, -Infinity, Number.NaN]
    for (const a of special) for (const b of special) expect(compare(fromNumber(a), fromNumber(b))).toBe(sign(a, b))
  })

  it('sees the last bit', () => {
    const [a, b] = [fromHexadecimal(`0x1.${'0'.repeat(90)}1p+0`), fromNumber(1)]
    expect([compare(a, b), compare(b, a), compare(neg(a), neg(b)), compare(a, a)]).toEqual([1, -1, -1, 0])
  })
})
