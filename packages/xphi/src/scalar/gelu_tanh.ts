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
  const d = (a + a) + a
  const e = c * b
  const f = productError(c, b) + (productError(b, b) * b)
  const g = e + f
  const h = 0.044715 * g
  const i = (productError(0.044715, g) + (2.1960211427085595e-18 * g)) + (0.044715 * (f - (g - e)))
  const j = h + i
  const k = ldexp(j, d)
  const l = x + k
  const m = sumError(x, k) + ldexp(i - (j - h), d)
  const n = l + m
  const o = exponent(n)
  const p = -o
  const q = ldexp(n, p)
  const r = 1.5957691216057308 * q
  const s = productError(1.5957691216057308, q) + ((-9.96930880911092e-17) * q)
  const t = s + (1.5957691216057308 * ldexp(m - (n - l), p))
  const u = r + t
  const v = ldexp(u, o)
  const w = ldexp(t - (u - r), o)
  const y = v < 0
  const z = -(y ? (-v) : v)
  const a1 = z < (-2900) ? (-2900) : z
  const b1 = 1500 < a1 ? 1500 : a1
  const c1 = nearest(b1 * 184.6649652337873)
  const d1 = b1 - (c1 * 0.005415212347998022)
  const e1 = -(c1 * 1.2655086083012853e-13)
  const f1 = d1 + e1
  const g1 = f1 - d1
  const h1 = ((d1 - (f1 - g1)) + (e1 - g1)) - (c1 * 3.1258479278239995e-24)
  const i1 = h1 + ((b1 === z) ? (-(y ? (-w) : w)) : 0)
  const j1 = 0.041666666666666664 + (f1 * (0.008333333333333333 + (f1 * 0.001388888888888889)))
  const k1 = (f1 * f1) * (0.5 + (f1 * (0.16666666666666666 + (f1 * j1))))
  const l1 = (i1 + (i1 * f1)) + k1
  const m1 = Math.floor(c1 * 0.0078125)
  const n1 = c1 - (m1 * 128)
  const o1 = f1 + l1
  const p1 = exp2[n1]
  const q1 = exp2[n1 + 128]
  const r1 = p1 * o1
  const s1 = (productError(p1, o1) + (q1 * o1)) + (p1 * (l1 - (o1 - f1)))
  const t1 = r1 + s1
  const u1 = p1 + t1
  const v1 = (t1 - (u1 - p1)) + (q1 + (s1 - (t1 - r1)))
  const w1 = u1 + v1
  const x1 = v1 - (w1 - u1)
  const y1 = ldexp(w1, m1)
  const z1 = 1 + y1
  const a2 = sumError(1, y1) + ldexp(x1, m1)
  const b2 = z1 + a2
  const c2 = w1 / b2
  const d2 = (((w1 - (c2 * b2)) - productError(c2, b2)) + x1) - (c2 * (a2 - (b2 - z1)))
  const e2 = d2 / b2
  const f2 = (((c2 - c2) === 0) && (e2 === e2)) ? e2 : 0
  const g2 = c2 + f2
  const h2 = f2 - (g2 - c2)
  const i2 = -ldexp(g2, m1)
  const j2 = 1 + i2
  const k2 = sumError(1, i2) + (-ldexp(h2, m1))
  const l2 = j2 + k2
  const m2 = y ? g2 : l2
  const n2 = (b * m2) + (productError(b, m2) + (b * (y ? h2 : (k2 - (l2 - j2)))))
  return ldexp(n2, a + (y ? m1 : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a)
  const c = a + a
  const d = b * b
  const e = productError(b, b)
  const f = c + a
  const g = d * b
  const h = productError(d, b) + (e * b)
  const i = g + h
  const j = 0.044715 * i
  const k = (productError(0.044715, i) + (2.1960211427085595e-18 * i)) + (0.044715 * (h - (i - g)))
  const l = j + k
  const m = ldexp(l, f)
  const n = x + m
  const o = sumError(x, m) + ldexp(k - (l - j), f)
  const p = n + o
  const q = exponent(p)
  const r = -q
  const s = ldexp(p, r)
  const t = 1.5957691216057308 * s
  const u = productError(1.5957691216057308, s) + ((-9.96930880911092e-17) * s)
  const v = u + (1.5957691216057308 * ldexp(o - (p - n), r))
  const w = t + v
  const y = v - (w - t)
  const z = ldexp(w, q)
  const a1 = ldexp(y, q)
  const b1 = z < 0
  const c1 = -(b1 ? (-z) : z)
  const d1 = c1 < (-2900) ? (-2900) : c1
  const e1 = 1500 < d1 ? 1500 : d1
  const f1 = nearest(e1 * 184.6649652337873)
  const g1 = e1 - (f1 * 0.005415212347998022)
  const h1 = -(f1 * 1.2655086083012853e-13)
  const i1 = g1 + h1
  const j1 = i1 - g1
  const k1 = ((g1 - (i1 - j1)) + (h1 - j1)) - (f1 * 3.1258479278239995e-24)
  const l1 = k1 + ((e1 === c1) ? (-(b1 ? (-a1) : a1)) : 0)
  const m1 = 0.041666666666666664 + (i1 * (0.008333333333333333 + (i1 * 0.001388888888888889)))
  const n1 = (i1 * i1) * (0.5 + (i1 * (0.16666666666666666 + (i1 * m1))))
  const o1 = (l1 + (l1 * i1)) + n1
  const p1 = Math.floor(f1 * 0.0078125)
  const q1 = f1 - (p1 * 128)
  const r1 = i1 + o1
  const s1 = exp2[q1]
  const t1 = exp2[q1 + 128]
  const u1 = s1 * r1
  const v1 = (productError(s1, r1) + (t1 * r1)) + (s1 * (o1 - (r1 - i1)))
  const w1 = u1 + v1
  const x1 = s1 + w1
  const y1 = (w1 - (x1 - s1)) + (t1 + (v1 - (w1 - u1)))
  const z1 = x1 + y1
  const a2 = y1 - (z1 - x1)
  const b2 = ldexp(z1, p1)
  const c2 = 1 + b2
  const d2 = sumError(1, b2) + ldexp(a2, p1)
  const e2 = c2 + d2
  const f2 = z1 / e2
  const g2 = (((z1 - (f2 * e2)) - productError(f2, e2)) + a2) - (f2 * (d2 - (e2 - c2)))
  const h2 = g2 / e2
  const i2 = (((f2 - f2) === 0) && (h2 === h2)) ? h2 : 0
  const j2 = f2 + i2
  const k2 = i2 - (j2 - f2)
  const l2 = -ldexp(j2, p1)
  const m2 = 1 + l2
  const n2 = sumError(1, l2) + (-ldexp(k2, p1))
  const o2 = m2 + n2
  const p2 = b1 ? j2 : o2
  const q2 = b1 ? k2 : (n2 - (o2 - m2))
  const r2 = b1 ? p1 : 0
  const s2 = ldexp(-w, q)
  const t2 = ldexp(-y, q)
  const u2 = s2 < 0
  const v2 = -(u2 ? (-s2) : s2)
  const w2 = v2 < (-2900) ? (-2900) : v2
  const x2 = 1500 < w2 ? 1500 : w2
  const y2 = nearest(x2 * 184.6649652337873)
  const z2 = x2 - (y2 * 0.005415212347998022)
  const a3 = -(y2 * 1.2655086083012853e-13)
  const b3 = z2 + a3
  const c3 = b3 - z2
  const d3 = ((z2 - (b3 - c3)) + (a3 - c3)) - (y2 * 3.1258479278239995e-24)
  const e3 = d3 + ((x2 === v2) ? (-(u2 ? (-t2) : t2)) : 0)
  const f3 = 0.041666666666666664 + (b3 * (0.008333333333333333 + (b3 * 0.001388888888888889)))
  const g3 = (b3 * b3) * (0.5 + (b3 * (0.16666666666666666 + (b3 * f3))))
  const h3 = (e3 + (e3 * b3)) + g3
  const i3 = Math.floor(y2 * 0.0078125)
  const j3 = y2 - (i3 * 128)
  const k3 = b3 + h3
  const l3 = exp2[j3]
  const m3 = exp2[j3 + 128]
  const n3 = l3 * k3
  const o3 = (productError(l3, k3) + (m3 * k3)) + (l3 * (h3 - (k3 - b3)))
  const p3 = n3 + o3
  const q3 = l3 + p3
  const r3 = (p3 - (q3 - l3)) + (m3 + (o3 - (p3 - n3)))
  const s3 = q3 + r3
  const t3 = r3 - (s3 - q3)
  const u3 = ldexp(s3, i3)
  const v3 = 1 + u3
  const w3 = sumError(1, u3) + ldexp(t3, i3)
  const x3 = v3 + w3
  const y3 = s3 / x3
  const z3 = (((s3 - (y3 * x3)) - productError(y3, x3)) + t3) - (y3 * (w3 - (x3 - v3)))
  const a4 = z3 / x3
  const b4 = (((y3 - y3) === 0) && (a4 === a4)) ? a4 : 0
  const c4 = y3 + b4
  const d4 = b4 - (c4 - y3)
  const e4 = -ldexp(c4, i3)
  const f4 = 1 + e4
  const g4 = sumError(1, e4) + (-ldexp(d4, i3))
  const h4 = f4 + g4
  const i4 = u2 ? c4 : h4
  const j4 = p2 * i4
  const k4 = (productError(p2, i4) + (q2 * i4)) + (p2 * (u2 ? d4 : (g4 - (h4 - f4))))
  const l4 = j4 + k4
  const m4 = a + (r2 + (u2 ? i3 : 0))
  const n4 = b * l4
  const o4 = productError(b, l4) + (b * (k4 - (l4 - j4)))
  const p4 = n4 + o4
  const q4 = p4 * 1.5957691216057308
  const r4 = productError(p4, 1.5957691216057308) + ((o4 - (p4 - n4)) * 1.5957691216057308)
  const s4 = r4 + (p4 * (-9.96930880911092e-17))
  const t4 = q4 + s4
  const u4 = s4 - (t4 - q4)
  const v4 = ldexp(p2, r2)
  const w4 = ldexp(t4, m4)
  const x4 = v4 + w4
  const y4 = (sumError(v4, w4) + ldexp(q2, r2)) + ldexp(u4, m4)
  const z4 = x4 + y4
  const a5 = t4 * 0.044715
  const b5 = (productError(t4, 0.044715) + (u4 * 0.044715)) + (t4 * 2.1960211427085595e-18)
  const c5 = a5 + b5
  const d5 = 3 * d
  const e5 = productError(3, d) + (3 * e)
  const f5 = d5 + e5
  const g5 = m4 + c
  const h5 = c5 * f5
  const i5 = (productError(c5, f5) + ((b5 - (c5 - a5)) * f5)) + (c5 * (e5 - (f5 - d5)))
  const j5 = h5 + i5
  const k5 = ldexp(j5, g5)
  const l5 = (sumError(z4, k5) + (y4 - (z4 - x4))) + ldexp(i5 - (j5 - h5), g5)
  const m5 = x - (-0.7524614220710163)
  const n5 = 0.00012425227802639782 + (m5 * (-0.000034956171694436116))
  const o5 = (-0.0009274420230205449) + (m5 * (0.00026392764052681053 + (m5 * n5)))
  const p5 = 0.005261059254921912 + (m5 * ((-0.0024227318458750974) + (m5 * o5)))
  const q5 = (-0.01661932834305256) + (m5 * (0.019682309459833118 + (m5 * p5)))
  const r5 = (-0.01578285352184803) + (m5 * ((-0.11394448308095899) + (m5 * q5)))
  const s5 = 2.028254970529195e-17 + (m5 * (0.38751844613578895 + (m5 * r5)))
  const t5 = m5 + (-3.635560509207687e-17)
  const u5 = 0.4304000910248585 + s5
  const v5 = productError(t5, u5) + (((-3.635560509207687e-17) - (t5 - m5)) * u5)
  const w5 = (t5 * u5) + (v5 + (t5 * (s5 - (u5 - 0.4304000910248585))))
  return (Math.abs(m5) < 0.0625) ? w5 : ((z4 + k5) + l5)
}

/** gelu_tanh = `x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))`, in doubles. History, sources and limits: the catalogue's entry. */
export const gelu_tanh: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'gelu_tanh', kind: 'pointwise', formula: 'x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))', parameters: {  }, derivative: slope })
