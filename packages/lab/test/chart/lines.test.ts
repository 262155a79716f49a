import { describe, expect, test } from 'vitest'
import { type LineChart, lineChart, type Series } from '../../src/chart/lines.ts'

const series = (name: string, ys: readonly number[], style?: number, spread = 0): Series => ({
  name,
  points: ys.map((y, i) => ({ x: i + 1, y, low: y - spread, high: y + spread })),
  ...(style === undefined ? {} : { style }),
})

const draw = (all: readonly Series[], more: Partial<LineChart> = {}): string =>
  lineChart({ id: 'c', title: 'accuracy', description: 'by epoch', xName: 'epoch', log: false, series: all, ...more })

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length
const curves = (text: string): string[] =>
  [...text.matchAll(/<path d="(M[^"]*)" stroke="[^"]*" stroke-width="[\d.]+"/g)].map(match => match[1])

describe('lineChart', () => {
  test('names each curve at its end in its colour and line style; those in the background have neither', () => {
    const text = draw([series('gelu', [1, 2, 3], 0), series('relu', [1, 2, 2], 1), series('other', [1, 1, 1])])
    expect(text).toMatch(/fill="var\(--series0\)"[^>]*>gelu</)
    expect(text).toMatch(/fill="var\(--series1\)"[^>]*>relu</)
    expect(text).toMatch(/stroke="var\(--series1\)" stroke-width="2" stroke-dasharray="8 3"/)
    expect(text).toMatch(/stroke="var\(--middle\)" stroke-width="1"/)
    expect(text).not.toContain('other')
  })

  test('draws the best in front: last', () => {
    const text = draw([series('best', [3, 3], 0), series('second', [2, 2], 1), series('other', [1, 1])])
    expect(text.indexOf('stroke="var(--middle)" stroke-width')).toBeLessThan(text.indexOf('stroke="var(--series1)" stroke-width'))
    expect(text.indexOf('stroke="var(--series1)" stroke-width')).toBeLessThan(text.indexOf('stroke="var(--series0)" stroke-width'))
  })

  test('has a band where there is a spread, and none where there is not', () => {
    expect(draw([series('gelu', [1, 2, 3], 0, 0.5)])).toContain('fill-opacity')
    expect(draw([series('gelu', [1, 2, 3], 0)])).not.toContain('fill-opacity')
  })

  test('draws one point as a dot: a line of no length with round ends', () => {
    const [path] = curves(draw([series('gelu', [1], 0)]))
    expect(path).toMatch(/^M([\d.]+ [\d.]+)L\1$/)
  })

  test('a logarithmic axis gives equal room to equal factors', () => {
    const [path] = curves(draw([series('loss', [1, 0.1, 0.01], 0)], { log: true }))
    const ys = [...path.matchAll(/[\d.]+ ([\d.]+)/g)].map(match => Number(match[1]))
    expect(Math.abs(ys[1] - ys[0] - (ys[2] - ys[1]))).toBeLessThan(0.03)
    expect(ys[1] - ys[0]).toBeGreaterThan(60)
  })

  test('its ticks are powers of ten to the last digit', () => {
    // 10 ** -5 is a neighbour of 1e-5 in V8.
    const text = draw([series('gradient', [1, 1e-20], 0)], { log: true })
    expect([...text.matchAll(/>(1e[^<]*)</g)].map(match => match[1])).toEqual(['1e\u221220', '1e\u221215', '1e\u221210', '1e\u22125'])
  })

  test('its ticks are whole epochs, even for two', () => {
    const text = draw([series('gelu', [50, 90], 0)])
    expect(text).toMatch(/>1<.*>2</s)
    expect(text).not.toContain('>1.5<')
  })

  test('ends where no height can be beyond', () => {
    const text = draw([series('gelu', [0, 100], 0)], { possible: [0, 100] })
    expect(text).toMatch(/y1="10" [^>]*y2="10".*\n<text [^>]*>100</)
    expect(text).toMatch(/y1="240" [^>]*y2="240".*\n<text [^>]*>0</)
  })

  test('skips what is not finite', () => {
    const text = draw([series('gelu', [1, Number.NaN, 3], 0), series('lost', [Number.NaN], 1)])
    expect(text).not.toContain('NaN')
    expect(text).not.toContain('lost')
  })

  test('shortens a name that has no room, and escapes it', () => {
    const text = draw([series('<b>a_very_long_name_of_a_function', [1, 2], 0)])
    expect(text).toContain('&lt;b&gt;a_very_lon\u2026')
    expect(text).not.toContain('<b>')
  })

  test('keeps a reference within its window, and leaves out one beyond', () => {
    const inside = draw([series('gelu', [50, 100], 0)], { reference: { name: 'perceptron', y: 60 } })
    expect(count(inside, />perceptron</g)).toBe(1)
    expect(draw([series('gelu', [95, 100], 0)], { reference: { name: 'perceptron', y: 60 } })).not.toContain('perceptron')
  })
})
