import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { spread } from '../../src/chart/spread.ts'

const wanted = fc.array(fc.integer({ min: -500, max: 500 }), { minLength: 1, maxLength: 12 })

describe('spread', () => {
  test('leaves positions alone that have room', () => {
    expect(spread([30, 10, 60], 15, 0, 100)).toEqual([30, 10, 60])
  })

  test('moves two that wish for one place apart by half the gap each', () => {
    expect(spread([50, 50], 10, 0, 100)).toEqual([45, 55])
  })

  test('keeps the gap and the order, and the window where all fit', () => {
    fc.assert(
      fc.property(wanted, places => {
        const placed = spread(places, 12, -100, 100)
        const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b])
        for (const [rank, i] of order.entries()) {
          expect(placed[i]).toBeGreaterThanOrEqual(-100 - 1e-9)
          expect(placed[i]).toBeLessThanOrEqual(100 + 1e-9)
          if (rank > 0) expect(placed[i] - placed[order[rank - 1]]).toBeGreaterThanOrEqual(12 - 1e-9)
        }
      }),
    )
  })

  test('moves no further, in the sum of squares, than any other arrangement with the gap', () => {
    const cost = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, v, i) => sum + (v - b[i]) ** 2, 0)
    fc.assert(
      fc.property(
        wanted,
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 12, maxLength: 12 }),
        fc.integer(),
        (places, extra, start) => {
          const order = places.map((_, i) => i).sort((a, b) => places[a] - places[b])
          const other: number[] = []
          let at = (start % 500) - 500
          for (const [rank, i] of order.entries()) {
            at += rank === 0 ? 0 : 12 + extra[rank]
            other[i] = at
          }
          expect(cost(spread(places, 12, -1e6, 1e6), places)).toBeLessThanOrEqual(cost(other, places) + 1e-6)
        },
      ),
    )
  })
})
