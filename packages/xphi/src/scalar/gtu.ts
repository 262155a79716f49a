// Generated from the formula `sigmoid(gate) * tanh(value)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { copysign, exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value), gate)
  if (isFar(value)) return extend(v => evaluate(gate, v), value)
  const exp2 = exp2Table()
  const a = -Math.abs(gate)
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
  const x = ldexp(v, m)
  const y = sumError(1, x) + (((x - x) === 0) ? ldexp(w, m) : 0)
  const z = 1 + x
  const a1 = z + y
  const b1 = v / a1
  const c1 = (((v - (b1 * a1)) + productError(b1, a1)) + w) - (b1 * (y - (a1 - z)))
  const d1 = c1 / a1
  const e1 = (b1 - b1) === 0
  const f1 = (d1 === d1) ? (e1 ? d1 : 0) : 0
  const g1 = b1 + f1
  const h1 = e1 ? (f1 - (g1 - b1)) : 0
  const i1 = ldexp(g1, m)
  const j1 = -i1
  const k1 = sumError(1, j1) + (-(((i1 - i1) === 0) ? ldexp(h1, m) : 0))
  const l1 = 1 + j1
  const m1 = l1 + k1
  const n1 = gate < 0
  const o1 = value < (-22) ? (-22) : value
  const p1 = (22 < o1 ? 22 : o1) * 2
  const q1 = p1 < (-2900) ? (-2900) : p1
  const r1 = 1500 < q1 ? 1500 : q1
  const s1 = nearest(r1 * 184.6649652337873)
  const t1 = -(s1 * 1.2655086083012853e-13)
  const u1 = r1 - (s1 * 0.005415212347998022)
  const v1 = u1 + t1
  const w1 = 0.041666666666666664 + (v1 * (0.008333333333333333 + (v1 * 0.001388888888888889)))
  const x1 = (v1 * v1) * (0.5 + (v1 * (0.16666666666666666 + (v1 * w1))))
  const y1 = v1 - u1
  const z1 = ((u1 - (v1 - y1)) + (t1 - y1)) - (s1 * 3.1258479278239995e-24)
  const a2 = (z1 + (z1 * v1)) + x1
  const b2 = v1 + a2
  const c2 = a2 - (b2 - v1)
  const d2 = Math.floor(s1 * 0.0078125)
  const e2 = s1 - (d2 * 128)
  const f2 = exp2[e2]
  const g2 = exp2[e2 + 128]
  const h2 = (productError(f2, b2) - (g2 * b2)) - (f2 * c2)
  const i2 = f2 * b2
  const j2 = i2 - h2
  const k2 = f2 + j2
  const l2 = (j2 - (k2 - f2)) + (g2 + ((i2 - j2) - h2))
  const m2 = k2 + l2
  const n2 = ldexp(m2, d2)
  const o2 = -1
  const p2 = sumError(n2, o2) + (((n2 - n2) === 0) ? ldexp(l2 - (m2 - k2), d2) : 0)
  const q2 = n2 + o2
  const r2 = q2 + p2
  const s2 = s1 === 0
  const t2 = s2 ? c2 : (p2 - (r2 - q2))
  const u2 = copysign(s2 ? b2 : r2, p1)
  const v2 = sumError(u2, 2) + t2
  const w2 = u2 + 2
  const x2 = w2 + v2
  const y2 = u2 / x2
  const z2 = (((u2 - (y2 * x2)) + productError(y2, x2)) + t2) - (y2 * (v2 - (x2 - w2)))
  const a3 = z2 / x2
  const b3 = (y2 - y2) === 0
  const c3 = (a3 === a3) ? (b3 ? a3 : 0) : 0
  const d3 = y2 + c3
  const e3 = copysign(d3, value)
  const f3 = exponent(e3)
  const g3 = -f3
  const h3 = ldexp(e3, g3)
  const i3 = n1 ? g1 : m1
  const j3 = productError(i3, h3) - ((n1 ? h1 : (k1 - (m1 - l1))) * h3)
  const k3 = (i3 * h3) - (j3 - (i3 * ldexp(b3 ? (c3 - (d3 - y2)) : 0, g3)))
  return ldexp(k3, (n1 ? m : 0) + f3)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfGate(gate, v), value)
  const exp2 = exp2Table()
  const a = -Math.abs(gate)
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
  const x = ldexp(v, m)
  const y = sumError(1, x) + (((x - x) === 0) ? ldexp(w, m) : 0)
  const z = 1 + x
  const a1 = z + y
  const b1 = v / a1
  const c1 = (((v - (b1 * a1)) + productError(b1, a1)) + w) - (b1 * (y - (a1 - z)))
  const d1 = c1 / a1
  const e1 = (b1 - b1) === 0
  const f1 = (d1 === d1) ? (e1 ? d1 : 0) : 0
  const g1 = b1 + f1
  const h1 = e1 ? (f1 - (g1 - b1)) : 0
  const i1 = ldexp(g1, m)
  const j1 = -i1
  const k1 = sumError(1, j1) + (-(((i1 - i1) === 0) ? ldexp(h1, m) : 0))
  const l1 = 1 + j1
  const m1 = l1 + k1
  const n1 = k1 - (m1 - l1)
  const o1 = gate < 0
  const p1 = (-gate) < 0
  const q1 = p1 ? g1 : m1
  const r1 = o1 ? g1 : m1
  const s1 = (productError(r1, q1) - ((o1 ? h1 : n1) * q1)) - (r1 * (p1 ? h1 : n1))
  const t1 = r1 * q1
  const u1 = t1 - s1
  const v1 = value < (-22) ? (-22) : value
  const w1 = (22 < v1 ? 22 : v1) * 2
  const x1 = w1 < (-2900) ? (-2900) : w1
  const y1 = 1500 < x1 ? 1500 : x1
  const z1 = nearest(y1 * 184.6649652337873)
  const a2 = -(z1 * 1.2655086083012853e-13)
  const b2 = y1 - (z1 * 0.005415212347998022)
  const c2 = b2 + a2
  const d2 = 0.041666666666666664 + (c2 * (0.008333333333333333 + (c2 * 0.001388888888888889)))
  const e2 = (c2 * c2) * (0.5 + (c2 * (0.16666666666666666 + (c2 * d2))))
  const f2 = c2 - b2
  const g2 = ((b2 - (c2 - f2)) + (a2 - f2)) - (z1 * 3.1258479278239995e-24)
  const h2 = (g2 + (g2 * c2)) + e2
  const i2 = c2 + h2
  const j2 = h2 - (i2 - c2)
  const k2 = Math.floor(z1 * 0.0078125)
  const l2 = z1 - (k2 * 128)
  const m2 = exp2[l2]
  const n2 = exp2[l2 + 128]
  const o2 = (productError(m2, i2) - (n2 * i2)) - (m2 * j2)
  const p2 = m2 * i2
  const q2 = p2 - o2
  const r2 = m2 + q2
  const s2 = (q2 - (r2 - m2)) + (n2 + ((p2 - q2) - o2))
  const t2 = r2 + s2
  const u2 = ldexp(t2, k2)
  const v2 = -1
  const w2 = sumError(u2, v2) + (((u2 - u2) === 0) ? ldexp(s2 - (t2 - r2), k2) : 0)
  const x2 = u2 + v2
  const y2 = x2 + w2
  const z2 = z1 === 0
  const a3 = z2 ? j2 : (w2 - (y2 - x2))
  const b3 = copysign(z2 ? i2 : y2, w1)
  const c3 = sumError(b3, 2) + a3
  const d3 = b3 + 2
  const e3 = d3 + c3
  const f3 = b3 / e3
  const g3 = (((b3 - (f3 * e3)) + productError(f3, e3)) + a3) - (f3 * (c3 - (e3 - d3)))
  const h3 = g3 / e3
  const i3 = (f3 - f3) === 0
  const j3 = (h3 === h3) ? (i3 ? h3 : 0) : 0
  const k3 = f3 + j3
  const l3 = copysign(k3, value)
  const m3 = exponent(l3)
  const n3 = -m3
  const o3 = ldexp(l3, n3)
  const p3 = productError(o3, u1) - (ldexp(i3 ? (j3 - (k3 - f3)) : 0, n3) * u1)
  const q3 = ldexp((o3 * u1) - (p3 - (o3 * ((t1 - u1) - s1))), m3 + ((o1 ? m : 0) + (p1 ? m : 0)))
  return q3
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfValue(gate, v), value)
  const exp2 = exp2Table()
  const a = value * 2
  const b = -Math.abs(a)
  const c = b < (-2900) ? (-2900) : b
  const d = 1500 < c ? 1500 : c
  const e = nearest(d * 184.6649652337873)
  const f = -(e * 1.2655086083012853e-13)
  const g = d - (e * 0.005415212347998022)
  const h = g + f
  const i = 0.041666666666666664 + (h * (0.008333333333333333 + (h * 0.001388888888888889)))
  const j = h - g
  const k = ((g - (h - j)) + (f - j)) - (e * 3.1258479278239995e-24)
  const l = (k + (k * h)) + ((h * h) * (0.5 + (h * (0.16666666666666666 + (h * i)))))
  const m = h + l
  const n = Math.floor(e * 0.0078125)
  const o = e - (n * 128)
  const p = exp2[o]
  const q = exp2[o + 128]
  const r = (productError(p, m) - (q * m)) - (p * (l - (m - h)))
  const s = p * m
  const t = s - r
  const u = p + t
  const v = (t - (u - p)) + (q + ((s - t) - r))
  const w = u + v
  const x = v - (w - u)
  const y = ldexp(w, n)
  const z = sumError(1, y) + (((y - y) === 0) ? ldexp(x, n) : 0)
  const a1 = 1 + y
  const b1 = a1 + z
  const c1 = w / b1
  const d1 = (((w - (c1 * b1)) + productError(c1, b1)) + x) - (c1 * (z - (b1 - a1)))
  const e1 = d1 / b1
  const f1 = (c1 - c1) === 0
  const g1 = (e1 === e1) ? (f1 ? e1 : 0) : 0
  const h1 = c1 + g1
  const i1 = f1 ? (g1 - (h1 - c1)) : 0
  const j1 = ldexp(h1, n)
  const k1 = -j1
  const l1 = sumError(1, k1) + (-(((j1 - j1) === 0) ? ldexp(i1, n) : 0))
  const m1 = 1 + k1
  const n1 = m1 + l1
  const o1 = l1 - (n1 - m1)
  const p1 = a < 0
  const q1 = (-a) < 0
  const r1 = q1 ? h1 : n1
  const s1 = p1 ? h1 : n1
  const t1 = (productError(s1, r1) - ((p1 ? i1 : o1) * r1)) - (s1 * (q1 ? i1 : o1))
  const u1 = s1 * r1
  const v1 = u1 - t1
  const w1 = -Math.abs(gate)
  const x1 = w1 < (-2900) ? (-2900) : w1
  const y1 = 1500 < x1 ? 1500 : x1
  const z1 = nearest(y1 * 184.6649652337873)
  const a2 = -(z1 * 1.2655086083012853e-13)
  const b2 = y1 - (z1 * 0.005415212347998022)
  const c2 = b2 + a2
  const d2 = 0.041666666666666664 + (c2 * (0.008333333333333333 + (c2 * 0.001388888888888889)))
  const e2 = (c2 * c2) * (0.5 + (c2 * (0.16666666666666666 + (c2 * d2))))
  const f2 = c2 - b2
  const g2 = ((b2 - (c2 - f2)) + (a2 - f2)) - (z1 * 3.1258479278239995e-24)
  const h2 = (g2 + (g2 * c2)) + e2
  const i2 = c2 + h2
  const j2 = Math.floor(z1 * 0.0078125)
  const k2 = z1 - (j2 * 128)
  const l2 = exp2[k2]
  const m2 = exp2[k2 + 128]
  const n2 = (productError(l2, i2) - (m2 * i2)) - (l2 * (h2 - (i2 - c2)))
  const o2 = l2 * i2
  const p2 = o2 - n2
  const q2 = l2 + p2
  const r2 = (p2 - (q2 - l2)) + (m2 + ((o2 - p2) - n2))
  const s2 = q2 + r2
  const t2 = r2 - (s2 - q2)
  const u2 = ldexp(s2, j2)
  const v2 = sumError(1, u2) + (((u2 - u2) === 0) ? ldexp(t2, j2) : 0)
  const w2 = 1 + u2
  const x2 = w2 + v2
  const y2 = s2 / x2
  const z2 = (((s2 - (y2 * x2)) + productError(y2, x2)) + t2) - (y2 * (v2 - (x2 - w2)))
  const a3 = z2 / x2
  const b3 = (y2 - y2) === 0
  const c3 = (a3 === a3) ? (b3 ? a3 : 0) : 0
  const d3 = y2 + c3
  const e3 = b3 ? (c3 - (d3 - y2)) : 0
  const f3 = ldexp(d3, j2)
  const g3 = -f3
  const h3 = sumError(1, g3) + (-(((f3 - f3) === 0) ? ldexp(e3, j2) : 0))
  const i3 = 1 + g3
  const j3 = i3 + h3
  const k3 = gate < 0
  const l3 = k3 ? d3 : j3
  const m3 = v1 * 4
  const n3 = productError(l3, m3) - ((k3 ? e3 : (h3 - (j3 - i3))) * m3)
  const o3 = ldexp((l3 * m3) - (n3 - (l3 * (((u1 - v1) - t1) * 4))), (k3 ? j2 : 0) + ((p1 ? n : 0) + (q1 ? n : 0)))
  return o3
}

/**
 * gtu = `sigmoid(gate) * tanh(value)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * gtu(0.5, 2) // 0.6000679627541353
 * gtu.derivative(0.5, 2) // { gate: 0.22655005998253686, value: 0.043977265186960116 }
 */
export const gtu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'gtu', kind: 'gated', formula: 'sigmoid(gate) * tanh(value)', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
