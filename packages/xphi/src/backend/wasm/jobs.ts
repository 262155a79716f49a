/** A job is numbers alone, so that threads can share it: a kernel, its arrays, and how its rows or columns are cut into chunks. */

export type Run = (rows: number, length: number, ...pointers: number[]) => void

/** An array of a job, in bytes. */
export interface Placed {
  readonly at: number
  readonly stride: number
}

export interface Job {
  readonly kernel: number
  readonly arrays: readonly Placed[]
  /** What follows the arrays in the kernel's arguments. */
  readonly rest: readonly number[]
  /** The last argument, where there is one: so many bytes from there on for each thread. */
  readonly scratch?: { readonly at: number; readonly bytes: number }
  /** rows: chunks are rows of `length`. columns: of one row of `length`, pieces of it. */
  readonly by: 'rows' | 'columns'
  readonly rows: number
  readonly length: number
  readonly bytesPerElement: number
  /** Rows or columns a chunk. */
  readonly chunk: number
}

/** Of a written job: its numbers in order, before the arrays (address, stride, bytes from one unit to the next) and the rest. */
const field = { kernel: 0, units: 1, chunk: 2, rowLength: 3, arrays: 4, rest: 5, scratch: 6, scratchBytes: 7 } as const
const head = 8

/** Numbers that any job has room in: a function of WebAssembly has at most 1000 arguments. */
export const jobNumbers = 1024

export function writeJob(into: Int32Array, { kernel, arrays, rest, scratch, by, rows, length, bytesPerElement, chunk }: Job): void {
  into[field.kernel] = kernel
  into[field.units] = by === 'rows' ? rows : length
  into[field.chunk] = chunk
  into[field.rowLength] = by === 'rows' ? length : 0
  into[field.arrays] = arrays.length
  into[field.rest] = rest.length
  into[field.scratch] = scratch?.at ?? 0
  into[field.scratchBytes] = scratch?.bytes ?? 0
  let next = head
  for (const { at, stride } of arrays) {
    into[next++] = at
    into[next++] = stride
    into[next++] = by === 'rows' ? stride : bytesPerElement
  }
  for (const number of rest) into[next++] = number
}

export const kernelOf = (job: Int32Array): number => job[field.kernel]

export const chunksOf = (job: Int32Array): number => Math.ceil(job[field.units] / job[field.chunk])

/** Runs one chunk on the thread `seat`, 0 for the caller's. Which one does makes no difference: chunks depend on the job alone, and an element's result on itself or its row. */
export function runChunk(run: Run, job: Int32Array, index: number, seat: number): void {
  const from = index * job[field.chunk]
  const count = Math.min(job[field.chunk], job[field.units] - from)
  const pointers: number[] = []
  const arrays = head + 3 * job[field.arrays]
  for (let i = head; i < arrays; i += 3) pointers.push(job[i] + from * job[i + 2], job[i + 1])
  for (let i = arrays; i < arrays + job[field.rest]; i++) pointers.push(job[i])
  if (job[field.scratch] !== 0) pointers.push(job[field.scratch] + seat * job[field.scratchBytes])
  const rowLength = job[field.rowLength]
  if (rowLength > 0) run(count, rowLength, ...pointers)
  else run(1, count, ...pointers)
}
