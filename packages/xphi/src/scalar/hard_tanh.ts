// Generated from the formula `x > -1 ? (x < 1 ? x : 1) : -1` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  return ((-1) < x) ? ((x < 1) ? x : 1) : (-1)
}

function slope(x: number): number {
  if (x !== x) return NaN
  return (x < 1) ? (((-1) < x) ? 1 : 0) : 0
}

/**
 * hard_tanh = `x > -1 ? (x < 1 ? x : 1) : -1`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * hard_tanh(0.5) // 0.5
 * hard_tanh.derivative(0.5) // 1
 */
export const hard_tanh: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'hard_tanh', kind: 'pointwise', formula: 'x > -1 ? (x < 1 ? x : 1) : -1', parameters: {  }, derivative: slope })
