/** Runs a kernel on views: where they lie if that is in its memory, else block by block through it; in chunks, which threads may share. */
import { inLines } from './allocator.ts'
import { jobNumbers, type Job, type Placed, type Run, chunksOf, runChunk, writeJob } from './jobs.ts'
import type { LinearMemory } from './memory.ts'
import { type KernelShape, scratchBytes } from './plan.ts'
import { asOneRow, type FloatArray, same, separate, type View } from './views.ts'

export interface Callable {
  readonly run: Run
  /** Its number in the memory's pool. */
  readonly kernel: number
  /** Addresses of tables. */
  readonly tables: readonly number[]
  readonly shape: KernelShape
  /** Rows are whole: sums and maxima run over them. */
  readonly wholeRows: boolean
}

/**
 * Elements a chunk: short enough that the engine's better code takes over between two, long enough that a call costs nothing beside it.
 */
const chunkElements = 16384
/** Chunks a thread, at least, so that one that comes late or is slow leaves its share to others. */
const chunksAThread = 4
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

const between = <A extends FloatArray>(array: A, from: number, length: number): A =>
  (from === 0 && length === array.length ? array : array.subarray(from, from + length)) as A

/** Copies between a part of a view and dense numbers from `to` on. */
function copy(v: View, part: Part, dense: FloatArray, to: number, out: boolean): void {
  const whole = v.stride === part.columns || part.rows === 1
  const [rows, columns] = whole ? [1, part.rows * part.columns] : [part.rows, part.columns]
  for (let r = 0, from = start(v, part), at = to; r < rows; r++, from += v.stride, at += columns) {
    if (out) v.data.set(between(dense, at, columns), from)
    else dense.set(between(v.data, from, columns), at)
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
  memory: LinearMemory,
  c: Callable,
  { rows, columns }: Part,
  arrays: readonly Placed[],
  rest: readonly number[],
  scratch: Job['scratch'] & {},
  bytes: number,
): void {
  const elements = rows * columns
  const { pool } = memory
  const shared = pool !== undefined && elements >= sharedElements
  const size = shared ? Math.min(chunkElements, Math.ceil(elements / (chunksAThread * pool.size) / 64) * 64) : chunkElements
  const by = rows > 1 || c.wholeRows ? 'rows' : 'columns'
  const chunk = by === 'rows' ? Math.max(1, Math.floor(size / columns)) : size
  const job: Job = { kernel: c.kernel, arrays, rest, scratch, by, rows, length: columns, bytesPerElement: bytes, chunk }
  if (shared) pool.run(job, c.run)
  else {
    writeJob(own, job)
    for (let i = 0, chunks = chunksOf(own); i < chunks; i++) runChunk(c.run, own, i, 0)
  }
}

/** A view's numbers in the scratch memory, where they are not in the memory already. */
interface Placement {
  readonly view: View
  /** -1: it lies in the memory. Views of the same elements have one slot. */
  readonly slot: number
  readonly copyIn: boolean
  readonly copyOut: boolean
}

function placementsOf(memory: LinearMemory, views: readonly View[], inputs: number): readonly Placement[] {
  const placed: Placement[] = []
  let slots = 0
  for (let i = 0; i < views.length; i++) {
    const view = views[i]
    const foreign = !memory.owns(view.data)
    const twin = foreign ? placed.find(other => same(other.view, view)) : undefined
    const slot = foreign ? (twin?.slot ?? slots++) : -1
    placed.push({ view, slot, copyIn: foreign && i < inputs && twin === undefined, copyOut: foreign && i >= inputs })
  }
  return placed
}

/** Outputs from inputs; all are of one shape. Throws a KernelError where an output overlaps another view without being it. */
export function execute(
  memory: LinearMemory,
  c: Callable,
  parameters: readonly number[],
  inputs: readonly View[],
  outputs: readonly View[],
): void {
  separate(inputs, outputs)
  const all = inputs.concat(outputs)
  const views = c.wholeRows ? all : asOneRow(all)
  const { rows, columns, data } = views[0]
  if (rows * columns === 0) return
  const placements = placementsOf(memory, views, inputs.length)
  const slots = Math.max(...placements.map(p => p.slot)) + 1
  const limit = slots === 0 ? Number.POSITIVE_INFINITY : memory.pool ? copiedShared : copiedElements
  const size = data.BYTES_PER_ELEMENT
  // A slot holds a block: `limit` elements, or one row that is longer and whole.
  const slotBytes = inLines(Math.min(rows * columns, c.wholeRows ? Math.max(columns, limit) : limit) * size)
  const parameterBytes = inLines(8 * parameters.length)
  const rowBytes = inLines(scratchBytes(c.shape, columns))
  const scratch = memory.scratch(slots * slotBytes + parameterBytes + rowBytes * (memory.pool?.seats ?? 1))
  const parameterAt = scratch + slots * slotBytes
  const rowScratch = { at: rowBytes === 0 ? 0 : parameterAt + parameterBytes, bytes: rowBytes }
  const { f32, f64 } = memory.views
  const rest = parameters.map((value, i) => {
    f64[parameterAt / 8 + i] = value
    return parameterAt + 8 * i
  })
  rest.push(...c.tables)
  const numbers = size === 8 ? f64 : f32
  for (const part of partsOf(views[0], limit, c.wholeRows)) {
    for (const { view, slot, copyIn } of placements) if (copyIn) copy(view, part, numbers, (scratch + slot * slotBytes) / size, false)
    const arrays = placements.map(
      ({ view, slot }): Placed =>
        slot >= 0
          ? { at: scratch + slot * slotBytes, stride: part.columns * size }
          : { at: view.data.byteOffset + start(view, part) * size, stride: view.stride * size },
    )
    runJob(memory, c, part, arrays, rest, rowScratch, size)
    for (const { view, slot, copyOut } of placements) if (copyOut) copy(view, part, numbers, (scratch + slot * slotBytes) / size, true)
  }
}
