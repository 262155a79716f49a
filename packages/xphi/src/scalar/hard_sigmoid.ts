// Generated from the formula `x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v), x)
  const a = x + 3
  const b = a / 6
  const c = (((a - (b * 6)) - productError(b, 6)) + sumError(x, 3)) / 6
  const d = (x < 3) ? (b + ((((b - b) === 0) && (c === c)) ? c : 0)) : 1
  return ((-3) < x) ? d : 0
}

function slope(x: number): number {
  if (x !== x) return NaN
  return (x < 3) ? (((-3) < x) ? 0.16666666666666666 : 0) : 0
}

/** hard_sigmoid = `x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0`, in doubles. History, sources and limits: the catalogue's entry. */
export const hard_sigmoid: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'hard_sigmoid', kind: 'pointwise', formula: 'x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0', parameters: {  }, derivative: slope })
