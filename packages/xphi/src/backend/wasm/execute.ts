/** Runs a kernel on views: where they lie if that is in its memory, else block by block through it; in chunks, which threads may share. */
import { jobNumbers, type Job, type Placed, type Run, chunksOf, runChunk, writeJob } from './jobs.ts'
import type { KernelMemory } from './memory.ts'
import { asOneRow, same, separate, type View } from './views.ts'

export interface Callable {
  readonly run: Run
  /** Its number in the memory's pool. */
  readonly kernel: number
  /** Addresses of tables. */
  readonly tables: readonly number[]
  /** Rows are whole: sums and maxima run over them. */
  readonly wholeRows: boolean
}

/**
 * Elements a chunk: short enough that the engine's better code takes over between two, long enough that a call costs nothing beside it.
 */
const chunkElements = 16384
/** Elements from which a job is shared: below, waking a thread costs more than it saves. */
const sharedElements = 8192
/** Elements of a block that is copied: it stays in the cache from one copy to the other. */
const copiedElements = 16384
/** Of a block that several threads share. */
const copiedShared = 1 << 17

/** A place in a view: rows from `row`, columns from `column`. */
interface Part {
  readonly row: number
  readonly rows: number
  readonly column: number
  readonly columns: number
}

const start = (v: View, part: Part): number => part.row * v.stride + part.column

/** Copies between a part of a view and dense numbers from `to` on. */
function copy(v: View, part: Part, dense: Float32Array | Float64Array, to: number, out: boolean): void {
  const whole = v.stride === part.columns || part.rows === 1
  const [rows, columns] = whole ? [1, part.rows * part.columns] : [part.rows, part.columns]
  for (let r = 0, from = start(v, part), at = to; r < rows; r++, from += v.stride, at += columns) {
    if (out) v.data.set(dense.subarray(at, at + columns), from)
    else dense.set(v.data.subarray(from, from + columns), at)
  }
}

/** The parts of at most `elements` elements, whole rows where they must be or fit. */
function* partsOf({ rows, columns }: View, elements: number, wholeRows: boolean): Generator<Part> {
  if (wholeRows || columns <= elements) {
    const together = Math.max(1, Math.floor(elements / columns))
    for (let row = 0; row < rows; row += together) yield { row, rows: Math.min(together, rows - row), column: 0, columns }
  } else {
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column += elements)
        yield { row, rows: 1, column, columns: Math.min(elements, columns - column) }
  }
}

const own = new Int32Array(jobNumbers)

/** One job on arrays that are in the memory. */
function runJob(
  memory: KernelMemory,
  c: Callable,
  { rows, columns }: Part,
  arrays: readonly Placed[],
  rest: readonly number[],
  bytes: number,
): void {
  const elements = rows * columns
  const { pool } = memory
  const shared = pool !== undefined && elements >= sharedElements
  const size = shared ? Math.min(chunkElements, Math.ceil(elements / (4 * pool.size) / 64) * 64) : chunkElements
  const by = rows > 1 || c.wholeRows ? 'rows' : 'columns'
  const chunk = by === 'rows' ? Math.max(1, Math.floor(size / columns)) : size
  const job: Job = { kernel: c.kernel, arrays, rest, by, rows, length: columns, bytesPerElement: bytes, chunk }
  if (shared) pool.run(job, c.run)
  else {
    writeJob(own, job)
    for (let i = 0, chunks = chunksOf(own); i < chunks; i++) runChunk(c.run, own, i)
  }
}

/** Outputs from inputs; all are of one shape. Throws a KernelError where an output overlaps another view without being it. */
export function execute(
  memory: KernelMemory,
  c: Callable,
  parameters: readonly number[],
  inputs: readonly View[],
  outputs: readonly View[],
): void {
  separate(inputs, outputs)
  const views = c.wholeRows ? [...inputs, ...outputs] : asOneRow([...inputs, ...outputs])
  const size = views[0].data.BYTES_PER_ELEMENT
  if (views[0].rows * views[0].columns === 0) return
  const foreign = views.filter((v, i) => !memory.owns(v.data) && views.findIndex(other => same(v, other)) === i)
  const limit = foreign.length === 0 ? Number.POSITIVE_INFINITY : memory.pool ? copiedShared : copiedElements
  const [{ rows, columns }] = views
  const block = Math.min(rows * columns, c.wholeRows ? Math.max(columns, limit) : limit)
  const numbers = Math.ceil(block / 16) * 16
  const scratch = memory.scratch(foreign.length * numbers * size + 8 * parameters.length)
  const parameterAt = scratch + foreign.length * numbers * size
  memory.views.f64.set(parameters, parameterAt / 8)
  const rest = [...parameters.map((_, i) => parameterAt + 8 * i), ...c.tables]
  const dense = size === 8 ? memory.views.f64 : memory.views.f32
  const slots = views.map(v => foreign.findIndex(other => same(v, other)))
  for (const part of partsOf(views[0], limit, c.wholeRows)) {
    const slot = (index: number): number => scratch / size + index * numbers
    for (const [i, v] of foreign.entries()) if (views.indexOf(v) < inputs.length) copy(v, part, dense, slot(i), false)
    const arrays = views.map(
      (v, i): Placed =>
        slots[i] >= 0
          ? { at: slot(slots[i]) * size, stride: part.columns * size }
          : { at: v.data.byteOffset + start(v, part) * size, stride: v.stride * size },
    )
    runJob(memory, c, part, arrays, rest, size)
    for (const [i, v] of views.entries()) if (i >= inputs.length && slots[i] >= 0) copy(v, part, dense, slot(slots[i]), true)
  }
}
