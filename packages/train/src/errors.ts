/** A model that cannot be built, or data that does not fit it. */
export class ModelError extends Error {
  override readonly name: string = 'ModelError'
}

/** A name of a spec that is to be one of a few. */
export function checkOne(what: string, value: string, known: readonly string[]): void {
  if (!known.includes(value)) throw new ModelError(`unknown ${what} '${value}': use ${known.join(', ')}`)
}

/** The loss became NaN or infinite. `step` counts from 1, `layer` from 0 in the model's list; the model is as it was before the step. */
export class DivergenceError extends Error {
  override readonly name: string = 'DivergenceError'
  readonly step: number
  readonly layer: number

  constructor(step: number, layer: number, what: string) {
    super(`diverged at step ${step}: ${what}; try a lower rate or another initialisation`)
    this.step = step
    this.layer = layer
  }
}
