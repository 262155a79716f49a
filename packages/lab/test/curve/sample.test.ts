import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sample } from '../../src/curve/sample.ts'

describe('sample', () => {
  it('keeps two points of a straight line, and the corner of a bent one', () => {
    expect(sample(x => 3 * x, -1, 1)).toEqual([
      [
        [-1, -3],
        [1, 3],
      ],
    ])
    expect(sample(Math.abs, -2, 2)).toEqual([
      [
        [-2, 2],
        [0, 0],
        [2, 2],
      ],
    ])
  })

  it('breaks at a jump, wherever it lies', () => {
    fc.assert(
      fc.property(fc.double({ min: -0.9, max: 0.9, noNaN: true }), at => {
        const segments = sample(x => (x > at ? 1 : 0), -1, 1)
        expect(segments.map(s => s.map(p => p[1]))).toEqual([
          [0, 0],
          [1, 1],
        ])
        expect(Math.abs(segments[0][1][0] - at)).toBeLessThan(1e-8)
      }),
    )
  })

  it('does not break a steep slope', () => expect(sample(x => Math.tanh(1e5 * x), -1, 1)).toHaveLength(1))

  it('breaks where values are not finite', () => {
    const segments = sample(x => (Math.abs(x) < 0.5 ? Number.NaN : x), -1, 1)
    expect(segments.map(s => [s[0][0], s.at(-1)![0]])).toEqual([
      [-1, -0.5],
      [0.5, 1],
    ])
    expect(sample(() => Infinity, 0, 1)).toEqual([])
  })

  it('stays within a hundred thousandth of the height of a smooth curve', () => {
    const [segment] = sample(Math.sin, -3, 3)
    for (let x = -3; x <= 3; x += 0.01) {
      const i = Math.max(
        1,
        segment.findIndex(p => p[0] >= x),
      )
      const [[ax, ay], [bx, by]] = [segment[i - 1], segment[i]]
      const line = ay + ((by - ay) * (x - ax)) / (bx - ax)
      // The tolerance, and what a chord of a thousandth of the interval misses: h^2 / 8.
      expect(Math.abs(line - Math.sin(x))).toBeLessThan(2e-5 + 0.006 ** 2 / 8)
    }
  })
})
