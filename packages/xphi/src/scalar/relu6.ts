// Generated from the formula `x > 0 ? (x < 6 ? x : 6) : 0` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  return (0 < x) ? ((x < 6) ? x : 6) : 0
}

function slope(x: number): number {
  if (x !== x) return NaN
  return (x < 6) ? ((0 < x) ? 1 : 0) : 0
}

/**
 * relu6 = `x > 0 ? (x < 6 ? x : 6) : 0`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * relu6(0.5) // 0.5
 * relu6.derivative(0.5) // 1
 */
export const relu6: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'relu6', kind: 'pointwise', formula: 'x > 0 ? (x < 6 ? x : 6) : 0', parameters: {  }, derivative: slope })
