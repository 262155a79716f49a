// Generated from the formula `softplus(x)` by `npm run generate`. Do not edit.
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
  const w = ldexp(v, m)
  const y = ((w - w) === 0) ? ldexp(u - (v - t), m) : 0
  const z = sumError(w, 2) + y
  const a1 = w + 2
  const b1 = a1 + z
  const c1 = w / b1
  const d1 = (((w - (c1 * b1)) + productError(c1, b1)) + y) - (c1 * (z - (b1 - a1)))
  const e1 = d1 / b1
  const f1 = (e1 === e1) ? (((c1 - c1) === 0) ? e1 : 0) : 0
  const g1 = c1 + f1
  const h1 = g1 * g1
  const i1 = 0.034482758620689655 + (h1 * (0.03225806451612903 + (h1 * 0.030303030303030304)))
  const j1 = 0.043478260869565216 + (h1 * (0.04 + (h1 * (0.037037037037037035 + (h1 * i1)))))
  const k1 = 0.05263157894736842 + (h1 * (0.047619047619047616 + (h1 * j1)))
  const l1 = 0.06666666666666667 + (h1 * (0.058823529411764705 + (h1 * k1)))
  const m1 = 0.09090909090909091 + (h1 * (0.07692307692307693 + (h1 * l1)))
  const n1 = 0.14285714285714285 + (h1 * (0.1111111111111111 + (h1 * m1)))
  const o1 = (g1 * h1) * (0.3333333333333333 + (h1 * (0.2 + (h1 * n1))))
  const p1 = 2 * o1
  const q1 = g1 * 2
  const r1 = sumError(q1, p1) + ((f1 - (g1 - c1)) * 2)
  const s1 = q1 + p1
  const t1 = s1 + r1
  const u1 = (0 < x) ? x : 0
  const v1 = x < (-50)
  const w1 = v1 ? v : ((u1 + t1) + (sumError(u1, t1) + (r1 - (t1 - s1))))
  return ldexp(w1, v1 ? m : 0)
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
  const f1 = (e1 === e1) ? (((c1 - c1) === 0) ? e1 : 0) : 0
  const g1 = c1 + f1
  const h1 = ldexp(g1, m)
  const i1 = -h1
  const j1 = sumError(1, i1) + (-(((h1 - h1) === 0) ? ldexp(f1 - (g1 - c1), m) : 0))
  const k1 = x < 0
  return ldexp(k1 ? g1 : ((1 + i1) + j1), k1 ? m : 0)
}

/**
 * softplus = `softplus(x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * softplus(0.5) // 0.9740769841801067
 * softplus.derivative(0.5) // 0.6224593312018546
 */
export const softplus: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'softplus', kind: 'pointwise', formula: 'softplus(x)', parameters: {  }, derivative: slope })
