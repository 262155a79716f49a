import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { tickText, ticks } from '../../src/chart/ticks.ts'

describe('ticks', () => {
  test.each([
    [0, 1, 5, [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [-5, 5, 10, [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5]],
    [0.05, 0.32, 3, [0.1, 0.2, 0.3]],
    [97.4, 100, 2, [98, 100]],
  ])('from %d to %d, about %d', (low, high, count, wanted) => {
    expect(ticks(low, high, count)).toEqual(wanted)
  })

  test('are at most as many as wished, within the window, and none is -0', () => {
    const window = fc.tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.double({ min: 1e-3, max: 1e6, noNaN: true }))
    fc.assert(
      fc.property(window, fc.integer({ min: 1, max: 12 }), ([low, width], count) => {
        const given = ticks(low, low + width, count)
        expect(given.length).toBeLessThanOrEqual(count + 1)
        for (const t of given) {
          expect(Object.is(t, -0)).toBe(false)
          expect(t).toBeGreaterThanOrEqual(low - 1e-6 * (width + Math.abs(low)))
          expect(t).toBeLessThanOrEqual(low + width + 1e-6 * (width + Math.abs(low)))
        }
      }),
    )
  })
})

test('labels are short: exponents for the very large and the very small', () => {
  expect([0, 0.2, 12000, 100000, 0.00001].map(tickText)).toEqual(['0', '0.2', '12000', '1e+5', '1e-5'])
})
