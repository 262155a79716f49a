/** The memory in which kernels run: blocks of it are given out and taken back, tables and scratch among them. */
import type { TableName } from '../../lower/tape.ts'
import { tables } from '../../number/tables.ts'
import { KernelError } from './kernel.ts'
import type { Pool } from './pool.ts'

const page = 65536
/** Blocks begin at addresses that a cache line divides. */
const line = 64

interface Block {
  readonly at: number
  readonly bytes: number
}

const pagesOf = (bytes: number): number => Math.ceil(bytes / page)

/** First fit among free blocks in order of address; neighbours that are free become one. */
class Blocks {
  #free: Block[]
  readonly #used = new Map<number, number>()
  constructor(from: number, to: number) {
    this.#free = [{ at: from, bytes: to - from }]
  }

  /** The address, or undefined where no free block is large enough. */
  take(wanted: number): number | undefined {
    const bytes = Math.max(1, Math.ceil(wanted / line)) * line
    const index = this.#free.findIndex(block => block.bytes >= bytes)
    if (index < 0) return undefined
    const { at, bytes: room } = this.#free[index]
    this.#free.splice(index, 1, ...(room > bytes ? [{ at: at + bytes, bytes: room - bytes }] : []))
    this.#used.set(at, bytes)
    return at
  }

  /** False for an address that was not taken. */
  give(at: number): boolean {
    const bytes = this.#used.get(at)
    if (bytes === undefined) return false
    this.#used.delete(at)
    this.add({ at, bytes })
    return true
  }

  add(block: Block): void {
    const joined: Block[] = []
    for (const next of [...this.#free, block].sort((a, b) => a.at - b.at)) {
      const last = joined.at(-1)
      if (last && last.at + last.bytes === next.at) joined[joined.length - 1] = { at: last.at, bytes: last.bytes + next.bytes }
      else joined.push(next)
    }
    this.#free = joined
  }

  get largest(): number {
    return Math.max(0, ...this.#free.map(block => block.bytes))
  }
}

/**
 * Memory of a fixed size, given out as arrays on which kernels work without a copy. It never grows, so that no array is ever detached. Made by
 * `kernelMemory`.
 */
export class KernelMemory {
  readonly wasm: WebAssembly.Memory
  /** Threads beside the caller's. */
  pool: Pool | undefined
  /** Why there is one thread where more were asked for. */
  why: string | undefined
  /** Whether threads can share it. */
  readonly shared: boolean
  readonly #blocks: Blocks
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
    this.#blocks = new Blocks(line, pages * page)
    this.#look()
  }

  /** Threads that kernels run on, the caller's among them. */
  get threads(): number {
    return this.pool?.size ?? 1
  }

  /** Bytes of the largest array that there is room for. */
  get room(): number {
    return this.#blocks.largest
  }

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
  alloc(n: number, type: 'f32' | 'f64' = 'f32'): Float32Array | Float64Array {
    if (!Number.isInteger(n) || n < 0) throw new KernelError(`an array needs a length that is an integer from 0 on, got ${n}`)
    const A = type === 'f64' ? Float64Array : Float32Array
    return new A(this.#views.f32.buffer as ArrayBuffer, this.take(n * A.BYTES_PER_ELEMENT), n)
  }

  /** Takes an array of `alloc` back: what is allocated later may have its place. Throws a KernelError for any other, and for one that was freed. */
  free(array: Float32Array | Float64Array): void {
    if (!this.owns(array) || !this.#blocks.give(array.byteOffset))
      throw new KernelError('free takes an array that alloc gave, once: this one is another, a part of one, or was freed')
  }

  /** Whether an array lies in this memory. */
  owns(array: Float32Array | Float64Array): boolean {
    return array.buffer === this.#views.f32.buffer
  }

  /** Ends the other threads. Arrays stay, and kernels run on one. */
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
      if (this.#scratch.bytes > 0) this.#blocks.give(this.#scratch.at)
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
