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
  const a = value < (-22) ? (-22) : value
  const b = (22 < a ? 22 : a) * 2
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
  const n = l - (m - h)
  const o = Math.floor(e * 0.0078125)
  const p = e - (o * 128)
  const q = exp2[p]
  const r = exp2[p + 128]
  const s = (productError(q, m) - (r * m)) - (q * n)
  const t = q * m
  const u = t - s
  const v = q + u
  const w = (u - (v - q)) + (r + ((t - u) - s))
  const x = v + w
  const y = ldexp(x, o)
  const z = -1
  const a1 = sumError(y, z) + (((y - y) === 0) ? ldexp(w - (x - v), o) : 0)
  const b1 = y + z
  const c1 = b1 + a1
  const d1 = e === 0
  const e1 = d1 ? n : (a1 - (c1 - b1))
  const f1 = copysign(d1 ? m : c1, b)
  const g1 = sumError(f1, 2) + e1
  const h1 = f1 + 2
  const i1 = h1 + g1
  const j1 = f1 / i1
  const k1 = (((f1 - (j1 * i1)) + productError(j1, i1)) + e1) - (j1 * (g1 - (i1 - h1)))
  const l1 = k1 / i1
  const m1 = (l1 === l1) ? (((j1 - j1) === 0) ? l1 : 0) : 0
  const n1 = j1 + m1
  const o1 = copysign(n1, value)
  const p1 = exponent(o1)
  const q1 = -p1
  const r1 = ldexp(o1, q1)
  const s1 = -Math.abs(gate)
  const t1 = s1 < (-2900) ? (-2900) : s1
  const u1 = 1500 < t1 ? 1500 : t1
  const v1 = nearest(u1 * 184.6649652337873)
  const w1 = -(v1 * 1.2655086083012853e-13)
  const x1 = u1 - (v1 * 0.005415212347998022)
  const y1 = x1 + w1
  const z1 = 0.041666666666666664 + (y1 * (0.008333333333333333 + (y1 * 0.001388888888888889)))
  const a2 = (y1 * y1) * (0.5 + (y1 * (0.16666666666666666 + (y1 * z1))))
  const b2 = y1 - x1
  const c2 = ((x1 - (y1 - b2)) + (w1 - b2)) - (v1 * 3.1258479278239995e-24)
  const d2 = (c2 + (c2 * y1)) + a2
  const e2 = y1 + d2
  const f2 = Math.floor(v1 * 0.0078125)
  const g2 = v1 - (f2 * 128)
  const h2 = exp2[g2]
  const i2 = exp2[g2 + 128]
  const j2 = (productError(h2, e2) - (i2 * e2)) - (h2 * (d2 - (e2 - y1)))
  const k2 = h2 * e2
  const l2 = k2 - j2
  const m2 = h2 + l2
  const n2 = (l2 - (m2 - h2)) + (i2 + ((k2 - l2) - j2))
  const o2 = m2 + n2
  const p2 = n2 - (o2 - m2)
  const q2 = ldexp(o2, f2)
  const r2 = sumError(1, q2) + (((q2 - q2) === 0) ? ldexp(p2, f2) : 0)
  const s2 = 1 + q2
  const t2 = s2 + r2
  const u2 = o2 / t2
  const v2 = (((o2 - (u2 * t2)) + productError(u2, t2)) + p2) - (u2 * (r2 - (t2 - s2)))
  const w2 = v2 / t2
  const x2 = (w2 === w2) ? (((u2 - u2) === 0) ? w2 : 0) : 0
  const y2 = u2 + x2
  const z2 = x2 - (y2 - u2)
  const a3 = ldexp(y2, f2)
  const b3 = -a3
  const c3 = sumError(1, b3) + (-(((a3 - a3) === 0) ? ldexp(z2, f2) : 0))
  const d3 = 1 + b3
  const e3 = d3 + c3
  const f3 = gate < 0
  const g3 = f3 ? y2 : e3
  const h3 = productError(g3, r1) - ((f3 ? z2 : (c3 - (e3 - d3))) * r1)
  const i3 = ldexp((g3 * r1) - (h3 - (g3 * ldexp(m1 - (n1 - j1), q1))), (f3 ? f2 : 0) + p1)
  return i3
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
  const e1 = (d1 === d1) ? (((b1 - b1) === 0) ? d1 : 0) : 0
  const f1 = b1 + e1
  const g1 = e1 - (f1 - b1)
  const h1 = ldexp(f1, m)
  const i1 = -h1
  const j1 = sumError(1, i1) + (-(((h1 - h1) === 0) ? ldexp(g1, m) : 0))
  const k1 = 1 + i1
  const l1 = k1 + j1
  const m1 = j1 - (l1 - k1)
  const n1 = gate < 0
  const o1 = (-gate) < 0
  const p1 = o1 ? f1 : l1
  const q1 = n1 ? f1 : l1
  const r1 = (productError(q1, p1) - ((n1 ? g1 : m1) * p1)) - (q1 * (o1 ? g1 : m1))
  const s1 = q1 * p1
  const t1 = s1 - r1
  const u1 = value < (-22) ? (-22) : value
  const v1 = (22 < u1 ? 22 : u1) * 2
  const w1 = v1 < (-2900) ? (-2900) : v1
  const x1 = 1500 < w1 ? 1500 : w1
  const y1 = nearest(x1 * 184.6649652337873)
  const z1 = -(y1 * 1.2655086083012853e-13)
  const a2 = x1 - (y1 * 0.005415212347998022)
  const b2 = a2 + z1
  const c2 = 0.041666666666666664 + (b2 * (0.008333333333333333 + (b2 * 0.001388888888888889)))
  const d2 = (b2 * b2) * (0.5 + (b2 * (0.16666666666666666 + (b2 * c2))))
  const e2 = b2 - a2
  const f2 = ((a2 - (b2 - e2)) + (z1 - e2)) - (y1 * 3.1258479278239995e-24)
  const g2 = (f2 + (f2 * b2)) + d2
  const h2 = b2 + g2
  const i2 = g2 - (h2 - b2)
  const j2 = Math.floor(y1 * 0.0078125)
  const k2 = y1 - (j2 * 128)
  const l2 = exp2[k2]
  const m2 = exp2[k2 + 128]
  const n2 = (productError(l2, h2) - (m2 * h2)) - (l2 * i2)
  const o2 = l2 * h2
  const p2 = o2 - n2
  const q2 = l2 + p2
  const r2 = (p2 - (q2 - l2)) + (m2 + ((o2 - p2) - n2))
  const s2 = q2 + r2
  const t2 = ldexp(s2, j2)
  const u2 = -1
  const v2 = sumError(t2, u2) + (((t2 - t2) === 0) ? ldexp(r2 - (s2 - q2), j2) : 0)
  const w2 = t2 + u2
  const x2 = w2 + v2
  const y2 = y1 === 0
  const z2 = y2 ? i2 : (v2 - (x2 - w2))
  const a3 = copysign(y2 ? h2 : x2, v1)
  const b3 = sumError(a3, 2) + z2
  const c3 = a3 + 2
  const d3 = c3 + b3
  const e3 = a3 / d3
  const f3 = (((a3 - (e3 * d3)) + productError(e3, d3)) + z2) - (e3 * (b3 - (d3 - c3)))
  const g3 = f3 / d3
  const h3 = (g3 === g3) ? (((e3 - e3) === 0) ? g3 : 0) : 0
  const i3 = e3 + h3
  const j3 = copysign(i3, value)
  const k3 = exponent(j3)
  const l3 = -k3
  const m3 = ldexp(j3, l3)
  const n3 = (productError(m3, t1) - (ldexp(h3 - (i3 - e3), l3) * t1)) - (m3 * ((s1 - t1) - r1))
  return ldexp((m3 * t1) - n3, k3 + ((n1 ? m : 0) + (o1 ? m : 0)))
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
  const f1 = (e1 === e1) ? (((c1 - c1) === 0) ? e1 : 0) : 0
  const g1 = c1 + f1
  const h1 = f1 - (g1 - c1)
  const i1 = ldexp(g1, n)
  const j1 = -i1
  const k1 = sumError(1, j1) + (-(((i1 - i1) === 0) ? ldexp(h1, n) : 0))
  const l1 = 1 + j1
  const m1 = l1 + k1
  const n1 = k1 - (m1 - l1)
  const o1 = a < 0
  const p1 = (-a) < 0
  const q1 = p1 ? g1 : m1
  const r1 = o1 ? g1 : m1
  const s1 = (productError(r1, q1) - ((o1 ? h1 : n1) * q1)) - (r1 * (p1 ? h1 : n1))
  const t1 = r1 * q1
  const u1 = t1 - s1
  const v1 = -Math.abs(gate)
  const w1 = v1 < (-2900) ? (-2900) : v1
  const x1 = 1500 < w1 ? 1500 : w1
  const y1 = nearest(x1 * 184.6649652337873)
  const z1 = -(y1 * 1.2655086083012853e-13)
  const a2 = x1 - (y1 * 0.005415212347998022)
  const b2 = a2 + z1
  const c2 = 0.041666666666666664 + (b2 * (0.008333333333333333 + (b2 * 0.001388888888888889)))
  const d2 = (b2 * b2) * (0.5 + (b2 * (0.16666666666666666 + (b2 * c2))))
  const e2 = b2 - a2
  const f2 = ((a2 - (b2 - e2)) + (z1 - e2)) - (y1 * 3.1258479278239995e-24)
  const g2 = (f2 + (f2 * b2)) + d2
  const h2 = b2 + g2
  const i2 = Math.floor(y1 * 0.0078125)
  const j2 = y1 - (i2 * 128)
  const k2 = exp2[j2]
  const l2 = exp2[j2 + 128]
  const m2 = (productError(k2, h2) - (l2 * h2)) - (k2 * (g2 - (h2 - b2)))
  const n2 = k2 * h2
  const o2 = n2 - m2
  const p2 = k2 + o2
  const q2 = (o2 - (p2 - k2)) + (l2 + ((n2 - o2) - m2))
  const r2 = p2 + q2
  const s2 = q2 - (r2 - p2)
  const t2 = ldexp(r2, i2)
  const u2 = sumError(1, t2) + (((t2 - t2) === 0) ? ldexp(s2, i2) : 0)
  const v2 = 1 + t2
  const w2 = v2 + u2
  const x2 = r2 / w2
  const y2 = (((r2 - (x2 * w2)) + productError(x2, w2)) + s2) - (x2 * (u2 - (w2 - v2)))
  const z2 = y2 / w2
  const a3 = (z2 === z2) ? (((x2 - x2) === 0) ? z2 : 0) : 0
  const b3 = x2 + a3
  const c3 = a3 - (b3 - x2)
  const d3 = ldexp(b3, i2)
  const e3 = -d3
  const f3 = sumError(1, e3) + (-(((d3 - d3) === 0) ? ldexp(c3, i2) : 0))
  const g3 = 1 + e3
  const h3 = g3 + f3
  const i3 = gate < 0
  const j3 = i3 ? b3 : h3
  const k3 = u1 * 4
  const l3 = productError(j3, k3) - ((i3 ? c3 : (f3 - (h3 - g3))) * k3)
  const m3 = ldexp((j3 * k3) - (l3 - (j3 * (((t1 - u1) - s1) * 4))), (i3 ? i2 : 0) + ((o1 ? n : 0) + (p1 ? n : 0)))
  return m3
}

/**
 * gtu = `sigmoid(gate) * tanh(value)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * gtu(0.5, 2) // 0.6000679627541353
 * gtu.derivative(0.5, 2) // { gate: 0.22655005998253686, value: 0.043977265186960116 }
 */
export const gtu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'gtu', kind: 'gated', formula: 'sigmoid(gate) * tanh(value)', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
