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
  const a = 0 < x
  const b = exponent(alpha)
  const c = ldexp(alpha, -b)
  const d = x / alpha
  const e = ((x - (d * alpha)) - productError(d, alpha)) / alpha
  const f = (((d - d) === 0) && (e === e)) ? e : 0
  const g = d + f
  const h = g < (-2900) ? (-2900) : g
  const i = 1500 < h ? 1500 : h
  const j = nearest(i * 184.6649652337873)
  const k = i - (j * 0.005415212347998022)
  const l = -(j * 1.2655086083012853e-13)
  const m = k + l
  const n = m - k
  const o = (((k - (m - n)) + (l - n)) - (j * 3.1258479278239995e-24)) + ((i === g) ? (f - (g - d)) : 0)
  const p = 0.041666666666666664 + (m * (0.008333333333333333 + (m * 0.001388888888888889)))
  const q = (o + (o * m)) + ((m * m) * (0.5 + (m * (0.16666666666666666 + (m * p)))))
  const r = Math.floor(j * 0.0078125)
  const s = j - (r * 128)
  const t = m + q
  const u = q - (t - m)
  const v = exp2[s]
  const w = exp2[s + 128]
  const y = v * t
  const z = (productError(v, t) + (w * t)) + (v * u)
  const a1 = y + z
  const b1 = v + a1
  const c1 = (a1 - (b1 - v)) + (w + (z - (a1 - y)))
  const d1 = b1 + c1
  const e1 = ldexp(d1, r)
  const f1 = -1
  const g1 = e1 + f1
  const h1 = sumError(e1, f1) + ldexp(c1 - (d1 - b1), r)
  const i1 = g1 + h1
  const j1 = j === 0
  const k1 = copysign(j1 ? t : i1, g)
  const l1 = exponent(k1)
  const m1 = -l1
  const n1 = ldexp(k1, m1)
  const o1 = productError(c, n1) + (c * ldexp(j1 ? u : (h1 - (i1 - g1)), m1))
  return ldexp(a ? x : ((c * n1) + o1), a ? 0 : (b + l1))
}

function slope(x: number, alpha = 1): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, alpha), x)
  const exp2 = exp2Table()
  const a = 0 < x
  const b = x / alpha
  const c = ((x - (b * alpha)) - productError(b, alpha)) / alpha
  const d = (((b - b) === 0) && (c === c)) ? c : 0
  const e = b + d
  const f = e < (-2900) ? (-2900) : e
  const g = 1500 < f ? 1500 : f
  const h = nearest(g * 184.6649652337873)
  const i = g - (h * 0.005415212347998022)
  const j = -(h * 1.2655086083012853e-13)
  const k = i + j
  const l = k - i
  const m = (((i - (k - l)) + (j - l)) - (h * 3.1258479278239995e-24)) + ((g === e) ? (d - (e - b)) : 0)
  const n = 0.041666666666666664 + (k * (0.008333333333333333 + (k * 0.001388888888888889)))
  const o = (m + (m * k)) + ((k * k) * (0.5 + (k * (0.16666666666666666 + (k * n)))))
  const p = Math.floor(h * 0.0078125)
  const q = h - (p * 128)
  const r = k + o
  const s = exp2[q]
  const t = exp2[q + 128]
  const u = s * r
  const v = (productError(s, r) + (t * r)) + (s * (o - (r - k)))
  const w = u + v
  const y = s + w
  const z = ldexp(a ? 1 : (y + ((w - (y - s)) + (t + (v - (w - u))))), a ? 0 : p)
  return z
}

/** celu = `x > 0 ? x : alpha * expm1(x / alpha)`, in doubles. History, sources and limits: the catalogue's entry. */
export const celu: PointwiseScalar = /*@__PURE__*/ carry((x: number, alpha = 1) => evaluate(x, alpha), { name: 'celu', kind: 'pointwise', formula: 'x > 0 ? x : alpha * expm1(x / alpha)', parameters: { alpha: 1 }, derivative: slope })
