// Generated from the formula `x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const a = (-3) < x
  const b = x < 3
  const c = x + 3
  const d = exponent(x)
  const e = ldexp(x, -d)
  const f = exponent(c)
  const g = -f
  const h = ldexp(c, g)
  const i = e * h
  const j = productError(e, h) + (e * ldexp(sumError(x, 3), g))
  const k = i + j
  const l = k / 6
  const m = (((k - (l * 6)) - productError(l, 6)) + (j - (k - i))) / 6
  const n = a ? (b ? (l + ((((l - l) === 0) && (m === m)) ? m : 0)) : x) : 0
  return ldexp(n, a ? (b ? (d + f) : 0) : 0)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const a = (-3) < x
  const b = x + 3
  const c = exponent(b)
  const d = -c
  const e = ldexp(b, d)
  const f = 0.16666666666666666 * e
  const g = productError(0.16666666666666666, e) + (9.25185853854297e-18 * e)
  const h = g + (0.16666666666666666 * ldexp(sumError(x, 3), d))
  const i = f + h
  const j = exponent(x)
  const k = ldexp(x, -j)
  const l = 0.16666666666666666 * k
  const m = productError(0.16666666666666666, k) + (9.25185853854297e-18 * k)
  const n = l + m
  const o = ldexp(i, c)
  const p = ldexp(n, j)
  const q = (sumError(o, p) + ldexp(h - (i - f), c)) + ldexp(m - (n - l), j)
  return (x < 3) ? (a ? ((o + p) + q) : 0) : (a ? 1 : 0)
}

/** hard_swish = `x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0`, in doubles. History, sources and limits: the catalogue's entry. */
export const hard_swish: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'hard_swish', kind: 'pointwise', formula: 'x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0', parameters: {  }, derivative: slope })
