// Generated from the formula `x > 0 ? x : alpha * expm1(x)` by `npm run generate`. Do not edit.
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
  const a = x < (-1400) ? (-1400) : x
  const b = 720 < a ? 720 : a
  const c = nearest(b * 184.6649652337873)
  const d = b - (c * 0.005415212347998022)
  const e = -(c * 1.2655086083012853e-13)
  const f = d + e
  const g = f - d
  const h = ((d - (f - g)) + (e - g)) - (c * 3.1258479278239995e-24)
  const i = 0.041666666666666664 + (f * (0.008333333333333333 + (f * 0.001388888888888889)))
  const j = (h + (h * f)) + ((f * f) * (0.5 + (f * (0.16666666666666666 + (f * i)))))
  const k = Math.floor(c * 0.0078125)
  const l = c - (k * 128)
  const m = f + j
  const n = j - (m - f)
  const o = exp2[l]
  const p = exp2[l + 128]
  const q = o * m
  const r = (productError(o, m) + (p * m)) + (o * n)
  const s = q + r
  const t = o + s
  const u = (s - (t - o)) + (p + (r - (s - q)))
  const v = t + u
  const w = Math.floor(k * 0.5)
  const y = pow2(w)
  const z = pow2(k - w)
  const a1 = (v * y) * z
  const b1 = -1
  const c1 = a1 + b1
  const d1 = sumError(a1, b1) + (((u - (v - t)) * y) * z)
  const e1 = c1 + d1
  const f1 = c === 0
  const g1 = copysign(f1 ? m : e1, x)
  const h1 = productError(alpha, g1) + (alpha * (f1 ? n : (d1 - (e1 - c1))))
  return (0 < x) ? x : ((alpha * g1) + h1)
}

function slope(x: number, alpha = 1): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, alpha), x)
  const exp2 = exp2Table()
  const a = 0 < x
  const b = x < (-1400) ? (-1400) : x
  const c = 720 < b ? 720 : b
  const d = nearest(c * 184.6649652337873)
  const e = c - (d * 0.005415212347998022)
  const f = -(d * 1.2655086083012853e-13)
  const g = e + f
  const h = g - e
  const i = ((e - (g - h)) + (f - h)) - (d * 3.1258479278239995e-24)
  const j = 0.041666666666666664 + (g * (0.008333333333333333 + (g * 0.001388888888888889)))
  const k = (i + (i * g)) + ((g * g) * (0.5 + (g * (0.16666666666666666 + (g * j)))))
  const l = Math.floor(d * 0.0078125)
  const m = d - (l * 128)
  const n = g + k
  const o = exp2[m]
  const p = exp2[m + 128]
  const q = o * n
  const r = (productError(o, n) + (p * n)) + (o * (k - (n - g)))
  const s = q + r
  const t = o + s
  const u = (s - (t - o)) + (p + (r - (s - q)))
  const v = t + u
  const w = (alpha * v) + (productError(alpha, v) + (alpha * (u - (v - t))))
  const y = a ? 0 : l
  const z = Math.floor(y * 0.5)
  return ((a ? 1 : w) * pow2(z)) * pow2(y - z)
}

/** elu = `x > 0 ? x : alpha * expm1(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const elu: PointwiseScalar = /*@__PURE__*/ carry((x: number, alpha = 1) => evaluate(x, alpha), { name: 'elu', kind: 'pointwise', formula: 'x > 0 ? x : alpha * expm1(x)', parameters: { alpha: 1 }, derivative: slope })
