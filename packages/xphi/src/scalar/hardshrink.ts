// Generated from the formula `x > lambda ? x : x < -lambda ? x : 0` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, lambda = 0.5): number {
  if (x !== x) return NaN
  return (lambda < x) ? x : ((x < (-lambda)) ? x : 0)
}

function slope(x: number, lambda = 0.5): number {
  if (x !== x) return NaN
  const a = lambda < x
  return (a ? 1 : 0) + ((x < (-lambda)) ? (a ? 0 : 1) : 0)
}

/**
 * hardshrink = `x > lambda ? x : x < -lambda ? x : 0`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * hardshrink(0.5) // 0
 * hardshrink.derivative(0.5) // 0
 */
export const hardshrink: PointwiseScalar = /*@__PURE__*/ carry((x: number, lambda = 0.5) => evaluate(x, lambda), { name: 'hardshrink', kind: 'pointwise', formula: 'x > lambda ? x : x < -lambda ? x : 0', parameters: { lambda: 0.5 }, derivative: slope })
