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
  const a = gate < 0
  const b = -Math.abs(gate)
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
  const x = v - (w - u)
  const y = ldexp(w, m)
  const z = 1 + y
  const a1 = sumError(1, y) + ldexp(x, m)
  const b1 = z + a1
  const c1 = w / b1
  const d1 = (((w - (c1 * b1)) - productError(c1, b1)) + x) - (c1 * (a1 - (b1 - z)))
  const e1 = d1 / b1
  const f1 = (((c1 - c1) === 0) && (e1 === e1)) ? e1 : 0
  const g1 = c1 + f1
  const h1 = f1 - (g1 - c1)
  const i1 = -ldexp(g1, m)
  const j1 = 1 + i1
  const k1 = sumError(1, i1) + (-ldexp(h1, m))
  const l1 = j1 + k1
  const m1 = a ? g1 : l1
  const n1 = value < (-22) ? (-22) : value
  const o1 = (22 < n1 ? 22 : n1) * 2
  const p1 = o1 < (-2900) ? (-2900) : o1
  const q1 = 1500 < p1 ? 1500 : p1
  const r1 = nearest(q1 * 184.6649652337873)
  const s1 = q1 - (r1 * 0.005415212347998022)
  const t1 = -(r1 * 1.2655086083012853e-13)
  const u1 = s1 + t1
  const v1 = u1 - s1
  const w1 = ((s1 - (u1 - v1)) + (t1 - v1)) - (r1 * 3.1258479278239995e-24)
  const x1 = 0.041666666666666664 + (u1 * (0.008333333333333333 + (u1 * 0.001388888888888889)))
  const y1 = (u1 * u1) * (0.5 + (u1 * (0.16666666666666666 + (u1 * x1))))
  const z1 = (w1 + (w1 * u1)) + y1
  const a2 = Math.floor(r1 * 0.0078125)
  const b2 = r1 - (a2 * 128)
  const c2 = u1 + z1
  const d2 = z1 - (c2 - u1)
  const e2 = exp2[b2]
  const f2 = exp2[b2 + 128]
  const g2 = e2 * c2
  const h2 = (productError(e2, c2) + (f2 * c2)) + (e2 * d2)
  const i2 = g2 + h2
  const j2 = e2 + i2
  const k2 = (i2 - (j2 - e2)) + (f2 + (h2 - (i2 - g2)))
  const l2 = j2 + k2
  const m2 = ldexp(l2, a2)
  const n2 = -1
  const o2 = m2 + n2
  const p2 = sumError(m2, n2) + ldexp(k2 - (l2 - j2), a2)
  const q2 = o2 + p2
  const r2 = r1 === 0
  const s2 = r2 ? d2 : (p2 - (q2 - o2))
  const t2 = copysign(r2 ? c2 : q2, o1)
  const u2 = t2 + 2
  const v2 = sumError(t2, 2) + s2
  const w2 = u2 + v2
  const x2 = t2 / w2
  const y2 = (((t2 - (x2 * w2)) - productError(x2, w2)) + s2) - (x2 * (v2 - (w2 - u2)))
  const z2 = y2 / w2
  const a3 = (((x2 - x2) === 0) && (z2 === z2)) ? z2 : 0
  const b3 = x2 + a3
  const c3 = copysign(b3, value)
  const d3 = exponent(c3)
  const e3 = -d3
  const f3 = ldexp(c3, e3)
  const g3 = (productError(m1, f3) + ((a ? h1 : (k1 - (l1 - j1))) * f3)) + (m1 * ldexp(a3 - (b3 - x2), e3))
  return ldexp((m1 * f3) + g3, (a ? m : 0) + d3)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfGate(gate, v), value)
  const exp2 = exp2Table()
  const a = value < (-22) ? (-22) : value
  const b = (22 < a ? 22 : a) * 2
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
  const p = l - (o - h)
  const q = exp2[n]
  const r = exp2[n + 128]
  const s = q * o
  const t = (productError(q, o) + (r * o)) + (q * p)
  const u = s + t
  const v = q + u
  const w = (u - (v - q)) + (r + (t - (u - s)))
  const x = v + w
  const y = ldexp(x, m)
  const z = -1
  const a1 = y + z
  const b1 = sumError(y, z) + ldexp(w - (x - v), m)
  const c1 = a1 + b1
  const d1 = e === 0
  const e1 = d1 ? p : (b1 - (c1 - a1))
  const f1 = copysign(d1 ? o : c1, b)
  const g1 = f1 + 2
  const h1 = sumError(f1, 2) + e1
  const i1 = g1 + h1
  const j1 = f1 / i1
  const k1 = (((f1 - (j1 * i1)) - productError(j1, i1)) + e1) - (j1 * (h1 - (i1 - g1)))
  const l1 = k1 / i1
  const m1 = (((j1 - j1) === 0) && (l1 === l1)) ? l1 : 0
  const n1 = j1 + m1
  const o1 = copysign(n1, value)
  const p1 = gate < 0
  const q1 = -Math.abs(gate)
  const r1 = q1 < (-2900) ? (-2900) : q1
  const s1 = 1500 < r1 ? 1500 : r1
  const t1 = nearest(s1 * 184.6649652337873)
  const u1 = s1 - (t1 * 0.005415212347998022)
  const v1 = -(t1 * 1.2655086083012853e-13)
  const w1 = u1 + v1
  const x1 = w1 - u1
  const y1 = ((u1 - (w1 - x1)) + (v1 - x1)) - (t1 * 3.1258479278239995e-24)
  const z1 = 0.041666666666666664 + (w1 * (0.008333333333333333 + (w1 * 0.001388888888888889)))
  const a2 = (w1 * w1) * (0.5 + (w1 * (0.16666666666666666 + (w1 * z1))))
  const b2 = (y1 + (y1 * w1)) + a2
  const c2 = Math.floor(t1 * 0.0078125)
  const d2 = t1 - (c2 * 128)
  const e2 = w1 + b2
  const f2 = exp2[d2]
  const g2 = exp2[d2 + 128]
  const h2 = f2 * e2
  const i2 = (productError(f2, e2) + (g2 * e2)) + (f2 * (b2 - (e2 - w1)))
  const j2 = h2 + i2
  const k2 = f2 + j2
  const l2 = (j2 - (k2 - f2)) + (g2 + (i2 - (j2 - h2)))
  const m2 = k2 + l2
  const n2 = l2 - (m2 - k2)
  const o2 = ldexp(m2, c2)
  const p2 = 1 + o2
  const q2 = sumError(1, o2) + ldexp(n2, c2)
  const r2 = p2 + q2
  const s2 = m2 / r2
  const t2 = (((m2 - (s2 * r2)) - productError(s2, r2)) + n2) - (s2 * (q2 - (r2 - p2)))
  const u2 = t2 / r2
  const v2 = (((s2 - s2) === 0) && (u2 === u2)) ? u2 : 0
  const w2 = s2 + v2
  const x2 = v2 - (w2 - s2)
  const y2 = -ldexp(w2, c2)
  const z2 = 1 + y2
  const a3 = sumError(1, y2) + (-ldexp(x2, c2))
  const b3 = z2 + a3
  const c3 = a3 - (b3 - z2)
  const d3 = p1 ? w2 : b3
  const e3 = (-gate) < 0
  const f3 = e3 ? w2 : b3
  const g3 = d3 * f3
  const h3 = (productError(d3, f3) + ((p1 ? x2 : c3) * f3)) + (d3 * (e3 ? x2 : c3))
  const i3 = g3 + h3
  const j3 = exponent(o1)
  const k3 = -j3
  const l3 = ldexp(o1, k3)
  const m3 = (productError(l3, i3) + (ldexp(m1 - (n1 - j1), k3) * i3)) + (l3 * (h3 - (i3 - g3)))
  return ldexp((l3 * i3) + m3, j3 + ((p1 ? c2 : 0) + (e3 ? c2 : 0)))
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfValue(gate, v), value)
  const exp2 = exp2Table()
  const a = gate < 0
  const b = -Math.abs(gate)
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
  const x = v - (w - u)
  const y = ldexp(w, m)
  const z = 1 + y
  const a1 = sumError(1, y) + ldexp(x, m)
  const b1 = z + a1
  const c1 = w / b1
  const d1 = (((w - (c1 * b1)) - productError(c1, b1)) + x) - (c1 * (a1 - (b1 - z)))
  const e1 = d1 / b1
  const f1 = (((c1 - c1) === 0) && (e1 === e1)) ? e1 : 0
  const g1 = c1 + f1
  const h1 = f1 - (g1 - c1)
  const i1 = -ldexp(g1, m)
  const j1 = 1 + i1
  const k1 = sumError(1, i1) + (-ldexp(h1, m))
  const l1 = j1 + k1
  const m1 = a ? g1 : l1
  const n1 = value * 2
  const o1 = n1 < 0
  const p1 = -Math.abs(n1)
  const q1 = p1 < (-2900) ? (-2900) : p1
  const r1 = 1500 < q1 ? 1500 : q1
  const s1 = nearest(r1 * 184.6649652337873)
  const t1 = r1 - (s1 * 0.005415212347998022)
  const u1 = -(s1 * 1.2655086083012853e-13)
  const v1 = t1 + u1
  const w1 = v1 - t1
  const x1 = ((t1 - (v1 - w1)) + (u1 - w1)) - (s1 * 3.1258479278239995e-24)
  const y1 = 0.041666666666666664 + (v1 * (0.008333333333333333 + (v1 * 0.001388888888888889)))
  const z1 = (v1 * v1) * (0.5 + (v1 * (0.16666666666666666 + (v1 * y1))))
  const a2 = (x1 + (x1 * v1)) + z1
  const b2 = Math.floor(s1 * 0.0078125)
  const c2 = s1 - (b2 * 128)
  const d2 = v1 + a2
  const e2 = exp2[c2]
  const f2 = exp2[c2 + 128]
  const g2 = e2 * d2
  const h2 = (productError(e2, d2) + (f2 * d2)) + (e2 * (a2 - (d2 - v1)))
  const i2 = g2 + h2
  const j2 = e2 + i2
  const k2 = (i2 - (j2 - e2)) + (f2 + (h2 - (i2 - g2)))
  const l2 = j2 + k2
  const m2 = k2 - (l2 - j2)
  const n2 = ldexp(l2, b2)
  const o2 = 1 + n2
  const p2 = sumError(1, n2) + ldexp(m2, b2)
  const q2 = o2 + p2
  const r2 = l2 / q2
  const s2 = (((l2 - (r2 * q2)) - productError(r2, q2)) + m2) - (r2 * (p2 - (q2 - o2)))
  const t2 = s2 / q2
  const u2 = (((r2 - r2) === 0) && (t2 === t2)) ? t2 : 0
  const v2 = r2 + u2
  const w2 = u2 - (v2 - r2)
  const x2 = -ldexp(v2, b2)
  const y2 = 1 + x2
  const z2 = sumError(1, x2) + (-ldexp(w2, b2))
  const a3 = y2 + z2
  const b3 = z2 - (a3 - y2)
  const c3 = o1 ? v2 : a3
  const d3 = (-n1) < 0
  const e3 = d3 ? v2 : a3
  const f3 = c3 * e3
  const g3 = (productError(c3, e3) + ((o1 ? w2 : b3) * e3)) + (c3 * (d3 ? w2 : b3))
  const h3 = f3 + g3
  const i3 = h3 * 4
  const j3 = (productError(m1, i3) + ((a ? h1 : (k1 - (l1 - j1))) * i3)) + (m1 * ((g3 - (h3 - f3)) * 4))
  const k3 = ldexp((m1 * i3) + j3, (a ? m : 0) + ((o1 ? b2 : 0) + (d3 ? b2 : 0)))
  return k3
}

/** gtu = `sigmoid(gate) * tanh(value)`, in doubles. History, sources and limits: the catalogue's entry. */
export const gtu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'gtu', kind: 'gated', formula: 'sigmoid(gate) * tanh(value)', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
