import { Random } from '@xphi/train'
import type { DataSet } from '../data/dataset.ts'
import { gather, gatherTargets, type Standardiser } from '../data/standardise.ts'

export interface Batch {
  readonly x: Float32Array
  readonly y: Float32Array
}

/** Batches that are fetched together. */
export interface Block {
  readonly rows: Uint32Array
  readonly batches: readonly Batch[]
}

/** The stream of a seed that orders the rows; no layer's weights, no split and no noise use it. */
const orderStream = 0x0bde5
/** Numbers that are fetched together where a batch is smaller: enough steps that a coarse clock times them well, and still in the cache. */
const blockNumbers = 16_384

/**
 * The training rows in batches, in a new order each epoch that follows from the seed alone: the same for every activation. The last batch is
 * the smaller one where they do not divide. Nothing is allocated after the construction.
 */
export class Batches {
  readonly blocks: readonly Block[]
  /** Batches of an epoch. */
  readonly steps: number
  readonly #data: DataSet
  readonly #standardiser: Standardiser
  readonly #order: Uint32Array
  readonly #random: Random
  readonly #x: Float32Array
  readonly #y: Float32Array

  constructor(data: DataSet, standardiser: Standardiser, rows: Uint32Array, batch: number, seed: number) {
    const width = data.features.length
    const together = batch * Math.max(1, Math.floor(blockNumbers / (batch * width)))
    const x = new Float32Array(Math.min(together, rows.length) * width)
    const y = new Float32Array(Math.min(together, rows.length))
    this.#data = data
    this.#standardiser = standardiser
    this.#order = rows.slice()
    this.#random = new Random(seed, orderStream)
    this.#x = x
    this.#y = y
    this.steps = Math.ceil(rows.length / batch)
    this.blocks = pieces(rows.length, together).map(([from, to]) => ({
      rows: this.#order.subarray(from, to),
      batches: pieces(to - from, batch).map(([a, b]) => ({ x: x.subarray(a * width, b * width), y: y.subarray(a, b) })),
    }))
  }

  /** The last of each epoch. */
  get last(): Batch {
    return this.blocks[this.blocks.length - 1].batches.at(-1)!
  }

  /** A new epoch. */
  shuffle(): void {
    this.#random.shuffle(this.#order)
  }

  /** Fills the batches of a block; those of the block before are overwritten. */
  fetch(block: Block): void {
    gather(this.#data, this.#standardiser, block.rows, this.#x)
    gatherTargets(this.#data, this.#standardiser, block.rows, this.#y)
  }
}

/** [0, length) cut into [from, to) of `size`, the last one smaller. */
export const pieces = (length: number, size: number): readonly (readonly [from: number, to: number])[] =>
  Array.from({ length: Math.ceil(length / size) }, (_, i) => [i * size, Math.min(length, (i + 1) * size)])
