/** What the page and a training worker say to each other. */
import type { Activation } from 'xphi/formula'

export interface Start {
  readonly kind: 'start'
  readonly activation: Activation
  readonly seed: number
  /** To be watched; else it runs as fast as it can and shows its end. */
  readonly paced: boolean
}

export type Request = Start | { readonly kind: 'pause'; readonly paused: boolean }

/** Rows of the data that are drawn, as x1, x2, label one after the other. */
export interface Began {
  readonly kind: 'began'
  readonly points: Float32Array<ArrayBuffer>
}

export interface Frame {
  readonly kind: 'frame'
  readonly step: number
  readonly steps: number
  /** Percent of the test rows. */
  readonly accuracy: number
  /** The step at which 99 % of the test rows were right, once they were. */
  readonly separated?: number
  readonly side: number
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  /** The probability of the second class, `side` x `side` points, rows from the lowest second feature up. */
  readonly probabilities: Float32Array<ArrayBuffer>
}

export type Reply =
  | Began
  | Frame
  | { readonly kind: 'ended' }
  | { readonly kind: 'failed'; readonly diverged: boolean; readonly message: string }
