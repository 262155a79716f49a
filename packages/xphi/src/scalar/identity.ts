// Generated from the formula `x` by `npm run generate`. Do not edit.
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  return x
}

function slope(x: number): number {
  if (x !== x) return NaN
  return 1
}

/**
 * identity = `x`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * identity(0.5) // 0.5
 * identity.derivative(0.5) // 1
 */
export const identity: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'identity', kind: 'pointwise', formula: 'x', parameters: {  }, derivative: slope })
