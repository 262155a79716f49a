// Generated from the formula `x > 0 ? x : alpha * expm1(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { copysign, exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, alpha = 1): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v, alpha), x)
  const exp2 = exp2Table()
  const a = x < (-2900) ? (-2900) : x
  const b = 1500 < a ? 1500 : a
  const c = nearest(b * 184.6649652337873)
  const d = -(c * 1.2655086083012853e-13)
  const e = b - (c * 0.005415212347998022)
  const f = e + d
  const g = 0.041666666666666664 + (f * (0.008333333333333333 + (f * 0.001388888888888889)))
  const h = f - e
  const i = ((e - (f - h)) + (d - h)) - (c * 3.1258479278239995e-24)
  const j = (i + (i * f)) + ((f * f) * (0.5 + (f * (0.16666666666666666 + (f * g)))))
  const k = f + j
  const l = j - (k - f)
  const m = Math.floor(c * 0.0078125)
  const n = c - (m * 128)
  const o = exp2[n]
  const p = exp2[n + 128]
  const q = (productError(o, k) - (p * k)) - (o * l)
  const r = o * k
  const s = r - q
  const t = o + s
  const u = (s - (t - o)) + (p + ((r - s) - q))
  const v = t + u
  const w = ldexp(v, m)
  const y = -1
  const z = sumError(w, y) + (((w - w) === 0) ? ldexp(u - (v - t), m) : 0)
  const a1 = w + y
  const b1 = a1 + z
  const c1 = c === 0
  const d1 = copysign(c1 ? k : b1, x)
  const e1 = exponent(d1)
  const f1 = -e1
  const g1 = exponent(alpha)
  const h1 = ldexp(alpha, -g1)
  const i1 = ldexp(d1, f1)
  const j1 = productError(h1, i1) - (h1 * ldexp(c1 ? l : (z - (b1 - a1)), f1))
  const k1 = 0 < x
  return ldexp(k1 ? x : ((h1 * i1) - j1), k1 ? 0 : (g1 + e1))
}

function slope(x: number, alpha = 1): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, alpha), x)
  const exp2 = exp2Table()
  const a = x < (-2900) ? (-2900) : x
  const b = 1500 < a ? 1500 : a
  const c = nearest(b * 184.6649652337873)
  const d = -(c * 1.2655086083012853e-13)
  const e = b - (c * 0.005415212347998022)
  const f = e + d
  const g = 0.041666666666666664 + (f * (0.008333333333333333 + (f * 0.001388888888888889)))
  const h = f - e
  const i = ((e - (f - h)) + (d - h)) - (c * 3.1258479278239995e-24)
  const j = (i + (i * f)) + ((f * f) * (0.5 + (f * (0.16666666666666666 + (f * g)))))
  const k = f + j
  const l = Math.floor(c * 0.0078125)
  const m = c - (l * 128)
  const n = exp2[m]
  const o = exp2[m + 128]
  const p = (productError(n, k) - (o * k)) - (n * (j - (k - f)))
  const q = n * k
  const r = q - p
  const s = n + r
  const t = (r - (s - n)) + (o + ((q - r) - p))
  const u = s + t
  const v = exponent(alpha)
  const w = ldexp(alpha, -v)
  const y = 0 < x
  const z = y ? 1 : ((w * u) - (productError(w, u) - (w * (t - (u - s)))))
  return ldexp(z, y ? 0 : (v + l))
}

/**
 * elu = `x > 0 ? x : alpha * expm1(x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * elu(0.5) // 0.5
 * elu.derivative(0.5) // 1
 */
export const elu: PointwiseScalar = /*@__PURE__*/ carry((x: number, alpha = 1) => evaluate(x, alpha), { name: 'elu', kind: 'pointwise', formula: 'x > 0 ? x : alpha * expm1(x)', parameters: { alpha: 1 }, derivative: slope })
