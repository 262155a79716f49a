// Generated from the formula `sigmoid(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = x < 0
  const b = -Math.abs(x)
  const c = b < (-2900) ? (-2900) : b
  const d = 1500 < c ? 1500 : c
  const e = nearest(d * 184.6649652337873)
  const f = d - (e * 0.005415212347998022)
  const g = -(e * 1.2655086083012853e-13)
  const h = f + g
  const i = h - f
  const j = ((f - (h - i)) + (g - i)) - (e * 3.1258479278239995e-24)
  const k = 0.041666666666666664 + (h * (0.008333333333333333 + (h * 0.001388888888888889)))
  const l = (j + (j * h)) + ((h * h) * (0.5 + (h * (0.16666666666666666 + (h * k)))))
  const m = Math.floor(e * 0.0078125)
  const n = e - (m * 128)
  const o = h + l
  const p = exp2[n]
  const q = exp2[n + 128]
  const r = p * o
  const s = (productError(p, o) + (q * o)) + (p * (l - (o - h)))
  const t = r + s
  const u = p + t
  const v = (t - (u - p)) + (q + (s - (t - r)))
  const w = u + v
  const y = v - (w - u)
  const z = ldexp(w, m)
  const a1 = 1 + z
  const b1 = sumError(1, z) + ldexp(y, m)
  const c1 = a1 + b1
  const d1 = w / c1
  const e1 = (((w - (d1 * c1)) - productError(d1, c1)) + y) - (d1 * (b1 - (c1 - a1)))
  const f1 = e1 / c1
  const g1 = (((d1 - d1) === 0) && (f1 === f1)) ? f1 : 0
  const h1 = d1 + g1
  const i1 = -ldexp(h1, m)
  const j1 = (1 + i1) + (sumError(1, i1) + (-ldexp(g1 - (h1 - d1), m)))
  return ldexp(a ? h1 : j1, a ? m : 0)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x < 0
  const b = -Math.abs(x)
  const c = b < (-2900) ? (-2900) : b
  const d = 1500 < c ? 1500 : c
  const e = nearest(d * 184.6649652337873)
  const f = d - (e * 0.005415212347998022)
  const g = -(e * 1.2655086083012853e-13)
  const h = f + g
  const i = h - f
  const j = ((f - (h - i)) + (g - i)) - (e * 3.1258479278239995e-24)
  const k = 0.041666666666666664 + (h * (0.008333333333333333 + (h * 0.001388888888888889)))
  const l = (j + (j * h)) + ((h * h) * (0.5 + (h * (0.16666666666666666 + (h * k)))))
  const m = Math.floor(e * 0.0078125)
  const n = e - (m * 128)
  const o = h + l
  const p = exp2[n]
  const q = exp2[n + 128]
  const r = p * o
  const s = (productError(p, o) + (q * o)) + (p * (l - (o - h)))
  const t = r + s
  const u = p + t
  const v = (t - (u - p)) + (q + (s - (t - r)))
  const w = u + v
  const y = v - (w - u)
  const z = ldexp(w, m)
  const a1 = 1 + z
  const b1 = sumError(1, z) + ldexp(y, m)
  const c1 = a1 + b1
  const d1 = w / c1
  const e1 = (((w - (d1 * c1)) - productError(d1, c1)) + y) - (d1 * (b1 - (c1 - a1)))
  const f1 = e1 / c1
  const g1 = (((d1 - d1) === 0) && (f1 === f1)) ? f1 : 0
  const h1 = d1 + g1
  const i1 = g1 - (h1 - d1)
  const j1 = -ldexp(h1, m)
  const k1 = 1 + j1
  const l1 = sumError(1, j1) + (-ldexp(i1, m))
  const m1 = k1 + l1
  const n1 = l1 - (m1 - k1)
  const o1 = a ? h1 : m1
  const p1 = (-x) < 0
  const q1 = p1 ? h1 : m1
  const r1 = (productError(o1, q1) + ((a ? i1 : n1) * q1)) + (o1 * (p1 ? i1 : n1))
  return ldexp((o1 * q1) + r1, (a ? m : 0) + (p1 ? m : 0))
}

/** sigmoid = `sigmoid(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const sigmoid: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'sigmoid', kind: 'pointwise', formula: 'sigmoid(x)', parameters: {  }, derivative: slope })
