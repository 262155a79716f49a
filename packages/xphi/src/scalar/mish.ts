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
  const s1 = (p1 - p1) === 0
  const t1 = (r1 === r1) ? (s1 ? r1 : 0) : 0
  const u1 = p1 + t1
  const v1 = x < (-50)
  const w1 = exponent(x)
  const x1 = ldexp(x, -w1)
  const y1 = v1 ? v : u1
  const z1 = productError(x1, y1) - (x1 * (v1 ? w : (s1 ? (t1 - (u1 - p1)) : 0)))
  return ldexp((x1 * y1) - z1, w1 + (v1 ? m : 0))
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
  const a1 = x < (-2.037035976334486e+90) ? (-2.037035976334486e+90) : x
  const b1 = (2.037035976334486e+90 < a1 ? 2.037035976334486e+90 : a1) * 4
  const c1 = b1 + 4
  const d1 = x < 0
  const e1 = d1 ? 1 : c1
  const f1 = sumError(b1, 4)
  const g1 = (productError(e1, y) - ((d1 ? 0 : f1) * y)) - (e1 * z)
  const h1 = e1 * y
  const i1 = h1 - g1
  const j1 = b1 + 6
  const k1 = d1 ? 4 : j1
  const l1 = sumError(b1, 6)
  const m1 = (sumError(i1, k1) + ((h1 - i1) - g1)) + (d1 ? 0 : l1)
  const n1 = i1 + k1
  const o1 = n1 + m1
  const p1 = (productError(o1, y) - ((m1 - (o1 - n1)) * y)) - (o1 * z)
  const q1 = o1 * y
  const r1 = q1 - p1
  const s1 = d1 ? j1 : 4
  const t1 = (sumError(r1, s1) + ((q1 - r1) - p1)) + (d1 ? l1 : 0)
  const u1 = r1 + s1
  const v1 = u1 + t1
  const w1 = (productError(v1, y) - ((t1 - (v1 - u1)) * y)) - (v1 * z)
  const x1 = v1 * y
  const y1 = x1 - w1
  const z1 = d1 ? c1 : 1
  const a2 = (sumError(y1, z1) + ((x1 - y1) - w1)) + (d1 ? f1 : 0)
  const b2 = y1 + z1
  const c2 = b2 + a2
  const d2 = d1 ? v : 1
  const e2 = (productError(d2, c2) - ((d1 ? w : 0) * c2)) - (d2 * (a2 - (c2 - b2)))
  const f2 = d2 * c2
  const g2 = f2 - e2
  const h2 = d1 ? 1 : 2
  const i2 = productError(h2, y) - (h2 * z)
  const j2 = h2 * y
  const k2 = j2 - i2
  const l2 = sumError(k2, 2) + ((j2 - k2) - i2)
  const m2 = k2 + 2
  const n2 = m2 + l2
  const o2 = (productError(n2, y) - ((l2 - (n2 - m2)) * y)) - (n2 * z)
  const p2 = n2 * y
  const q2 = p2 - o2
  const r2 = d1 ? 2 : 1
  const s2 = sumError(q2, r2) + ((p2 - q2) - o2)
  const t2 = q2 + r2
  const u2 = t2 + s2
  const v2 = s2 - (u2 - t2)
  const w2 = (productError(u2, u2) - (v2 * u2)) - (u2 * v2)
  const x2 = u2 * u2
  const y2 = x2 - w2
  const z2 = g2 / y2
  const a3 = ((g2 - (z2 * y2)) + productError(z2, y2)) + ((f2 - g2) - e2)
  const b3 = (a3 - (z2 * ((x2 - y2) - w2))) / y2
  const c3 = x - (-1.1924312145154952)
  const d3 = sumError(c3, 4.8484829848031044e-17) + 1.898915114090381e-33
  const e3 = c3 + 4.8484829848031044e-17
  const f3 = e3 + d3
  const g3 = (-0.00005582891567360688) + (f3 * (-0.0000172992708103044))
  const h3 = 0.00025412936386191073 + (f3 * ((-0.000041961496031696126) + (f3 * g3)))
  const i3 = 0.0010924055409445854 + (f3 * (0.0009898181021289196 + (f3 * h3)))
  const j3 = (-0.01582112656173338) + (f3 * ((-0.0033606849270232685) + (f3 * i3)))
  const k3 = 0.04190782104360987 + (f3 * ((-0.020271822716684245) + (f3 * j3)))
  const l3 = 1.5332816617135587e-17 + (f3 * (0.20473126408010586 + (f3 * k3)))
  const m3 = 0.2669479140495345 + l3
  const n3 = (productError(f3, m3) - ((d3 - (f3 - e3)) * m3)) - (f3 * (l3 - (m3 - 0.2669479140495345)))
  const o3 = Math.abs(f3) < 0.0625
  const p3 = o3 ? ((f3 * m3) - n3) : (z2 + ((b3 === b3) ? (((z2 - z2) === 0) ? b3 : 0) : 0))
  return ldexp(p3, o3 ? 0 : (d1 ? m : 0))
}

/**
 * mish = `x * tanh(softplus(x))`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * mish(0.5) // 0.37524521130489513
 * mish.derivative(0.5) // 0.8864243753577272
 */
export const mish: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'mish', kind: 'pointwise', formula: 'x * tanh(softplus(x))', parameters: {  }, derivative: slope })
