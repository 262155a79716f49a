import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DataError, type Delimiter, decodeText, parseDelimited } from '../../src/index.ts'

const rowsOf = (text: string, delimiter?: Delimiter) => {
  const { rows, columns, cell } = parseDelimited(text, 't.csv', delimiter)
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => cell(row, column)))
}
const quotedAlways = (cell: string) => `"${cell.replaceAll('"', '""')}"`
const quotedWhereNeeded = (delimiter: string) => (cell: string) =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? quotedAlways(cell) : cell

describe('parseDelimited', () => {
  it('reads back what RFC 4180 writes, with any line end, quoting and delimiter', () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r', ' ', 'é', '😀') })
    const table = fc
      .integer({ min: 2, max: 5 })
      .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))
    fc.assert(
      fc.property(
        table,
        fc.constantFrom<Delimiter>(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.boolean(),
        fc.boolean(),
        (rows, delimiter, end, always, trailing) => {
          const write = always ? quotedAlways : quotedWhereNeeded(delimiter)
          const text = rows.map(row => row.map(write).join(delimiter)).join(end) + (trailing ? end : '')
          expect(rowsOf(text, delimiter)).toEqual(rows)
          expect(rowsOf(`\ufeff${text}`, delimiter)).toEqual(rows)
        },
      ),
    )
  })

  it.each([
    [
      'a,b\n1,2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'a\tb c\n1\t2,5',
      [
        ['a', 'b c'],
        ['1', '2,5'],
      ],
    ],
    [
      '1,5;2,5\n3,5;4,5',
      [
        ['1,5', '2,5'],
        ['3,5', '4,5'],
      ],
    ],
    [
      'a,"x;y;z"\n"p;q;r",2\n',
      [
        ['a', 'x;y;z'],
        ['p;q;r', '2'],
      ],
    ],
    [
      'a;b,c\n1;2\n3;4',
      [
        ['a', 'b,c'],
        ['1', '2'],
        ['3', '4'],
      ],
    ],
    ['one\ntwo', [['one'], ['two']]],
    [
      'a,\n,b',
      [
        ['a', ''],
        ['', 'b'],
      ],
    ],
  ])('finds the delimiter of %j', (text, rows) => {
    expect(rowsOf(text)).toEqual(rows)
  })

  it('leaves blank lines out, and keeps a quoted empty cell', () => {
    expect(rowsOf('\na\n\n""\n\r\nb\n\n')).toEqual([['a'], [''], ['b']])
  })

  it('finds the delimiter of a table that is longer than the rows it looks at', () => {
    const rows = Array.from({ length: 40 }, (_, i) => `0,${i};1,${i}`)
    expect(rowsOf(['a;b', ...rows].join('\n'))[40]).toEqual(['0,39', '1,39'])
  })

  it('keeps a quote inside an unquoted cell', () => {
    expect(rowsOf('5" disc,b\n1,2')).toEqual([
      ['5" disc', 'b'],
      ['1', '2'],
    ])
  })

  it('counts lines through quoted line ends and blank lines', () => {
    const { rows, line } = parseDelimited('a,b\n"1\r\n2\r3\n4",x\n\ny,z', 't.csv')
    expect(Array.from({ length: rows }, (_, row) => line(row))).toEqual([1, 2, 7])
  })

  it.each([
    ['a,b,c\n1,2,3\n4,5', 't.csv: line 3 has 2 cells, but line 1 has 3 cells'],
    ['a,"b\nb"\n1,2,3', 't.csv: line 3 has 3 cells, but line 1 has 2 cells'],
    ['a,b\n1,"2\n3,4\n', 't.csv: the quote that opens on line 2 is never closed'],
    ['a,b\n1,"2"3\n', 't.csv: line 2 has text after a closing quote'],
    ['', 't.csv is empty'],
    ['\ufeff\n\r\n', 't.csv is empty'],
    ['a,b\0\n', 't.csv is binary'],
    [','.repeat(20_000), 't.csv: line 1 has more than 20000 cells'],
  ])('refuses %j', (text, message) => {
    expect(() => parseDelimited(text, 't.csv')).toThrow(DataError)
    expect(() => parseDelimited(text, 't.csv')).toThrow(message)
  })

  it('refuses more than 2^24 rows', () => {
    expect(() => parseDelimited('1\n'.repeat(2 ** 24 + 1), 't.csv')).toThrow('t.csv has more than 16777216 rows')
  })

  it('takes 20,000 columns', () => {
    expect(rowsOf(','.repeat(19_999))[0].length).toBe(20_000)
  })
})

describe('decodeText', () => {
  it('drops the byte order mark of UTF-8', () => {
    expect(decodeText(new TextEncoder().encode('\ufeffé,b'), 't.csv')).toBe('é,b')
  })

  it.each([
    ['UTF-16', [0xff, 0xfe, 0x61, 0x00]],
    ['Latin-1', [0x63, 0x61, 0x66, 0xe9, 0x2c]],
  ])('refuses %s', (_, bytes) => {
    expect(() => decodeText(Uint8Array.from(bytes), 't.csv')).toThrow('t.csv is binary, or text in another encoding')
  })
})
