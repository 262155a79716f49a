/** Numbers that a model or a training keeps, under a name: what a file of it holds. */
export interface Memory {
  readonly name: string
  readonly shape: readonly number[]
  read(): Float32Array | Float64Array
  /** Whether it may become these numbers; default any. */
  allows?(values: ArrayLike<number>): boolean
  write(values: Float32Array | Float64Array): void
}

/** Every number satisfies `test`. */
export const every =
  (test: (value: number) => boolean): NonNullable<Memory['allows']> =>
  values =>
    Array.from(values).every(test)

export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
