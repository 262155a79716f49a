/** Memory for kernels, and the threads that share it. */
import { KernelError } from './error.ts'
import { controlBytes } from './control.ts'
import { type KernelMemory, LinearMemory } from './memory.ts'

export interface MemoryOptions {
  /** Its size, fixed from the start; engines take pages from the system when they are first written. At most 2^32 - 2^20. Default 2^28. */
  readonly bytes?: number
  /** Threads that kernels run on, the caller's among them. Default 1. */
  readonly threads?: number
}

// For tables, blocks that are copied and what threads share.
const ownBytes = 2 ** 20
/**
 * The most threads of a memory.
 *
 * @example
 * mostThreads // 256
 */
export const mostThreads = 256

/**
 * A memory whose arrays kernels work on without a copy, given as `CompileOptions.memory`; with `threads`, on several threads. The results have the same
 * bits on any number of threads; arrays under some 10,000 elements and single rows stay on the caller's. Threads do not keep the process alive; `close`
 * ends them. Where threads cannot share a memory (a page without COOP and COEP headers) or cannot start, `threads` is 1 and `why` says so.
 * On a page's main thread, which may not sleep, a call looks for the end of what other threads have begun, at most one chunk of 16,384 elements or one row
 * each. Row functions on f32 take 8 bytes an element of a row besides, for each thread; 2^20 bytes are there for that and the like.
 *
 * Throws a KernelError for sizes out of range and where the engine refuses the memory.
 *
 * @example
 * const memory = await kernelMemory({ bytes: 2 ** 24, threads: 2 })
 * const k = await compile(gelu, { memory })
 * const x = memory.alloc(1000).fill(1)
 * k.map(x, x)[999] // 0.841344
 * memory.free(x)
 * await memory.close()
 */
export async function kernelMemory({ bytes = 2 ** 28, threads = 1 }: MemoryOptions = {}): Promise<KernelMemory> {
  if (!Number.isInteger(bytes) || bytes < 1 || bytes > 2 ** 32 - ownBytes)
    throw new KernelError(`a memory has 1 to 2^32 - 2^20 bytes, got ${bytes}`)
  if (!Number.isInteger(threads) || threads < 1 || threads > mostThreads)
    throw new KernelError(`threads must be an integer from 1 to ${mostThreads}, got ${threads}`)
  const isolated = typeof SharedArrayBuffer === 'function'
  const memory = new LinearMemory({ bytes: bytes + ownBytes, kind: threads > 1 && isolated ? 'shared' : 'fixed' })
  if (threads > 1) {
    const pool = isolated
      ? await (await import('./pool.ts')).Pool.start(memory.wasm, memory.take(controlBytes), threads)
      : 'threads need SharedArrayBuffer, which a page has when it is isolated: serve it with COOP and COEP headers'
    if (typeof pool === 'string') memory.why = pool
    else memory.pool = pool
  }
  return memory
}
