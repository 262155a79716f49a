// Generated from the formula `x > 0 ? x : alpha * x` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, alpha = 0.01): number {
  if (x !== x) return NaN
  if (x === 0) return x
  return (0 < x) ? x : (alpha * x)
}

function slope(x: number, alpha = 0.01): number {
  if (x !== x) return NaN
  return (0 < x) ? 1 : alpha
}

/**
 * leaky_relu = `x > 0 ? x : alpha * x`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * leaky_relu(0.5) // 0.5
 * leaky_relu.derivative(0.5) // 1
 */
export const leaky_relu: PointwiseScalar = /*@__PURE__*/ carry((x: number, alpha = 0.01) => evaluate(x, alpha), { name: 'leaky_relu', kind: 'pointwise', formula: 'x > 0 ? x : alpha * x', parameters: { alpha: 0.01 }, derivative: slope })
