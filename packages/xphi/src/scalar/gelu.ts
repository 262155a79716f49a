// Generated from the formula `x * normcdf(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { horner } from '../number/horner.ts'
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
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? ((-productError(c, c)) * (-0.5)) : 0)
  const n = (m + (m * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const o = j + n
  const p = Math.floor(g * 0.0078125)
  const q = g - (p * 128)
  const r = exp2[q]
  const s = exp2[q + 128]
  const t = (productError(r, o) - (s * o)) - (r * (n - (o - j)))
  const u = r * o
  const v = u - t
  const w = r + v
  const y = (v - (w - r)) + (s + ((u - v) - t))
  const z = w + y
  const a1 = a < 0 ? 0 : a
  const b1 = 71.9 < a1 ? 71.9 : a1
  const c1 = b1 < 32
  const d1 = b1 < 16
  const e1 = b1 < 8
  const f1 = b1 < 4
  const g1 = f1 ? 8 : (e1 ? 4 : (d1 ? 2 : (c1 ? 1 : 0.5)))
  const h1 = Math.floor(b1 * g1)
  const i1 = (h1 + (f1 ? 0 : (e1 ? 16 : (d1 ? 32 : (c1 ? 48 : 64))))) * 13
  const j1 = b1 - ((h1 + 0.5) / g1)
  const k1 = horner(mills, i1 + 1, 12, j1)
  const l1 = mills[i1 + 0]
  const m1 = l1 + k1
  const n1 = (productError(z, m1) - ((y - (z - w)) * m1)) - (z * (k1 - (m1 - l1)))
  const o1 = z * m1
  const p1 = o1 - n1
  const q1 = (o1 - p1) - n1
  const r1 = ldexp(p1, p)
  const s1 = -r1
  const t1 = sumError(1, s1) + (-(((r1 - r1) === 0) ? ldexp(q1, p) : 0))
  const u1 = 1 + s1
  const v1 = u1 + t1
  const w1 = x < 0
  const x1 = exponent(x)
  const y1 = ldexp(x, -x1)
  const z1 = w1 ? p1 : v1
  const a2 = productError(y1, z1) - (y1 * (w1 ? q1 : (t1 - (v1 - u1))))
  return ldexp((y1 * z1) - a2, x1 + (w1 ? p : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = Math.abs(x)
  const b = a < (-77) ? (-77) : a
  const c = 77 < b ? 77 : b
  const d = (c * c) * (-0.5)
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
  const g = nearest(f * 184.6649652337873)
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? ((-productError(c, c)) * (-0.5)) : 0)
  const n = (m + (m * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const o = j + n
  const p = Math.floor(g * 0.0078125)
  const q = g - (p * 128)
  const r = exp2[q]
  const s = exp2[q + 128]
  const t = (productError(r, o) - (s * o)) - (r * (n - (o - j)))
  const u = r * o
  const v = u - t
  const w = r + v
  const y = (v - (w - r)) + (s + ((u - v) - t))
  const z = w + y
  const a1 = a < 0 ? 0 : a
  const b1 = 71.9 < a1 ? 71.9 : a1
  const c1 = b1 < 32
  const d1 = b1 < 16
  const e1 = b1 < 8
  const f1 = b1 < 4
  const g1 = f1 ? 8 : (e1 ? 4 : (d1 ? 2 : (c1 ? 1 : 0.5)))
  const h1 = Math.floor(b1 * g1)
  const i1 = (h1 + (f1 ? 0 : (e1 ? 16 : (d1 ? 32 : (c1 ? 48 : 64))))) * 13
  const j1 = b1 - ((h1 + 0.5) / g1)
  const k1 = horner(mills, i1 + 1, 12, j1)
  const l1 = mills[i1 + 0]
  const m1 = l1 + k1
  const n1 = 2.037035976334486e+90 < a1 ? 2.037035976334486e+90 : a1
  const o1 = productError(n1, 0.3989422804014327) - (n1 * (-2.49232720227773e-17))
  const p1 = n1 * 0.3989422804014327
  const q1 = p1 - o1
  const r1 = -q1
  const s1 = (sumError(m1, r1) + (k1 - (m1 - l1))) + (-((p1 - q1) - o1))
  const t1 = m1 + r1
  const u1 = t1 + s1
  const v1 = (productError(z, u1) - ((y - (z - w)) * u1)) - (z * (s1 - (u1 - t1)))
  const w1 = z * u1
  const x1 = w1 - v1
  const y1 = ldexp(x1, p)
  const z1 = -y1
  const a2 = sumError(1, z1) + (-(((y1 - y1) === 0) ? ldexp((w1 - x1) - v1, p) : 0))
  const b2 = x < 0
  const c2 = x - (-0.7517915246935645)
  const d2 = sumError(c2, -1.4956759177009883e-17) + (-5.384040947833005e-34)
  const e2 = c2 + (-1.4956759177009883e-17)
  const f2 = e2 + d2
  const g2 = f2 * (0.00008615947861116571 + (f2 * (-0.00001121438018842664)))
  const h2 = (-0.0007448268386746817) + (f2 * (0.00018633974623233514 + g2))
  const i2 = 0.004539228379125415 + (f2 * ((-0.002239538068073497) + (f2 * h2)))
  const j2 = (-0.014771522148244337) + (f2 * (0.019421679838189067 + (f2 * i2)))
  const k2 = (-0.018199676398671087) + (f2 * ((-0.1140082332972217) + (f2 * j2)))
  const l2 = 2.7308688141129613e-17 + (f2 * (0.388284982990552 + (f2 * k2)))
  const m2 = 0.4314939923140469 + l2
  const n2 = (productError(f2, m2) - ((d2 - (f2 - e2)) * m2)) - (f2 * (l2 - (m2 - 0.4314939923140469)))
  const o2 = Math.abs(f2) < 0.0625
  const p2 = ldexp(o2 ? ((f2 * m2) - n2) : (b2 ? x1 : ((1 + z1) + a2)), o2 ? 0 : (b2 ? p : 0))
  return p2
}

/**
 * gelu = `x * normcdf(x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * gelu(0.5) // 0.34573123063700656
 * gelu.derivative(0.5) // 0.8674951246561629
 */
export const gelu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'gelu', kind: 'pointwise', formula: 'x * normcdf(x)', parameters: {  }, derivative: slope })
