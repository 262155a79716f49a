import { expect, test } from 'vitest'
import { nearest, placeLabels } from '../../src/chart/labels.ts'
import type { Pixel } from '../../src/chart/geometry.ts'

const area = { left: 0, top: 0, right: 400, bottom: 300 }
const along = (f: (x: number) => number): Pixel[] => Array.from({ length: 101 }, (_, i): Pixel => [4 * i, f(4 * i)])

test('names stand within the area, off every curve and apart, each nearest to its own', () => {
  const curves = [
    { text: 'flat', segments: [along(() => 250)] },
    { text: 'rising', segments: [along(x => 280 - 0.6 * x)] },
    { text: 'bowl', segments: [along(x => 150 - ((x - 200) / 20) ** 2)] },
  ]
  const labels = placeLabels(curves, area, 13)
  expect(labels.map(l => l.text)).toEqual(['flat', 'rising', 'bowl'])
  for (const [i, { box }] of labels.entries()) {
    expect(box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 300).toBe(true)
    const gaps = curves.map(c => nearest(box, c.segments[0]))
    expect(Math.min(...gaps)).toBeGreaterThan(0)
    expect(gaps[i]).toBe(Math.min(...gaps))
    for (const other of labels.slice(0, i))
      expect(other.box.right < box.left || box.right < other.box.left || other.box.bottom < box.top || box.bottom < other.box.top).toBe(
        true,
      )
  }
})
