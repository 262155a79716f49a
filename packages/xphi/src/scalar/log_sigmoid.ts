// Generated from the formula `-softplus(-x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = -x
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
  const y = Math.floor(m * 0.5)
  const z = pow2(y)
  const a1 = pow2(m - y)
  const b1 = (w * z) * a1
  const c1 = ((v - (w - u)) * z) * a1
  const d1 = b1 + 2
  const e1 = sumError(b1, 2) + c1
  const f1 = d1 + e1
  const g1 = b1 / f1
  const h1 = (((b1 - (g1 * f1)) - productError(g1, f1)) + c1) - (g1 * (e1 - (f1 - d1)))
  const i1 = h1 / f1
  const j1 = (((g1 - g1) === 0) && (i1 === i1)) ? i1 : 0
  const k1 = g1 + j1
  const l1 = k1 * k1
  const m1 = 0.034482758620689655 + (l1 * (0.03225806451612903 + (l1 * 0.030303030303030304)))
  const n1 = 0.043478260869565216 + (l1 * (0.04 + (l1 * (0.037037037037037035 + (l1 * m1)))))
  const o1 = 0.05263157894736842 + (l1 * (0.047619047619047616 + (l1 * n1)))
  const p1 = 0.06666666666666667 + (l1 * (0.058823529411764705 + (l1 * o1)))
  const q1 = 0.09090909090909091 + (l1 * (0.07692307692307693 + (l1 * p1)))
  const r1 = 0.14285714285714285 + (l1 * (0.1111111111111111 + (l1 * q1)))
  const s1 = (k1 * l1) * (0.3333333333333333 + (l1 * (0.2 + (l1 * r1))))
  const t1 = k1 * 2
  const u1 = 2 * s1
  const v1 = t1 + u1
  const w1 = sumError(t1, u1) + ((j1 - (k1 - g1)) * 2)
  const x1 = v1 + w1
  const y1 = (0 < a) ? a : 0
  const z1 = a < (-50)
  const a2 = z1 ? w : ((y1 + x1) + (sumError(y1, x1) + (w1 - (x1 - v1))))
  const b2 = z1 ? m : 0
  const c2 = Math.floor(b2 * 0.5)
  return ((-a2) * pow2(c2)) * pow2(b2 - c2)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = (-x) < 0
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

/** log_sigmoid = `-softplus(-x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const log_sigmoid: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'log_sigmoid', kind: 'pointwise', formula: '-softplus(-x)', parameters: {  }, derivative: slope })
