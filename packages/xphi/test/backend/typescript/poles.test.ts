import { expect, test } from 'vitest'
import { define } from '../../../src/index.ts'

test.each([
  ['sqrt(1 - x ^ 2)', 1, -Infinity],
  ['sqrt(1 - x ^ 2)', -1, Infinity],
  ['1 / (x - 2)', 2, -Infinity],
  ['3 * sqrt(x)', 0, Infinity],
] as const)('the derivative of %s at %f is %f', (formula, x, slope) => {
  expect(define('own', formula).derivative(x)).toBe(slope)
})
