// Generated from the formula `x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v), x)
  const a = x + 3
  const b = exponent(a)
  const c = -b
  const d = ldexp(a, c)
  const e = d / 6
  const f = ((d - (e * 6)) + productError(e, 6)) + ldexp(sumError(x, 3), c)
  const g = f / 6
  const h = x < 3
  const i = (-3) < x
  const j = i ? (h ? (e + ((g === g) ? (((e - e) === 0) ? g : 0) : 0)) : 1) : 0
  return ldexp(j, i ? (h ? b : 0) : 0)
}

function slope(x: number): number {
  if (x !== x) return NaN
  return (x < 3) ? (((-3) < x) ? 0.16666666666666666 : 0) : 0
}

/**
 * hard_sigmoid = `x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * hard_sigmoid(0.5) // 0.5833333333333334
 * hard_sigmoid.derivative(0.5) // 0.16666666666666666
 */
export const hard_sigmoid: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'hard_sigmoid', kind: 'pointwise', formula: 'x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0', parameters: {  }, derivative: slope })
