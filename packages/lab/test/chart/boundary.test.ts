import { describe, expect, test } from 'vitest'
import { boundaryPanel, type Plane, pointMarks } from '../../src/chart/boundary.ts'

const side = 41

/** Probability of class 1 over [-1, 1] x [-1, 1]. */
function plane(p: (x: number, y: number) => number): Plane {
  const values = Array.from({ length: side * side }, (_, i) => {
    const v = p(-1 + (2 * (i % side)) / (side - 1), -1 + (2 * Math.floor(i / side)) / (side - 1))
    return [1 - v, v]
  })
  return { side, from: [-1, -1], to: [1, 1], values: values.flat(), outputs: 2 }
}

/** The corners of a path of one move and relative lines, in units of the panel. */
function corners(d: string): (readonly [number, number])[] {
  let [x, y] = [0, 0]
  return [...d.matchAll(/[Ml](-?\d+) (-?\d+)/g)].map(([step, dx, dy]) => {
    if (step.startsWith('M')) [x, y] = [0, 0]
    x += Number(dx)
    y += Number(dy)
    return [x, y] as const
  })
}

const outline = (text: string, k: number): string => [...text.matchAll(/<path d="([^"]*)" fill="none" stroke="var\(--ink\)"/g)][k][1]

describe('boundaryPanel', () => {
  test('draws the line where two classes are equally likely: here a circle of half the panel, up to a grid step', () => {
    const text = boundaryPanel(
      plane((x, y) => Math.min(1, Math.hypot(x, y))),
      2,
      't',
      'd',
    )
    const inner = corners(outline(text, 0))
    expect(inner.length).toBeGreaterThan(20)
    for (const [x, y] of inner) expect(Math.abs(Math.hypot(x - 500, y - 500) - 250)).toBeLessThan(6)
  })

  test('has the second feature upwards', () => {
    const text = boundaryPanel(
      plane((_, y) => (y + 1) / 2),
      2,
      't',
      'd',
    )
    const upper = corners(outline(text, 1)).filter(([x]) => x > 100 && x < 900)
    const lowest = Math.max(...upper.map(([, y]) => y))
    expect(lowest).toBe(500)
    expect(Math.min(...upper.map(([, y]) => y))).toBeLessThan(0)
  })

  test('fills three steps a class, and the levels of a prediction', () => {
    const classes = boundaryPanel(
      plane(x => (x + 1) / 2),
      2,
      't',
      'd',
    )
    expect(classes.match(/fill="var\(--series0\)"/g)).toHaveLength(3)
    expect(classes.match(/fill="var\(--series1\)"/g)).toHaveLength(3)
    const numbers = Array.from({ length: side * side }, (_, i) => i)
    const prediction = boundaryPanel({ side, from: [0, 0], to: [1, 1], values: numbers, outputs: 1 }, undefined, 't', 'd')
    expect(prediction.match(/fill="var\(--series0\)"/g)).toHaveLength(7)
  })
})

test('marks stand where their points are, a shape a class; those outside are left out', () => {
  const points = [
    { x1: 0, x2: 0, label: 0 },
    { x1: 1, x2: 1, label: 1 },
    { x1: 1.5, x2: 0, label: 1 },
  ]
  const text = pointMarks(
    'points',
    points,
    plane(() => 0.5),
    2,
  )
  expect(text).toMatch(/^<g id="points">/)
  expect(text).toMatch(/d="M500 500h0" fill="none" stroke="var\(--series0\)"/)
  expect(text).toMatch(/d="M1000 0m[^M"]*" fill="none" stroke="var\(--series1\)"/)
})
