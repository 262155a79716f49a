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
  const q = (productError(o, l) - (p * l)) - (o * (k - (l - g)))
  const r = o * l
  const s = r - q
  const t = o + s
  const u = (s - (t - o)) + (p + ((r - s) - q))
  const v = t + u
  const w = u - (v - t)
  const y = ldexp(v, m)
  const z = ((y - y) === 0) ? ldexp(w, m) : 0
  const a1 = (productError(y, y) - (z * y)) - (y * z)
  const b1 = y * y
  const c1 = b1 - a1
  const d1 = (b1 - c1) - a1
  const e1 = x < 0
  const f1 = e1 ? c1 : 1
  const g1 = y * 2
  const h1 = (sumError(g1, f1) + (z * 2)) + (e1 ? d1 : 0)
  const i1 = g1 + f1
  const j1 = i1 + h1
  const k1 = h1 - (j1 - i1)
  const l1 = (e1 ? 1 : c1) * 2
  const m1 = (sumError(j1, l1) + k1) + ((e1 ? 0 : d1) * 2)
  const n1 = j1 + l1
  const o1 = n1 + m1
  const p1 = j1 / o1
  const q1 = (((j1 - (p1 * o1)) + productError(p1, o1)) + k1) - (p1 * (m1 - (o1 - n1)))
  const r1 = q1 / o1
  const s1 = (r1 === r1) ? (((p1 - p1) === 0) ? r1 : 0) : 0
  const t1 = p1 + s1
  const u1 = x < (-50)
  const v1 = exponent(x)
  const w1 = ldexp(x, -v1)
  const x1 = u1 ? v : t1
  const y1 = (w1 * x1) - (productError(w1, x1) - (w1 * (u1 ? w : (s1 - (t1 - p1)))))
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
  const q = (productError(o, l) - (p * l)) - (o * (k - (l - g)))
  const r = o * l
  const s = r - q
  const t = o + s
  const u = (s - (t - o)) + (p + ((r - s) - q))
  const v = t + u
  const w = u - (v - t)
  const y = ldexp(v, m)
  const z = ((y - y) === 0) ? ldexp(w, m) : 0
  const a1 = sumError(y, 2) + z
  const b1 = y + 2
  const c1 = b1 + a1
  const d1 = y / c1
  const e1 = (((y - (d1 * c1)) + productError(d1, c1)) + z) - (d1 * (a1 - (c1 - b1)))
  const f1 = e1 / c1
  const g1 = (f1 === f1) ? (((d1 - d1) === 0) ? f1 : 0) : 0
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
  const q2 = ((c2 - c2) === 0) ? ldexp(-p2, b2) : 0
  const r2 = o2 + ((g2 === e2) ? (-(d2 ? (-q2) : q2)) : 0)
  const s2 = (r2 + (r2 * k2)) + m2
  const t2 = k2 + s2
  const u2 = Math.floor(h2 * 0.0078125)
  const v2 = h2 - (u2 * 128)
  const w2 = exp2[v2]
  const x2 = exp2[v2 + 128]
  const y2 = (productError(w2, t2) - (x2 * t2)) - (w2 * (s2 - (t2 - k2)))
  const z2 = w2 * t2
  const a3 = z2 - y2
  const b3 = w2 + a3
  const c3 = (a3 - (b3 - w2)) + (x2 + ((z2 - a3) - y2))
  const d3 = b3 + c3
  const e3 = c3 - (d3 - b3)
  const f3 = ldexp(d3, u2)
  const g3 = sumError(1, f3) + (((f3 - f3) === 0) ? ldexp(e3, u2) : 0)
  const h3 = 1 + f3
  const i3 = h3 + g3
  const j3 = d3 / i3
  const k3 = (((d3 - (j3 * i3)) + productError(j3, i3)) + e3) - (j3 * (g3 - (i3 - h3)))
  const l3 = k3 / i3
  const m3 = (l3 === l3) ? (((j3 - j3) === 0) ? l3 : 0) : 0
  const n3 = j3 + m3
  const o3 = m3 - (n3 - j3)
  const p3 = ldexp(n3, u2)
  const q3 = -p3
  const r3 = sumError(1, q3) + (-(((p3 - p3) === 0) ? ldexp(o3, u2) : 0))
  const s3 = 1 + q3
  const t3 = s3 + r3
  const u3 = ldexp(a2, b2)
  const v3 = u3 < 0
  const w3 = -(v3 ? (-u3) : u3)
  const x3 = w3 < (-2900) ? (-2900) : w3
  const y3 = 1500 < x3 ? 1500 : x3
  const z3 = nearest(y3 * 184.6649652337873)
  const a4 = -(z3 * 1.2655086083012853e-13)
  const b4 = y3 - (z3 * 0.005415212347998022)
  const c4 = b4 + a4
  const d4 = 0.041666666666666664 + (c4 * (0.008333333333333333 + (c4 * 0.001388888888888889)))
  const e4 = (c4 * c4) * (0.5 + (c4 * (0.16666666666666666 + (c4 * d4))))
  const f4 = c4 - b4
  const g4 = ((b4 - (c4 - f4)) + (a4 - f4)) - (z3 * 3.1258479278239995e-24)
  const h4 = ((u3 - u3) === 0) ? ldexp(p2, b2) : 0
  const i4 = g4 + ((y3 === w3) ? (-(v3 ? (-h4) : h4)) : 0)
  const j4 = (i4 + (i4 * c4)) + e4
  const k4 = c4 + j4
  const l4 = Math.floor(z3 * 0.0078125)
  const m4 = z3 - (l4 * 128)
  const n4 = exp2[m4]
  const o4 = exp2[m4 + 128]
  const p4 = (productError(n4, k4) - (o4 * k4)) - (n4 * (j4 - (k4 - c4)))
  const q4 = n4 * k4
  const r4 = q4 - p4
  const s4 = n4 + r4
  const t4 = (r4 - (s4 - n4)) + (o4 + ((q4 - r4) - p4))
  const u4 = s4 + t4
  const v4 = t4 - (u4 - s4)
  const w4 = ldexp(u4, l4)
  const x4 = sumError(1, w4) + (((w4 - w4) === 0) ? ldexp(v4, l4) : 0)
  const y4 = 1 + w4
  const z4 = y4 + x4
  const a5 = u4 / z4
  const b5 = (((u4 - (a5 * z4)) + productError(a5, z4)) + v4) - (a5 * (x4 - (z4 - y4)))
  const c5 = b5 / z4
  const d5 = (c5 === c5) ? (((a5 - a5) === 0) ? c5 : 0) : 0
  const e5 = a5 + d5
  const f5 = d5 - (e5 - a5)
  const g5 = ldexp(e5, l4)
  const h5 = -g5
  const i5 = sumError(1, h5) + (-(((g5 - g5) === 0) ? ldexp(f5, l4) : 0))
  const j5 = 1 + h5
  const k5 = j5 + i5
  const l5 = v3 ? e5 : k5
  const m5 = d2 ? n3 : t3
  const n5 = productError(l5, m5) - ((v3 ? f5 : (i5 - (k5 - j5))) * m5)
  const o5 = n5 - (l5 * (d2 ? o3 : (r3 - (t3 - s3))))
  const p5 = l5 * m5
  const q5 = p5 - o5
  const r5 = exponent(x)
  const s5 = ldexp(x, -r5)
  const t5 = q5 * 4
  const u5 = productError(s5, t5) - (s5 * (((p5 - q5) - o5) * 4))
  const v5 = s5 * t5
  const w5 = v5 - u5
  const x5 = sumError(1, y) + z
  const y5 = 1 + y
  const z5 = y5 + x5
  const a6 = v / z5
  const b6 = (((v - (a6 * z5)) + productError(a6, z5)) + w) - (a6 * (x5 - (z5 - y5)))
  const c6 = b6 / z5
  const d6 = (c6 === c6) ? (((a6 - a6) === 0) ? c6 : 0) : 0
  const e6 = a6 + d6
  const f6 = d6 - (e6 - a6)
  const g6 = ldexp(e6, m)
  const h6 = -g6
  const i6 = sumError(1, h6) + (-(((g6 - g6) === 0) ? ldexp(f6, m) : 0))
  const j6 = 1 + h6
  const k6 = j6 + i6
  const l6 = x < 0
  const m6 = l6 ? e6 : k6
  const n6 = (productError(w5, m6) - (((v5 - w5) - u5) * m6)) - (w5 * (l6 ? f6 : (i6 - (k6 - j6))))
  const o6 = w5 * m6
  const p6 = o6 - n6
  const q6 = (r5 + ((v3 ? l4 : 0) + (d2 ? u2 : 0))) + (l6 ? m : 0)
  const r6 = b2 < q6 ? q6 : b2
  const s6 = q6 - r6
  const t6 = ldexp(p6, s6)
  const u6 = b2 - r6
  const v6 = (productError(y, y) - (z * y)) - (y * z)
  const w6 = y * y
  const x6 = w6 - v6
  const y6 = (w6 - x6) - v6
  const z6 = l6 ? x6 : 1
  const a7 = y * 2
  const b7 = (sumError(a7, z6) + (z * 2)) + (l6 ? y6 : 0)
  const c7 = a7 + z6
  const d7 = c7 + b7
  const e7 = b7 - (d7 - c7)
  const f7 = (l6 ? 1 : x6) * 2
  const g7 = (sumError(d7, f7) + e7) + ((l6 ? 0 : y6) * 2)
  const h7 = d7 + f7
  const i7 = h7 + g7
  const j7 = d7 / i7
  const k7 = (((d7 - (j7 * i7)) + productError(j7, i7)) + e7) - (j7 * (g7 - (i7 - h7)))
  const l7 = k7 / i7
  const m7 = (l7 === l7) ? (((j7 - j7) === 0) ? l7 : 0) : 0
  const n7 = j7 + m7
  const o7 = ldexp(z1 ? v : n7, u6)
  const p7 = ((o7 - o7) === 0) ? ldexp(z1 ? w : (m7 - (n7 - j7)), u6) : 0
  const q7 = (sumError(o7, t6) + p7) + (((t6 - t6) === 0) ? ldexp((o6 - p6) - n6, s6) : 0)
  const r7 = x - (-1.1924312145154952)
  const s7 = sumError(r7, 4.8484829848031044e-17) + 1.898915114090381e-33
  const t7 = r7 + 4.8484829848031044e-17
  const u7 = t7 + s7
  const v7 = (-0.00005582891567360688) + (u7 * (-0.0000172992708103044))
  const w7 = 0.00025412936386191073 + (u7 * ((-0.000041961496031696126) + (u7 * v7)))
  const x7 = 0.0010924055409445854 + (u7 * (0.0009898181021289196 + (u7 * w7)))
  const y7 = (-0.01582112656173338) + (u7 * ((-0.0033606849270232685) + (u7 * x7)))
  const z7 = 0.04190782104360987 + (u7 * ((-0.020271822716684245) + (u7 * y7)))
  const a8 = 1.5332816617135587e-17 + (u7 * (0.20473126408010586 + (u7 * z7)))
  const b8 = 0.2669479140495345 + a8
  const c8 = (productError(u7, b8) - ((s7 - (u7 - t7)) * b8)) - (u7 * (a8 - (b8 - 0.2669479140495345)))
  const d8 = Math.abs(u7) < 0.0625
  const e8 = ldexp(d8 ? ((u7 * b8) - c8) : ((o7 + t6) + q7), d8 ? 0 : r6)
  return e8
}

/**
 * mish = `x * tanh(softplus(x))`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * mish(0.5) // 0.37524521130489513
 * mish.derivative(0.5) // 0.8864243753577272
 */
export const mish: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'mish', kind: 'pointwise', formula: 'x * tanh(softplus(x))', parameters: {  }, derivative: slope })
