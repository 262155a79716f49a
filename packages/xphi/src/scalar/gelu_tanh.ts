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
  const f2 = (c2 - c2) === 0
  const g2 = (e2 === e2) ? (f2 ? e2 : 0) : 0
  const h2 = c2 + g2
  const i2 = f2 ? (g2 - (h2 - c2)) : 0
  const j2 = ldexp(h2, n1)
  const k2 = -j2
  const l2 = sumError(1, k2) + (-(((j2 - j2) === 0) ? ldexp(i2, n1) : 0))
  const m2 = 1 + k2
  const n2 = m2 + l2
  const o2 = w ? h2 : n2
  const p2 = (b * o2) - (productError(b, o2) - (b * (w ? i2 : (l2 - (n2 - m2)))))
  return ldexp(p2, a + (w ? n1 : 0))
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
  const i2 = (f2 - f2) === 0
  const j2 = (h2 === h2) ? (i2 ? h2 : 0) : 0
  const k2 = f2 + j2
  const l2 = i2 ? (j2 - (k2 - f2)) : 0
  const m2 = ldexp(k2, q1)
  const n2 = -m2
  const o2 = sumError(1, n2) + (-(((m2 - m2) === 0) ? ldexp(l2, q1) : 0))
  const p2 = 1 + n2
  const q2 = p2 + o2
  const r2 = ldexp(w, q)
  const s2 = r2 < 0
  const t2 = -(s2 ? (-r2) : r2)
  const u2 = t2 < (-2900) ? (-2900) : t2
  const v2 = 1500 < u2 ? 1500 : u2
  const w2 = nearest(v2 * 184.6649652337873)
  const x2 = -(w2 * 1.2655086083012853e-13)
  const y2 = v2 - (w2 * 0.005415212347998022)
  const z2 = y2 + x2
  const a3 = 0.041666666666666664 + (z2 * (0.008333333333333333 + (z2 * 0.001388888888888889)))
  const b3 = (z2 * z2) * (0.5 + (z2 * (0.16666666666666666 + (z2 * a3))))
  const c3 = z2 - y2
  const d3 = ((y2 - (z2 - c3)) + (x2 - c3)) - (w2 * 3.1258479278239995e-24)
  const e3 = ((r2 - r2) === 0) ? ldexp(l1, q) : 0
  const f3 = d3 + ((v2 === t2) ? (-(s2 ? (-e3) : e3)) : 0)
  const g3 = (f3 + (f3 * z2)) + b3
  const h3 = z2 + g3
  const i3 = Math.floor(w2 * 0.0078125)
  const j3 = w2 - (i3 * 128)
  const k3 = exp2[j3]
  const l3 = exp2[j3 + 128]
  const m3 = (productError(k3, h3) - (l3 * h3)) - (k3 * (g3 - (h3 - z2)))
  const n3 = k3 * h3
  const o3 = n3 - m3
  const p3 = k3 + o3
  const q3 = (o3 - (p3 - k3)) + (l3 + ((n3 - o3) - m3))
  const r3 = p3 + q3
  const s3 = q3 - (r3 - p3)
  const t3 = ldexp(r3, i3)
  const u3 = sumError(1, t3) + (((t3 - t3) === 0) ? ldexp(s3, i3) : 0)
  const v3 = 1 + t3
  const w3 = v3 + u3
  const x3 = r3 / w3
  const y3 = (((r3 - (x3 * w3)) + productError(x3, w3)) + s3) - (x3 * (u3 - (w3 - v3)))
  const z3 = y3 / w3
  const a4 = (x3 - x3) === 0
  const b4 = (z3 === z3) ? (a4 ? z3 : 0) : 0
  const c4 = x3 + b4
  const d4 = a4 ? (b4 - (c4 - x3)) : 0
  const e4 = ldexp(c4, i3)
  const f4 = -e4
  const g4 = sumError(1, f4) + (-(((e4 - e4) === 0) ? ldexp(d4, i3) : 0))
  const h4 = 1 + f4
  const i4 = h4 + g4
  const j4 = s2 ? c4 : i4
  const k4 = s2 ? d4 : (g4 - (i4 - h4))
  const l4 = z ? k2 : q2
  const m4 = (productError(j4, l4) - (k4 * l4)) - (j4 * (z ? l2 : (o2 - (q2 - p2))))
  const n4 = j4 * l4
  const o4 = n4 - m4
  const p4 = productError(b, o4) - (b * ((n4 - o4) - m4))
  const q4 = b * o4
  const r4 = q4 - p4
  const s4 = productError(r4, 1.5957691216057308) - (((q4 - r4) - p4) * 1.5957691216057308)
  const t4 = s4 - (r4 * (-9.96930880911092e-17))
  const u4 = r4 * 1.5957691216057308
  const v4 = u4 - t4
  const w4 = (u4 - v4) - t4
  const x4 = (productError(v4, 0.044715) - (w4 * 0.044715)) - (v4 * 2.1960211427085595e-18)
  const y4 = v4 * 0.044715
  const z4 = y4 - x4
  const a5 = productError(3, d) - (3 * c)
  const b5 = 3 * d
  const c5 = b5 - a5
  const d5 = (productError(z4, c5) - (((y4 - z4) - x4) * c5)) - (z4 * ((b5 - c5) - a5))
  const e5 = z4 * c5
  const f5 = e5 - d5
  const g5 = s2 ? i3 : 0
  const h5 = a + (g5 + (z ? q1 : 0))
  const i5 = h5 + k
  const j5 = g5 < h5 ? h5 : g5
  const k5 = j5 < i5 ? i5 : j5
  const l5 = i5 - k5
  const m5 = ldexp(f5, l5)
  const n5 = h5 - j5
  const o5 = ldexp(v4, n5)
  const p5 = g5 - j5
  const q5 = ldexp(j4, p5)
  const r5 = sumError(q5, o5) + (((q5 - q5) === 0) ? ldexp(k4, p5) : 0)
  const s5 = r5 + (((o5 - o5) === 0) ? ldexp(w4, n5) : 0)
  const t5 = q5 + o5
  const u5 = t5 + s5
  const v5 = j5 - k5
  const w5 = ldexp(u5, v5)
  const x5 = sumError(w5, m5) + (((w5 - w5) === 0) ? ldexp(s5 - (u5 - t5), v5) : 0)
  const y5 = (w5 + m5) + (x5 + (((m5 - m5) === 0) ? ldexp((e5 - f5) - d5, l5) : 0))
  const z5 = x - (-0.7524614220710163)
  const a6 = sumError(z5, -3.635560509207687e-17) + 2.5415595389660457e-33
  const b6 = z5 + (-3.635560509207687e-17)
  const c6 = b6 + a6
  const d6 = 0.00012425227802639782 + (c6 * (-0.000034956171694436116))
  const e6 = (-0.0009274420230205449) + (c6 * (0.00026392764052681053 + (c6 * d6)))
  const f6 = 0.005261059254921912 + (c6 * ((-0.0024227318458750974) + (c6 * e6)))
  const g6 = (-0.01661932834305256) + (c6 * (0.019682309459833118 + (c6 * f6)))
  const h6 = (-0.01578285352184803) + (c6 * ((-0.11394448308095899) + (c6 * g6)))
  const i6 = 2.028254970529195e-17 + (c6 * (0.38751844613578895 + (c6 * h6)))
  const j6 = 0.4304000910248585 + i6
  const k6 = (productError(c6, j6) - ((a6 - (c6 - b6)) * j6)) - (c6 * (i6 - (j6 - 0.4304000910248585)))
  const l6 = Math.abs(c6) < 0.0625
  return ldexp(l6 ? ((c6 * j6) - k6) : y5, l6 ? 0 : k5)
}

/**
 * gelu_tanh = `x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * gelu_tanh(0.5) // 0.34571400982514394
 * gelu_tanh.derivative(0.5) // 0.8673699035346423
 */
export const gelu_tanh: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'gelu_tanh', kind: 'pointwise', formula: 'x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))', parameters: {  }, derivative: slope })
