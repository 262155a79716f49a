/** A table of cells to a data set: header, target, features. */
import { didYouMean } from 'xphi/formula'
import {
  type Column,
  type ColumnName,
  hasDecimalComma,
  listed,
  maximumLevels,
  readCell,
  readColumn,
  type Rows,
  shellWord,
} from './column.ts'
import { DataError, type DataSet, type Task } from './dataset.ts'
import type { Table } from './delimited.ts'
import { readTarget } from './target.ts'

export interface TableOptions {
  /**
   * 'auto' (the default): the first row is a header when none of its cells is a number or a mark of a missing value other than an empty
   * cell, at least one is not empty, and in some column all the cells below are numbers.
   */
  readonly header?: 'yes' | 'no' | 'auto'
  /** A column by its name or number, from 1; the last one that is not ignored by default. */
  readonly target?: string
  /** Columns to leave out, by name or number. */
  readonly ignore?: readonly string[]
  /** Overrules how the target is taken. */
  readonly task?: Task['kind']
  /** All features have one unit, as pixels have: they are centred and scaled together. */
  readonly commonUnit?: boolean
}

/** 1 GiB. */
const maximumNumbers = 2 ** 28
const mostColumnNotes = 20

/**
 * Numbers stay as they are, NaN where missing; text becomes one column a level. Columns without a header are named x1, x2 and so on. The
 * rows of `test`, a table with the same columns, become the test part. Notes say what was found and done. Throws a DataError with the line
 * and column of what cannot be used.
 */
export function tableData(table: Table, options: TableOptions = {}, test?: Table): DataSet {
  const { names, target, ignored, rows, notes } = arrange(table, options, test)
  const { task, y, note } = readTarget(rows, target, options.task)
  notes.push(`target: ${target.name} (column ${target.index + 1} of ${names.length}), ${note}`)
  if (ignored.size > 0) notes.push(`ignored: ${listed([...ignored].map(index => names[index]))}`)
  const used = names.map((name, index) => ({ name, index })).filter(({ index }) => index !== target.index && !ignored.has(index))
  const columns = used.map(column => ({ ...column, content: readColumn(rows, column) }))
  const constants = columns.filter(({ content }) => content.kind === 'constant').map(({ name }) => name)
  if (constants.length > 0) notes.push(`left out because they hold one value or none: ${listed(constants)}`)
  const { commonUnit = false } = options
  if (commonUnit) notes.push(commonNote(table.name, columns))
  const found = columns.flatMap(({ name, content }) => notesOf(name, content))
  notes.push(...found.slice(0, mostColumnNotes))
  if (found.length > mostColumnNotes) notes.push(`and ${found.length - mostColumnNotes} more notes of this kind on other columns`)
  const features = columns.flatMap(({ name, content }) => featuresOf(name, content))
  if (features.length === 0) throw new DataError(`${table.name}: no feature is left beside the target '${target.name}'`)
  const x = fill(table.name, columns, y.length, features.length)
  return { name: table.name, notes, task, features, rows: y.length, x, y, ...(test && { testFrom: rows.fitted }), commonUnit }
}

interface Arrangement {
  readonly names: readonly string[]
  readonly target: ColumnName
  readonly ignored: ReadonlySet<number>
  readonly rows: Rows
  readonly notes: string[]
}

/** Finds header, target and ignored columns, and the rows whose target is not missing. */
function arrange(table: Table, options: TableOptions, test: Table | undefined): Arrangement {
  const header = headerOf(table, options.header)
  const names = header ?? numbered(table)
  const ignored = new Set((options.ignore ?? []).map(column => indexOf(column, names, table.name)))
  const lastUsed = names.findLastIndex((_, index) => !ignored.has(index))
  const index = options.target === undefined ? lastUsed : indexOf(options.target, names, table.name)
  if (index < 0) throw new DataError(`${table.name}: every column is ignored`)
  if (ignored.has(index)) throw new DataError(`${table.name}: column '${names[index]}' is ignored and cannot be the target`)
  const target = { name: names[index], index }
  const notes: string[] = []
  const kept = (part: Table, skip: boolean): Uint32Array => {
    const all = part.rows - (skip ? 1 : 0)
    const present = new Uint32Array(all)
    let count = 0
    for (let row = part.rows - all; row < part.rows; row++) if (readCell(part.cell(row, index)) !== undefined) present[count++] = row
    const found = `${part.name}: ${all} ${all === 1 ? 'row' : 'rows'}, ${names.length} columns, ${skip ? 'with' : 'without'} a header`
    if (all === 0) throw new DataError(`${part.name} has no row below its header`)
    if (count === 0)
      throw new DataError(`${part.name}: no row has a value of the target '${target.name}': choose another with --target NAME`)
    notes.push(count === all ? found : `${found}; ${all - count} left out because the target is missing`)
    return present.subarray(0, count)
  }
  const training = kept(table, header !== undefined)
  if (training.length < 2) throw new DataError(`${table.name} has one row with a value of the target: at least two are needed`)
  const testing = test ? kept(test, testHeader(names, header !== undefined, table, test, options.header)) : new Uint32Array(0)
  const fitted = training.length
  const rows: Rows = {
    count: fitted + testing.length,
    fitted,
    cell: (row, column) => (row < fitted ? table.cell(training[row], column) : test!.cell(testing[row - fitted], column)),
    place: row =>
      row < fitted ? `${table.name}, line ${table.line(training[row])}` : `${test!.name}, line ${test!.line(testing[row - fitted])}`,
  }
  return { names, target, ignored, rows, notes }
}

