// Generated from the formula `x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const a = x + 3
  const b = x * a
  const c = productError(x, a) + (x * sumError(x, 3))
  const d = b + c
  const e = d / 6
  const f = (((d - (e * 6)) - productError(e, 6)) + (c - (d - b))) / 6
  const g = (x < 3) ? (e + ((((e - e) === 0) && (f === f)) ? f : 0)) : x
  return ((-3) < x) ? g : 0
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const a = x < 3
  const b = (-3) < x
  const c = x + 3
  const d = 0.16666666666666666 * c
  const e = productError(0.16666666666666666, c) + (9.25185853854297e-18 * c)
  const f = e + (0.16666666666666666 * sumError(x, 3))
  const g = d + f
  const h = a ? (b ? g : 0) : (b ? 1 : 0)
  const i = 0.16666666666666666 * x
  const j = productError(0.16666666666666666, x) + (9.25185853854297e-18 * x)
  const k = i + j
  const l = a ? (b ? k : 0) : 0
  const m = (sumError(h, l) + (a ? (b ? (f - (g - d)) : 0) : 0)) + (a ? (b ? (j - (k - i)) : 0) : 0)
  return (h + l) + m
}

/** hard_swish = `x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0`, in doubles. History, sources and limits: the catalogue's entry. */
export const hard_swish: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'hard_swish', kind: 'pointwise', formula: 'x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0', parameters: {  }, derivative: slope })
