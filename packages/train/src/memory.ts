/** Numbers that a model or a training keeps, under a name: what a file of it holds. */
export interface Memory {
  readonly name: string
  readonly shape: readonly number[]
  read(): Float32Array | Float64Array
  /** The place of the first number that it may not become, -1 where there is none; default any may be. */
  fault?(values: ArrayLike<number>): number
  write(values: Float32Array | Float64Array): void
}

/** The first number that does not satisfy `test`. */
export const firstNot =
  (test: (value: number) => boolean): NonNullable<Memory['fault']> =>
  values =>
    Array.from(values).findIndex(value => !test(value))

export const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
