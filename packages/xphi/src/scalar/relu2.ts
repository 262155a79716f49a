// Generated from the formula `x > 0 ? x ^ 2 : 0` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  return (0 < x) ? (x * x) : 0
}

function slope(x: number): number {
  if (x !== x) return NaN
  return (0 < x) ? (x * 2) : 0
}

/**
 * relu2 = `x > 0 ? x ^ 2 : 0`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * relu2(0.5) // 0.25
 * relu2.derivative(0.5) // 1
 */
export const relu2: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'relu2', kind: 'pointwise', formula: 'x > 0 ? x ^ 2 : 0', parameters: {  }, derivative: slope })
