import { describe, expect, it } from 'vitest'
import { boundChart, type BoundedRow } from '../../src/chart/bounds.ts'
import { type Row, rowChart } from '../../src/chart/rows.ts'
import { slopeChart } from '../../src/chart/slopes.ts'
import { standalone } from '../../src/chart/standalone.ts'

const attributes = (figure: string, pattern: RegExp): number[] => [...figure.matchAll(pattern)].map(match => Number(match[1]))
const means = (figure: string) => attributes(figure, /<circle cx="([\d.-]+)" cy="[\d.]+" r="4.5"/g)
const row = (name: string, values: readonly number[], mean: number): Row => ({ name, values, mean, ci95: [mean - 1, mean + 1] })
/** Coordinates are written to 1/100 of a pixel. */
const rounding = 0.005 + 1e-9
const about = { title: 'a <title>', description: 'what & why' }

describe('rowChart', () => {
  const chart = rowChart({
    ...about,
    unit: 'units',
    rows: [row('one', [1, 2, 3], 2), row('two', [5, 6, 7], 6), row('<none>', [], Number.NaN)],
  })

  it('puts values where they belong: each seed, each mean, none where there is none', () => {
    const dots = attributes(chart, /<circle cx="([\d.-]+)" cy="[\d.]+" r="3"/g)
    expect(dots).toHaveLength(6)
    expect(dots).toEqual([...dots].sort((a, b) => a - b))
    const [first, second] = means(chart)
    expect(means(chart)).toHaveLength(2)
    expect([first, second]).toEqual([dots[1], dots[4]])
    const unit = (dots[5] - dots[0]) / 6
    for (const [i, value] of [1, 2, 3, 5, 6, 7].entries())
      expect(Math.abs(dots[0] + (value - 1) * unit - dots[i])).toBeLessThanOrEqual(2 * rounding)
  })

  it('escapes names, and has no number that is none', () => {
    expect(chart).toContain('&lt;none&gt;')
    expect(chart).toContain('<title>a &lt;title&gt;</title>')
    expect(chart).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe('boundChart', () => {
  const bounded = (values: readonly number[], from: number, to: number): BoundedRow => ({
    ...row('x', values, values[0]),
    from,
    to,
    value: 'said',
    bounds: [from, to].filter(Number.isFinite).map(at => ({ at, text: String(at) })),
  })
  const shaded = (figure: string) => {
    const [, x, width] = /<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/.exec(figure)!.map(Number)
    return [x, x + width] as const
  }

  it.each([
    [2, 1, 3, true],
    [4, 1, 3, false],
    [0, 1, Number.POSITIVE_INFINITY, false],
    [9, 1, Number.POSITIVE_INFINITY, true],
    [-9, Number.NEGATIVE_INFINITY, 0, true],
    [1e-18, Number.NEGATIVE_INFINITY, 1e-12, true],
    [1e-3, Number.NEGATIVE_INFINITY, 1e-12, false],
  ])('shades where %d lies within %d and %d: %s', (value, from, to, inside) => {
    const chart = boundChart({ ...about, rows: [{ ...bounded([value], from, to), ci95: [value, value] }] })
    const [low, high] = shaded(chart)
    const [dot] = means(chart)
    expect(dot > low && dot < high).toBe(inside)
    expect(chart).not.toMatch(/NaN|undefined|Infinity/)
  })

  it('spreads what spans many powers of ten', () => {
    const chart = boundChart({ ...about, rows: [{ ...bounded([1e-6, 1e-4, 1e-2], 1e-8, Number.POSITIVE_INFINITY), ci95: [-1, 1] }] })
    const [a, b, c] = attributes(chart, /<circle cx="([\d.-]+)" cy="[\d.]+" r="3"/g)
    expect(Math.abs(c - b - (b - a))).toBeLessThanOrEqual(4 * rounding)
  })
})

describe('slopeChart', () => {
  it('joins each name with itself, the least on top', () => {
    const slopes = [
      { name: 'a', left: 1, right: 30, style: 0 },
      { name: 'b', left: 2, right: 10, style: 1 },
    ]
    const chart = slopeChart({ ...about, leftName: 'theirs', rightName: 'ours', slopes })
    const ends = [...chart.matchAll(/<path d="M150 ([\d.]+)L330 ([\d.]+)"/g)].map(match => match.slice(1).map(Number))
    expect(ends).toHaveLength(2)
    expect(ends[0][0]).toBeLessThan(ends[1][0])
    expect(ends[0][1]).toBeGreaterThan(ends[1][1])
    expect(chart.match(/>a<\/text>/g)).toHaveLength(2)
  })
})

it('standalone brings its colours along', () => {
  const file = standalone(rowChart({ ...about, unit: 'units', rows: [row('one', [1, 2], 1.5)] }))
  for (const [, name] of file.matchAll(/var\((--\w+)\)/g)) expect(file).toContain(`${name}:#`)
  expect(file).toMatch(/^<svg [^>]*>\n<style>.*prefers-color-scheme:dark.*<\/style>\n<title>/)
})
