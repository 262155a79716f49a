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
  const a = -x
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
  const y = ldexp(w, m)
  const z = ldexp(v - (w - u), m)
  const a1 = y + 2
  const b1 = sumError(y, 2) + z
  const c1 = a1 + b1
  const d1 = y / c1
  const e1 = (((y - (d1 * c1)) - productError(d1, c1)) + z) - (d1 * (b1 - (c1 - a1)))
  const f1 = e1 / c1
  const g1 = (((d1 - d1) === 0) && (f1 === f1)) ? f1 : 0
  const h1 = d1 + g1
  const i1 = h1 * h1
  const j1 = 0.034482758620689655 + (i1 * (0.03225806451612903 + (i1 * 0.030303030303030304)))
  const k1 = 0.043478260869565216 + (i1 * (0.04 + (i1 * (0.037037037037037035 + (i1 * j1)))))
  const l1 = 0.05263157894736842 + (i1 * (0.047619047619047616 + (i1 * k1)))
  const m1 = 0.06666666666666667 + (i1 * (0.058823529411764705 + (i1 * l1)))
  const n1 = 0.09090909090909091 + (i1 * (0.07692307692307693 + (i1 * m1)))
  const o1 = 0.14285714285714285 + (i1 * (0.1111111111111111 + (i1 * n1)))
  const p1 = (h1 * i1) * (0.3333333333333333 + (i1 * (0.2 + (i1 * o1))))
  const q1 = h1 * 2
  const r1 = 2 * p1
  const s1 = q1 + r1
  const t1 = sumError(q1, r1) + ((g1 - (h1 - d1)) * 2)
  const u1 = s1 + t1
  const v1 = (0 < a) ? a : 0
  const w1 = a < (-50)
  const x1 = w1 ? w : ((v1 + u1) + (sumError(v1, u1) + (t1 - (u1 - s1))))
  return ldexp(-x1, w1 ? m : 0)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = (-x) < 0
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

/** log_sigmoid = `-softplus(-x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const log_sigmoid: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'log_sigmoid', kind: 'pointwise', formula: '-softplus(-x)', parameters: {  }, derivative: slope })
