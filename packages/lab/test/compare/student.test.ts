import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { studentDistribution, twoSidedQuantile, twoSidedTail } from '../../src/compare/student.ts'

const relative = (value: number, truth: number) => Math.abs(value / truth - 1)

/** P(|T| < t) as the finite series 26.7.3 and 26.7.4 of Abramowitz and Stegun. */
function central(t: number, degrees: number): number {
  const angle = Math.atan(t / Math.sqrt(degrees))
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const odd = degrees % 2 === 1
  let sum = 0
  for (let k = odd ? 3 : 2, term = odd ? cosine : 1; k <= degrees; k += 2) {
    sum += term
    term *= ((k - 1) / k) * cosine * cosine
  }
  return odd ? (2 / Math.PI) * (angle + sine * sum) : sine * sum
}

// By mpmath 1.3 with 40 digits: betainc(n/2, 1/2, 0, n/(n + t^2), regularized=True), and its root for 0.05.
const tails = [
  [0.5, 1, 0.7048327646991335],
  [1, 3, 0.39100221895577064],
  [2.5, 4, 0.06676654481198814],
  [40, 4, 0.0000023340163226012686],
  [3, 29, 0.0054991921339034066],
  [12, 29, 9.06070833313718e-13],
  [0.01, 7, 0.9923003176436218],
  [1e5, 9, 5.091794055466976e-42],
  [1e12, 2, 1e-24],
  [6, 120, 2.1483038193060408e-8],
] as const

// 0.975 quantiles; the first digits are in every printed table: 12.706, 4.303, 3.182, 2.776, 2.571, 2.262, 2.228, 2.045, 2.042, 1.984, 1.962.
const quantiles = [
  [1, 12.706204736174705],
  [2, 4.302652729749464],
  [3, 3.1824463052837095],
  [4, 2.7764451051977943],
  [5, 2.5705818356363155],
  [9, 2.2621571627982053],
  [10, 2.228138851986275],
  [29, 2.0452296421327043],
  [30, 2.042272456301238],
  [100, 1.9839715185235522],
  [1000, 1.9623390808264085],
] as const

describe("Student's t distribution", () => {
  it('has the tails of mpmath', () => {
    for (const [t, degrees, tail] of tails) expect(relative(twoSidedTail(t, degrees), tail), `t ${t}, n ${degrees}`).toBeLessThan(1e-12)
  })

  it('has the quantiles of the tables', () => {
    for (const [degrees, t] of quantiles) expect(relative(twoSidedQuantile(0.05, degrees), t), `n ${degrees}`).toBeLessThan(1e-12)
  })

  it('agrees with the finite series', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 50, noNaN: true }), fc.integer({ min: 1, max: 300 }), (t, degrees) => {
        expect(Math.abs(1 - twoSidedTail(t, degrees) - central(t, degrees))).toBeLessThan(1e-12)
      }),
    )
  })

  it('is 1/2 at 0, symmetric, and falls in its tail', () => {
    expect(studentDistribution(0, 5)).toBe(0.5)
    expect(twoSidedTail(Number.POSITIVE_INFINITY, 5)).toBe(0)
    expect(twoSidedTail(Number.NaN, 5)).toBeNaN()
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 1000, noNaN: true }), fc.integer({ min: 1, max: 60 }), (t, degrees) => {
        expect(studentDistribution(-t, degrees) + studentDistribution(t, degrees)).toBeCloseTo(1, 15)
        expect(twoSidedTail(1.01 * t, degrees)).toBeLessThan(twoSidedTail(t, degrees))
      }),
    )
  })

  it('inverts', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1, noNaN: true }), fc.integer({ min: 1, max: 200 }), (tail, degrees) => {
        expect(Math.abs(twoSidedTail(twoSidedQuantile(tail, degrees), degrees) / tail - 1)).toBeLessThan(1e-11)
      }),
    )
  })
})
