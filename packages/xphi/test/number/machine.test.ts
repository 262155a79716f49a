import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { exponentOf, fromNumber, scale, toNumber } from '../../src/number/index.ts'
import { extend } from '../../src/number/extend.ts'
import { copysign, exponent, ldexp, nearest } from '../../src/number/machine.ts'

const moderate = fc.double({ min: 1, max: 2 ** 60, noNaN: true }).chain(x => fc.integer({ min: -1000, max: 900 }).map(k => x * 2 ** k))
const finite = fc.double({ noNaN: true, noDefaultInfinity: true })

describe('ldexp', () => {
  test('is exact where nothing underflows, and 0 or infinite beyond', () => {
    fc.assert(
      fc.property(moderate, fc.integer({ min: -5000, max: 5000 }), (x, k) => {
        const exact = toNumber(scale(fromNumber(x), k))
        // Below the normal range two steps may round twice.
        const off = Math.abs(ldexp(x, k) - exact)
        return Math.abs(exact) >= 2 ** -1022 || exact === 0 ? off === 0 || exact === ldexp(x, k) : off <= 5e-324
      }),
      { numRuns: 500 },
    )
  })
})

test('exponent is floor(log2 |x|), with stand-ins for what has none', () => {
  fc.assert(fc.property(finite, x => x === 0 || exponent(x) === exponentOf(x)))
  expect([0, -0, Infinity, -Infinity, Number.NaN, 5e-324].map(exponent)).toEqual([-1077, -1077, 1024, 1024, 1024, -1074])
})

test('copysign takes the sign of zero too', () => {
  expect([copysign(3, -0), copysign(-3, 0), copysign(0, -1), copysign(-0, 1)]).toEqual([-3, 3, -0, 0])
})

test('nearest rounds ties to even', () => {
  expect([0.5, 1.5, 2.5, -1.5, 2.4999, -3].map(nearest)).toEqual([0, 2, 2, -2, 2, -3])
})

describe('extend', () => {
  const powers: readonly (readonly [string, (x: number) => number])[] = [
    ['x / 3', x => x / 3],
    ['1 / x', x => 1 / x],
    ['5', () => 5],
  ]
  test.each(powers)('continues %s to all digits', (_, f) => {
    fc.assert(fc.property(fc.double({ min: 2 ** 300, max: 2 ** 1020, noNaN: true }), x => extend(f, x) === f(x) && extend(f, -x) === f(-x)))
  })
  test('comes to the limits at infinity', () => {
    const at = (f: (x: number) => number) => [extend(f, -Infinity), extend(f, Infinity)]
    expect(powers.map(([, f]) => at(f))).toEqual([
      [-Infinity, Infinity],
      [-0, 0],
      [5, 5],
    ])
    expect(at(x => Math.max(x, 0))).toEqual([0, Infinity])
  })
})
