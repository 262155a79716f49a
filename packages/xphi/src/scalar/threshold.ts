// Generated from the formula `x > 0 ? 1 : 0` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  return (0 < x) ? 1 : 0
}

function slope(x: number): number {
  if (x !== x) return NaN
  return 0
}

/**
 * threshold = `x > 0 ? 1 : 0`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * threshold(0.5) // 1
 * threshold.derivative(0.5) // 0
 */
export const threshold: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'threshold', kind: 'pointwise', formula: 'x > 0 ? 1 : 0', parameters: {  }, derivative: slope })
