/** The shapes of scalar activations: a function of numbers that carries its derivative and its plain data. */
import type { Activation, KindOf } from './activation.ts'

/** f(x), f.derivative(x); parameters follow the input in declared order, defaults where left out. */
export interface PointwiseScalar extends Activation<'pointwise'> {
  (x: number, ...parameters: number[]): number
  derivative(x: number, ...parameters: number[]): number
}

/** f(gate, value); the derivative is the pair of partial derivatives. */
export interface GatedScalar extends Activation<'gated'> {
  (gate: number, value: number, ...parameters: number[]): number
  derivative(gate: number, value: number, ...parameters: number[]): { readonly gate: number; readonly value: number }
}

/** f(row) gives a new row; the derivative is the gradient of sum(dy f(row)). */
export interface RowFunction extends Activation<'row'> {
  (row: Float64Array, out?: Float64Array): Float64Array
  derivative(row: Float64Array, dy: Float64Array, out?: Float64Array): Float64Array
}

interface Scalars {
  readonly pointwise: PointwiseScalar
  readonly gated: GatedScalar
  readonly row: RowFunction
}

/** The function that a formula's literal text makes; any of the three where the text is not literal (`kind` tells). */
export type ScalarOf<Formula extends string> = Scalars[KindOf<Formula>]

/** Makes a function carry data under the names of an Activation (a function's own `name` cannot be assigned); both are frozen. */
export function carry<F extends object, const P extends object>(f: F, properties: P): F & P {
  for (const key of Object.keys(properties)) {
    Object.defineProperty(f, key, { value: Object.freeze(properties[key as keyof P]), enumerable: true })
  }
  Object.freeze(f)
  return f as F & P
}