/** Names of the columns, as `tableData` takes them. */
export const columnNames = (table: Table, header?: TableOptions['header']): readonly string[] => headerOf(table, header) ?? numbered(table)

const numbered = ({ columns }: Table): readonly string[] => Array.from({ length: columns }, (_, index) => `x${index + 1}`)

/** Names of the columns, where the first row has them. */
function headerOf({ rows, columns, cell }: Table, header: TableOptions['header'] = 'auto'): readonly string[] | undefined {
  const first = Array.from({ length: columns }, (_, index) => cell(0, index).trim())
  const named = () => first.map((name, index) => name || `column ${index + 1}`)
  if (header !== 'auto') return header === 'yes' ? named() : undefined
  const isName = (text: string): boolean => text === '' || isText(text)
  if (rows < 2 || !first.every(isName) || first.every(text => text === '')) return undefined
  const numeric = first.some((_, index) => {
    let numbers = 0
    for (let row = 1; row < rows; row++) {
      const text = cell(row, index)
      if (isText(text)) return false
      if (readCell(text) !== undefined) numbers++
    }
    return numbers > 0
  })
  return numeric ? named() : undefined
}

const isText = (cell: string): boolean => Number.isNaN(readCell(cell)) && !hasDecimalComma(cell)

/** Whether the test table has a header; throws a DataError where its columns are others than the training table's. */
function testHeader(names: readonly string[], headed: boolean, table: Table, test: Table, option: TableOptions['header']): boolean {
  if (test.columns !== names.length) throw new DataError(`${test.name} has ${test.columns} columns, but ${table.name} has ${names.length}`)
  const header = headerOf(test, option)
  const other = headed && header ? header.findIndex((name, index) => name !== names[index]) : -1
  if (other >= 0) throw new DataError(`${test.name}: column ${other + 1} is '${header![other]}', but '${names[other]}' in ${table.name}`)
  return header !== undefined
}

/** By name, else by number from 1. */
function indexOf(column: string, names: readonly string[], table: string): number {
  const index = names.indexOf(column)
  if (index >= 0) {
    const again = names.indexOf(column, index + 1)
    if (again < 0) return index
    throw new DataError(`${table}: '${column}' is the name of columns ${index + 1} and ${again + 1}: give the number`)
  }
  const number = /^\d+$/.test(column) ? Number(column) : 0
  if (number >= 1 && number <= names.length) return number - 1
  const hint = didYouMean(column, names) || `: it has ${listed(names, 12)}, or use a number from 1 to ${names.length}`
  throw new DataError(`${table}: no column '${column}'${hint}`)
}

function commonNote(table: string, columns: readonly (ColumnName & { readonly content: Column })[]): string {
  const text = columns.find(({ content }) => content.kind === 'text')
  if (text) throw new DataError(`${table}: --common-unit is for numbers of one unit, but column '${text.name}' is text`)
  return 'features share one unit: centred and scaled together'
}

function featuresOf(name: string, column: Column): readonly string[] {
  if (column.kind === 'constant') return []
  return column.kind === 'number' ? [name] : column.levels.map(level => `${name}=${level}`)
}

function notesOf(name: string, column: Column): readonly string[] {
  if (column.kind === 'constant') return []
  const notes: string[] = []
  if (column.kind === 'text')
    notes.push(`${name}: text, one column for each of its ${column.levels.length} levels (at most ${maximumLevels})`)
  else if (column.missing > 0) notes.push(`${name}: ${column.missing} missing, filled with the mean of the training part`)
  if (column.identifier)
    notes.push(`${name}: every row has another value, as an identifier does: --ignore ${shellWord(name)} leaves it out`)
  return notes
}

function fill(name: string, columns: readonly { readonly content: Column }[], rows: number, features: number): Float32Array {
  if (rows * features > maximumNumbers)
    throw new DataError(
      `${name}: ${rows} rows of ${features} features are over the limit of ${maximumNumbers} numbers: use --ignore, or fewer rows`,
    )
  const x = new Float32Array(rows * features)
  let feature = 0
  for (const { content: column } of columns) {
    if (column.kind === 'number') {
      for (let row = 0; row < rows; row++) x[row * features + feature] = column.values[row]
      feature++
    } else if (column.kind === 'text') {
      for (let row = 0; row < rows; row++) x[row * features + feature + column.codes[row]] = 1
      feature += column.levels.length
    }
  }
  return x
}
