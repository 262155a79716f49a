/** Bytes given out and taken back. */

/** Blocks begin at addresses that a cache line divides. */
export const line = 64

/** Bytes in whole lines, one at least. */
export const inLines = (bytes: number): number => Math.max(1, Math.ceil(bytes / line)) * line

export interface Block {
  readonly at: number
  readonly bytes: number
}

/** First fit among free blocks in order of address; neighbours that are free become one. */
export class Allocator {
  #free: Block[]
  /** Bytes that were wanted, by address. */
  readonly #used = new Map<number, number>()

  constructor(from: number, to: number) {
    this.#free = [{ at: from, bytes: to - from }]
  }

  /** The address, or undefined where no free block is large enough. */
  take(wanted: number): number | undefined {
    const bytes = inLines(wanted)
    const index = this.#free.findIndex(block => block.bytes >= bytes)
    if (index < 0) return undefined
    const { at, bytes: room } = this.#free[index]
    this.#free.splice(index, 1, ...(room > bytes ? [{ at: at + bytes, bytes: room - bytes }] : []))
    this.#used.set(at, wanted)
    return at
  }

  /** Takes bytes back. False for what was not taken, all of it. */
  give({ at, bytes }: Block): boolean {
    if (this.#used.get(at) !== bytes) return false
    this.#used.delete(at)
    this.add({ at, bytes: inLines(bytes) })
    return true
  }

  /** Bytes to be given out. */
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
