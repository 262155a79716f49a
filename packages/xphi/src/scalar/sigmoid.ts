// Generated from the formula `sigmoid(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = x < 0
  const b = -Math.abs(x)
  const c = b < (-1400) ? (-1400) : b
  const d = 720 < c ? 720 : c
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
  const z = Math.floor(m * 0.5)
  const a1 = pow2(z)
  const b1 = pow2(m - z)
  const c1 = (w * a1) * b1
  const d1 = 1 + c1
  const e1 = sumError(1, c1) + ((y * a1) * b1)
  const f1 = d1 + e1
  const g1 = w / f1
  const h1 = (((w - (g1 * f1)) - productError(g1, f1)) + y) - (g1 * (e1 - (f1 - d1)))
  const i1 = h1 / f1
  const j1 = (((g1 - g1) === 0) && (i1 === i1)) ? i1 : 0
  const k1 = g1 + j1
  const l1 = -((k1 * a1) * b1)
  const m1 = (1 + l1) + (sumError(1, l1) + (-(((j1 - (k1 - g1)) * a1) * b1)))
  const n1 = a ? m : 0
  const o1 = Math.floor(n1 * 0.5)
  return ((a ? k1 : m1) * pow2(o1)) * pow2(n1 - o1)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x < 0
  const b = -Math.abs(x)
  const c = b < (-1400) ? (-1400) : b
  const d = 720 < c ? 720 : c
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
  const z = Math.floor(m * 0.5)
  const a1 = pow2(z)
  const b1 = pow2(m - z)
  const c1 = (w * a1) * b1
  const d1 = 1 + c1
  const e1 = sumError(1, c1) + ((y * a1) * b1)
  const f1 = d1 + e1
  const g1 = w / f1
  const h1 = (((w - (g1 * f1)) - productError(g1, f1)) + y) - (g1 * (e1 - (f1 - d1)))
  const i1 = h1 / f1
  const j1 = (((g1 - g1) === 0) && (i1 === i1)) ? i1 : 0
  const k1 = g1 + j1
  const l1 = j1 - (k1 - g1)
  const m1 = -((k1 * a1) * b1)
  const n1 = 1 + m1
  const o1 = sumError(1, m1) + (-((l1 * a1) * b1))
  const p1 = n1 + o1
  const q1 = o1 - (p1 - n1)
  const r1 = a ? k1 : p1
  const s1 = (-x) < 0
  const t1 = s1 ? k1 : p1
  const u1 = (a ? m : 0) + (s1 ? m : 0)
  const v1 = (productError(r1, t1) + ((a ? l1 : q1) * t1)) + (r1 * (s1 ? l1 : q1))
  const w1 = Math.floor(u1 * 0.5)
  return (((r1 * t1) + v1) * pow2(w1)) * pow2(u1 - w1)
}

/** sigmoid = `sigmoid(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const sigmoid: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'sigmoid', kind: 'pointwise', formula: 'sigmoid(x)', parameters: {  }, derivative: slope })
