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
  const a = -Math.abs(x)
  const b = a < (-2900) ? (-2900) : a
  const c = 1500 < b ? 1500 : b
  const d = nearest(c * 184.6649652337873)
  const e = -(d * 1.2655086083012853e-13)
  const f = c - (d * 0.005415212347998022)
  const g = f + e
  const h = 0.041666666666666664 + (g * (0.008333333333333333 + (g * 0.001388888888888889)))
  const i = g - f
  const j = ((f - (g - i)) + (e - i)) - (d * 3.1258479278239995e-24)
  const k = (j + (j * g)) + ((g * g) * (0.5 + (g * (0.16666666666666666 + (g * h)))))
  const l = g + k
  const m = Math.floor(d * 0.0078125)
  const n = d - (m * 128)
  const o = exp2[n]
  const p = exp2[n + 128]
  const q = (productError(o, l) - (p * l)) - (o * (k - (l - g)))
  const r = o * l
  const s = r - q
  const t = o + s
  const u = (s - (t - o)) + (p + ((r - s) - q))
  const v = t + u
  const w = u - (v - t)
  const y = ldexp(v, m)
  const z = sumError(1, y) + (((y - y) === 0) ? ldexp(w, m) : 0)
  const a1 = 1 + y
  const b1 = a1 + z
  const c1 = v / b1
  const d1 = (((v - (c1 * b1)) + productError(c1, b1)) + w) - (c1 * (z - (b1 - a1)))
  const e1 = d1 / b1
  const f1 = (c1 - c1) === 0
  const g1 = (e1 === e1) ? (f1 ? e1 : 0) : 0
  const h1 = c1 + g1
  const i1 = ldexp(h1, m)
  const j1 = ((i1 - i1) === 0) ? ldexp(f1 ? (g1 - (h1 - c1)) : 0, m) : 0
  const k1 = -i1
  const l1 = x < 0
  const m1 = ldexp(l1 ? h1 : ((1 + k1) + (sumError(1, k1) + (-j1))), l1 ? m : 0)
  return m1
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = -Math.abs(x)
  const b = a < (-2900) ? (-2900) : a
  const c = 1500 < b ? 1500 : b
  const d = nearest(c * 184.6649652337873)
  const e = -(d * 1.2655086083012853e-13)
  const f = c - (d * 0.005415212347998022)
  const g = f + e
  const h = 0.041666666666666664 + (g * (0.008333333333333333 + (g * 0.001388888888888889)))
  const i = g - f
  const j = ((f - (g - i)) + (e - i)) - (d * 3.1258479278239995e-24)
  const k = (j + (j * g)) + ((g * g) * (0.5 + (g * (0.16666666666666666 + (g * h)))))
  const l = g + k
  const m = Math.floor(d * 0.0078125)
  const n = d - (m * 128)
  const o = exp2[n]
  const p = exp2[n + 128]
  const q = (productError(o, l) - (p * l)) - (o * (k - (l - g)))
  const r = o * l
  const s = r - q
  const t = o + s
  const u = (s - (t - o)) + (p + ((r - s) - q))
  const v = t + u
  const w = u - (v - t)
  const y = ldexp(v, m)
  const z = sumError(1, y) + (((y - y) === 0) ? ldexp(w, m) : 0)
  const a1 = 1 + y
  const b1 = a1 + z
  const c1 = v / b1
  const d1 = (((v - (c1 * b1)) + productError(c1, b1)) + w) - (c1 * (z - (b1 - a1)))
  const e1 = d1 / b1
  const f1 = (c1 - c1) === 0
  const g1 = (e1 === e1) ? (f1 ? e1 : 0) : 0
  const h1 = c1 + g1
  const i1 = f1 ? (g1 - (h1 - c1)) : 0
  const j1 = ldexp(h1, m)
  const k1 = -j1
  const l1 = sumError(1, k1) + (-(((j1 - j1) === 0) ? ldexp(i1, m) : 0))
  const m1 = 1 + k1
  const n1 = m1 + l1
  const o1 = l1 - (n1 - m1)
  const p1 = x < 0
  const q1 = (-x) < 0
  const r1 = q1 ? h1 : n1
  const s1 = p1 ? h1 : n1
  const t1 = (productError(s1, r1) - ((p1 ? i1 : o1) * r1)) - (s1 * (q1 ? i1 : o1))
  return ldexp((s1 * r1) - t1, (p1 ? m : 0) + (q1 ? m : 0))
}

/**
 * sigmoid = `sigmoid(x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * sigmoid(0.5) // 0.6224593312018546
 * sigmoid.derivative(0.5) // 0.2350037122015945
 */
export const sigmoid: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'sigmoid', kind: 'pointwise', formula: 'sigmoid(x)', parameters: {  }, derivative: slope })
