import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fires, Random, trainPerceptron } from '../src/index.ts'

describe('trainPerceptron', () => {
  it('separates what a plane separates, in no more updates than Novikoff allows', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0.05, max: 0.5, noNaN: true }), (seed, margin) => {
        const random = new Random(seed)
        const [a, b] = [random.normal(), random.normal()]
        const length = Math.sqrt(a * a + b * b + 0.01)
        const x: number[] = []
        const labels: number[] = []
        while (labels.length < 60) {
          const [u, v] = [2 * random.uniform() - 1, 2 * random.uniform() - 1]
          const distance = (a * u + b * v + 0.1) / length
          if (Math.abs(distance) < margin) continue
          x.push(u, v)
          labels.push(distance > 0 ? 1 : 0)
        }
        const result = trainPerceptron(x, labels, { inputs: 2, epochs: 5000, seed })
        // |(x, 1)|^2 <= 3 and the margin: at most 3 / margin^2 updates (Novikoff 1962).
        expect(result.updates).toBeLessThanOrEqual(3 / margin ** 2)
        expect(result.converged).toBe(true)
        expect(result.lastMistakes).toBe(0)
        expect(result.pocketMistakes).toBe(0)
        for (const [r, label] of labels.entries()) expect(fires(result.last, x, r)).toBe(label === 1)
      }),
      { numRuns: 60 },
    )
  })

  it('never separates XOR, but keeps three of four in its pocket', () => {
    const xor = [0, 0, 0, 1, 1, 0, 1, 1]
    const result = trainPerceptron(xor, [0, 1, 1, 0], { inputs: 2, epochs: 200, seed: 1 })
    expect(result.converged).toBe(false)
    expect(result.pocketMistakes).toBe(1)
    expect(result.lastMistakes).toBeGreaterThanOrEqual(1)
    expect(result.updates).toBeGreaterThan(100)
  })

  it('counts the mistakes of the weights that it returns, and repeats for a seed', () => {
    fc.assert(
      fc.property(fc.nat(1000), seed => {
        const random = new Random(seed)
        const x = Array.from({ length: 90 }, () => random.normal())
        const labels = Array.from({ length: 30 }, () => random.below(2))
        const options = { inputs: 3, epochs: 20, seed }
        const result = trainPerceptron(x, labels, options)
        const mistakes = (unit: typeof result.last) => labels.filter((label, r) => fires(unit, x, r) !== (label === 1)).length
        expect(mistakes(result.last)).toBe(result.lastMistakes)
        expect(mistakes(result.pocket)).toBe(result.pocketMistakes)
        expect(result.pocketMistakes).toBeLessThanOrEqual(result.lastMistakes)
        expect(trainPerceptron(x, labels, options)).toEqual(result)
      }),
      { numRuns: 30 },
    )
  })

  it('refuses labels and sizes that do not fit', () => {
    expect(() => trainPerceptron([1, 2], [2], { inputs: 2, epochs: 1, seed: 1 })).toThrow('label 2 of row 0 is not 0 or 1')
    expect(() => trainPerceptron([1, 2, 3], [1], { inputs: 2, epochs: 1, seed: 1 })).toThrow('3 numbers are no 1 rows of 2 inputs')
  })
})
