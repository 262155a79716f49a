/** What the page asks a worker, beside what it trains, and the answers, which come piece by piece. */
import type { AccuracyRow } from '@xphi/lab/accuracy'
import type { Fp8Format, WayResult } from '@xphi/lab/fp8'
import type { SpeedRow } from '@xphi/lab/speed'
import type { Activation } from 'xphi/formula'

/** What FP8 makes of a function's outputs: for standard normal sums, or in a network while it learns. */
export interface AboutFp8 {
  readonly about: 'fp8'
  readonly activation: Activation
  readonly source: 'normal' | 'network'
  readonly format: Fp8Format
  /** The first channel is multiplied by 2^outlier. */
  readonly outlier: number
  readonly seed: number
  /** To be watched; else the network is shown when it has learned. */
  readonly paced: boolean
}

/** What functions cost on this machine. */
export interface AboutSpeed {
  readonly about: 'speed'
  readonly activations: readonly Activation[]
  readonly elements: number
}

/** How far a function is from its exact values. */
export interface AboutError {
  readonly about: 'error'
  readonly activation: Activation
}

/** Which units of a deep network die while it learns. */
export interface AboutDead {
  readonly about: 'dead'
  readonly activation: Activation
  readonly seed: number
}

export type Question = AboutFp8 | AboutSpeed | AboutError | AboutDead

export interface Fp8Answer {
  readonly ways: readonly (Omit<WayResult, 'rounded'> & {
    /** Percent of test rows that the network has right with outputs so rounded. */
    readonly accuracy?: number
  })[]
  readonly network?: { readonly step: number; readonly steps: number; readonly accuracy: number }
}

export type SpeedAnswer =
  /** Milliseconds between two readings that differ, at least. */
  { readonly kind: 'clock'; readonly resolution: number } | { readonly kind: 'row'; readonly row: SpeedRow }

export interface DeadAnswer {
  readonly step: number
  readonly steps: number
  /** Percent of the hidden units. */
  readonly share: number
}

export interface Answers {
  readonly fp8: Fp8Answer
  readonly speed: SpeedAnswer
  readonly error: AccuracyRow
  readonly dead: DeadAnswer
}

export interface Ask {
  readonly kind: 'ask'
  readonly id: number
  readonly question: Question
}

export type Told =
  | { readonly kind: 'told'; readonly id: number; readonly value: Answers[keyof Answers] }
  | { readonly kind: 'answered'; readonly id: number }
  | { readonly kind: 'unanswered'; readonly id: number; readonly message: string }
