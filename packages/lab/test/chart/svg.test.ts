import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { escaped, polyline, svg } from '../../src/chart/svg.ts'

const unescaped = (text: string): string =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

describe('escaped', () => {
  test.each([
    ['<script>alert(1)</script>', '&lt;script&gt;alert(1)&lt;/script&gt;'],
    ['" onload="x', '&quot; onload=&quot;x'],
    ['R&D &amp; co', 'R&amp;D &amp;amp; co'],
    ['a\u202etxt.exe', 'a\u27e8U+202E\u27e9txt.exe'],
    ['nul\u0000 escape\u001b', 'nul\u27e8U+0000\u27e9 escape\u27e8U+001B\u27e9'],
    ['half \ud83d of a pair', 'half \u27e8U+D83D\u27e9 of a pair'],
    ['\ud83d\ude00 שלום\tx\ny', '\ud83d\ude00 שלום\tx\ny'],
  ])('%j', (given, wanted) => {
    expect(escaped(given)).toBe(wanted)
  })

  test('leaves no markup, and ordinary text reads back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), text => {
        expect(escaped(text)).not.toMatch(/[<>"]/)
        expect(unescaped(escaped(text))).toBe(text)
      }),
    )
  })
})

test('a path starts with a move, and keeps hundredths of a pixel', () => {
  expect(
    polyline([
      [0, 1.2345],
      [10, -0.001],
      [3, 4],
    ]),
  ).toBe('M0 1.23L10 0L3 4')
})

test('a figure has a name and a description, both escaped', () => {
  const text = svg({ width: 10, height: 20 }, 'class="x"', 'a < b', 'c & d', ['<g/>'])
  expect(text).toContain('viewBox="0 0 10 20" role="img" class="x"')
  expect(text).toContain('<title>a &lt; b</title>\n<desc>c &amp; d</desc>\n<g/>')
})
