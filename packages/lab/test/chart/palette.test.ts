import { describe, expect, test } from 'vitest'
import { type Colours, dark, dashes, light } from '../../src/chart/palette.ts'

/** Relative luminance, WCAG 2.2. */
function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map(i => {
    const c = Number.parseInt(colour.slice(i, i + 2), 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

test('the contrast is that of the standard: 21 for black on white', () => {
  expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10)
})

describe.each<readonly [string, Colours]>([
  ['light', light],
  ['dark', dark],
])('the %s palette', (_, colours) => {
  test.each([...colours.series, colours.ink, colours.muted])('%s is legible as small text (WCAG AA, 4.5)', colour => {
    expect(contrast(colour, colours.paper)).toBeGreaterThanOrEqual(4.5)
  })

  test('has a line style for each series', () => {
    expect(new Set(colours.series).size).toBe(colours.series.length)
    expect(new Set(dashes).size).toBe(colours.series.length)
  })

  test('keeps the grid all but out of sight, and the axes above it', () => {
    expect(contrast(colours.faint, colours.paper)).toBeLessThan(1.35)
    expect(contrast(colours.middle, colours.paper)).toBeGreaterThan(contrast(colours.faint, colours.paper))
  })
})
