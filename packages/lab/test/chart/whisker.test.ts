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

  test('writes no tick into another: half of both labels, at 6 units a letter, lies between', () => {
    for (const size of [1e-3, 1, 100, 1e4, 3e4, 1e5, 1e6]) {
      const { ticks, pixel } = whiskerScale([{ mean: 0.6 * size, ci95: [0.43 * size, 0.78 * size] }], [0, Infinity])
      expect(ticks.length).toBeGreaterThan(0)
      for (const [i, t] of ticks.slice(1).entries())
        expect(pixel(t) - pixel(ticks[i])).toBeGreaterThan(3 * (String(t).length + String(ticks[i]).length))
    }
  })

  test('draws a dot alone where there is no interval, and nothing where there is no mean', () => {
    const dot = whisker({ mean: 97, ci95: none }, scale, 'red', 97)
    expect(dot).toContain('<circle')
    expect(dot).not.toContain('<path')
    const empty = whisker(rows[2], scale, 'red', 97)
    expect(empty).not.toMatch(/circle|path|NaN/)
  })

  test('points an arrow to what lies beyond the scale', () => {
    const few: readonly Interval[] = [
      { mean: 55_662, ci95: [55_334, 55_991] },
      { mean: 55_844, ci95: [54_872, 56_815] },
      { mean: 56_185, ci95: [52_447, 59_922] },
      { mean: 32e6, ci95: [-75e6, 139e6] },
    ]
    const usual = whiskerScale(few, [0, Infinity])
    expect([usual.low > 50_000, usual.low < 52_447, usual.high > 59_922, usual.high < 62_000]).toEqual([true, true, true, true])
    const many = Array.from({ length: 30 }, (_, i): Interval => ({ mean: 1 + i / 100, ci95: [1, 2] }))
    const narrow = whiskerScale([...many, { mean: 1e6, ci95: none }], [0, Infinity])
    expect(narrow.high).toBeLessThan(10)
    const text = whisker({ mean: 1e6, ci95: none }, narrow, 'red', 1)
    expect(text).not.toContain('circle')
    expect(text).toMatch(/<path d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+L[\d.]+ [\d.]+" stroke="red"/)
  })
})
