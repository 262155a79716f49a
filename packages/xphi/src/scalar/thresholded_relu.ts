// Generated from the formula `x > alpha ? x : 0` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, alpha = 1): number {
  if (x !== x) return NaN
  return (alpha < x) ? x : 0
}

function slope(x: number, alpha = 1): number {
  if (x !== x) return NaN
  return (alpha < x) ? 1 : 0
}

/**
 * thresholded_relu = `x > alpha ? x : 0`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * thresholded_relu(0.5) // 0
 * thresholded_relu.derivative(0.5) // 0
 */
export const thresholded_relu: PointwiseScalar = /*@__PURE__*/ carry((x: number, alpha = 1) => evaluate(x, alpha), { name: 'thresholded_relu', kind: 'pointwise', formula: 'x > alpha ? x : 0', parameters: { alpha: 1 }, derivative: slope })
