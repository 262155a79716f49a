/** A table of numbers with a target: what every loader and generator gives, and what every trial trains on. Plain data, so that workers share it. */

/** What the last column is. Classes have names in the order of their labels; a number has a name, and its unit where one is known. */
export type Task =
  | { readonly kind: 'classification'; readonly classes: readonly string[] }
  | { readonly kind: 'regression'; readonly target: string }

export interface DataSet {
  /** Short: `donuts`, `mnist`, `housing.csv.gz`. */
  readonly name: string
  /** What was found and done, a sentence each: where it came from, what was missing, what was left out. Shown with every result. */
  readonly notes: readonly string[]
  readonly task: Task
  /** Names of the features, columns of `x` in order (one-hot levels are `column=level`). */
  readonly features: readonly string[]
  readonly rows: number
  /** rows x features, rows adjacent; NaN where a number is missing. Bytes are kept as bytes. May lie in shared memory. */
  readonly x: Float32Array | Uint8Array
  /** A label a row (0 to classes - 1), or the target in its own unit. May lie in shared memory. */
  readonly y: Float32Array
  /** Rows from here on are the set's own test part; without it a test part is drawn by seed. */
  readonly testFrom?: number
  /** All features have one unit (pixels): they are centred and scaled together, not each by its own deviation. */
  readonly commonUnit: boolean
  /** Settings that suit a set made here, where the user gives none. */
  readonly suggested?: { readonly hidden: readonly number[]; readonly epochs: number; readonly batch: number }
}

/** Data that cannot be used: the message names the place and the way out. */
export class DataError extends Error {
  override readonly name = 'DataError'
}
