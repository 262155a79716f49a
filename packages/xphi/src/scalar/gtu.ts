// Generated from the formula `sigmoid(gate) * tanh(value)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { copysign, nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value), gate)
  if (isFar(value)) return extend(v => evaluate(gate, v), value)
  const exp2 = exp2Table()
  const a = gate < 0
  const b = -Math.abs(gate)
  const c = b < (-1400) ? (-1400) : b
  const d = 720 < c ? 720 : c
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
  const y = Math.floor(m * 0.5)
  const z = pow2(y)
  const a1 = pow2(m - y)
  const b1 = (w * z) * a1
  const c1 = 1 + b1
  const d1 = sumError(1, b1) + ((x * z) * a1)
  const e1 = c1 + d1
  const f1 = w / e1
  const g1 = (((w - (f1 * e1)) - productError(f1, e1)) + x) - (f1 * (d1 - (e1 - c1)))
  const h1 = g1 / e1
  const i1 = (((f1 - f1) === 0) && (h1 === h1)) ? h1 : 0
  const j1 = f1 + i1
  const k1 = i1 - (j1 - f1)
  const l1 = -((j1 * z) * a1)
  const m1 = 1 + l1
  const n1 = sumError(1, l1) + (-((k1 * z) * a1))
  const o1 = m1 + n1
  const p1 = a ? j1 : o1
  const q1 = a ? m : 0
  const r1 = value < (-22) ? (-22) : value
  const s1 = (22 < r1 ? 22 : r1) * 2
  const t1 = s1 < (-1400) ? (-1400) : s1
  const u1 = 720 < t1 ? 720 : t1
  const v1 = nearest(u1 * 184.6649652337873)
  const w1 = u1 - (v1 * 0.005415212347998022)
  const x1 = -(v1 * 1.2655086083012853e-13)
  const y1 = w1 + x1
  const z1 = y1 - w1
  const a2 = ((w1 - (y1 - z1)) + (x1 - z1)) - (v1 * 3.1258479278239995e-24)
  const b2 = 0.041666666666666664 + (y1 * (0.008333333333333333 + (y1 * 0.001388888888888889)))
  const c2 = (y1 * y1) * (0.5 + (y1 * (0.16666666666666666 + (y1 * b2))))
  const d2 = (a2 + (a2 * y1)) + c2
  const e2 = Math.floor(v1 * 0.0078125)
  const f2 = v1 - (e2 * 128)
  const g2 = y1 + d2
  const h2 = d2 - (g2 - y1)
  const i2 = exp2[f2]
  const j2 = exp2[f2 + 128]
  const k2 = i2 * g2
  const l2 = (productError(i2, g2) + (j2 * g2)) + (i2 * h2)
  const m2 = k2 + l2
  const n2 = i2 + m2
  const o2 = (m2 - (n2 - i2)) + (j2 + (l2 - (m2 - k2)))
  const p2 = n2 + o2
  const q2 = Math.floor(e2 * 0.5)
  const r2 = pow2(q2)
  const s2 = pow2(e2 - q2)
  const t2 = (p2 * r2) * s2
  const u2 = -1
  const v2 = t2 + u2
  const w2 = sumError(t2, u2) + (((o2 - (p2 - n2)) * r2) * s2)
  const x2 = v2 + w2
  const y2 = v1 === 0
  const z2 = y2 ? h2 : (w2 - (x2 - v2))
  const a3 = copysign(y2 ? g2 : x2, s1)
  const b3 = a3 + 2
  const c3 = sumError(a3, 2) + z2
  const d3 = b3 + c3
  const e3 = a3 / d3
  const f3 = (((a3 - (e3 * d3)) - productError(e3, d3)) + z2) - (e3 * (c3 - (d3 - b3)))
  const g3 = f3 / d3
  const h3 = (((e3 - e3) === 0) && (g3 === g3)) ? g3 : 0
  const i3 = e3 + h3
  const j3 = copysign(i3, value)
  const k3 = (productError(p1, j3) + ((a ? k1 : (n1 - (o1 - m1))) * j3)) + (p1 * (h3 - (i3 - e3)))
  const l3 = Math.floor(q1 * 0.5)
  return (((p1 * j3) + k3) * pow2(l3)) * pow2(q1 - l3)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfGate(gate, v), value)
  const exp2 = exp2Table()
  const a = value < (-22) ? (-22) : value
  const b = (22 < a ? 22 : a) * 2
  const c = b < (-1400) ? (-1400) : b
  const d = 720 < c ? 720 : c
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
  const y = Math.floor(m * 0.5)
  const z = pow2(y)
  const a1 = pow2(m - y)
  const b1 = (x * z) * a1
  const c1 = -1
  const d1 = b1 + c1
  const e1 = sumError(b1, c1) + (((w - (x - v)) * z) * a1)
  const f1 = d1 + e1
  const g1 = e === 0
  const h1 = g1 ? p : (e1 - (f1 - d1))
  const i1 = copysign(g1 ? o : f1, b)
  const j1 = i1 + 2
  const k1 = sumError(i1, 2) + h1
  const l1 = j1 + k1
  const m1 = i1 / l1
  const n1 = (((i1 - (m1 * l1)) - productError(m1, l1)) + h1) - (m1 * (k1 - (l1 - j1)))
  const o1 = n1 / l1
  const p1 = (((m1 - m1) === 0) && (o1 === o1)) ? o1 : 0
  const q1 = m1 + p1
  const r1 = copysign(q1, value)
  const s1 = gate < 0
  const t1 = -Math.abs(gate)
  const u1 = t1 < (-1400) ? (-1400) : t1
  const v1 = 720 < u1 ? 720 : u1
  const w1 = nearest(v1 * 184.6649652337873)
  const x1 = v1 - (w1 * 0.005415212347998022)
  const y1 = -(w1 * 1.2655086083012853e-13)
  const z1 = x1 + y1
  const a2 = z1 - x1
  const b2 = ((x1 - (z1 - a2)) + (y1 - a2)) - (w1 * 3.1258479278239995e-24)
  const c2 = 0.041666666666666664 + (z1 * (0.008333333333333333 + (z1 * 0.001388888888888889)))
  const d2 = (z1 * z1) * (0.5 + (z1 * (0.16666666666666666 + (z1 * c2))))
  const e2 = (b2 + (b2 * z1)) + d2
  const f2 = Math.floor(w1 * 0.0078125)
  const g2 = w1 - (f2 * 128)
  const h2 = z1 + e2
  const i2 = exp2[g2]
  const j2 = exp2[g2 + 128]
  const k2 = i2 * h2
  const l2 = (productError(i2, h2) + (j2 * h2)) + (i2 * (e2 - (h2 - z1)))
  const m2 = k2 + l2
  const n2 = i2 + m2
  const o2 = (m2 - (n2 - i2)) + (j2 + (l2 - (m2 - k2)))
  const p2 = n2 + o2
  const q2 = o2 - (p2 - n2)
  const r2 = Math.floor(f2 * 0.5)
  const s2 = pow2(r2)
  const t2 = pow2(f2 - r2)
  const u2 = (p2 * s2) * t2
  const v2 = 1 + u2
  const w2 = sumError(1, u2) + ((q2 * s2) * t2)
  const x2 = v2 + w2
  const y2 = p2 / x2
  const z2 = (((p2 - (y2 * x2)) - productError(y2, x2)) + q2) - (y2 * (w2 - (x2 - v2)))
  const a3 = z2 / x2
  const b3 = (((y2 - y2) === 0) && (a3 === a3)) ? a3 : 0
  const c3 = y2 + b3
  const d3 = b3 - (c3 - y2)
  const e3 = -((c3 * s2) * t2)
  const f3 = 1 + e3
  const g3 = sumError(1, e3) + (-((d3 * s2) * t2))
  const h3 = f3 + g3
  const i3 = g3 - (h3 - f3)
  const j3 = s1 ? c3 : h3
  const k3 = (-gate) < 0
  const l3 = k3 ? c3 : h3
  const m3 = (s1 ? f2 : 0) + (k3 ? f2 : 0)
  const n3 = j3 * l3
  const o3 = (productError(j3, l3) + ((s1 ? d3 : i3) * l3)) + (j3 * (k3 ? d3 : i3))
  const p3 = n3 + o3
  const q3 = (productError(r1, p3) + ((p1 - (q1 - m1)) * p3)) + (r1 * (o3 - (p3 - n3)))
  const r3 = Math.floor(m3 * 0.5)
  return (((r1 * p3) + q3) * pow2(r3)) * pow2(m3 - r3)
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfValue(gate, v), value)
  const exp2 = exp2Table()
  const a = gate < 0
  const b = -Math.abs(gate)
  const c = b < (-1400) ? (-1400) : b
  const d = 720 < c ? 720 : c
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
  const y = Math.floor(m * 0.5)
  const z = pow2(y)
  const a1 = pow2(m - y)
  const b1 = (w * z) * a1
  const c1 = 1 + b1
  const d1 = sumError(1, b1) + ((x * z) * a1)
  const e1 = c1 + d1
  const f1 = w / e1
  const g1 = (((w - (f1 * e1)) - productError(f1, e1)) + x) - (f1 * (d1 - (e1 - c1)))
  const h1 = g1 / e1
  const i1 = (((f1 - f1) === 0) && (h1 === h1)) ? h1 : 0
  const j1 = f1 + i1
  const k1 = i1 - (j1 - f1)
  const l1 = -((j1 * z) * a1)
  const m1 = 1 + l1
  const n1 = sumError(1, l1) + (-((k1 * z) * a1))
  const o1 = m1 + n1
  const p1 = a ? j1 : o1
  const q1 = value * 2
  const r1 = q1 < 0
  const s1 = -Math.abs(q1)
  const t1 = s1 < (-1400) ? (-1400) : s1
  const u1 = 720 < t1 ? 720 : t1
  const v1 = nearest(u1 * 184.6649652337873)
  const w1 = u1 - (v1 * 0.005415212347998022)
  const x1 = -(v1 * 1.2655086083012853e-13)
  const y1 = w1 + x1
  const z1 = y1 - w1
  const a2 = ((w1 - (y1 - z1)) + (x1 - z1)) - (v1 * 3.1258479278239995e-24)
  const b2 = 0.041666666666666664 + (y1 * (0.008333333333333333 + (y1 * 0.001388888888888889)))
  const c2 = (y1 * y1) * (0.5 + (y1 * (0.16666666666666666 + (y1 * b2))))
  const d2 = (a2 + (a2 * y1)) + c2
  const e2 = Math.floor(v1 * 0.0078125)
  const f2 = v1 - (e2 * 128)
  const g2 = y1 + d2
  const h2 = exp2[f2]
  const i2 = exp2[f2 + 128]
  const j2 = h2 * g2
  const k2 = (productError(h2, g2) + (i2 * g2)) + (h2 * (d2 - (g2 - y1)))
  const l2 = j2 + k2
  const m2 = h2 + l2
  const n2 = (l2 - (m2 - h2)) + (i2 + (k2 - (l2 - j2)))
  const o2 = m2 + n2
  const p2 = n2 - (o2 - m2)
  const q2 = Math.floor(e2 * 0.5)
  const r2 = pow2(q2)
  const s2 = pow2(e2 - q2)
  const t2 = (o2 * r2) * s2
  const u2 = 1 + t2
  const v2 = sumError(1, t2) + ((p2 * r2) * s2)
  const w2 = u2 + v2
  const x2 = o2 / w2
  const y2 = (((o2 - (x2 * w2)) - productError(x2, w2)) + p2) - (x2 * (v2 - (w2 - u2)))
  const z2 = y2 / w2
  const a3 = (((x2 - x2) === 0) && (z2 === z2)) ? z2 : 0
  const b3 = x2 + a3
  const c3 = a3 - (b3 - x2)
  const d3 = -((b3 * r2) * s2)
  const e3 = 1 + d3
  const f3 = sumError(1, d3) + (-((c3 * r2) * s2))
  const g3 = e3 + f3
  const h3 = f3 - (g3 - e3)
  const i3 = r1 ? b3 : g3
  const j3 = (-q1) < 0
  const k3 = j3 ? b3 : g3
  const l3 = i3 * k3
  const m3 = (productError(i3, k3) + ((r1 ? c3 : h3) * k3)) + (i3 * (j3 ? c3 : h3))
  const n3 = l3 + m3
  const o3 = n3 * 4
  const p3 = (a ? m : 0) + ((r1 ? e2 : 0) + (j3 ? e2 : 0))
  const q3 = (productError(p1, o3) + ((a ? k1 : (n1 - (o1 - m1))) * o3)) + (p1 * ((m3 - (n3 - l3)) * 4))
  const r3 = Math.floor(p3 * 0.5)
  return (((p1 * o3) + q3) * pow2(r3)) * pow2(p3 - r3)
}

/** gtu = `sigmoid(gate) * tanh(value)`, in doubles. History, sources and limits: the catalogue's entry. */
export const gtu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'gtu', kind: 'gated', formula: 'sigmoid(gate) * tanh(value)', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
