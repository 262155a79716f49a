/** Any activation as a function of one number, so that it can be drawn. */
import { type Activation, functionOf } from 'xphi/formula'

export interface Section {
  readonly name: string
  readonly value: (x: number) => number
  /** The derivative by that number. */
  readonly slope: (x: number) => number
  /** How a function of more than one number became one of one, in words. */
  readonly note?: string
}

type Scalars = {
  readonly pointwise: { (x: number): number; derivative(x: number): number }
  readonly gated: { (gate: number, value: number): number; derivative(gate: number, value: number): { readonly gate: number } }
  readonly row: { (row: Float64Array): Float64Array; derivative(row: Float64Array, dy: Float64Array): Float64Array }
}

/** A function of one number: the activation itself, a gated one along its gate at value 1, a row function's first output for the row [x, 0]. */
export function section(a: Activation): Section {
  const f: unknown = functionOf(a)
  if (a.kind === 'pointwise') {
    const scalar = f as Scalars['pointwise']
    return { name: a.name, value: x => scalar(x), slope: x => scalar.derivative(x) }
  }
  if (a.kind === 'gated') {
    const gated = f as Scalars['gated']
    return {
      name: a.name,
      value: x => gated(x, 1),
      slope: x => gated.derivative(x, 1).gate,
      note: `${a.name}: gate = x, value = 1`,
    }
  }
  const row = f as Scalars['row']
  return {
    name: a.name,
    value: x => row(Float64Array.of(x, 0))[0],
    slope: x => row.derivative(Float64Array.of(x, 0), Float64Array.of(1, 0))[0],
    note: `${a.name}: the first output for the row [x, 0]`,
  }
}
