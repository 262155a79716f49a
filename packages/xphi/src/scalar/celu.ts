// Generated from the formula `x > 0 ? x : alpha * expm1(x / alpha)` by `npm run generate`. Do not edit.
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
  const a = x / alpha
  const b = ((x - (a * alpha)) + productError(a, alpha)) / alpha
  const c = (a - a) === 0
  const d = (b === b) ? (c ? b : 0) : 0
  const e = a + d
  const f = e < (-2900) ? (-2900) : e
  const g = 1500 < f ? 1500 : f
  const h = nearest(g * 184.6649652337873)
  const i = -(h * 1.2655086083012853e-13)
  const j = g - (h * 0.005415212347998022)
  const k = j + i
  const l = 0.041666666666666664 + (k * (0.008333333333333333 + (k * 0.001388888888888889)))
  const m = k - j
  const n = (((j - (k - m)) + (i - m)) - (h * 3.1258479278239995e-24)) + ((g === e) ? (c ? (d - (e - a)) : 0) : 0)
  const o = (n + (n * k)) + ((k * k) * (0.5 + (k * (0.16666666666666666 + (k * l)))))
  const p = k + o
  const q = o - (p - k)
  const r = Math.floor(h * 0.0078125)
  const s = h - (r * 128)
  const t = exp2[s]
  const u = exp2[s + 128]
  const v = (productError(t, p) - (u * p)) - (t * q)
  const w = t * p
  const y = w - v
  const z = t + y
  const a1 = (y - (z - t)) + (u + ((w - y) - v))
  const b1 = z + a1
  const c1 = ldexp(b1, r)
  const d1 = -1
  const e1 = sumError(c1, d1) + (((c1 - c1) === 0) ? ldexp(a1 - (b1 - z), r) : 0)
  const f1 = c1 + d1
  const g1 = f1 + e1
  const h1 = h === 0
  const i1 = copysign(h1 ? p : g1, e)
  const j1 = exponent(i1)
  const k1 = -j1
  const l1 = exponent(alpha)
  const m1 = ldexp(alpha, -l1)
  const n1 = ldexp(i1, k1)
  const o1 = productError(m1, n1) - (m1 * ldexp(h1 ? q : (e1 - (g1 - f1)), k1))
  const p1 = 0 < x
  return ldexp(p1 ? x : ((m1 * n1) - o1), p1 ? 0 : (l1 + j1))
}

function slope(x: number, alpha = 1): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, alpha), x)
  const exp2 = exp2Table()
  const a = x / alpha
  const b = ((x - (a * alpha)) + productError(a, alpha)) / alpha
  const c = (a - a) === 0
  const d = (b === b) ? (c ? b : 0) : 0
  const e = a + d
  const f = e < (-2900) ? (-2900) : e
  const g = 1500 < f ? 1500 : f
  const h = nearest(g * 184.6649652337873)
  const i = -(h * 1.2655086083012853e-13)
  const j = g - (h * 0.005415212347998022)
  const k = j + i
  const l = 0.041666666666666664 + (k * (0.008333333333333333 + (k * 0.001388888888888889)))
  const m = k - j
  const n = (((j - (k - m)) + (i - m)) - (h * 3.1258479278239995e-24)) + ((g === e) ? (c ? (d - (e - a)) : 0) : 0)
  const o = (n + (n * k)) + ((k * k) * (0.5 + (k * (0.16666666666666666 + (k * l)))))
  const p = k + o
  const q = Math.floor(h * 0.0078125)
  const r = h - (q * 128)
  const s = exp2[r]
  const t = exp2[r + 128]
  const u = (productError(s, p) - (t * p)) - (s * (o - (p - k)))
  const v = s * p
  const w = v - u
  const y = s + w
  const z = 0 < x
  const a1 = ldexp(z ? 1 : (y + ((w - (y - s)) + (t + ((v - w) - u)))), z ? 0 : q)
  return a1
}

/**
 * celu = `x > 0 ? x : alpha * expm1(x / alpha)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * celu(0.5) // 0.5
 * celu.derivative(0.5) // 1
 */
export const celu: PointwiseScalar = /*@__PURE__*/ carry((x: number, alpha = 1) => evaluate(x, alpha), { name: 'celu', kind: 'pointwise', formula: 'x > 0 ? x : alpha * expm1(x / alpha)', parameters: { alpha: 1 }, derivative: slope })
