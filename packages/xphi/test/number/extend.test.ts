import { expect, test } from 'vitest'
import { rangeOf } from '../../src/number/extend.ts'

test.each([
  ['of usual numbers', [1, 0, -3], 0],
  ['with one that is far out', [1, -1e200, 3], 1],
  ['with an infinite one', [1, Number.POSITIVE_INFINITY], 1],
  ['that is tiny throughout', [1e-310, 0, -1e-300], -1],
  ['with one that is not tiny', [1e-310, 1e-200], 0],
  // Padding: nothing is lost of it, and where it was taken for tiny each such row was computed apart.
  ['of zeros', [0, -0, 0], 0],
  ['without elements', [], 0],
  ['with NaN', [1e-310, Number.NaN], 0],
])('the range of a row %s', (_, row, range) => {
  expect(rangeOf(Float64Array.from(row))).toBe(range)
})
