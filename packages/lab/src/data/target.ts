/** The target of a table: classes or numbers. */
import {
  cellPlace,
  type ColumnName,
  distinct,
  encode,
  listed,
  maximumDistinct,
  quantity,
  type Rows,
  type Scan,
  scanColumn,
  toFloats,
} from './column.ts'
import { DataError, type Task } from './dataset.ts'

export interface Target {
  readonly task: Task
  readonly y: Float32Array
  /** How it was taken: `3 classes (text)`. */
  readonly note: string
}

/** Integers with at most this many distinct values are classes. */
export const maximumIntegerClasses = 20

/**
 * Text gives classes, in the order of its code units. Integers of at most 20 distinct values give classes, in their order; other numbers
 * give a regression. `forced` overrules both. No cell of the column is missing. Throws a DataError for a target that is constant, or mixes
 * numbers with text, or whose classes cannot be trained and tested on.
 */
export function readTarget(rows: Rows, column: ColumnName, forced?: Task['kind']): Target {
  const scan = scanColumn(rows, column)
  const { values, numbers, texts, firstText } = scan
  if (texts > 0 && (forced === 'regression' || (forced === undefined && numbers > texts)))
    throw new DataError(
      `${cellPlace(rows, firstText, column)} is text among ${numbers} numbers of the target: mend it, leave the cell empty, or use --task classification`,
    )
  if (texts > 0) return classesOf(rows, column, scan, forced)
  const few = values.every(Number.isInteger) && !moreThan(maximumIntegerClasses, values)
  if (forced === 'classification' || (forced === undefined && few)) return classesOf(rows, column, scan, forced)
  const y = toFloats(rows, column, values, 'give the target in another unit')
  if (!moreThan(1, y.subarray(0, rows.fitted))) throw constant(rows, column)
  const why = forced ? '' : ` (not integers, or more than ${maximumIntegerClasses} distinct)`
  return { task: { kind: 'regression', target: column.name }, y, note: `numbers${why}` }
}

function classesOf(rows: Rows, column: ColumnName, { values, texts }: Scan, forced?: Task['kind']): Target {
  const text = texts > 0
  // 1 and 1.0 are one class where all are numbers.
  const keyOf = (row: number): string => (text ? rows.cell(row, column.index).trim() : String(values[row]))
  const keys = distinct(rows, keyOf)
  if (keys.size < 2) throw constant(rows, column)
  const whole = rows.fitted === rows.count
  const wayOut = `choose another column with --target NAME${text ? '' : ', or use --task regression'}`
  if (keys.size > (whole ? Math.min(maximumDistinct, rows.count / 2) : maximumDistinct))
    throw new DataError(
      `${rows.place(0)}, column '${column.name}': ${quantity(keys)} classes are too many for ${rows.fitted} rows: each needs two; ${wayOut}`,
    )
  const classes = text ? [...keys].sort() : [...keys].sort((a, b) => Number(a) - Number(b))
  const y = new Float32Array(rows.count)
  encode(rows, keyOf, classes, y, row => {
    throw new DataError(`${cellPlace(rows, row, column)} is no class of the training table, which has ${listed(classes)}`)
  })
  if (whole) checkCounts(rows, column, classes.length, y, wayOut)
  const rule = text ? 'text' : `integers, at most ${maximumIntegerClasses} distinct; --task regression takes them as numbers`
  return { task: { kind: 'classification', classes }, y, note: `${classes.length} classes${forced ? '' : ` (${rule})`}` }
}

function moreThan(count: number, values: Iterable<number>): boolean {
  const seen = new Set<number>()
  for (const value of values) if (seen.add(value).size > count) return true
  return false
}

const constant = (rows: Rows, column: ColumnName): DataError =>
  new DataError(`${cellPlace(rows, 0, column)} is the only value of the target: choose another column with --target NAME`)

/** A test part is drawn from these rows, so each class needs two. */
function checkCounts(rows: Rows, column: ColumnName, classes: number, y: Float32Array, wayOut: string): void {
  const counts = new Uint32Array(classes)
  for (const label of y) counts[label]++
  const single = counts.indexOf(1)
  if (single < 0) return
  const row = y.indexOf(single)
  const heading = row === 0 ? '; if it is a heading, use --header' : ''
  throw new DataError(
    `${cellPlace(rows, row, column)} is a class with a single row, which cannot be split: leave the row out, or ${wayOut}${heading}`,
  )
}
