import { describe, expect, test } from 'vitest'
import { type Interval, whisker, whiskerHead, whiskerScale } from '../../src/chart/whisker.ts'

const none = [Number.NaN, Number.NaN] as const
const rows: readonly Interval[] = [
  { mean: 99, ci95: [98, 100] },
  { mean: 97, ci95: [95, 99] },
  { mean: Number.NaN, ci95: none },
]
const scale = whiskerScale(rows, [0, 100])
const reach = (text: string): number[] => {
  const match = /<path d="M([\d.]+) [\d.]+L([\d.]+) [\d.]+" stroke="red"/.exec(text)
  return match ? [Number(match[1]), Number(match[2])] : []
}

describe('whisker', () => {
  test('draws dot and interval where the scale says', () => {
    const text = whisker(rows[1], scale, 'red', 99)
    expect(text).toContain(`cx="${scale.pixel(97).toFixed(1)}"`)
    const [from, to] = reach(text)
    expect(Math.abs(from - scale.pixel(95))).toBeLessThan(0.01)
    expect(Math.abs(to - scale.pixel(99))).toBeLessThan(0.01)
  })

  test('has a scale within what is possible, with ticks in it', () => {
    expect(scale.high).toBe(100)
    expect(scale.low).toBeLessThanOrEqual(95)
    expect(scale.ticks.length).toBeGreaterThan(1)
    for (const t of scale.ticks) expect(whiskerHead(scale)).toContain(`>${t}<`)
  })

  test('draws a dot alone where there is no interval, and nothing where there is no mean', () => {
    const dot = whisker({ mean: 97, ci95: none }, scale, 'red', 97)
    expect(dot).toContain('<circle')
    expect(dot).not.toContain('<path')
    const empty = whisker(rows[2], scale, 'red', 97)
    expect(empty).not.toMatch(/circle|path|NaN/)
  })

  test('points an arrow to what lies beyond the scale', () => {
    const many = Array.from({ length: 30 }, (_, i): Interval => ({ mean: 1 + i / 100, ci95: [1, 2] }))
    const narrow = whiskerScale([...many, { mean: 1e6, ci95: none }], [0, Infinity])
    expect(narrow.high).toBeLessThan(10)
    const text = whisker({ mean: 1e6, ci95: none }, narrow, 'red', 1)
    expect(text).not.toContain('circle')
    expect(text).toMatch(/<path d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ [\d.]+" stroke="red"/)
  })
})
