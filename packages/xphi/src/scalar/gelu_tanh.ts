// Generated from the formula `x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = x * x
  const b = a * x
  const c = productError(a, x) + (productError(x, x) * x)
  const d = b + c
  const e = 0.044715 * d
  const f = (productError(0.044715, d) + (2.1960211427085595e-18 * d)) + (0.044715 * (c - (d - b)))
  const g = e + f
  const h = x + g
  const i = sumError(x, g) + (f - (g - e))
  const j = h + i
  const k = 1.5957691216057308 * j
  const l = productError(1.5957691216057308, j) + ((-9.96930880911092e-17) * j)
  const m = l + (1.5957691216057308 * (i - (j - h)))
  const n = k + m
  const o = m - (n - k)
  const p = n < 0
  const q = -(p ? (-n) : n)
  const r = q < (-1400) ? (-1400) : q
  const s = 720 < r ? 720 : r
  const t = nearest(s * 184.6649652337873)
  const u = s - (t * 0.005415212347998022)
  const v = -(t * 1.2655086083012853e-13)
  const w = u + v
  const y = w - u
  const z = (((u - (w - y)) + (v - y)) - (t * 3.1258479278239995e-24)) + ((s === q) ? (-(p ? (-o) : o)) : 0)
  const a1 = 0.041666666666666664 + (w * (0.008333333333333333 + (w * 0.001388888888888889)))
  const b1 = (z + (z * w)) + ((w * w) * (0.5 + (w * (0.16666666666666666 + (w * a1)))))
  const c1 = Math.floor(t * 0.0078125)
  const d1 = t - (c1 * 128)
  const e1 = w + b1
  const f1 = exp2[d1]
  const g1 = exp2[d1 + 128]
  const h1 = f1 * e1
  const i1 = (productError(f1, e1) + (g1 * e1)) + (f1 * (b1 - (e1 - w)))
  const j1 = h1 + i1
  const k1 = f1 + j1
  const l1 = (j1 - (k1 - f1)) + (g1 + (i1 - (j1 - h1)))
  const m1 = k1 + l1
  const n1 = l1 - (m1 - k1)
  const o1 = Math.floor(c1 * 0.5)
  const p1 = pow2(o1)
  const q1 = pow2(c1 - o1)
  const r1 = (m1 * p1) * q1
  const s1 = 1 + r1
  const t1 = sumError(1, r1) + ((n1 * p1) * q1)
  const u1 = s1 + t1
  const v1 = m1 / u1
  const w1 = (((m1 - (v1 * u1)) - productError(v1, u1)) + n1) - (v1 * (t1 - (u1 - s1)))
  const x1 = w1 / u1
  const y1 = (((v1 - v1) === 0) && (x1 === x1)) ? x1 : 0
  const z1 = v1 + y1
  const a2 = y1 - (z1 - v1)
  const b2 = -((z1 * p1) * q1)
  const c2 = 1 + b2
  const d2 = sumError(1, b2) + (-((a2 * p1) * q1))
  const e2 = c2 + d2
  const f2 = p ? z1 : e2
  const g2 = p ? c1 : 0
  const h2 = (x * f2) + (productError(x, f2) + (x * (p ? a2 : (d2 - (e2 - c2)))))
  const i2 = Math.floor(g2 * 0.5)
  return (h2 * pow2(i2)) * pow2(g2 - i2)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x * x
  const b = productError(x, x)
  const c = a * x
  const d = productError(a, x) + (b * x)
  const e = c + d
  const f = 0.044715 * e
  const g = (productError(0.044715, e) + (2.1960211427085595e-18 * e)) + (0.044715 * (d - (e - c)))
  const h = f + g
  const i = x + h
  const j = sumError(x, h) + (g - (h - f))
  const k = i + j
  const l = 1.5957691216057308 * k
  const m = productError(1.5957691216057308, k) + ((-9.96930880911092e-17) * k)
  const n = m + (1.5957691216057308 * (j - (k - i)))
  const o = l + n
  const p = n - (o - l)
  const q = o < 0
  const r = -o
  const s = -p
  const t = -(q ? r : o)
  const u = t < (-1400) ? (-1400) : t
  const v = 720 < u ? 720 : u
  const w = nearest(v * 184.6649652337873)
  const y = v - (w * 0.005415212347998022)
  const z = -(w * 1.2655086083012853e-13)
  const a1 = y + z
  const b1 = a1 - y
  const c1 = ((y - (a1 - b1)) + (z - b1)) - (w * 3.1258479278239995e-24)
  const d1 = c1 + ((v === t) ? (-(q ? s : p)) : 0)
  const e1 = 0.041666666666666664 + (a1 * (0.008333333333333333 + (a1 * 0.001388888888888889)))
  const f1 = (a1 * a1) * (0.5 + (a1 * (0.16666666666666666 + (a1 * e1))))
  const g1 = (d1 + (d1 * a1)) + f1
  const h1 = Math.floor(w * 0.0078125)
  const i1 = w - (h1 * 128)
  const j1 = a1 + g1
  const k1 = exp2[i1]
  const l1 = exp2[i1 + 128]
  const m1 = k1 * j1
  const n1 = (productError(k1, j1) + (l1 * j1)) + (k1 * (g1 - (j1 - a1)))
  const o1 = m1 + n1
  const p1 = k1 + o1
  const q1 = (o1 - (p1 - k1)) + (l1 + (n1 - (o1 - m1)))
  const r1 = p1 + q1
  const s1 = q1 - (r1 - p1)
  const t1 = Math.floor(h1 * 0.5)
  const u1 = pow2(t1)
  const v1 = pow2(h1 - t1)
  const w1 = (r1 * u1) * v1
  const x1 = 1 + w1
  const y1 = sumError(1, w1) + ((s1 * u1) * v1)
  const z1 = x1 + y1
  const a2 = r1 / z1
  const b2 = (((r1 - (a2 * z1)) - productError(a2, z1)) + s1) - (a2 * (y1 - (z1 - x1)))
  const c2 = b2 / z1
  const d2 = (((a2 - a2) === 0) && (c2 === c2)) ? c2 : 0
  const e2 = a2 + d2
  const f2 = d2 - (e2 - a2)
  const g2 = -((e2 * u1) * v1)
  const h2 = 1 + g2
  const i2 = sumError(1, g2) + (-((f2 * u1) * v1))
  const j2 = h2 + i2
  const k2 = q ? e2 : j2
  const l2 = q ? f2 : (i2 - (j2 - h2))
  const m2 = q ? h1 : 0
  const n2 = r < 0
  const o2 = -(n2 ? o : r)
  const p2 = o2 < (-1400) ? (-1400) : o2
  const q2 = 720 < p2 ? 720 : p2
  const r2 = nearest(q2 * 184.6649652337873)
  const s2 = q2 - (r2 * 0.005415212347998022)
  const t2 = -(r2 * 1.2655086083012853e-13)
  const u2 = s2 + t2
  const v2 = u2 - s2
  const w2 = ((s2 - (u2 - v2)) + (t2 - v2)) - (r2 * 3.1258479278239995e-24)
  const x2 = w2 + ((q2 === o2) ? (-(n2 ? p : s)) : 0)
  const y2 = 0.041666666666666664 + (u2 * (0.008333333333333333 + (u2 * 0.001388888888888889)))
  const z2 = (u2 * u2) * (0.5 + (u2 * (0.16666666666666666 + (u2 * y2))))
  const a3 = (x2 + (x2 * u2)) + z2
  const b3 = Math.floor(r2 * 0.0078125)
  const c3 = r2 - (b3 * 128)
  const d3 = u2 + a3
  const e3 = exp2[c3]
  const f3 = exp2[c3 + 128]
  const g3 = e3 * d3
  const h3 = (productError(e3, d3) + (f3 * d3)) + (e3 * (a3 - (d3 - u2)))
  const i3 = g3 + h3
  const j3 = e3 + i3
  const k3 = (i3 - (j3 - e3)) + (f3 + (h3 - (i3 - g3)))
  const l3 = j3 + k3
  const m3 = k3 - (l3 - j3)
  const n3 = Math.floor(b3 * 0.5)
  const o3 = pow2(n3)
  const p3 = pow2(b3 - n3)
  const q3 = (l3 * o3) * p3
  const r3 = 1 + q3
  const s3 = sumError(1, q3) + ((m3 * o3) * p3)
  const t3 = r3 + s3
  const u3 = l3 / t3
  const v3 = (((l3 - (u3 * t3)) - productError(u3, t3)) + m3) - (u3 * (s3 - (t3 - r3)))
  const w3 = v3 / t3
  const x3 = (((u3 - u3) === 0) && (w3 === w3)) ? w3 : 0
  const y3 = u3 + x3
  const z3 = x3 - (y3 - u3)
  const a4 = -((y3 * o3) * p3)
  const b4 = 1 + a4
  const c4 = sumError(1, a4) + (-((z3 * o3) * p3))
  const d4 = b4 + c4
  const e4 = n2 ? y3 : d4
  const f4 = m2 + (n2 ? b3 : 0)
  const g4 = k2 * e4
  const h4 = (productError(k2, e4) + (l2 * e4)) + (k2 * (n2 ? z3 : (c4 - (d4 - b4))))
  const i4 = g4 + h4
  const j4 = x * i4
  const k4 = productError(x, i4) + (x * (h4 - (i4 - g4)))
  const l4 = j4 + k4
  const m4 = l4 * 1.5957691216057308
  const n4 = productError(l4, 1.5957691216057308) + ((k4 - (l4 - j4)) * 1.5957691216057308)
  const o4 = n4 + (l4 * (-9.96930880911092e-17))
  const p4 = m4 + o4
  const q4 = o4 - (p4 - m4)
  const r4 = Math.floor(m2 * 0.5)
  const s4 = pow2(r4)
  const t4 = pow2(m2 - r4)
  const u4 = (k2 * s4) * t4
  const v4 = Math.floor(f4 * 0.5)
  const w4 = pow2(v4)
  const x4 = pow2(f4 - v4)
  const y4 = (p4 * w4) * x4
  const z4 = u4 + y4
  const a5 = (sumError(u4, y4) + ((l2 * s4) * t4)) + ((q4 * w4) * x4)
  const b5 = z4 + a5
  const c5 = p4 * 0.044715
  const d5 = (productError(p4, 0.044715) + (q4 * 0.044715)) + (p4 * 2.1960211427085595e-18)
  const e5 = c5 + d5
  const f5 = 3 * a
  const g5 = productError(3, a) + (3 * b)
  const h5 = f5 + g5
  const i5 = e5 * h5
  const j5 = (productError(e5, h5) + ((d5 - (e5 - c5)) * h5)) + (e5 * (g5 - (h5 - f5)))
  const k5 = i5 + j5
  const l5 = (k5 * w4) * x4
  const m5 = (sumError(b5, l5) + (a5 - (b5 - z4))) + (((j5 - (k5 - i5)) * w4) * x4)
  return (b5 + l5) + m5
}

/** gelu_tanh = `x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))`, in doubles. History, sources and limits: the catalogue's entry. */
export const gelu_tanh: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'gelu_tanh', kind: 'pointwise', formula: 'x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))', parameters: {  }, derivative: slope })
