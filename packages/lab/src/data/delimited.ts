/** Delimited text (RFC 4180) to cells. */
import { DataError } from './dataset.ts'

/** Cells as they stand in a file, unquoted but not trimmed; all rows have the same number. Blank lines are left out. */
export interface Table {
  /** The file's name, for messages. */
  readonly name: string
  readonly rows: number
  readonly columns: number
  /** Row and column from 0. */
  readonly cell: (row: number, column: number) => string
  /** The line, from 1, on which a row begins. */
  readonly line: (row: number) => number
}

export type Delimiter = ',' | '\t' | ';'

export const maximumColumns = 20_000
export const maximumRows = 2 ** 24
/** Engines hold no strings of 512 MiB; the places of the cells need at most four times the memory of their text. */
export const maximumTextBytes = 2 ** 28

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d
const rowsLooked = 20

/** Throws a DataError for bytes that are no UTF-8 text. */
export function decodeText(bytes: Uint8Array, name: string): string {
  if (bytes.length > maximumTextBytes)
    throw new DataError(`${name}: ${bytes.length} bytes of text are over the limit of ${maximumTextBytes}: use a part of the rows`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new DataError(`${name} is binary, or text in another encoding: save it as UTF-8`)
  }
}

/**
 * Lines end with LF, CRLF or CR. A quoted cell holds delimiters, line ends and doubled quotes; a quote inside an unquoted cell stands for
 * itself. Without a delimiter told, it is found in the first rows. Throws a DataError with the line for text that is binary, empty or ragged,
 * or whose quotes do not close.
 */
export function parseDelimited(text: string, name: string, delimiter?: Delimiter): Table {
  if (text.includes('\0')) throw new DataError(`${name} is binary: it holds NUL bytes`)
  const separator = (delimiter ?? findDelimiter(text)).charCodeAt(0)
  // Places in the text instead of strings, outside the heap: a row is its line, the start of each cell, and its end + 1.
  let places = new Uint32Array(1024)
  let used = 0
  let rows = 0
  let columns = 0
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1

  const add = (place: number) => {
    if (used === places.length) {
      const grown = new Uint32Array(2 * used)
      grown.set(places)
      places = grown
    }
    places[used++] = place
  }
  // NaN is the end of the text.
  const endsCell = (code: number): boolean => code === separator || code === lineFeed || code === carriageReturn || code !== code
  const passQuoted = () => {
    let end = at + 1
    for (; ; end += 2) {
      end = text.indexOf('"', end)
      if (end < 0) throw new DataError(`${name}: the quote that opens on line ${line} is never closed`)
      if (text.charCodeAt(end + 1) !== quote) break
    }
    line += lineEnds(text, at, end)
    at = end + 1
  }

  while (at < text.length) {
    const start = at
    const row = used
    add(line)
    for (;;) {
      if (used - row > maximumColumns) throw new DataError(`${name}: line ${places[row]} has more than ${maximumColumns} cells`)
      add(at)
      if (text.charCodeAt(at) === quote) passQuoted()
      else for (let code = text.charCodeAt(at); !endsCell(code); ) code = text.charCodeAt(++at)
      if (text.charCodeAt(at) !== separator) break
      at++
    }
    const end = at
    const cells = used - row - 1
    add(end + 1)
    if (text.charCodeAt(at) === carriageReturn) at++
    if (text.charCodeAt(at) === lineFeed) at++
    if (at === end && at < text.length)
      throw new DataError(`${name}: line ${line} has text after a closing quote: double the quotes inside a quoted cell`)
    line++
    if (end === start) {
      used = row
      continue
    }
    if (rows++ === 0) columns = cells
    if (rows > maximumRows) throw new DataError(`${name} has more than ${maximumRows} rows: use a part of them`)
    if (cells !== columns)
      throw new DataError(`${name}: line ${places[row]} has ${counted(cells)}, but line ${places[0]} has ${counted(columns)}`)
  }
  if (rows === 0) throw new DataError(`${name} is empty`)
  const stride = columns + 2
  return {
    name,
    rows,
    columns,
    cell: (row, column) => {
      const from = places[row * stride + 1 + column]
      const to = places[row * stride + 2 + column] - 1
      return text.charCodeAt(from) === quote ? text.slice(from + 1, to - 1).replaceAll('""', '"') : text.slice(from, to)
    },
    line: row => places[row * stride],
  }
}

const counted = (cells: number): string => (cells === 1 ? '1 cell' : `${cells} cells`)

function lineEnds(text: string, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at)
    if (code === lineFeed || (code === carriageReturn && text.charCodeAt(at + 1) !== lineFeed)) count++
  }
  return count
}

/**
 * Of tab, semicolon and comma the first that comes equally often in every one of the first rows; else the one that comes most often there.
 * Comma is last because it is also a decimal mark.
 */
function findDelimiter(text: string): Delimiter {
  const candidates = ['\t', ';', ','] as const
  const perRow: number[][] = []
  let counts = [0, 0, 0]
  let inQuotes = false
  let rowStart = 0
  const endRow = (at: number) => {
    if (at > rowStart) perRow.push(counts)
    counts = [0, 0, 0]
    rowStart = at + 1
  }
  const end = Math.min(text.length, 2 ** 20)
  for (let at = 0; at < end && perRow.length < rowsLooked; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) inQuotes = !inQuotes
    if (inQuotes) continue
    if (code === lineFeed || code === carriageReturn) endRow(at)
    const found = candidates.findIndex(candidate => candidate.charCodeAt(0) === code)
    if (found >= 0) counts[found]++
  }
  if (perRow.length === 0 || (end === text.length && perRow.length < rowsLooked)) endRow(end)
  const even = candidates.find((_, i) => perRow.every(row => row[i] > 0 && row[i] === perRow[0][i]))
  if (perRow.length > 0 && even) return even
  const totals = candidates.map((_, i) => perRow.reduce((sum, row) => sum + row[i], 0))
  return candidates[totals.lastIndexOf(Math.max(...totals))]
}
