// Generated from the formula `x > 0 ? x : 0` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  return (0 < x) ? x : 0
}

function slope(x: number): number {
  if (x !== x) return NaN
  return (0 < x) ? 1 : 0
}

/**
 * relu = `x > 0 ? x : 0`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * relu(0.5) // 0.5
 * relu.derivative(0.5) // 1
 */
export const relu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'relu', kind: 'pointwise', formula: 'x > 0 ? x : 0', parameters: {  }, derivative: slope })
