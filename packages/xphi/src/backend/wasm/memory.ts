/** The memory in which kernels run: arrays of it are given out, tables and scratch stand beside them. */
import type { TableName } from '../../lower/tape.ts'
import { tables } from '../../number/tables.ts'
import { Allocator, type Block, line } from './allocator.ts'
import { KernelError } from './error.ts'
import type { Pool } from './pool.ts'

const page = 65536
const pagesOf = (bytes: number): number => Math.ceil(bytes / page)

/**
 * Memory of a fixed size, given out as arrays on which kernels work without a copy. It never grows, so that no array is ever detached. Made by
 * `kernelMemory`.
 */
export interface KernelMemory {
  /** Threads that kernels run on, the caller's among them. */
  readonly threads: number
  /** Why there is one thread where more were asked for. */
  readonly why: string | undefined
  /** Bytes of the largest array that there is room for. */
  readonly room: number
  /**
   * An array of n elements in this memory, to be given back by `free`. What it holds is left from before. Throws a KernelError where there is no room.
   *
   * @example
   * const memory = await kernelMemory({ bytes: 2 ** 20 })
   * memory.alloc(1000).length // 1000
   * memory.alloc(10, 'f64') instanceof Float64Array // true
   */
  alloc(n: number, type?: 'f32'): Float32Array
  alloc(n: number, type: 'f64'): Float64Array
  /** Takes an array of `alloc` back: what is allocated later may have its place. Throws a KernelError for any other, and for one that was freed. */
  free(array: Float32Array | Float64Array): void
  /** Whether an array lies in this memory. */
  owns(array: Float32Array | Float64Array): boolean
  /** Ends the other threads. Arrays stay, and kernels run on one. */
  close(): Promise<void>
}

/** The memory of the kernels themselves, which may grow. */
export class LinearMemory implements KernelMemory {
  readonly wasm: WebAssembly.Memory
  /** Threads beside the caller's. */
  pool: Pool | undefined
  why: string | undefined
  /** Whether threads can share it. */
  readonly shared: boolean
  readonly #blocks: Allocator
  readonly #grows: boolean
  readonly #tables = new Map<TableName, number>()
  #scratch: Block = { at: 0, bytes: 0 }
  #views!: { readonly f32: Float32Array; readonly f64: Float64Array }

  constructor(options: { readonly bytes: number; readonly kind: 'grows' | 'fixed' | 'shared' }) {
    const pages = pagesOf(options.bytes)
    this.#grows = options.kind === 'grows'
    this.shared = options.kind === 'shared'
    try {
      this.wasm = new WebAssembly.Memory(this.#grows ? { initial: pages } : { initial: pages, maximum: pages, shared: this.shared })
    } catch (error) {
      throw new KernelError(`the engine gives no memory of ${options.bytes} bytes: ${(error as Error).message}`)
    }
    // Address 0 is given to nobody.
    this.#blocks = new Allocator(line, pages * page)
    this.#look()
  }

  get threads(): number {
    return this.pool?.size ?? 1
  }

  get room(): number {
    return this.#blocks.largest
  }

  alloc(n: number, type?: 'f32'): Float32Array
  alloc(n: number, type: 'f64'): Float64Array
  alloc(n: number, type: 'f32' | 'f64' = 'f32'): Float32Array | Float64Array {
    if (!Number.isInteger(n) || n < 0) throw new KernelError(`an array needs a length that is an integer from 0 on, got ${n}`)
    const A = type === 'f64' ? Float64Array : Float32Array
    return new A(this.#views.f32.buffer as ArrayBuffer, this.take(n * A.BYTES_PER_ELEMENT), n)
  }

  free(array: Float32Array | Float64Array): void {
    if (!this.owns(array) || !this.#blocks.give({ at: array.byteOffset, bytes: array.byteLength }))
      throw new KernelError('free takes an array that alloc gave, once: this one is another, a part of one, or was freed')
  }

  owns(array: Float32Array | Float64Array): boolean {
    return array.buffer === this.#views.f32.buffer
  }

  async close(): Promise<void> {
    const { pool } = this
    this.pool = undefined
    await pool?.close()
  }

  /** The whole memory as numbers. */
  get views(): { readonly f32: Float32Array; readonly f64: Float64Array } {
    return this.#views
  }

  #look(): void {
    this.#views = { f32: new Float32Array(this.wasm.buffer), f64: new Float64Array(this.wasm.buffer) }
  }

  /** The address of a table of numbers, which stays. */
  table(name: TableName): number {
    let at = this.#tables.get(name)
    if (at === undefined) {
      const values = tables[name]()
      at = this.take(values.byteLength)
      this.views.f64.set(values, at / 8)
      this.#tables.set(name, at)
    }
    return at
  }

  /** The address of `bytes` bytes for the time of a call. */
  scratch(bytes: number): number {
    if (this.#scratch.bytes < bytes) {
      if (this.#scratch.bytes > 0) this.#blocks.give(this.#scratch)
      this.#scratch = { at: 0, bytes: 0 }
      this.#scratch = { at: this.take(bytes), bytes }
    }
    return this.#scratch.at
  }

  take(bytes: number): number {
    let at = this.#blocks.take(bytes)
    if (at === undefined && this.#grows) {
      const end = this.wasm.buffer.byteLength
      const pages = pagesOf(bytes)
      this.wasm.grow(pages)
      this.#look()
      this.#blocks.add({ at: end, bytes: pages * page })
      at = this.#blocks.take(bytes)
    }
    if (at === undefined)
      throw new KernelError(`no room for ${bytes} bytes: ${this.room} are left in one piece; free arrays, or make a larger memory`)
    return at
  }
}
