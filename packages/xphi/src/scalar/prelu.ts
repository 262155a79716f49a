// Generated from the formula `x > 0 ? x : alpha * x` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, alpha = 0.25): number {
  if (x !== x) return NaN
  if (x === 0) return x
  return (0 < x) ? x : (alpha * x)
}

function slope(x: number, alpha = 0.25): number {
  if (x !== x) return NaN
  return (0 < x) ? 1 : alpha
}

/**
 * prelu = `x > 0 ? x : alpha * x`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * prelu(0.5) // 0.5
 * prelu.derivative(0.5) // 1
 */
export const prelu: PointwiseScalar = /*@__PURE__*/ carry((x: number, alpha = 0.25) => evaluate(x, alpha), { name: 'prelu', kind: 'pointwise', formula: 'x > 0 ? x : alpha * x', parameters: { alpha: 0.25 }, derivative: slope })
