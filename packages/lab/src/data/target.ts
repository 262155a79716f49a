/** The target of a table: classes or numbers. */
import { cellPlace, type ColumnName, listed, type Rows, type Scan, scanColumn, toFloats } from './column.ts'
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
  const few = values.every(Number.isInteger) && new Set(values).size <= maximumIntegerClasses
  if (forced === 'classification' || (forced === undefined && few)) return classesOf(rows, column, scan, forced)
  const y = toFloats(rows, column, values, 'give the target in another unit')
  checkVaries(rows, column, new Set(y.subarray(0, rows.fitted)))
  const why = forced ? '' : ` (not integers, or more than ${maximumIntegerClasses} distinct)`
  return { task: { kind: 'regression', target: column.name }, y, note: `numbers${why}` }
}

function classesOf(rows: Rows, column: ColumnName, { values, texts }: Scan, forced?: Task['kind']): Target {
  const { count, fitted } = rows
  // 1 and 1.0 are one class where all are numbers.
  const keyOf = (row: number): string => (texts > 0 ? rows.cell(row, column.index).trim() : String(values[row]))
  const keys = new Set<string>()
  for (let row = 0; row < fitted; row++) keys.add(keyOf(row))
  checkVaries(rows, column, keys)
  const classes = texts > 0 ? [...keys].sort() : [...keys].sort((a, b) => Number(a) - Number(b))
  const labelOf = new Map(classes.map((name, label) => [name, label]))
  const y = new Float32Array(count)
  for (let row = 0; row < count; row++) {
    const label = labelOf.get(keyOf(row))
    if (label === undefined)
      throw new DataError(`${cellPlace(rows, row, column)} is no class of the training table, which has ${listed(classes)}`)
    y[row] = label
  }
  if (fitted === count) checkClasses(rows, column, classes, y, texts > 0)
  const why = forced
    ? ''
    : texts > 0
      ? ' (text)'
      : ` (integers, at most ${maximumIntegerClasses} distinct; --task regression takes them as numbers)`
  return { task: { kind: 'classification', classes }, y, note: `${classes.length} classes${why}` }
}

function checkVaries(rows: Rows, column: ColumnName, distinct: ReadonlySet<unknown>): void {
  if (distinct.size < 2)
    throw new DataError(`${cellPlace(rows, 0, column)} is the only value of the target: choose another column with --target NAME`)
}

/** A test part is drawn from these rows, so each class needs two. */
function checkClasses(rows: Rows, column: ColumnName, classes: readonly string[], y: Float32Array, text: boolean): void {
  const wayOut = `choose another column with --target NAME${text ? '' : ', or use --task regression'}`
  if (classes.length > y.length / 2)
    throw new DataError(
      `${rows.place(0)}, column '${column.name}': ${classes.length} classes are too many for ${y.length} rows: each needs two; ${wayOut}`,
    )
  const counts = new Uint32Array(classes.length)
  for (const label of y) counts[label]++
  const single = counts.indexOf(1)
  if (single < 0) return
  const row = y.indexOf(single)
  const heading = row === 0 ? '; if it is a heading, use --header yes' : ''
  throw new DataError(
    `${cellPlace(rows, row, column)} is a class with a single row, which cannot be split: leave the row out, or ${wayOut}${heading}`,
  )
}
