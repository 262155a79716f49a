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
  const d = productError(c, b) - ((-productError(b, b)) * b)
  const e = c * b
  const f = e - d
  const g = (productError(0.044715, f) - (2.1960211427085595e-18 * f)) - (0.044715 * ((e - f) - d))
  const h = 0.044715 * f
  const i = h - g
  const j = (a + a) + a
  const k = ldexp(i, j)
  const l = sumError(x, k) + (((k - k) === 0) ? ldexp((h - i) - g, j) : 0)
  const m = x + k
  const n = m + l
  const o = exponent(n)
  const p = -o
  const q = ldexp(n, p)
  const r = productError(1.5957691216057308, q) - ((-9.96930880911092e-17) * q)
  const s = r - (1.5957691216057308 * ldexp(l - (n - m), p))
  const t = 1.5957691216057308 * q
  const u = t - s
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
  const j1 = ((v - v) === 0) ? ldexp((t - u) - s, o) : 0
  const k1 = i1 + ((a1 === y) ? (-(w ? (-j1) : j1)) : 0)
  const l1 = (k1 + (k1 * e1)) + g1
  const m1 = e1 + l1
  const n1 = Math.floor(b1 * 0.0078125)
  const o1 = b1 - (n1 * 128)
  const p1 = exp2[o1]
  const q1 = exp2[o1 + 128]
  const r1 = (productError(p1, m1) - (q1 * m1)) - (p1 * (l1 - (m1 - e1)))
  const s1 = p1 * m1
  const t1 = s1 - r1
  const u1 = p1 + t1
  const v1 = (t1 - (u1 - p1)) + (q1 + ((s1 - t1) - r1))
  const w1 = u1 + v1
  const x1 = v1 - (w1 - u1)
  const y1 = ldexp(w1, n1)
  const z1 = sumError(1, y1) + (((y1 - y1) === 0) ? ldexp(x1, n1) : 0)
  const a2 = 1 + y1
  const b2 = a2 + z1
  const c2 = w1 / b2
  const d2 = (((w1 - (c2 * b2)) + productError(c2, b2)) + x1) - (c2 * (z1 - (b2 - a2)))
  const e2 = d2 / b2
  const f2 = (e2 === e2) ? (((c2 - c2) === 0) ? e2 : 0) : 0
  const g2 = c2 + f2
  const h2 = f2 - (g2 - c2)
  const i2 = ldexp(g2, n1)
  const j2 = -i2
  const k2 = sumError(1, j2) + (-(((i2 - i2) === 0) ? ldexp(h2, n1) : 0))
  const l2 = 1 + j2
  const m2 = l2 + k2
  const n2 = w ? g2 : m2
  const o2 = (b * n2) - (productError(b, n2) - (b * (w ? h2 : (k2 - (m2 - l2)))))
  return ldexp(o2, a + (w ? n1 : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a)
  const c = -productError(b, b)
  const d = b * b
  const e = productError(d, b) - (c * b)
  const f = d * b
  const g = f - e
  const h = (productError(0.044715, g) - (2.1960211427085595e-18 * g)) - (0.044715 * ((f - g) - e))
  const i = 0.044715 * g
  const j = i - h
  const k = a + a
  const l = k + a
  const m = ldexp(j, l)
  const n = sumError(x, m) + (((m - m) === 0) ? ldexp((i - j) - h, l) : 0)
  const o = x + m
  const p = o + n
  const q = exponent(p)
  const r = -q
  const s = ldexp(p, r)
  const t = productError(1.5957691216057308, s) - ((-9.96930880911092e-17) * s)
  const u = t - (1.5957691216057308 * ldexp(n - (p - o), r))
  const v = 1.5957691216057308 * s
  const w = v - u
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
  const l1 = (v - w) - u
  const m1 = ((y - y) === 0) ? ldexp(-l1, q) : 0
  const n1 = k1 + ((c1 === a1) ? (-(z ? (-m1) : m1)) : 0)
  const o1 = (n1 + (n1 * g1)) + i1
  const p1 = g1 + o1
  const q1 = Math.floor(d1 * 0.0078125)
  const r1 = d1 - (q1 * 128)
  const s1 = exp2[r1]
  const t1 = exp2[r1 + 128]
  const u1 = (productError(s1, p1) - (t1 * p1)) - (s1 * (o1 - (p1 - g1)))
  const v1 = s1 * p1
  const w1 = v1 - u1
  const x1 = s1 + w1
  const y1 = (w1 - (x1 - s1)) + (t1 + ((v1 - w1) - u1))
  const z1 = x1 + y1
  const a2 = y1 - (z1 - x1)
  const b2 = ldexp(z1, q1)
  const c2 = sumError(1, b2) + (((b2 - b2) === 0) ? ldexp(a2, q1) : 0)
  const d2 = 1 + b2
  const e2 = d2 + c2
  const f2 = z1 / e2
  const g2 = (((z1 - (f2 * e2)) + productError(f2, e2)) + a2) - (f2 * (c2 - (e2 - d2)))
  const h2 = g2 / e2
  const i2 = (h2 === h2) ? (((f2 - f2) === 0) ? h2 : 0) : 0
  const j2 = f2 + i2
  const k2 = i2 - (j2 - f2)
  const l2 = ldexp(j2, q1)
  const m2 = -l2
  const n2 = sumError(1, m2) + (-(((l2 - l2) === 0) ? ldexp(k2, q1) : 0))
  const o2 = 1 + m2
  const p2 = o2 + n2
  const q2 = ldexp(w, q)
  const r2 = q2 < 0
  const s2 = -(r2 ? (-q2) : q2)
  const t2 = s2 < (-2900) ? (-2900) : s2
  const u2 = 1500 < t2 ? 1500 : t2
  const v2 = nearest(u2 * 184.6649652337873)
  const w2 = -(v2 * 1.2655086083012853e-13)
  const x2 = u2 - (v2 * 0.005415212347998022)
  const y2 = x2 + w2
  const z2 = 0.041666666666666664 + (y2 * (0.008333333333333333 + (y2 * 0.001388888888888889)))
  const a3 = (y2 * y2) * (0.5 + (y2 * (0.16666666666666666 + (y2 * z2))))
  const b3 = y2 - x2
  const c3 = ((x2 - (y2 - b3)) + (w2 - b3)) - (v2 * 3.1258479278239995e-24)
  const d3 = ((q2 - q2) === 0) ? ldexp(l1, q) : 0
  const e3 = c3 + ((u2 === s2) ? (-(r2 ? (-d3) : d3)) : 0)
  const f3 = (e3 + (e3 * y2)) + a3
  const g3 = y2 + f3
  const h3 = Math.floor(v2 * 0.0078125)
  const i3 = v2 - (h3 * 128)
  const j3 = exp2[i3]
  const k3 = exp2[i3 + 128]
  const l3 = (productError(j3, g3) - (k3 * g3)) - (j3 * (f3 - (g3 - y2)))
  const m3 = j3 * g3
  const n3 = m3 - l3
  const o3 = j3 + n3
  const p3 = (n3 - (o3 - j3)) + (k3 + ((m3 - n3) - l3))
  const q3 = o3 + p3
  const r3 = p3 - (q3 - o3)
  const s3 = ldexp(q3, h3)
  const t3 = sumError(1, s3) + (((s3 - s3) === 0) ? ldexp(r3, h3) : 0)
  const u3 = 1 + s3
  const v3 = u3 + t3
  const w3 = q3 / v3
  const x3 = (((q3 - (w3 * v3)) + productError(w3, v3)) + r3) - (w3 * (t3 - (v3 - u3)))
  const y3 = x3 / v3
  const z3 = (y3 === y3) ? (((w3 - w3) === 0) ? y3 : 0) : 0
  const a4 = w3 + z3
  const b4 = z3 - (a4 - w3)
  const c4 = ldexp(a4, h3)
  const d4 = -c4
  const e4 = sumError(1, d4) + (-(((c4 - c4) === 0) ? ldexp(b4, h3) : 0))
  const f4 = 1 + d4
  const g4 = f4 + e4
  const h4 = r2 ? a4 : g4
  const i4 = r2 ? b4 : (e4 - (g4 - f4))
  const j4 = z ? j2 : p2
  const k4 = (productError(h4, j4) - (i4 * j4)) - (h4 * (z ? k2 : (n2 - (p2 - o2))))
  const l4 = h4 * j4
  const m4 = l4 - k4
  const n4 = productError(b, m4) - (b * ((l4 - m4) - k4))
  const o4 = b * m4
  const p4 = o4 - n4
  const q4 = productError(p4, 1.5957691216057308) - (((o4 - p4) - n4) * 1.5957691216057308)
  const r4 = q4 - (p4 * (-9.96930880911092e-17))
  const s4 = p4 * 1.5957691216057308
  const t4 = s4 - r4
  const u4 = (s4 - t4) - r4
  const v4 = (productError(t4, 0.044715) - (u4 * 0.044715)) - (t4 * 2.1960211427085595e-18)
  const w4 = t4 * 0.044715
  const x4 = w4 - v4
  const y4 = productError(3, d) - (3 * c)
  const z4 = 3 * d
  const a5 = z4 - y4
  const b5 = (productError(x4, a5) - (((w4 - x4) - v4) * a5)) - (x4 * ((z4 - a5) - y4))
  const c5 = x4 * a5
  const d5 = c5 - b5
  const e5 = r2 ? h3 : 0
  const f5 = a + (e5 + (z ? q1 : 0))
  const g5 = f5 + k
  const h5 = e5 < f5 ? f5 : e5
  const i5 = h5 < g5 ? g5 : h5
  const j5 = g5 - i5
  const k5 = ldexp(d5, j5)
  const l5 = f5 - h5
  const m5 = ldexp(t4, l5)
  const n5 = e5 - h5
  const o5 = ldexp(h4, n5)
  const p5 = sumError(o5, m5) + (((o5 - o5) === 0) ? ldexp(i4, n5) : 0)
  const q5 = p5 + (((m5 - m5) === 0) ? ldexp(u4, l5) : 0)
  const r5 = o5 + m5
  const s5 = r5 + q5
  const t5 = h5 - i5
  const u5 = ldexp(s5, t5)
  const v5 = sumError(u5, k5) + (((u5 - u5) === 0) ? ldexp(q5 - (s5 - r5), t5) : 0)
  const w5 = (u5 + k5) + (v5 + (((k5 - k5) === 0) ? ldexp((c5 - d5) - b5, j5) : 0))
  const x5 = x - (-0.7524614220710163)
  const y5 = sumError(x5, -3.635560509207687e-17) + 2.5415595389660457e-33
  const z5 = x5 + (-3.635560509207687e-17)
  const a6 = z5 + y5
  const b6 = 0.00012425227802639782 + (a6 * (-0.000034956171694436116))
  const c6 = (-0.0009274420230205449) + (a6 * (0.00026392764052681053 + (a6 * b6)))
  const d6 = 0.005261059254921912 + (a6 * ((-0.0024227318458750974) + (a6 * c6)))
  const e6 = (-0.01661932834305256) + (a6 * (0.019682309459833118 + (a6 * d6)))
  const f6 = (-0.01578285352184803) + (a6 * ((-0.11394448308095899) + (a6 * e6)))
  const g6 = 2.028254970529195e-17 + (a6 * (0.38751844613578895 + (a6 * f6)))
  const h6 = 0.4304000910248585 + g6
  const i6 = (productError(a6, h6) - ((y5 - (a6 - z5)) * h6)) - (a6 * (g6 - (h6 - 0.4304000910248585)))
  const j6 = Math.abs(a6) < 0.0625
  return ldexp(j6 ? ((a6 * h6) - i6) : w5, j6 ? 0 : i5)
}

/**
 * gelu_tanh = `x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * gelu_tanh(0.5) // 0.34571400982514394
 * gelu_tanh.derivative(0.5) // 0.8673699035346423
 */
export const gelu_tanh: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'gelu_tanh', kind: 'pointwise', formula: 'x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))', parameters: {  }, derivative: slope })
