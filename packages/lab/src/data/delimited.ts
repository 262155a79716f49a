/** Delimited text (RFC 4180) to rows of strings. */
import { DataError } from './dataset.ts'

/** Cells as they stand in a file, unquoted but not trimmed; all rows have the same number. Blank lines are left out. */
export interface Table {
  /** The file's name, for messages. */
  readonly name: string
  readonly rows: readonly (readonly string[])[]
  /** The line, from 1, on which each row begins. */
  readonly lines: readonly number[]
}

export type Delimiter = ',' | '\t' | ';'

export const maximumColumns = 20_000
/** Engines hold no strings of 512 MiB, and cells need several times the memory of their text. */
export const maximumTextBytes = 2 ** 28

const quote = 0x22
const lineFeed = 0x0a
const carriageReturn = 0x0d

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
  const rows: string[][] = []
  const lines: number[] = []
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0
  let line = 1

  const quoted = (): string => {
    const start = at + 1
    const startLine = line
    let doubled = false
    for (let end = start; ; end += 2) {
      end = text.indexOf('"', end)
      if (end < 0) throw new DataError(`${name}: the quote that opens on line ${startLine} is never closed`)
      if (text.charCodeAt(end + 1) === quote) {
        doubled = true
        continue
      }
      at = end + 1
      const cell = text.slice(start, end)
      line += lineEnds(cell)
      return doubled ? cell.replaceAll('""', '"') : cell
    }
  }

  while (at < text.length) {
    const row: string[] = []
    const start = at
    const startLine = line
    for (;;) {
      if (text.charCodeAt(at) === quote) {
        row.push(quoted())
      } else {
        const cell = at
        for (let code = text.charCodeAt(at); at < text.length && code !== separator && code !== lineFeed && code !== carriageReturn; )
          code = text.charCodeAt(++at)
        row.push(text.slice(cell, at))
      }
      if (text.charCodeAt(at) !== separator) break
      if (row.length === maximumColumns) throw new DataError(`${name}: line ${startLine} has more than ${maximumColumns} cells`)
      at++
    }
    const blank = at === start
    if (text.charCodeAt(at) === carriageReturn) {
      at += text.charCodeAt(at + 1) === lineFeed ? 2 : 1
    } else if (text.charCodeAt(at) === lineFeed) {
      at++
    } else if (at < text.length) {
      throw new DataError(`${name}: line ${line} has text after a closing quote: double the quotes inside a quoted cell`)
    }
    line++
    if (blank) continue
    if (rows.length > 0 && row.length !== rows[0].length)
      throw new DataError(`${name}: line ${startLine} has ${cells(row)}, but line ${lines[0]} has ${cells(rows[0])}`)
    rows.push(row)
    lines.push(startLine)
  }
  if (rows.length === 0) throw new DataError(`${name} is empty`)
  return { name, rows, lines }
}

const cells = ({ length }: readonly string[]): string => (length === 1 ? '1 cell' : `${length} cells`)

function lineEnds(cell: string): number {
  let count = 0
  for (let i = 0; i < cell.length; i++) {
    const code = cell.charCodeAt(i)
    if (code === lineFeed || (code === carriageReturn && cell.charCodeAt(i + 1) !== lineFeed)) count++
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
  for (let at = 0; at < end && perRow.length < 20; at++) {
    const code = text.charCodeAt(at)
    if (code === quote) inQuotes = !inQuotes
    if (inQuotes) continue
    if (code === lineFeed || code === carriageReturn) endRow(at)
    const found = candidates.findIndex(candidate => candidate.charCodeAt(0) === code)
    if (found >= 0) counts[found]++
  }
  if (end === text.length || perRow.length === 0) endRow(end)
  const even = candidates.find((_, i) => perRow.every(row => row[i] > 0 && row[i] === perRow[0][i]))
  if (perRow.length > 0 && even) return even
  const totals = candidates.map((_, i) => perRow.reduce((sum, row) => sum + row[i], 0))
  return candidates[totals.lastIndexOf(Math.max(...totals))]
}
