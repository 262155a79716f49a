// Generated from the formula `x * normcdf(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table, millsTable } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = Math.abs(x)
  const b = a < (-52) ? (-52) : a
  const c = 52 < b ? 52 : b
  const d = (c * c) * (-0.5)
  const e = d < (-1400) ? (-1400) : d
  const f = 720 < e ? 720 : e
  const g = nearest(f * 184.6649652337873)
  const h = f - (g * 0.005415212347998022)
  const i = -(g * 1.2655086083012853e-13)
  const j = h + i
  const k = j - h
  const l = (((h - (j - k)) + (i - k)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (productError(c, c) * (-0.5)) : 0)
  const m = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const n = (l + (l * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * m)))))
  const o = Math.floor(g * 0.0078125)
  const p = g - (o * 128)
  const q = j + n
  const r = exp2[p]
  const s = exp2[p + 128]
  const t = r * q
  const u = (productError(r, q) + (s * q)) + (r * (n - (q - j)))
  const v = t + u
  const w = r + v
  const y = (v - (w - r)) + (s + (u - (v - t)))
  const z = w + y
  const a1 = a < 0 ? 0 : a
  const b1 = 39.9 < a1 ? 39.9 : a1
  const c1 = b1 < 32
  const d1 = b1 < 16
  const e1 = b1 < 8
  const f1 = b1 < 4
  const g1 = f1 ? 8 : (e1 ? 4 : (d1 ? 2 : (c1 ? 1 : 0.5)))
  const h1 = Math.floor(b1 * g1)
  const i1 = b1 - ((h1 + 0.5) / g1)
  const j1 = (h1 + (f1 ? 0 : (e1 ? 16 : (d1 ? 32 : (c1 ? 48 : 64))))) * 13
  const k1 = (((mills[j1 + 12] * i1) + mills[j1 + 11]) * i1) + mills[j1 + 10]
  const l1 = (((((k1 * i1) + mills[j1 + 9]) * i1) + mills[j1 + 8]) * i1) + mills[j1 + 7]
  const m1 = (((((l1 * i1) + mills[j1 + 6]) * i1) + mills[j1 + 5]) * i1) + mills[j1 + 4]
  const n1 = mills[j1 + 0]
  const o1 = mills[j1 + 1] + (i1 * ((((m1 * i1) + mills[j1 + 3]) * i1) + mills[j1 + 2]))
  const p1 = n1 + o1
  const q1 = z * p1
  const r1 = (productError(z, p1) + ((y - (z - w)) * p1)) + (z * (o1 - (p1 - n1)))
  const s1 = q1 + r1
  const t1 = r1 - (s1 - q1)
  const u1 = x < 0
  const v1 = Math.floor(o * 0.5)
  const w1 = pow2(v1)
  const x1 = pow2(o - v1)
  const y1 = -((s1 * w1) * x1)
  const z1 = 1 + y1
  const a2 = sumError(1, y1) + (-((t1 * w1) * x1))
  const b2 = z1 + a2
  const c2 = u1 ? s1 : b2
  const d2 = u1 ? o : 0
  const e2 = (x * c2) + (productError(x, c2) + (x * (u1 ? t1 : (a2 - (b2 - z1)))))
  const f2 = Math.floor(d2 * 0.5)
  return (e2 * pow2(f2)) * pow2(d2 - f2)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = x < 0
  const b = Math.abs(x)
  const c = b < (-52) ? (-52) : b
  const d = 52 < c ? 52 : c
  const e = (d * d) * (-0.5)
  const f = e < (-1400) ? (-1400) : e
  const g = 720 < f ? 720 : f
  const h = nearest(g * 184.6649652337873)
  const i = g - (h * 0.005415212347998022)
  const j = -(h * 1.2655086083012853e-13)
  const k = i + j
  const l = k - i
  const m = (((i - (k - l)) + (j - l)) - (h * 3.1258479278239995e-24)) + ((g === e) ? (productError(d, d) * (-0.5)) : 0)
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
  const z = (w - (y - s)) + (t + (v - (w - u)))
  const a1 = y + z
  const b1 = b < 0 ? 0 : b
  const c1 = 2.037035976334486e+90 < b1 ? 2.037035976334486e+90 : b1
  const d1 = c1 * 0.3989422804014327
  const e1 = productError(c1, 0.3989422804014327) + (c1 * (-2.49232720227773e-17))
  const f1 = d1 + e1
  const g1 = b - 0.7517915246935645
  const h1 = Math.abs(g1) < 0.0625
  const i1 = h1 ? g1 : 0
  const j1 = i1 + 1.4956759177009883e-17
  const k1 = (((mills[1092 + 12] * i1) + mills[1092 + 11]) * i1) + mills[1092 + 10]
  const l1 = ((((k1 * i1) + mills[1092 + 9]) * i1) + mills[1092 + 8]) * i1
  const m1 = ((((l1 + mills[1092 + 7]) * i1) + mills[1092 + 6]) * i1) + mills[1092 + 5]
  const n1 = ((((m1 * i1) + mills[1092 + 4]) * i1) + mills[1092 + 3]) * i1
  const o1 = mills[1092 + 0]
  const p1 = mills[1092 + 1] + (i1 * (n1 + mills[1092 + 2]))
  const q1 = o1 + p1
  const r1 = j1 * q1
  const s1 = productError(j1, q1) + ((1.4956759177009883e-17 - (j1 - i1)) * q1)
  const t1 = s1 + (j1 * (p1 - (q1 - o1)))
  const u1 = r1 + t1
  const v1 = 39.9 < b1 ? 39.9 : b1
  const w1 = v1 < 32
  const x1 = v1 < 16
  const y1 = v1 < 8
  const z1 = v1 < 4
  const a2 = z1 ? 8 : (y1 ? 4 : (x1 ? 2 : (w1 ? 1 : 0.5)))
  const b2 = Math.floor(v1 * a2)
  const c2 = v1 - ((b2 + 0.5) / a2)
  const d2 = (b2 + (z1 ? 0 : (y1 ? 16 : (x1 ? 32 : (w1 ? 48 : 64))))) * 13
  const e2 = (((mills[d2 + 12] * c2) + mills[d2 + 11]) * c2) + mills[d2 + 10]
  const f2 = (((((e2 * c2) + mills[d2 + 9]) * c2) + mills[d2 + 8]) * c2) + mills[d2 + 7]
  const g2 = (((((f2 * c2) + mills[d2 + 6]) * c2) + mills[d2 + 5]) * c2) + mills[d2 + 4]
  const h2 = mills[d2 + 0]
  const i2 = mills[d2 + 1] + (c2 * ((((g2 * c2) + mills[d2 + 3]) * c2) + mills[d2 + 2]))
  const j2 = h2 + i2
  const k2 = -f1
  const l2 = j2 + k2
  const m2 = (sumError(j2, k2) + (i2 - (j2 - h2))) + (-(e1 - (f1 - d1)))
  const n2 = l2 + m2
  const o2 = h1 ? u1 : n2
  const p2 = a1 * o2
  const q2 = (productError(a1, o2) + ((z - (a1 - y)) * o2)) + (a1 * (h1 ? (t1 - (u1 - r1)) : (m2 - (n2 - l2))))
  const r2 = p2 + q2
  const s2 = Math.floor(p * 0.5)
  const t2 = pow2(s2)
  const u2 = pow2(p - s2)
  const v2 = -((r2 * t2) * u2)
  const w2 = (1 + v2) + (sumError(1, v2) + (-(((q2 - (r2 - p2)) * t2) * u2)))
  const x2 = a ? p : 0
  const y2 = Math.floor(x2 * 0.5)
  return ((a ? r2 : w2) * pow2(y2)) * pow2(x2 - y2)
}

/** gelu = `x * normcdf(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const gelu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'gelu', kind: 'pointwise', formula: 'x * normcdf(x)', parameters: {  }, derivative: slope })
