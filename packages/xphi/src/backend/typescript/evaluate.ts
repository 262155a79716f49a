/** Values and derivatives of any activation at many points. */
import { type Activation, inputsOf } from '../../activation/activation.ts'
import { gated, pointwise } from './pointwise.ts'
import { rowwise } from './rowwise.ts'

export type Inputs = { readonly x: Float64Array } | { readonly gate: Float64Array; readonly value: Float64Array }

export interface Evaluation {
  readonly y: Float64Array
  /** By input: dy times the derivative (dy = 1 where left out); for a row function the gradient of sum(dy y). */
  readonly slopes: Readonly<Record<string, Float64Array>>
}

/**
 * Values and derivatives in doubles; a row function takes the array as one row.
 *
 * @example
 * evaluate(activation('relu'), { x: Float64Array.of(-1, 2) }).y // [0, 2]
 */
export function evaluate(a: Activation, inputs: Inputs, dy?: Float64Array): Evaluation {
  const columns = inputs as Readonly<Record<string, Float64Array>>
  const length = columns[inputsOf(a)[0]].length
  const seed = dy ?? new Float64Array(length).fill(1)
  if (a.kind === 'row') {
    const f = rowwise(a)
    return { y: f(columns.x), slopes: { x: f.derivative(columns.x, seed) } }
  }
  if (a.kind === 'gated') {
    const f = gated(a)
    const y = columns.gate.map((g, i) => f(g, columns.value[i]))
    const both = Array.from(columns.gate, (g, i) => f.derivative(g, columns.value[i]))
    return { y, slopes: { gate: seed.map((s, i) => s * both[i].gate), value: seed.map((s, i) => s * both[i].value) } }
  }
  const f = pointwise(a)
  return { y: columns.x.map(v => f(v)), slopes: { x: seed.map((s, i) => s * f.derivative(columns.x[i])) } }
}
