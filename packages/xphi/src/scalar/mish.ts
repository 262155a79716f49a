// Generated from the formula `x * tanh(softplus(x))` by `npm run generate`. Do not edit.
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
  const a = x < 0
  const b = -Math.abs(x)
  const c = b < (-2900) ? (-2900) : b
  const d = 1500 < c ? 1500 : c
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
  const z = ldexp(w, m)
  const a1 = ldexp(y, m)
  const b1 = z * z
  const c1 = (productError(z, z) + (a1 * z)) + (z * a1)
  const d1 = b1 + c1
  const e1 = c1 - (d1 - b1)
  const f1 = z * 2
  const g1 = a ? d1 : 1
  const h1 = f1 + g1
  const i1 = (sumError(f1, g1) + (a1 * 2)) + (a ? e1 : 0)
  const j1 = h1 + i1
  const k1 = i1 - (j1 - h1)
  const l1 = (a ? 1 : d1) * 2
  const m1 = j1 + l1
  const n1 = (sumError(j1, l1) + k1) + ((a ? 0 : e1) * 2)
  const o1 = m1 + n1
  const p1 = j1 / o1
  const q1 = (((j1 - (p1 * o1)) - productError(p1, o1)) + k1) - (p1 * (n1 - (o1 - m1)))
  const r1 = q1 / o1
  const s1 = (((p1 - p1) === 0) && (r1 === r1)) ? r1 : 0
  const t1 = p1 + s1
  const u1 = x < (-50)
  const v1 = u1 ? w : t1
  const w1 = exponent(x)
  const x1 = ldexp(x, -w1)
  const y1 = (x1 * v1) + (productError(x1, v1) + (x1 * (u1 ? y : (s1 - (t1 - p1)))))
  return ldexp(y1, w1 + (u1 ? m : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x < 0
  const b = -Math.abs(x)
  const c = b < (-2900) ? (-2900) : b
  const d = 1500 < c ? 1500 : c
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
  const z = ldexp(w, m)
  const a1 = ldexp(y, m)
  const b1 = z * z
  const c1 = (productError(z, z) + (a1 * z)) + (z * a1)
  const d1 = b1 + c1
  const e1 = c1 - (d1 - b1)
  const f1 = z * 2
  const g1 = a ? d1 : 1
  const h1 = f1 + g1
  const i1 = (sumError(f1, g1) + (a1 * 2)) + (a ? e1 : 0)
  const j1 = h1 + i1
  const k1 = i1 - (j1 - h1)
  const l1 = (a ? 1 : d1) * 2
  const m1 = j1 + l1
  const n1 = (sumError(j1, l1) + k1) + ((a ? 0 : e1) * 2)
  const o1 = m1 + n1
  const p1 = j1 / o1
  const q1 = (((j1 - (p1 * o1)) - productError(p1, o1)) + k1) - (p1 * (n1 - (o1 - m1)))
  const r1 = q1 / o1
  const s1 = (((p1 - p1) === 0) && (r1 === r1)) ? r1 : 0
  const t1 = p1 + s1
  const u1 = x < (-50)
  const v1 = u1 ? m : 0
  const w1 = z + 2
  const x1 = sumError(z, 2) + a1
  const y1 = w1 + x1
  const z1 = z / y1
  const a2 = (((z - (z1 * y1)) - productError(z1, y1)) + a1) - (z1 * (x1 - (y1 - w1)))
  const b2 = a2 / y1
  const c2 = (((z1 - z1) === 0) && (b2 === b2)) ? b2 : 0
  const d2 = z1 + c2
  const e2 = d2 * d2
  const f2 = 0.034482758620689655 + (e2 * (0.03225806451612903 + (e2 * 0.030303030303030304)))
  const g2 = 0.043478260869565216 + (e2 * (0.04 + (e2 * (0.037037037037037035 + (e2 * f2)))))
  const h2 = 0.05263157894736842 + (e2 * (0.047619047619047616 + (e2 * g2)))
  const i2 = 0.06666666666666667 + (e2 * (0.058823529411764705 + (e2 * h2)))
  const j2 = 0.09090909090909091 + (e2 * (0.07692307692307693 + (e2 * i2)))
  const k2 = 0.14285714285714285 + (e2 * (0.1111111111111111 + (e2 * j2)))
  const l2 = (d2 * e2) * (0.3333333333333333 + (e2 * (0.2 + (e2 * k2))))
  const m2 = d2 * 2
  const n2 = 2 * l2
  const o2 = m2 + n2
  const p2 = sumError(m2, n2) + ((c2 - (d2 - z1)) * 2)
  const q2 = o2 + p2
  const r2 = (0 < x) ? x : 0
  const s2 = r2 + q2
  const t2 = sumError(r2, q2) + (p2 - (q2 - o2))
  const u2 = s2 + t2
  const v2 = (u1 ? w : u2) * 2
  const w2 = (u1 ? y : (t2 - (u2 - s2))) * 2
  const x2 = ldexp(v2, v1)
  const y2 = ldexp(w2, v1)
  const z2 = x2 < 0
  const a3 = -(z2 ? (-x2) : x2)
  const b3 = a3 < (-2900) ? (-2900) : a3
  const c3 = 1500 < b3 ? 1500 : b3
  const d3 = nearest(c3 * 184.6649652337873)
  const e3 = c3 - (d3 * 0.005415212347998022)
  const f3 = -(d3 * 1.2655086083012853e-13)
  const g3 = e3 + f3
  const h3 = g3 - e3
  const i3 = ((e3 - (g3 - h3)) + (f3 - h3)) - (d3 * 3.1258479278239995e-24)
  const j3 = i3 + ((c3 === a3) ? (-(z2 ? (-y2) : y2)) : 0)
  const k3 = 0.041666666666666664 + (g3 * (0.008333333333333333 + (g3 * 0.001388888888888889)))
  const l3 = (g3 * g3) * (0.5 + (g3 * (0.16666666666666666 + (g3 * k3))))
  const m3 = (j3 + (j3 * g3)) + l3
  const n3 = Math.floor(d3 * 0.0078125)
  const o3 = d3 - (n3 * 128)
  const p3 = g3 + m3
  const q3 = exp2[o3]
  const r3 = exp2[o3 + 128]
  const s3 = q3 * p3
  const t3 = (productError(q3, p3) + (r3 * p3)) + (q3 * (m3 - (p3 - g3)))
  const u3 = s3 + t3
  const v3 = q3 + u3
  const w3 = (u3 - (v3 - q3)) + (r3 + (t3 - (u3 - s3)))
  const x3 = v3 + w3
  const y3 = w3 - (x3 - v3)
  const z3 = ldexp(x3, n3)
  const a4 = 1 + z3
  const b4 = sumError(1, z3) + ldexp(y3, n3)
  const c4 = a4 + b4
  const d4 = x3 / c4
  const e4 = (((x3 - (d4 * c4)) - productError(d4, c4)) + y3) - (d4 * (b4 - (c4 - a4)))
  const f4 = e4 / c4
  const g4 = (((d4 - d4) === 0) && (f4 === f4)) ? f4 : 0
  const h4 = d4 + g4
  const i4 = g4 - (h4 - d4)
  const j4 = -ldexp(h4, n3)
  const k4 = 1 + j4
  const l4 = sumError(1, j4) + (-ldexp(i4, n3))
  const m4 = k4 + l4
  const n4 = z2 ? h4 : m4
  const o4 = ldexp(-v2, v1)
  const p4 = ldexp(-w2, v1)
  const q4 = o4 < 0
  const r4 = -(q4 ? (-o4) : o4)
  const s4 = r4 < (-2900) ? (-2900) : r4
  const t4 = 1500 < s4 ? 1500 : s4
  const u4 = nearest(t4 * 184.6649652337873)
  const v4 = t4 - (u4 * 0.005415212347998022)
  const w4 = -(u4 * 1.2655086083012853e-13)
  const x4 = v4 + w4
  const y4 = x4 - v4
  const z4 = ((v4 - (x4 - y4)) + (w4 - y4)) - (u4 * 3.1258479278239995e-24)
  const a5 = z4 + ((t4 === r4) ? (-(q4 ? (-p4) : p4)) : 0)
  const b5 = 0.041666666666666664 + (x4 * (0.008333333333333333 + (x4 * 0.001388888888888889)))
  const c5 = (x4 * x4) * (0.5 + (x4 * (0.16666666666666666 + (x4 * b5))))
  const d5 = (a5 + (a5 * x4)) + c5
  const e5 = Math.floor(u4 * 0.0078125)
  const f5 = u4 - (e5 * 128)
  const g5 = x4 + d5
  const h5 = exp2[f5]
  const i5 = exp2[f5 + 128]
  const j5 = h5 * g5
  const k5 = (productError(h5, g5) + (i5 * g5)) + (h5 * (d5 - (g5 - x4)))
  const l5 = j5 + k5
  const m5 = h5 + l5
  const n5 = (l5 - (m5 - h5)) + (i5 + (k5 - (l5 - j5)))
  const o5 = m5 + n5
  const p5 = n5 - (o5 - m5)
  const q5 = ldexp(o5, e5)
  const r5 = 1 + q5
  const s5 = sumError(1, q5) + ldexp(p5, e5)
  const t5 = r5 + s5
  const u5 = o5 / t5
  const v5 = (((o5 - (u5 * t5)) - productError(u5, t5)) + p5) - (u5 * (s5 - (t5 - r5)))
  const w5 = v5 / t5
  const x5 = (((u5 - u5) === 0) && (w5 === w5)) ? w5 : 0
  const y5 = u5 + x5
  const z5 = x5 - (y5 - u5)
  const a6 = -ldexp(y5, e5)
  const b6 = 1 + a6
  const c6 = sumError(1, a6) + (-ldexp(z5, e5))
  const d6 = b6 + c6
  const e6 = q4 ? y5 : d6
  const f6 = n4 * e6
  const g6 = productError(n4, e6) + ((z2 ? i4 : (l4 - (m4 - k4))) * e6)
  const h6 = g6 + (n4 * (q4 ? z5 : (c6 - (d6 - b6))))
  const i6 = f6 + h6
  const j6 = i6 * 4
  const k6 = exponent(x)
  const l6 = ldexp(x, -k6)
  const m6 = l6 * j6
  const n6 = productError(l6, j6) + (l6 * ((h6 - (i6 - f6)) * 4))
  const o6 = m6 + n6
  const p6 = 1 + z
  const q6 = sumError(1, z) + a1
  const r6 = p6 + q6
  const s6 = w / r6
  const t6 = (((w - (s6 * r6)) - productError(s6, r6)) + y) - (s6 * (q6 - (r6 - p6)))
  const u6 = t6 / r6
  const v6 = (((s6 - s6) === 0) && (u6 === u6)) ? u6 : 0
  const w6 = s6 + v6
  const x6 = v6 - (w6 - s6)
  const y6 = -ldexp(w6, m)
  const z6 = 1 + y6
  const a7 = sumError(1, y6) + (-ldexp(x6, m))
  const b7 = z6 + a7
  const c7 = a ? w6 : b7
  const d7 = (k6 + ((z2 ? n3 : 0) + (q4 ? e5 : 0))) + (a ? m : 0)
  const e7 = o6 * c7
  const f7 = (productError(o6, c7) + ((n6 - (o6 - m6)) * c7)) + (o6 * (a ? x6 : (a7 - (b7 - z6))))
  const g7 = e7 + f7
  const h7 = ldexp(u1 ? w : t1, v1)
  const i7 = ldexp(g7, d7)
  const j7 = (sumError(h7, i7) + ldexp(u1 ? y : (s1 - (t1 - p1)), v1)) + ldexp(f7 - (g7 - e7), d7)
  const k7 = x - (-1.1924312145154952)
  const l7 = (-0.00005582891567360688) + (k7 * (-0.0000172992708103044))
  const m7 = 0.00025412936386191073 + (k7 * ((-0.000041961496031696126) + (k7 * l7)))
  const n7 = 0.0010924055409445854 + (k7 * (0.0009898181021289196 + (k7 * m7)))
  const o7 = (-0.01582112656173338) + (k7 * ((-0.0033606849270232685) + (k7 * n7)))
  const p7 = 0.04190782104360987 + (k7 * ((-0.020271822716684245) + (k7 * o7)))
  const q7 = 1.5332816617135587e-17 + (k7 * (0.20473126408010586 + (k7 * p7)))
  const r7 = k7 + 4.8484829848031044e-17
  const s7 = 0.2669479140495345 + q7
  const t7 = productError(r7, s7) + ((4.8484829848031044e-17 - (r7 - k7)) * s7)
  const u7 = (r7 * s7) + (t7 + (r7 * (q7 - (s7 - 0.2669479140495345))))
  return (Math.abs(k7) < 0.0625) ? u7 : ((h7 + i7) + j7)
}

/** mish = `x * tanh(softplus(x))`, in doubles. History, sources and limits: the catalogue's entry. */
export const mish: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'mish', kind: 'pointwise', formula: 'x * tanh(softplus(x))', parameters: {  }, derivative: slope })
