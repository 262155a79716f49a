// Generated from the formula `x * normcdf(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table, millsTable } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = Math.abs(x)
  const b = a < (-77) ? (-77) : a
  const c = 77 < b ? 77 : b
  const d = (c * c) * (-0.5)
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
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
  const b1 = 71.9 < a1 ? 71.9 : a1
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
  const v1 = -ldexp(s1, o)
  const w1 = 1 + v1
  const x1 = sumError(1, v1) + (-ldexp(t1, o))
  const y1 = w1 + x1
  const z1 = u1 ? s1 : y1
  const a2 = exponent(x)
  const b2 = ldexp(x, -a2)
  const c2 = productError(b2, z1) + (b2 * (u1 ? t1 : (x1 - (y1 - w1))))
  return ldexp((b2 * z1) + c2, a2 + (u1 ? o : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = x < 0
  const b = Math.abs(x)
  const c = b < (-77) ? (-77) : b
  const d = 77 < c ? 77 : c
  const e = (d * d) * (-0.5)
  const f = e < (-2900) ? (-2900) : e
  const g = 1500 < f ? 1500 : f
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
  const g1 = 71.9 < b1 ? 71.9 : b1
  const h1 = g1 < 32
  const i1 = g1 < 16
  const j1 = g1 < 8
  const k1 = g1 < 4
  const l1 = k1 ? 8 : (j1 ? 4 : (i1 ? 2 : (h1 ? 1 : 0.5)))
  const m1 = Math.floor(g1 * l1)
  const n1 = g1 - ((m1 + 0.5) / l1)
  const o1 = (m1 + (k1 ? 0 : (j1 ? 16 : (i1 ? 32 : (h1 ? 48 : 64))))) * 13
  const p1 = (((mills[o1 + 12] * n1) + mills[o1 + 11]) * n1) + mills[o1 + 10]
  const q1 = (((((p1 * n1) + mills[o1 + 9]) * n1) + mills[o1 + 8]) * n1) + mills[o1 + 7]
  const r1 = (((((q1 * n1) + mills[o1 + 6]) * n1) + mills[o1 + 5]) * n1) + mills[o1 + 4]
  const s1 = mills[o1 + 0]
  const t1 = mills[o1 + 1] + (n1 * ((((r1 * n1) + mills[o1 + 3]) * n1) + mills[o1 + 2]))
  const u1 = s1 + t1
  const v1 = -f1
  const w1 = u1 + v1
  const x1 = (sumError(u1, v1) + (t1 - (u1 - s1))) + (-(e1 - (f1 - d1)))
  const y1 = w1 + x1
  const z1 = a1 * y1
  const a2 = (productError(a1, y1) + ((z - (a1 - y)) * y1)) + (a1 * (x1 - (y1 - w1)))
  const b2 = z1 + a2
  const c2 = -ldexp(b2, p)
  const d2 = (1 + c2) + (sumError(1, c2) + (-ldexp(a2 - (b2 - z1), p)))
  const e2 = x - (-0.7517915246935645)
  const f2 = Math.abs(e2) < 0.0625
  const g2 = e2 * (0.00008615947861116571 + (e2 * (-0.00001121438018842664)))
  const h2 = (-0.0007448268386746817) + (e2 * (0.00018633974623233514 + g2))
  const i2 = 0.004539228379125415 + (e2 * ((-0.002239538068073497) + (e2 * h2)))
  const j2 = (-0.014771522148244337) + (e2 * (0.019421679838189067 + (e2 * i2)))
  const k2 = (-0.018199676398671087) + (e2 * ((-0.1140082332972217) + (e2 * j2)))
  const l2 = 2.7308688141129613e-17 + (e2 * (0.388284982990552 + (e2 * k2)))
  const m2 = e2 + (-1.4956759177009883e-17)
  const n2 = 0.4314939923140469 + l2
  const o2 = productError(m2, n2) + (((-1.4956759177009883e-17) - (m2 - e2)) * n2)
  const p2 = (m2 * n2) + (o2 + (m2 * (l2 - (n2 - 0.4314939923140469))))
  return ldexp(f2 ? p2 : (a ? b2 : d2), f2 ? 0 : (a ? p : 0))
}

/** gelu = `x * normcdf(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const gelu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'gelu', kind: 'pointwise', formula: 'x * normcdf(x)', parameters: {  }, derivative: slope })
