/** Arrays as kernels see them: rows of a matrix, which may lie apart. */
import { KernelError } from './error.ts'

export type FloatArray = Float32Array | Float64Array

/**
 * Rows of a larger matrix: row r is `data[r * stride]` and the `columns - 1` elements after it. There are as many rows as `data` has room for, so
 * that a `subarray` says where they begin and end. Between them nothing is read or written.
 *
 * @example
 * const k = await compile(relu)
 * const matrix = new Float32Array([-1, -2, 9, -3, -4, 9])
 * k.map({ data: matrix, columns: 2, stride: 3 }) // [0, 0, 0, 0]
 */
export interface Rows<A extends FloatArray> {
  readonly data: A
  /** Elements a row, at least 1. */
  readonly columns: number
  /** Elements from the start of a row to that of the next: `columns` or more, `columns` when left out. */
  readonly stride?: number
}

/** What a kernel reads or writes: an array, or rows of one. */
export type Operand<A extends FloatArray> = A | Rows<A>

/** An operand and its name in messages. */
export type Named = readonly [name: string, operand: Operand<FloatArray>]

export interface Shape {
  readonly rows: number
  readonly columns: number
}

export interface View extends Shape {
  readonly name: string
  readonly data: FloatArray
  readonly stride: number
}

const isArray = (value: unknown): value is FloatArray => value instanceof Float32Array || value instanceof Float64Array

export const dataOf = <A extends FloatArray>(operand: Operand<A>): A => (isArray(operand) ? operand : (operand as Rows<A>).data)

/** How many rows of `columns` elements, `stride` apart, an array of `length` has room for. */
const rowsIn = (length: number, columns: number, stride: number): number =>
  length < columns ? 0 : Math.floor((length - columns) / stride) + 1

function shapeOf([name, { data, columns, stride = columns }]: readonly [string, Rows<FloatArray>]): Shape {
  if (!Number.isInteger(columns) || columns < 1) throw new KernelError(`${name} has rows of ${columns}: columns must be a positive integer`)
  if (!Number.isInteger(stride) || stride < columns) throw new KernelError(`${name} has a stride of ${stride}, expected ${columns} or more`)
  return { rows: rowsIn(data.length, columns, stride), columns }
}

const shown = ({ rows, columns }: Shape): string => `${rows} rows of ${columns}`

/**
 * The operands of a call as views of one shape: that of the first operand of rows, else `plain`, given the elements of the first. Throws a KernelError
 * for one of another size or type.
 */
export function viewsOf(operands: readonly Named[], plain: (elements: number) => Shape): readonly View[] {
  const first = dataOf(operands[0][1])
  for (const [name, operand] of operands) {
    const data = dataOf(operand)
    if (!isArray(data)) throw new KernelError(`${name} must be a Float32Array or a Float64Array`)
    if (data.constructor !== first.constructor)
      throw new KernelError(`${name} is a ${data.constructor.name}, expected a ${first.constructor.name}`)
  }
  const strided = operands.find(([, operand]) => !isArray(operand)) as readonly [string, Rows<FloatArray>] | undefined
  const shape = strided ? shapeOf(strided) : plain(first.length)
  const { rows, columns } = shape
  return operands.map(([name, operand]) => {
    if (isArray(operand)) {
      if (operand.length !== rows * columns) throw new KernelError(`${name} has ${operand.length} elements, expected ${rows * columns}`)
      return { name, data: operand, rows, columns, stride: columns }
    }
    const own = shapeOf([name, operand])
    if (own.rows !== rows || own.columns !== columns) throw new KernelError(`${name} has ${shown(own)}, expected ${shown(shape)}`)
    return { name, data: operand.data, rows, columns, stride: operand.stride ?? columns }
  })
}

const isDense = ({ rows, columns, stride }: View): boolean => rows < 2 || stride === columns

/** Dense views as one row, where a kernel does not mind. */
export const asOneRow = (views: readonly View[]): readonly View[] =>
  views[0].rows > 1 && views.every(isDense)
    ? views.map(({ name, data, rows, columns }) => ({ name, data, rows: 1, columns: rows * columns, stride: rows * columns }))
    : views

/** Whether two views of one shape are the same elements. */
export const same = (a: View, b: View): boolean =>
  (a.stride === b.stride || a.rows < 2) &&
  (a.data === b.data || (a.data.byteOffset === b.data.byteOffset && a.data.buffer === b.data.buffer))

/** Whether two views of one shape have an element in common. */
function meet(a: View, b: View): boolean {
  if (a.rows === 0 || a.columns === 0) return false
  const span = (v: View): number => ((v.rows - 1) * v.stride + v.columns) * v.data.BYTES_PER_ELEMENT
  const distance = b.data.byteOffset - a.data.byteOffset
  if (distance >= span(a) || -distance >= span(b) || a.data.buffer !== b.data.buffer) return false
  if (a.stride !== b.stride) return true
  const between = (Math.abs(distance) / a.data.BYTES_PER_ELEMENT) % a.stride
  return between < a.columns || between + a.columns > a.stride
}

/** Throws a KernelError for an output that overlaps an input without being it, or another output. */
export function separate(inputs: readonly View[], outputs: readonly View[]): void {
  for (const [i, out] of outputs.entries()) {
    for (const input of inputs) {
      if (!same(out, input) && meet(out, input))
        throw new KernelError(`${out.name} overlaps ${input.name} without being it: use ${input.name} itself, or another array`)
    }
    for (const other of outputs.slice(0, i)) if (meet(out, other)) throw new KernelError(`${other.name} and ${out.name} overlap`)
  }
}
