// Generated from the formula `softplus(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = -Math.abs(x)
  const b = a < (-1400) ? (-1400) : a
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
  const w = Math.floor(l * 0.5)
  const y = pow2(w)
  const z = pow2(l - w)
  const a1 = (v * y) * z
  const b1 = ((u - (v - t)) * y) * z
  const c1 = a1 + 2
  const d1 = sumError(a1, 2) + b1
  const e1 = c1 + d1
  const f1 = a1 / e1
  const g1 = (((a1 - (f1 * e1)) - productError(f1, e1)) + b1) - (f1 * (d1 - (e1 - c1)))
  const h1 = g1 / e1
  const i1 = (((f1 - f1) === 0) && (h1 === h1)) ? h1 : 0
  const j1 = f1 + i1
  const k1 = j1 * j1
  const l1 = 0.034482758620689655 + (k1 * (0.03225806451612903 + (k1 * 0.030303030303030304)))
  const m1 = 0.043478260869565216 + (k1 * (0.04 + (k1 * (0.037037037037037035 + (k1 * l1)))))
  const n1 = 0.05263157894736842 + (k1 * (0.047619047619047616 + (k1 * m1)))
  const o1 = 0.06666666666666667 + (k1 * (0.058823529411764705 + (k1 * n1)))
  const p1 = 0.09090909090909091 + (k1 * (0.07692307692307693 + (k1 * o1)))
  const q1 = 0.14285714285714285 + (k1 * (0.1111111111111111 + (k1 * p1)))
  const r1 = (j1 * k1) * (0.3333333333333333 + (k1 * (0.2 + (k1 * q1))))
  const s1 = j1 * 2
  const t1 = 2 * r1
  const u1 = s1 + t1
  const v1 = sumError(s1, t1) + ((i1 - (j1 - f1)) * 2)
  const w1 = u1 + v1
  const x1 = (0 < x) ? x : 0
  const y1 = x < (-50)
  const z1 = y1 ? v : ((x1 + w1) + (sumError(x1, w1) + (v1 - (w1 - u1))))
  const a2 = y1 ? l : 0
  const b2 = Math.floor(a2 * 0.5)
  return (z1 * pow2(b2)) * pow2(a2 - b2)
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
  const l1 = -((k1 * a1) * b1)
  const m1 = (1 + l1) + (sumError(1, l1) + (-(((j1 - (k1 - g1)) * a1) * b1)))
  const n1 = a ? m : 0
  const o1 = Math.floor(n1 * 0.5)
  return ((a ? k1 : m1) * pow2(o1)) * pow2(n1 - o1)
}

/** softplus = `softplus(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const softplus: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'softplus', kind: 'pointwise', formula: 'softplus(x)', parameters: {  }, derivative: slope })
