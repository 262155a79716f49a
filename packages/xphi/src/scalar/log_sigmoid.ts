// Generated from the formula `-softplus(-x)` by `npm run generate`. Do not edit.
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
  const f1 = (c1 - c1) === 0
  const g1 = (e1 === e1) ? (f1 ? e1 : 0) : 0
  const h1 = c1 + g1
  const i1 = h1 * h1
  const j1 = 0.034482758620689655 + (i1 * (0.03225806451612903 + (i1 * 0.030303030303030304)))
  const k1 = 0.043478260869565216 + (i1 * (0.04 + (i1 * (0.037037037037037035 + (i1 * j1)))))
  const l1 = 0.05263157894736842 + (i1 * (0.047619047619047616 + (i1 * k1)))
  const m1 = 0.06666666666666667 + (i1 * (0.058823529411764705 + (i1 * l1)))
  const n1 = 0.09090909090909091 + (i1 * (0.07692307692307693 + (i1 * m1)))
  const o1 = 0.14285714285714285 + (i1 * (0.1111111111111111 + (i1 * n1)))
  const p1 = (h1 * i1) * (0.3333333333333333 + (i1 * (0.2 + (i1 * o1))))
  const q1 = 2 * p1
  const r1 = h1 * 2
  const s1 = sumError(r1, q1) + ((f1 ? (g1 - (h1 - c1)) : 0) * 2)
  const t1 = r1 + q1
  const u1 = t1 + s1
  const v1 = -x
  const w1 = (0 < v1) ? v1 : 0
  const x1 = v1 < (-50)
  const y1 = x1 ? v : ((w1 + u1) + (sumError(w1, u1) + (s1 - (u1 - t1))))
  return ldexp(-y1, x1 ? m : 0)
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
  const i1 = ldexp(h1, m)
  const j1 = ((i1 - i1) === 0) ? ldexp(f1 ? (g1 - (h1 - c1)) : 0, m) : 0
  const k1 = -i1
  const l1 = (-x) < 0
  const m1 = ldexp(l1 ? h1 : ((1 + k1) + (sumError(1, k1) + (-j1))), l1 ? m : 0)
  return m1
}

/**
 * log_sigmoid = `-softplus(-x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * log_sigmoid(0.5) // -0.4740769841801067
 * log_sigmoid.derivative(0.5) // 0.37754066879814546
 */
export const log_sigmoid: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'log_sigmoid', kind: 'pointwise', formula: '-softplus(-x)', parameters: {  }, derivative: slope })
