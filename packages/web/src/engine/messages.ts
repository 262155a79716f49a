/** What the page and a worker say to each other. */
import type { DataSet, DepthSpec, Recipe, TableOptions } from '@xphi/lab'
import type { Activation } from 'xphi/formula'
import type { Ask } from './questions.ts'

/** What a network learns, and how; the settings of `xphi compare`. */
export interface Task {
  /** The name of a set that is made, or a set. */
  readonly data: string | DataSet
  /** What is left out is as `xphi compare` has it. */
  readonly recipe: Partial<Recipe>
  readonly rate: number
  /** When it has learned what it will, or at the end of all epochs. */
  readonly stop: 'converged' | 'end'
}

/** Trains one network for each seed, all of them in step. */
export interface Start {
  readonly kind: 'start'
  readonly activation: Activation
  readonly seeds: readonly number[]
  readonly task: Task
  /** To be watched; else it runs as fast as it can. */
  readonly paced: boolean
}

/** Trains one deep network. */
export interface Deepen {
  readonly kind: 'deepen'
  readonly spec: DepthSpec
  readonly steps: number
  readonly paced: boolean
}

/** Reads a table. */
export interface Read {
  readonly kind: 'read'
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly name: string
  readonly options: TableOptions
}

/** A new start ends the one before; a step is taken while it is paused. */
export type Request = Start | Deepen | Read | Ask | { readonly kind: 'pause'; readonly paused: boolean } | { readonly kind: 'step' }

export interface Began {
  readonly kind: 'began'
  /** Rows of data with two features that are drawn, as x1, x2, label one after the other; else none. */
  readonly points: Float32Array<ArrayBuffer>
  readonly recipe: Recipe
  readonly task: DataSet['task']
  readonly testRows: number
  readonly rows: number
}

/** Over the seeds that have not diverged. */
export interface Spread {
  readonly mean: number
  /** Student's 95 % interval of the mean; NaN for fewer than two seeds. */
  readonly low: number
  readonly high: number
  readonly n: number
}

/** A point of a learning curve. */
export interface CurvePoint {
  readonly step: number
  /** Percent of the test rows that are right, or the root mean square error in the target's unit. */
  readonly metric: Spread
  /** Mean training loss of the steps since the point before; NaN at the start. */
  readonly loss: Spread
}

/** What a network says over the plane: `outputs` numbers a point, `side` x `side` points, rows from the lowest second feature up. */
export interface Plane {
  readonly side: number
  readonly from: readonly [number, number]
  readonly to: readonly [number, number]
  /** 1 for a number, else the number of classes, whose probabilities they are. */
  readonly outputs: number
  readonly values: Float32Array<ArrayBuffer>
}

export interface Diverged {
  readonly seed: number
  readonly step: number
}

export interface Frame {
  readonly kind: 'frame'
  readonly step: number
  readonly steps: number
  readonly now: CurvePoint
  /** Of the curve, since the last frame. */
  readonly points: readonly CurvePoint[]
  /** The step at which 99 % of the test rows were right, once they were. */
  readonly separated?: number
  readonly diverged: readonly Diverged[]
  /** Of the first seed that has not diverged, where the data have two features. */
  readonly plane?: Plane
}

/** Steps of a deep network, since the last: before each its loss, and `layers` gradient norms from the input on. */
export interface Norms {
  readonly kind: 'norms'
  readonly losses: Float64Array<ArrayBuffer>
  readonly norms: Float64Array<ArrayBuffer>
}

export type Reply =
  | Began
  | Frame
  | Norms
  | { readonly kind: 'table'; readonly data: DataSet; readonly columns: readonly string[] }
  | { readonly kind: 'refused'; readonly message: string; readonly columns: readonly string[] }
  | { readonly kind: 'ended'; readonly converged: boolean }
  | { readonly kind: 'failed'; readonly diverged: boolean; readonly message: string }
