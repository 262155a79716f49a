import { expect, test } from 'vitest'
import { heights } from '../../src/chart/heights.ts'

test('holds all values with a margin of a twentieth', () => {
  expect(heights([0, 20, 10])).toEqual({ low: -1, high: 21 })
})

test('gives a single value, and none, a window', () => {
  expect(heights([3, 3])).toEqual({ low: 2, high: 4 })
  expect(heights([])).toEqual({ low: -1, high: 1 })
})

test('leaves out a pole that would squeeze the rest into a line', () => {
  const values = [...Array.from({ length: 50 }, (_, i) => i / 50), 1e9]
  const { low, high } = heights(values)
  expect(high).toBeLessThan(3)
  expect(low).toBeLessThan(0.1)
})
