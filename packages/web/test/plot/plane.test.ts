import { describe, expect, test } from 'vitest'
import { border, leads } from '../../src/plot/plane.ts'

const grid = (side: number, f: (x: number, y: number) => number): number[] =>
  Array.from({ length: side * side }, (_, i) => f(i % side, Math.floor(i / side)))

describe('the border between two classes', () => {
  test('lies where the values are 1/2: a straight line where they rise evenly', () => {
    const segments = border(
      grid(9, (x, y) => 0.5 + (x + y - 7.25) / 20),
      9,
    )
    expect(segments.length).toBeGreaterThan(7)
    for (const [x1, y1, x2, y2] of segments) {
      expect(x1 + y1).toBeCloseTo(7.25, 12)
      expect(x2 + y2).toBeCloseTo(7.25, 12)
    }
  })

  test('closes around an island: each end is the end of one other segment', () => {
    const ends = border(
      grid(21, (x, y) => 1 / (1 + Math.exp(Math.hypot(x - 10, y - 10) - 6.3))),
      21,
    ).flatMap(([x1, y1, x2, y2]) => [`${x1.toFixed(9)},${y1.toFixed(9)}`, `${x2.toFixed(9)},${y2.toFixed(9)}`])
    expect(ends.length).toBeGreaterThan(60)
    for (const end of ends) expect(ends.filter(e => e === end)).toHaveLength(2)
  })

  test('is nowhere among points of one class', () =>
    expect(
      border(
        grid(5, () => 0.7),
        5,
      ),
    ).toEqual([]))
})

describe('the lead of a class', () => {
  test('is what it has more than the likeliest other: all but one are below 0, and for two classes 2 p - 1', () => {
    expect([...leads({ outputs: 2, values: Float32Array.of(0.25, 0.75) })]).toEqual([-0.5, 0.5])
    expect([...leads({ outputs: 3, values: Float32Array.of(0.25, 0.5, 0.25, 0.5, 0.375, 0.125) })]).toEqual([
      -0.25, 0.25, -0.25, 0.125, -0.125, -0.375,
    ])
  })
})
