// Generated from the formula `x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a)
  const c = b * b
  const d = productError(c, b) + (productError(b, b) * b)
  const e = c * b
  const f = e + d
  const g = (productError(0.044715, f) + (2.1960211427085595e-18 * f)) + (0.044715 * (d - (f - e)))
  const h = 0.044715 * f
  const i = h + g
  const j = (a + a) + a
  const k = ldexp(i, j)
  const l = sumError(x, k) + ldexp(g - (i - h), j)
  const m = x + k
  const n = m + l
  const o = exponent(n)
  const p = -o
  const q = ldexp(n, p)
  const r = productError(1.5957691216057308, q) + ((-9.96930880911092e-17) * q)
  const s = r + (1.5957691216057308 * ldexp(l - (n - m), p))
  const t = 1.5957691216057308 * q
  const u = t + s
  const v = ldexp(u, o)
  const w = v < 0
  const y = -(w ? (-v) : v)
  const z = y < (-2900) ? (-2900) : y
  const a1 = 1500 < z ? 1500 : z
  const b1 = nearest(a1 * 184.6649652337873)
  const c1 = -(b1 * 1.2655086083012853e-13)
  const d1 = a1 - (b1 * 0.005415212347998022)
  const e1 = d1 + c1
  const f1 = 0.041666666666666664 + (e1 * (0.008333333333333333 + (e1 * 0.001388888888888889)))
  const g1 = (e1 * e1) * (0.5 + (e1 * (0.16666666666666666 + (e1 * f1))))
  const h1 = e1 - d1
  const i1 = ((d1 - (e1 - h1)) + (c1 - h1)) - (b1 * 3.1258479278239995e-24)
  const j1 = ldexp(s - (u - t), o)
  const k1 = i1 + ((a1 === y) ? (-(w ? (-j1) : j1)) : 0)
  const l1 = (k1 + (k1 * e1)) + g1
  const m1 = e1 + l1
  const n1 = Math.floor(b1 * 0.0078125)
  const o1 = b1 - (n1 * 128)
  const p1 = exp2[o1]
  const q1 = exp2[o1 + 128]
  const r1 = (productError(p1, m1) + (q1 * m1)) + (p1 * (l1 - (m1 - e1)))
  const s1 = p1 * m1
  const t1 = s1 + r1
  const u1 = p1 + t1
  const v1 = (t1 - (u1 - p1)) + (q1 + (r1 - (t1 - s1)))
  const w1 = u1 + v1
  const x1 = v1 - (w1 - u1)
  const y1 = ldexp(w1, n1)
  const z1 = sumError(1, y1) + ldexp(x1, n1)
  const a2 = 1 + y1
  const b2 = a2 + z1
  const c2 = w1 / b2
  const d2 = (((w1 - (c2 * b2)) - productError(c2, b2)) + x1) - (c2 * (z1 - (b2 - a2)))
  const e2 = d2 / b2
  const f2 = (((c2 - c2) === 0) && (e2 === e2)) ? e2 : 0
  const g2 = c2 + f2
  const h2 = f2 - (g2 - c2)
  const i2 = -ldexp(g2, n1)
  const j2 = sumError(1, i2) + (-ldexp(h2, n1))
  const k2 = 1 + i2
  const l2 = k2 + j2
  const m2 = w ? g2 : l2
  const n2 = (b * m2) + (productError(b, m2) + (b * (w ? h2 : (j2 - (l2 - k2)))))
  return ldexp(n2, a + (w ? n1 : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a)
  const c = productError(b, b)
  const d = b * b
  const e = productError(d, b) + (c * b)
  const f = d * b
  const g = f + e
  const h = (productError(0.044715, g) + (2.1960211427085595e-18 * g)) + (0.044715 * (e - (g - f)))
  const i = 0.044715 * g
  const j = i + h
  const k = a + a
  const l = k + a
  const m = ldexp(j, l)
  const n = sumError(x, m) + ldexp(h - (j - i), l)
  const o = x + m
  const p = o + n
  const q = exponent(p)
  const r = -q
  const s = ldexp(p, r)
  const t = productError(1.5957691216057308, s) + ((-9.96930880911092e-17) * s)
  const u = t + (1.5957691216057308 * ldexp(n - (p - o), r))
  const v = 1.5957691216057308 * s
  const w = v + u
  const y = ldexp(-w, q)
  const z = y < 0
  const a1 = -(z ? (-y) : y)
  const b1 = a1 < (-2900) ? (-2900) : a1
  const c1 = 1500 < b1 ? 1500 : b1
  const d1 = nearest(c1 * 184.6649652337873)
  const e1 = -(d1 * 1.2655086083012853e-13)
  const f1 = c1 - (d1 * 0.005415212347998022)
  const g1 = f1 + e1
  const h1 = 0.041666666666666664 + (g1 * (0.008333333333333333 + (g1 * 0.001388888888888889)))
  const i1 = (g1 * g1) * (0.5 + (g1 * (0.16666666666666666 + (g1 * h1))))
  const j1 = g1 - f1
  const k1 = ((f1 - (g1 - j1)) + (e1 - j1)) - (d1 * 3.1258479278239995e-24)
  const l1 = u - (w - v)
  const m1 = ldexp(-l1, q)
  const n1 = k1 + ((c1 === a1) ? (-(z ? (-m1) : m1)) : 0)
  const o1 = (n1 + (n1 * g1)) + i1
  const p1 = g1 + o1
  const q1 = Math.floor(d1 * 0.0078125)
  const r1 = d1 - (q1 * 128)
  const s1 = exp2[r1]
  const t1 = exp2[r1 + 128]
  const u1 = (productError(s1, p1) + (t1 * p1)) + (s1 * (o1 - (p1 - g1)))
  const v1 = s1 * p1
  const w1 = v1 + u1
  const x1 = s1 + w1
  const y1 = (w1 - (x1 - s1)) + (t1 + (u1 - (w1 - v1)))
  const z1 = x1 + y1
  const a2 = y1 - (z1 - x1)
  const b2 = ldexp(z1, q1)
  const c2 = sumError(1, b2) + ldexp(a2, q1)
  const d2 = 1 + b2
  const e2 = d2 + c2
  const f2 = z1 / e2
  const g2 = (((z1 - (f2 * e2)) - productError(f2, e2)) + a2) - (f2 * (c2 - (e2 - d2)))
  const h2 = g2 / e2
  const i2 = (((f2 - f2) === 0) && (h2 === h2)) ? h2 : 0
  const j2 = f2 + i2
  const k2 = i2 - (j2 - f2)
  const l2 = -ldexp(j2, q1)
  const m2 = sumError(1, l2) + (-ldexp(k2, q1))
  const n2 = 1 + l2
  const o2 = n2 + m2
  const p2 = ldexp(w, q)
  const q2 = p2 < 0
  const r2 = -(q2 ? (-p2) : p2)
  const s2 = r2 < (-2900) ? (-2900) : r2
  const t2 = 1500 < s2 ? 1500 : s2
  const u2 = nearest(t2 * 184.6649652337873)
  const v2 = -(u2 * 1.2655086083012853e-13)
  const w2 = t2 - (u2 * 0.005415212347998022)
  const x2 = w2 + v2
  const y2 = 0.041666666666666664 + (x2 * (0.008333333333333333 + (x2 * 0.001388888888888889)))
  const z2 = (x2 * x2) * (0.5 + (x2 * (0.16666666666666666 + (x2 * y2))))
  const a3 = x2 - w2
  const b3 = ((w2 - (x2 - a3)) + (v2 - a3)) - (u2 * 3.1258479278239995e-24)
  const c3 = ldexp(l1, q)
  const d3 = b3 + ((t2 === r2) ? (-(q2 ? (-c3) : c3)) : 0)
  const e3 = (d3 + (d3 * x2)) + z2
  const f3 = x2 + e3
  const g3 = Math.floor(u2 * 0.0078125)
  const h3 = u2 - (g3 * 128)
  const i3 = exp2[h3]
  const j3 = exp2[h3 + 128]
  const k3 = (productError(i3, f3) + (j3 * f3)) + (i3 * (e3 - (f3 - x2)))
  const l3 = i3 * f3
  const m3 = l3 + k3
  const n3 = i3 + m3
  const o3 = (m3 - (n3 - i3)) + (j3 + (k3 - (m3 - l3)))
  const p3 = n3 + o3
  const q3 = o3 - (p3 - n3)
  const r3 = ldexp(p3, g3)
  const s3 = sumError(1, r3) + ldexp(q3, g3)
  const t3 = 1 + r3
  const u3 = t3 + s3
  const v3 = p3 / u3
  const w3 = (((p3 - (v3 * u3)) - productError(v3, u3)) + q3) - (v3 * (s3 - (u3 - t3)))
  const x3 = w3 / u3
  const y3 = (((v3 - v3) === 0) && (x3 === x3)) ? x3 : 0
  const z3 = v3 + y3
  const a4 = y3 - (z3 - v3)
  const b4 = -ldexp(z3, g3)
  const c4 = sumError(1, b4) + (-ldexp(a4, g3))
  const d4 = 1 + b4
  const e4 = d4 + c4
  const f4 = q2 ? z3 : e4
  const g4 = q2 ? a4 : (c4 - (e4 - d4))
  const h4 = z ? j2 : o2
  const i4 = (productError(f4, h4) + (g4 * h4)) + (f4 * (z ? k2 : (m2 - (o2 - n2))))
  const j4 = f4 * h4
  const k4 = j4 + i4
  const l4 = productError(b, k4) + (b * (i4 - (k4 - j4)))
  const m4 = b * k4
  const n4 = m4 + l4
  const o4 = productError(n4, 1.5957691216057308) + ((l4 - (n4 - m4)) * 1.5957691216057308)
  const p4 = o4 + (n4 * (-9.96930880911092e-17))
  const q4 = n4 * 1.5957691216057308
  const r4 = q4 + p4
  const s4 = p4 - (r4 - q4)
  const t4 = (productError(r4, 0.044715) + (s4 * 0.044715)) + (r4 * 2.1960211427085595e-18)
  const u4 = r4 * 0.044715
  const v4 = u4 + t4
  const w4 = productError(3, d) + (3 * c)
  const x4 = 3 * d
  const y4 = x4 + w4
  const z4 = (productError(v4, y4) + ((t4 - (v4 - u4)) * y4)) + (v4 * (w4 - (y4 - x4)))
  const a5 = v4 * y4
  const b5 = a5 + z4
  const c5 = q2 ? g3 : 0
  const d5 = a + (c5 + (z ? q1 : 0))
  const e5 = d5 + k
  const f5 = c5 < d5 ? d5 : c5
  const g5 = f5 < e5 ? e5 : f5
  const h5 = e5 - g5
  const i5 = ldexp(b5, h5)
  const j5 = d5 - f5
  const k5 = ldexp(r4, j5)
  const l5 = c5 - f5
  const m5 = ldexp(f4, l5)
  const n5 = (sumError(m5, k5) + ldexp(g4, l5)) + ldexp(s4, j5)
  const o5 = m5 + k5
  const p5 = o5 + n5
  const q5 = f5 - g5
  const r5 = ldexp(p5, q5)
  const s5 = (sumError(r5, i5) + ldexp(n5 - (p5 - o5), q5)) + ldexp(z4 - (b5 - a5), h5)
  const t5 = x - (-0.7524614220710163)
  const u5 = sumError(t5, -3.635560509207687e-17) + 2.5415595389660457e-33
  const v5 = t5 + (-3.635560509207687e-17)
  const w5 = v5 + u5
  const x5 = 0.00012425227802639782 + (w5 * (-0.000034956171694436116))
  const y5 = (-0.0009274420230205449) + (w5 * (0.00026392764052681053 + (w5 * x5)))
  const z5 = 0.005261059254921912 + (w5 * ((-0.0024227318458750974) + (w5 * y5)))
  const a6 = (-0.01661932834305256) + (w5 * (0.019682309459833118 + (w5 * z5)))
  const b6 = (-0.01578285352184803) + (w5 * ((-0.11394448308095899) + (w5 * a6)))
  const c6 = 2.028254970529195e-17 + (w5 * (0.38751844613578895 + (w5 * b6)))
  const d6 = 0.4304000910248585 + c6
  const e6 = (productError(w5, d6) + ((u5 - (w5 - v5)) * d6)) + (w5 * (c6 - (d6 - 0.4304000910248585)))
  const f6 = Math.abs(w5) < 0.0625
  const g6 = ldexp(f6 ? ((w5 * d6) + e6) : ((r5 + i5) + s5), f6 ? 0 : g5)
  return g6
}

/**
 * gelu_tanh = `x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * gelu_tanh(0.5) // 0.34571400982514394
 * gelu_tanh.derivative(0.5) // 0.8673699035346423
 */
export const gelu_tanh: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'gelu_tanh', kind: 'pointwise', formula: 'x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))', parameters: {  }, derivative: slope })
