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
  const a = -Math.abs(x)
  const b = a < (-2900) ? (-2900) : a
  const c = 1500 < b ? 1500 : b
  const d = nearest(c * 184.6649652337873)
  const e = -(d * 1.2655086083012853e-13)
  const f = c - (d * 0.005415212347998022)
  const g = f + e
  const h = 0.041666666666666664 + (g * (0.008333333333333333 + (g * 0.001388888888888889)))
  const i = g - f
  const j = ((f - (g - i)) + (e - i)) - (d * 3.1258479278239995e-24)
  const k = (j + (j * g)) + ((g * g) * (0.5 + (g * (0.16666666666666666 + (g * h)))))
  const l = g + k
  const m = Math.floor(d * 0.0078125)
  const n = d - (m * 128)
  const o = exp2[n]
  const p = exp2[n + 128]
  const q = (productError(o, l) + (p * l)) + (o * (k - (l - g)))
  const r = o * l
  const s = r + q
  const t = o + s
  const u = (s - (t - o)) + (p + (q - (s - r)))
  const v = t + u
  const w = u - (v - t)
  const y = ldexp(w, m)
  const z = ldexp(v, m)
  const a1 = (productError(z, z) + (y * z)) + (z * y)
  const b1 = z * z
  const c1 = b1 + a1
  const d1 = a1 - (c1 - b1)
  const e1 = x < 0
  const f1 = e1 ? c1 : 1
  const g1 = z * 2
  const h1 = (sumError(g1, f1) + (y * 2)) + (e1 ? d1 : 0)
  const i1 = g1 + f1
  const j1 = i1 + h1
  const k1 = h1 - (j1 - i1)
  const l1 = (e1 ? 1 : c1) * 2
  const m1 = (sumError(j1, l1) + k1) + ((e1 ? 0 : d1) * 2)
  const n1 = j1 + l1
  const o1 = n1 + m1
  const p1 = j1 / o1
  const q1 = (((j1 - (p1 * o1)) - productError(p1, o1)) + k1) - (p1 * (m1 - (o1 - n1)))
  const r1 = q1 / o1
  const s1 = (((p1 - p1) === 0) && (r1 === r1)) ? r1 : 0
  const t1 = p1 + s1
  const u1 = x < (-50)
  const v1 = exponent(x)
  const w1 = ldexp(x, -v1)
  const x1 = u1 ? v : t1
  const y1 = (w1 * x1) + (productError(w1, x1) + (w1 * (u1 ? w : (s1 - (t1 - p1)))))
  return ldexp(y1, v1 + (u1 ? m : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = -Math.abs(x)
  const b = a < (-2900) ? (-2900) : a
  const c = 1500 < b ? 1500 : b
  const d = nearest(c * 184.6649652337873)
  const e = -(d * 1.2655086083012853e-13)
  const f = c - (d * 0.005415212347998022)
  const g = f + e
  const h = 0.041666666666666664 + (g * (0.008333333333333333 + (g * 0.001388888888888889)))
  const i = g - f
  const j = ((f - (g - i)) + (e - i)) - (d * 3.1258479278239995e-24)
  const k = (j + (j * g)) + ((g * g) * (0.5 + (g * (0.16666666666666666 + (g * h)))))
  const l = g + k
  const m = Math.floor(d * 0.0078125)
  const n = d - (m * 128)
  const o = exp2[n]
  const p = exp2[n + 128]
  const q = (productError(o, l) + (p * l)) + (o * (k - (l - g)))
  const r = o * l
  const s = r + q
  const t = o + s
  const u = (s - (t - o)) + (p + (q - (s - r)))
  const v = t + u
  const w = u - (v - t)
  const y = ldexp(w, m)
  const z = ldexp(v, m)
  const a1 = sumError(z, 2) + y
  const b1 = z + 2
  const c1 = b1 + a1
  const d1 = z / c1
  const e1 = (((z - (d1 * c1)) - productError(d1, c1)) + y) - (d1 * (a1 - (c1 - b1)))
  const f1 = e1 / c1
  const g1 = (((d1 - d1) === 0) && (f1 === f1)) ? f1 : 0
  const h1 = d1 + g1
  const i1 = h1 * h1
  const j1 = 0.034482758620689655 + (i1 * (0.03225806451612903 + (i1 * 0.030303030303030304)))
  const k1 = 0.043478260869565216 + (i1 * (0.04 + (i1 * (0.037037037037037035 + (i1 * j1)))))
  const l1 = 0.05263157894736842 + (i1 * (0.047619047619047616 + (i1 * k1)))
  const m1 = 0.06666666666666667 + (i1 * (0.058823529411764705 + (i1 * l1)))
  const n1 = 0.09090909090909091 + (i1 * (0.07692307692307693 + (i1 * m1)))
  const o1 = 0.14285714285714285 + (i1 * (0.1111111111111111 + (i1 * n1)))
  const p1 = (h1 * i1) * (0.3333333333333333 + (i1 * (0.2 + (i1 * o1))))
  const q1 = 2 * p1
  const r1 = h1 * 2
  const s1 = sumError(r1, q1) + ((g1 - (h1 - d1)) * 2)
  const t1 = r1 + q1
  const u1 = t1 + s1
  const v1 = (0 < x) ? x : 0
  const w1 = sumError(v1, u1) + (s1 - (u1 - t1))
  const x1 = v1 + u1
  const y1 = x1 + w1
  const z1 = x < (-50)
  const a2 = (z1 ? v : y1) * 2
  const b2 = z1 ? m : 0
  const c2 = ldexp(-a2, b2)
  const d2 = c2 < 0
  const e2 = -(d2 ? (-c2) : c2)
  const f2 = e2 < (-2900) ? (-2900) : e2
  const g2 = 1500 < f2 ? 1500 : f2
  const h2 = nearest(g2 * 184.6649652337873)
  const i2 = -(h2 * 1.2655086083012853e-13)
  const j2 = g2 - (h2 * 0.005415212347998022)
  const k2 = j2 + i2
  const l2 = 0.041666666666666664 + (k2 * (0.008333333333333333 + (k2 * 0.001388888888888889)))
  const m2 = (k2 * k2) * (0.5 + (k2 * (0.16666666666666666 + (k2 * l2))))
  const n2 = k2 - j2
  const o2 = ((j2 - (k2 - n2)) + (i2 - n2)) - (h2 * 3.1258479278239995e-24)
  const p2 = (z1 ? w : (w1 - (y1 - x1))) * 2
  const q2 = ldexp(-p2, b2)
  const r2 = o2 + ((g2 === e2) ? (-(d2 ? (-q2) : q2)) : 0)
  const s2 = (r2 + (r2 * k2)) + m2
  const t2 = k2 + s2
  const u2 = Math.floor(h2 * 0.0078125)
  const v2 = h2 - (u2 * 128)
  const w2 = exp2[v2]
  const x2 = exp2[v2 + 128]
  const y2 = (productError(w2, t2) + (x2 * t2)) + (w2 * (s2 - (t2 - k2)))
  const z2 = w2 * t2
  const a3 = z2 + y2
  const b3 = w2 + a3
  const c3 = (a3 - (b3 - w2)) + (x2 + (y2 - (a3 - z2)))
  const d3 = b3 + c3
  const e3 = c3 - (d3 - b3)
  const f3 = ldexp(d3, u2)
  const g3 = sumError(1, f3) + ldexp(e3, u2)
  const h3 = 1 + f3
  const i3 = h3 + g3
  const j3 = d3 / i3
  const k3 = (((d3 - (j3 * i3)) - productError(j3, i3)) + e3) - (j3 * (g3 - (i3 - h3)))
  const l3 = k3 / i3
  const m3 = (((j3 - j3) === 0) && (l3 === l3)) ? l3 : 0
  const n3 = j3 + m3
  const o3 = m3 - (n3 - j3)
  const p3 = -ldexp(n3, u2)
  const q3 = sumError(1, p3) + (-ldexp(o3, u2))
  const r3 = 1 + p3
  const s3 = r3 + q3
  const t3 = ldexp(a2, b2)
  const u3 = t3 < 0
  const v3 = -(u3 ? (-t3) : t3)
  const w3 = v3 < (-2900) ? (-2900) : v3
  const x3 = 1500 < w3 ? 1500 : w3
  const y3 = nearest(x3 * 184.6649652337873)
  const z3 = -(y3 * 1.2655086083012853e-13)
  const a4 = x3 - (y3 * 0.005415212347998022)
  const b4 = a4 + z3
  const c4 = 0.041666666666666664 + (b4 * (0.008333333333333333 + (b4 * 0.001388888888888889)))
  const d4 = (b4 * b4) * (0.5 + (b4 * (0.16666666666666666 + (b4 * c4))))
  const e4 = b4 - a4
  const f4 = ((a4 - (b4 - e4)) + (z3 - e4)) - (y3 * 3.1258479278239995e-24)
  const g4 = ldexp(p2, b2)
  const h4 = f4 + ((x3 === v3) ? (-(u3 ? (-g4) : g4)) : 0)
  const i4 = (h4 + (h4 * b4)) + d4
  const j4 = b4 + i4
  const k4 = Math.floor(y3 * 0.0078125)
  const l4 = y3 - (k4 * 128)
  const m4 = exp2[l4]
  const n4 = exp2[l4 + 128]
  const o4 = (productError(m4, j4) + (n4 * j4)) + (m4 * (i4 - (j4 - b4)))
  const p4 = m4 * j4
  const q4 = p4 + o4
  const r4 = m4 + q4
  const s4 = (q4 - (r4 - m4)) + (n4 + (o4 - (q4 - p4)))
  const t4 = r4 + s4
  const u4 = s4 - (t4 - r4)
  const v4 = ldexp(t4, k4)
  const w4 = sumError(1, v4) + ldexp(u4, k4)
  const x4 = 1 + v4
  const y4 = x4 + w4
  const z4 = t4 / y4
  const a5 = (((t4 - (z4 * y4)) - productError(z4, y4)) + u4) - (z4 * (w4 - (y4 - x4)))
  const b5 = a5 / y4
  const c5 = (((z4 - z4) === 0) && (b5 === b5)) ? b5 : 0
  const d5 = z4 + c5
  const e5 = c5 - (d5 - z4)
  const f5 = -ldexp(d5, k4)
  const g5 = sumError(1, f5) + (-ldexp(e5, k4))
  const h5 = 1 + f5
  const i5 = h5 + g5
  const j5 = u3 ? d5 : i5
  const k5 = d2 ? n3 : s3
  const l5 = productError(j5, k5) + ((u3 ? e5 : (g5 - (i5 - h5))) * k5)
  const m5 = l5 + (j5 * (d2 ? o3 : (q3 - (s3 - r3))))
  const n5 = j5 * k5
  const o5 = n5 + m5
  const p5 = exponent(x)
  const q5 = ldexp(x, -p5)
  const r5 = o5 * 4
  const s5 = productError(q5, r5) + (q5 * ((m5 - (o5 - n5)) * 4))
  const t5 = q5 * r5
  const u5 = t5 + s5
  const v5 = sumError(1, z) + y
  const w5 = 1 + z
  const x5 = w5 + v5
  const y5 = v / x5
  const z5 = (((v - (y5 * x5)) - productError(y5, x5)) + w) - (y5 * (v5 - (x5 - w5)))
  const a6 = z5 / x5
  const b6 = (((y5 - y5) === 0) && (a6 === a6)) ? a6 : 0
  const c6 = y5 + b6
  const d6 = b6 - (c6 - y5)
  const e6 = -ldexp(c6, m)
  const f6 = sumError(1, e6) + (-ldexp(d6, m))
  const g6 = 1 + e6
  const h6 = g6 + f6
  const i6 = x < 0
  const j6 = i6 ? c6 : h6
  const k6 = (productError(u5, j6) + ((s5 - (u5 - t5)) * j6)) + (u5 * (i6 ? d6 : (f6 - (h6 - g6))))
  const l6 = u5 * j6
  const m6 = l6 + k6
  const n6 = (p5 + ((u3 ? k4 : 0) + (d2 ? u2 : 0))) + (i6 ? m : 0)
  const o6 = b2 < n6 ? n6 : b2
  const p6 = n6 - o6
  const q6 = ldexp(m6, p6)
  const r6 = b2 - o6
  const s6 = (productError(z, z) + (y * z)) + (z * y)
  const t6 = z * z
  const u6 = t6 + s6
  const v6 = s6 - (u6 - t6)
  const w6 = i6 ? u6 : 1
  const x6 = z * 2
  const y6 = (sumError(x6, w6) + (y * 2)) + (i6 ? v6 : 0)
  const z6 = x6 + w6
  const a7 = z6 + y6
  const b7 = y6 - (a7 - z6)
  const c7 = (i6 ? 1 : u6) * 2
  const d7 = (sumError(a7, c7) + b7) + ((i6 ? 0 : v6) * 2)
  const e7 = a7 + c7
  const f7 = e7 + d7
  const g7 = a7 / f7
  const h7 = (((a7 - (g7 * f7)) - productError(g7, f7)) + b7) - (g7 * (d7 - (f7 - e7)))
  const i7 = h7 / f7
  const j7 = (((g7 - g7) === 0) && (i7 === i7)) ? i7 : 0
  const k7 = g7 + j7
  const l7 = ldexp(z1 ? v : k7, r6)
  const m7 = (sumError(l7, q6) + ldexp(z1 ? w : (j7 - (k7 - g7)), r6)) + ldexp(k6 - (m6 - l6), p6)
  const n7 = x - (-1.1924312145154952)
  const o7 = sumError(n7, 4.8484829848031044e-17) + 1.898915114090381e-33
  const p7 = n7 + 4.8484829848031044e-17
  const q7 = p7 + o7
  const r7 = (-0.00005582891567360688) + (q7 * (-0.0000172992708103044))
  const s7 = 0.00025412936386191073 + (q7 * ((-0.000041961496031696126) + (q7 * r7)))
  const t7 = 0.0010924055409445854 + (q7 * (0.0009898181021289196 + (q7 * s7)))
  const u7 = (-0.01582112656173338) + (q7 * ((-0.0033606849270232685) + (q7 * t7)))
  const v7 = 0.04190782104360987 + (q7 * ((-0.020271822716684245) + (q7 * u7)))
  const w7 = 1.5332816617135587e-17 + (q7 * (0.20473126408010586 + (q7 * v7)))
  const x7 = 0.2669479140495345 + w7
  const y7 = (productError(q7, x7) + ((o7 - (q7 - p7)) * x7)) + (q7 * (w7 - (x7 - 0.2669479140495345)))
  const z7 = Math.abs(q7) < 0.0625
  const a8 = ldexp(z7 ? ((q7 * x7) + y7) : ((l7 + q6) + m7), z7 ? 0 : o6)
  return a8
}

/**
 * mish = `x * tanh(softplus(x))`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * mish(0.5) // 0.37524521130489513
 * mish.derivative(0.5) // 0.8864243753577272
 */
export const mish: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'mish', kind: 'pointwise', formula: 'x * tanh(softplus(x))', parameters: {  }, derivative: slope })
