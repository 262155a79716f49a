// Generated from the formula `x > lambda ? x - lambda : x < -lambda ? x + lambda : 0` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, lambda = 0.5): number {
  if (x !== x) return NaN
  const a = -lambda
  return (lambda < x) ? (x + a) : ((x < a) ? (x + lambda) : 0)
}

function slope(x: number, lambda = 0.5): number {
  if (x !== x) return NaN
  const a = lambda < x
  return ((x < (-lambda)) ? (a ? 0 : 1) : 0) + (a ? 1 : 0)
}

/**
 * softshrink = `x > lambda ? x - lambda : x < -lambda ? x + lambda : 0`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * softshrink(0.5) // 0
 * softshrink.derivative(0.5) // 0
 */
export const softshrink: PointwiseScalar = /*@__PURE__*/ carry((x: number, lambda = 0.5) => evaluate(x, lambda), { name: 'softshrink', kind: 'pointwise', formula: 'x > lambda ? x - lambda : x < -lambda ? x + lambda : 0', parameters: { lambda: 0.5 }, derivative: slope })
