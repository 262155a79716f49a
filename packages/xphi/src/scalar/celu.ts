// Generated from the formula `x > 0 ? x : alpha * expm1(x / alpha)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { copysign, nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, alpha = 1): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v, alpha), x)
  const exp2 = exp2Table()
  const a = x / alpha
  const b = ((x - (a * alpha)) - productError(a, alpha)) / alpha
  const c = (((a - a) === 0) && (b === b)) ? b : 0
  const d = a + c
  const e = d < (-1400) ? (-1400) : d
  const f = 720 < e ? 720 : e
  const g = nearest(f * 184.6649652337873)
  const h = f - (g * 0.005415212347998022)
  const i = -(g * 1.2655086083012853e-13)
  const j = h + i
  const k = j - h
  const l = (((h - (j - k)) + (i - k)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (c - (d - a)) : 0)
  const m = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const n = (l + (l * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * m)))))
  const o = Math.floor(g * 0.0078125)
  const p = g - (o * 128)
  const q = j + n
  const r = n - (q - j)
  const s = exp2[p]
  const t = exp2[p + 128]
  const u = s * q
  const v = (productError(s, q) + (t * q)) + (s * r)
  const w = u + v
  const y = s + w
  const z = (w - (y - s)) + (t + (v - (w - u)))
  const a1 = y + z
  const b1 = Math.floor(o * 0.5)
  const c1 = pow2(b1)
  const d1 = pow2(o - b1)
  const e1 = (a1 * c1) * d1
  const f1 = -1
  const g1 = e1 + f1
  const h1 = sumError(e1, f1) + (((z - (a1 - y)) * c1) * d1)
  const i1 = g1 + h1
  const j1 = g === 0
  const k1 = copysign(j1 ? q : i1, d)
  const l1 = productError(alpha, k1) + (alpha * (j1 ? r : (h1 - (i1 - g1))))
  return (0 < x) ? x : ((alpha * k1) + l1)
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
  const f = e < (-1400) ? (-1400) : e
  const g = 720 < f ? 720 : f
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
  const z = a ? 0 : p
  const a1 = Math.floor(z * 0.5)
  const b1 = (a ? 1 : (y + ((w - (y - s)) + (t + (v - (w - u)))))) * pow2(a1)
  return b1 * pow2(z - a1)
}

/** celu = `x > 0 ? x : alpha * expm1(x / alpha)`, in doubles. History, sources and limits: the catalogue's entry. */
export const celu: PointwiseScalar = /*@__PURE__*/ carry((x: number, alpha = 1) => evaluate(x, alpha), { name: 'celu', kind: 'pointwise', formula: 'x > 0 ? x : alpha * expm1(x / alpha)', parameters: { alpha: 1 }, derivative: slope })
