/** One column of a table: what its cells are, and the numbers they become. */
import { DataError } from './dataset.ts'

/** The rows of a table, or of two with the test table's after the training table's. */
export interface Rows {
  readonly count: number
  readonly cell: (row: number, column: number) => string
  /** Rows from here on are of a test table: levels, classes and constants are found in the rows before. */
  readonly fitted: number
  /** `housing.csv, line 7`. */
  readonly place: (row: number) => string
}

export interface ColumnName {
  readonly name: string
  /** From 0. */
  readonly index: number
}

export type Column =
  | { readonly kind: 'number'; readonly values: Float32Array; readonly missing: number; readonly identifier: boolean }
  /** `codes[row]` is an index of `levels`. */
  | { readonly kind: 'text'; readonly levels: readonly string[]; readonly codes: Uint8Array; readonly identifier: boolean }
  /** Nothing to learn from: one value, or none. */
  | { readonly kind: 'constant' }

export const maximumLevels = 50
/** The name of the level of a text column that stands for missing cells. */
export const missingLevel = '(missing)'

const missingMarks: ReadonlySet<string> = new Set(['', 'NA', 'N/A', 'NaN', 'nan', 'null', '?', '-'])
const infinity = /^[+-]?inf(inity)?$/i
/** What Number takes beyond decimals: hexadecimal, octal, binary. */
const radixPrefix = /^0[box]/i

const decimalComma = /^[+-]?\d+(\.\d{3})*,\d+(e[+-]?\d+)?$/i

/** `1,5`, `1.234,5`: a number to people, and text to `readCell`, since `1,234` may be either of two. */
export const hasDecimalComma = (cell: string): boolean => decimalComma.test(cell.trim())

/** A number (Infinity too), NaN for text, undefined for a missing cell. */
export function readCell(cell: string): number | undefined {
  const text = cell.trim()
  const value = Number(text)
  if (value === value && text !== '') return radixPrefix.test(text) ? Number.NaN : value
  if (missingMarks.has(text)) return undefined
  return infinity.test(text) ? (text.startsWith('-') ? -Infinity : Infinity) : Number.NaN
}

export interface Scan {
  /** NaN where a cell is text or missing. */
  readonly values: Float64Array
  readonly numbers: number
  readonly texts: number
  /** The first row with text, or -1. */
  readonly firstText: number
}

/** Throws a DataError where most of the text is numbers with a decimal comma. */
export function scanColumn(rows: Rows, column: ColumnName): Scan {
  const { count, cell } = rows
  const { index } = column
  const values = new Float64Array(count).fill(Number.NaN)
  let [numbers, texts, firstText, commas, firstComma] = [0, 0, -1, 0, -1]
  for (let row = 0; row < count; row++) {
    const value = readCell(cell(row, index))
    if (value === undefined) continue
    if (value === value) {
      values[row] = value
      numbers++
    } else {
      if (texts++ === 0) firstText = row
      if (hasDecimalComma(cell(row, index)) && commas++ === 0) firstComma = row
    }
  }
  if (2 * commas > texts)
    throw new DataError(`${cellPlace(rows, firstComma, column)} has a decimal comma: write the numbers of the file with a point, as in 1.5`)
  return { values, numbers, texts, firstText }
}

/** `housing.csv, line 7, column 'age': 'old'`. */
export const cellPlace = (rows: Rows, row: number, { name, index }: ColumnName): string =>
  `${rows.place(row)}, column '${name}': '${rows.cell(row, index).trim()}'`

/** Throws a DataError at a number that 32 bits cannot hold. */
export function toFloats(rows: Rows, column: ColumnName, values: Float64Array, wayOut: string): Float32Array {
  const floats = new Float32Array(values)
  const beyond = floats.findIndex(value => value === Infinity || value === -Infinity)
  if (beyond >= 0) throw new DataError(`${cellPlace(rows, beyond, column)} is not a finite 32-bit number: ${wayOut}`)
  return floats
}

/** Throws a DataError for text in a column of numbers, for a number that 32 bits cannot hold, and for text of too many levels. */
export function readColumn(rows: Rows, column: ColumnName): Column {
  const { values, numbers, texts, firstText } = scanColumn(rows, column)
  const ignore = `or leave the column out: --ignore ${shellWord(column.name)}`
  if (numbers > texts && texts > 0)
    throw new DataError(`${cellPlace(rows, firstText, column)} is text among ${numbers} numbers: mend it, leave the cell empty, ${ignore}`)
  if (texts > 0) return textColumn(rows, column)
  const floats = toFloats(rows, column, values, `mend it, leave the cell empty, ${ignore}`)
  const fitted = floats.subarray(0, rows.fitted)
  const first = fitted.find(value => value === value)
  if (fitted.every(value => value === first || value !== value)) return { kind: 'constant' }
  const missing = rows.count - numbers
  return { kind: 'number', values: floats, missing, identifier: allDifferentIntegers(values.subarray(0, rows.fitted)) }
}

function textColumn(rows: Rows, column: ColumnName): Column {
  const keyOf = (row: number): string => {
    const text = rows.cell(row, column.index).trim()
    return missingMarks.has(text) ? '' : text
  }
  const keys = distinct(rows, keyOf)
  if (keys.size < 2) return { kind: 'constant' }
  if (keys.size > maximumLevels)
    throw new DataError(
      `${rows.place(0)}, column '${column.name}' is text with ${quantity(keys)} levels, over the limit of ${maximumLevels}: leave it out with --ignore ${shellWord(column.name)}`,
    )
  const levels = [...keys].sort()
  const codes = new Uint8Array(rows.count)
  encode(rows, keyOf, levels, codes, row => {
    const known = listed(levels.map(levelName))
    throw new DataError(`${cellPlace(rows, row, column)} does not occur in the training table, which has ${known}`)
  })
  return { kind: 'text', levels: levels.map(levelName), codes, identifier: keys.size === rows.fitted }
}

/** More distinct texts than this are not counted. */
export const maximumDistinct = 10_000

/** The keys of the fitted rows, or `maximumDistinct` + 1 of them. */
export function distinct(rows: Rows, keyOf: (row: number) => string): ReadonlySet<string> {
  const keys = new Set<string>()
  for (let row = 0; row < rows.fitted && keys.size <= maximumDistinct; row++) keys.add(keyOf(row))
  return keys
}

export const quantity = ({ size }: ReadonlySet<string>): string => (size > maximumDistinct ? `more than ${maximumDistinct}` : `${size}`)

/** Writes the index of each row's key; `stranger` tells of a row whose key is none of them. */
export function encode(
  rows: Rows,
  keyOf: (row: number) => string,
  keys: readonly string[],
  into: Uint8Array | Float32Array,
  stranger: (row: number) => never,
): void {
  const indexOf = new Map(keys.map((key, index) => [key, index]))
  for (let row = 0; row < rows.count; row++) into[row] = indexOf.get(keyOf(row)) ?? stranger(row)
}

const levelName = (key: string): string => (key === '' ? missingLevel : key)

function allDifferentIntegers(values: Float64Array): boolean {
  if (!values.every(Number.isInteger)) return false
  const sorted = values.slice().sort()
  return sorted.every((value, i) => i === 0 || value !== sorted[i - 1])
}

/** `a, b, c and 12 more`. */
export const listed = (words: readonly string[], most = 6): string =>
  words.length <= most ? words.join(', ') : `${words.slice(0, most).join(', ')} and ${words.length - most} more`

/** As it must be typed in a shell. */
export const shellWord = (text: string): string => (/^[\w.,:=/@%+-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`)
