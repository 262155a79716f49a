// Generated from the formula `x > 0 ? 1 : -1` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  return (0 < x) ? 1 : (-1)
}

function slope(x: number): number {
  if (x !== x) return NaN
  return 0
}

/**
 * sign_threshold = `x > 0 ? 1 : -1`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * sign_threshold(0.5) // 1
 * sign_threshold.derivative(0.5) // 0
 */
export const sign_threshold: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'sign_threshold', kind: 'pointwise', formula: 'x > 0 ? 1 : -1', parameters: {  }, derivative: slope })
