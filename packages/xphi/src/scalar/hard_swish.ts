// Generated from the formula `x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const a = x + 3
  const b = exponent(a)
  const c = -b
  const d = exponent(x)
  const e = ldexp(x, -d)
  const f = ldexp(a, c)
  const g = productError(e, f) - (e * ldexp(sumError(x, 3), c))
  const h = e * f
  const i = h - g
  const j = i / 6
  const k = (((i - (j * 6)) + productError(j, 6)) + ((h - i) - g)) / 6
  const l = x < 3
  const m = (-3) < x
  const n = m ? (l ? (j + ((k === k) ? (((j - j) === 0) ? k : 0) : 0)) : x) : 0
  return ldexp(n, m ? (l ? (d + b) : 0) : 0)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const a = x + 3
  const b = exponent(a)
  const c = -b
  const d = ldexp(a, c)
  const e = productError(0.16666666666666666, d) - (9.25185853854297e-18 * d)
  const f = e - (0.16666666666666666 * ldexp(sumError(x, 3), c))
  const g = 0.16666666666666666 * d
  const h = g - f
  const i = exponent(x)
  const j = b < i ? i : b
  const k = b - j
  const l = ldexp(h, k)
  const m = ldexp(x, -i)
  const n = productError(0.16666666666666666, m) - (9.25185853854297e-18 * m)
  const o = 0.16666666666666666 * m
  const p = o - n
  const q = i - j
  const r = ldexp(p, q)
  const s = sumError(l, r) + (((l - l) === 0) ? ldexp((g - h) - f, k) : 0)
  const t = (l + r) + (s + (((r - r) === 0) ? ldexp((o - p) - n, q) : 0))
  const u = (-3) < x
  const v = x < 3
  return ldexp(v ? (u ? t : 0) : (u ? 1 : 0), v ? (u ? j : 0) : 0)
}

/**
 * hard_swish = `x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * hard_swish(0.5) // 0.2916666666666667
 * hard_swish.derivative(0.5) // 0.6666666666666666
 */
export const hard_swish: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'hard_swish', kind: 'pointwise', formula: 'x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0', parameters: {  }, derivative: slope })
