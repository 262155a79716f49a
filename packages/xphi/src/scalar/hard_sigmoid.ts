// Generated from the formula `x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v), x)
  const a = (-3) < x
  const b = x < 3
  const c = x + 3
  const d = exponent(c)
  const e = -d
  const f = ldexp(c, e)
  const g = f / 6
  const h = ((f - (g * 6)) - productError(g, 6)) + ldexp(sumError(x, 3), e)
  const i = h / 6
  const j = a ? (b ? (g + ((((g - g) === 0) && (i === i)) ? i : 0)) : 1) : 0
  return ldexp(j, a ? (b ? d : 0) : 0)
}

function slope(x: number): number {
  if (x !== x) return NaN
  return (x < 3) ? (((-3) < x) ? 0.16666666666666666 : 0) : 0
}

/** hard_sigmoid = `x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0`, in doubles. History, sources and limits: the catalogue's entry. */
export const hard_sigmoid: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'hard_sigmoid', kind: 'pointwise', formula: 'x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0', parameters: {  }, derivative: slope })
