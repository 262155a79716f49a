import { light } from '@xphi/lab/chart'
import { inAllWays, normalOutputs, withOutlier } from '@xphi/lab/fp8'
import { describe, expect, test } from 'vitest'
import { activation } from 'xphi/formula'
import { drawGrid, exponentsOf, type GridFigure, gridHeight, raised, sharesOf } from '../../src/plot/grid.ts'

const ways = inAllWays(withOutlier(await normalOutputs(activation('swiglu'), 1), 18), 'e4m3')
const figure: GridFigure = {
  title: 'outputs <of> swiglu',
  description: 'over the grid',
  format: 'e4m3',
  rows: ways.map(({ way, others, outlier }) => ({ title: way, texts: ['one', 'two'], others, outlier })),
  labels: { others: 'the others', outlier: 'the outlier', zero: '0' },
}
const numbers = (svg: string, attribute: string): number[] =>
  [...svg.matchAll(new RegExp(` ${attribute}="(-?[\\d.]+)"`, 'g'))].map(m => Number(m[1]))

describe('the grid of a format', () => {
  test('spans its least subnormal to its greatest power of two (OFP8 1.0, table 1)', () => {
    const ends = (format: 'e4m3' | 'e5m2') => [exponentsOf(format)[0], exponentsOf(format).at(-1)]
    expect(ends('e4m3')).toEqual([-9, 8])
    expect(ends('e5m2')).toEqual([-16, 15])
  })

  test('holds all numbers of a group', () => {
    for (const { others, outlier } of ways)
      for (const group of [others, outlier]) expect(sharesOf(group, 'e4m3').reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12)
  })

  test.each([288, 374, 640])('is drawn within %d pixels, a bar for each filled power', width => {
    const svg = drawGrid(figure, width, light)
    const height = gridHeight(figure.rows.length, width)
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`)
    for (const x of [...numbers(svg, 'x'), ...numbers(svg, 'x2')]) expect(x >= 0 && x <= width).toBe(true)
    for (const y of [...numbers(svg, 'y'), ...numbers(svg, 'y2')]) expect(y >= 0 && y <= height).toBe(true)
    // The ticks are the format's positive numbers: 126 of e4m3, NaN left out.
    expect(svg.match(/v6(?=[M"])/g)).toHaveLength(126)
    expect(svg).toContain('outputs &lt;of&gt; swiglu')
  })

  test('tells the share of a bar that has no room', () => {
    const [, tensor] = ways
    const zeros = Math.round((100 * tensor.others.zeros) / tensor.others.count)
    expect(zeros).toBeGreaterThan(90)
    expect(drawGrid(figure, 640, light)).toContain(`>${zeros} %</text>`)
  })

  test('writes exponents raised', () => expect([raised(-16), raised(8)]).toEqual(['⁻¹⁶', '⁸']))
})
