import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Json, jsonText, painter, table, takesColour, widthOf, wrap } from '../src/output.ts'

const finite = fc.double({ noDefaultInfinity: true, noNaN: true })
const { value: json } = fc.letrec<{ value: Json }>(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    finite,
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 5 }),
    fc.dictionary(fc.string(), tie('value'), { maxKeys: 5, noNullPrototype: true }),
  ),
}))

describe('jsonText', () => {
  it('is JSON that reads back the same, -0 included', () => {
    fc.assert(
      fc.property(json, value => {
        expect(JSON.parse(jsonText(value))).toStrictEqual(value)
      }),
    )
  })

  it('writes what JSON has no number for as strings, and leaves out undefined members', () => {
    expect(jsonText([Number.NaN, Infinity, -Infinity, -0, 1e21])).toBe('["NaN", "Infinity", "-Infinity", -0, 1e+21]')
    expect(JSON.parse(jsonText({ a: undefined, b: null, c: [undefined, 1] }))).toStrictEqual({ b: null, c: [null, 1] })
  })

  it('keeps arrays of plain values on one line', () => {
    expect(jsonText({ x: Array.from({ length: 60 }, (_, i) => i) }).split('\n')).toHaveLength(3)
    expect(jsonText({})).toBe('{}')
  })
})

describe('table', () => {
  it('pads text to the left column edge and numbers to the right one, without trailing spaces', () => {
    const rows = [
      ['name', 'n', 'formula'],
      ['a', '10', 'x'],
      ['longer', '2', ''],
    ]
    expect(table(rows, [1])).toBe(['name     n  formula', 'a       10  x', 'longer   2'].join('\n'))
  })

  it('takes more rows than a call takes arguments', () => {
    const rows = Array.from({ length: 300_000 }, () => ['a', 'b'])
    expect(table(rows)).toHaveLength(300_000 * 'a  b\n'.length - 1)
  })
})

describe('wrap', () => {
  it('loses no word, and no line is too long but for a single word', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, fc.integer({ min: 5, max: 30 }), (list, width) => {
        const lines = wrap(list.join(' '), width, '  ').split('\n')
        expect(lines.map(l => l.trim()).join(' ')).toBe(list.join(' '))
        for (const line of lines) expect(line.startsWith('  ') && (line.length <= width || !line.trim().includes(' '))).toBe(true)
      }),
    )
  })
})

describe('colours', () => {
  it('only on a terminal that takes them, and where nobody forbids them', () => {
    const terminal = { isTTY: true }
    expect(takesColour(terminal, true, { TERM: 'xterm' })).toBe(true)
    expect(takesColour(terminal, true, { TERM: 'xterm', NO_COLOR: '' })).toBe(true)
    expect(takesColour(terminal, true, { TERM: 'xterm', NO_COLOR: '1' })).toBe(false)
    expect(takesColour(terminal, true, { TERM: 'dumb' })).toBe(false)
    expect(takesColour(terminal, false, {})).toBe(false)
    expect(takesColour({}, true, {})).toBe(false)
  })

  it('wrap text in codes, or leave it alone', () => {
    expect(painter(true)('bold', 'x')).toBe('\u001b[1mx\u001b[0m')
    expect(painter(true)('bold', '')).toBe('')
    expect(painter(false)('bold', 'x')).toBe('x')
  })
})

describe('widthOf', () => {
  it('is the terminal up to 100 columns, and 80 without one', () => {
    expect([widthOf({ columns: 60 }), widthOf({ columns: 300 }), widthOf({}), widthOf({ columns: 0 })]).toEqual([60, 100, 80, 80])
  })
})
