// Generated from the formula `gelu(gate) * value` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table, millsTable } from '../number/tables.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value), gate)
  if (isFar(value)) return extend(v => evaluate(gate, v), value)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = Math.abs(gate)
  const b = a < (-52) ? (-52) : a
  const c = 52 < b ? 52 : b
  const d = (c * c) * (-0.5)
  const e = d < (-1400) ? (-1400) : d
  const f = 720 < e ? 720 : e
  const g = nearest(f * 184.6649652337873)
  const h = f - (g * 0.005415212347998022)
  const i = -(g * 1.2655086083012853e-13)
  const j = h + i
  const k = j - h
  const l = (((h - (j - k)) + (i - k)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (productError(c, c) * (-0.5)) : 0)
  const m = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const n = (l + (l * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * m)))))
  const o = Math.floor(g * 0.0078125)
  const p = g - (o * 128)
  const q = j + n
  const r = exp2[p]
  const s = exp2[p + 128]
  const t = r * q
  const u = (productError(r, q) + (s * q)) + (r * (n - (q - j)))
  const v = t + u
  const w = r + v
  const x = (v - (w - r)) + (s + (u - (v - t)))
  const y = w + x
  const z = a < 0 ? 0 : a
  const a1 = 39.9 < z ? 39.9 : z
  const b1 = a1 < 32
  const c1 = a1 < 16
  const d1 = a1 < 8
  const e1 = a1 < 4
  const f1 = e1 ? 8 : (d1 ? 4 : (c1 ? 2 : (b1 ? 1 : 0.5)))
  const g1 = Math.floor(a1 * f1)
  const h1 = a1 - ((g1 + 0.5) / f1)
  const i1 = (g1 + (e1 ? 0 : (d1 ? 16 : (c1 ? 32 : (b1 ? 48 : 64))))) * 13
  const j1 = (((mills[i1 + 12] * h1) + mills[i1 + 11]) * h1) + mills[i1 + 10]
  const k1 = (((((j1 * h1) + mills[i1 + 9]) * h1) + mills[i1 + 8]) * h1) + mills[i1 + 7]
  const l1 = (((((k1 * h1) + mills[i1 + 6]) * h1) + mills[i1 + 5]) * h1) + mills[i1 + 4]
  const m1 = mills[i1 + 0]
  const n1 = mills[i1 + 1] + (h1 * ((((l1 * h1) + mills[i1 + 3]) * h1) + mills[i1 + 2]))
  const o1 = m1 + n1
  const p1 = y * o1
  const q1 = (productError(y, o1) + ((x - (y - w)) * o1)) + (y * (n1 - (o1 - m1)))
  const r1 = p1 + q1
  const s1 = q1 - (r1 - p1)
  const t1 = gate < 0
  const u1 = Math.floor(o * 0.5)
  const v1 = pow2(u1)
  const w1 = pow2(o - u1)
  const x1 = -((r1 * v1) * w1)
  const y1 = 1 + x1
  const z1 = sumError(1, x1) + (-((s1 * v1) * w1))
  const a2 = y1 + z1
  const b2 = t1 ? r1 : a2
  const c2 = t1 ? o : 0
  const d2 = gate * b2
  const e2 = productError(gate, b2) + (gate * (t1 ? s1 : (z1 - (a2 - y1))))
  const f2 = d2 + e2
  const g2 = (f2 * value) + (productError(f2, value) + ((e2 - (f2 - d2)) * value))
  const h2 = Math.floor(c2 * 0.5)
  return (g2 * pow2(h2)) * pow2(c2 - h2)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfGate(gate, v), value)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = gate < 0
  const b = Math.abs(gate)
  const c = b < (-52) ? (-52) : b
  const d = 52 < c ? 52 : c
  const e = (d * d) * (-0.5)
  const f = e < (-1400) ? (-1400) : e
  const g = 720 < f ? 720 : f
  const h = nearest(g * 184.6649652337873)
  const i = g - (h * 0.005415212347998022)
  const j = -(h * 1.2655086083012853e-13)
  const k = i + j
  const l = k - i
  const m = (((i - (k - l)) + (j - l)) - (h * 3.1258479278239995e-24)) + ((g === e) ? (productError(d, d) * (-0.5)) : 0)
  const n = 0.041666666666666664 + (k * (0.008333333333333333 + (k * 0.001388888888888889)))
  const o = (m + (m * k)) + ((k * k) * (0.5 + (k * (0.16666666666666666 + (k * n)))))
  const p = Math.floor(h * 0.0078125)
  const q = h - (p * 128)
  const r = k + o
  const s = exp2[q]
  const t = exp2[q + 128]
  const u = s * r
  const v = (productError(s, r) + (t * r)) + (s * (o - (r - k)))
  const w = u + v
  const x = s + w
  const y = (w - (x - s)) + (t + (v - (w - u)))
  const z = x + y
  const a1 = b < 0 ? 0 : b
  const b1 = 2.037035976334486e+90 < a1 ? 2.037035976334486e+90 : a1
  const c1 = b1 * 0.3989422804014327
  const d1 = productError(b1, 0.3989422804014327) + (b1 * (-2.49232720227773e-17))
  const e1 = c1 + d1
  const f1 = b - 0.7517915246935645
  const g1 = Math.abs(f1) < 0.0625
  const h1 = g1 ? f1 : 0
  const i1 = h1 + 1.4956759177009883e-17
  const j1 = (((mills[1092 + 12] * h1) + mills[1092 + 11]) * h1) + mills[1092 + 10]
  const k1 = ((((j1 * h1) + mills[1092 + 9]) * h1) + mills[1092 + 8]) * h1
  const l1 = ((((k1 + mills[1092 + 7]) * h1) + mills[1092 + 6]) * h1) + mills[1092 + 5]
  const m1 = ((((l1 * h1) + mills[1092 + 4]) * h1) + mills[1092 + 3]) * h1
  const n1 = mills[1092 + 0]
  const o1 = mills[1092 + 1] + (h1 * (m1 + mills[1092 + 2]))
  const p1 = n1 + o1
  const q1 = i1 * p1
  const r1 = productError(i1, p1) + ((1.4956759177009883e-17 - (i1 - h1)) * p1)
  const s1 = r1 + (i1 * (o1 - (p1 - n1)))
  const t1 = q1 + s1
  const u1 = 39.9 < a1 ? 39.9 : a1
  const v1 = u1 < 32
  const w1 = u1 < 16
  const x1 = u1 < 8
  const y1 = u1 < 4
  const z1 = y1 ? 8 : (x1 ? 4 : (w1 ? 2 : (v1 ? 1 : 0.5)))
  const a2 = Math.floor(u1 * z1)
  const b2 = u1 - ((a2 + 0.5) / z1)
  const c2 = (a2 + (y1 ? 0 : (x1 ? 16 : (w1 ? 32 : (v1 ? 48 : 64))))) * 13
  const d2 = (((mills[c2 + 12] * b2) + mills[c2 + 11]) * b2) + mills[c2 + 10]
  const e2 = (((((d2 * b2) + mills[c2 + 9]) * b2) + mills[c2 + 8]) * b2) + mills[c2 + 7]
  const f2 = (((((e2 * b2) + mills[c2 + 6]) * b2) + mills[c2 + 5]) * b2) + mills[c2 + 4]
  const g2 = mills[c2 + 0]
  const h2 = mills[c2 + 1] + (b2 * ((((f2 * b2) + mills[c2 + 3]) * b2) + mills[c2 + 2]))
  const i2 = g2 + h2
  const j2 = -e1
  const k2 = i2 + j2
  const l2 = (sumError(i2, j2) + (h2 - (i2 - g2))) + (-(d1 - (e1 - c1)))
  const m2 = k2 + l2
  const n2 = g1 ? t1 : m2
  const o2 = z * n2
  const p2 = (productError(z, n2) + ((y - (z - x)) * n2)) + (z * (g1 ? (s1 - (t1 - q1)) : (l2 - (m2 - k2))))
  const q2 = o2 + p2
  const r2 = p2 - (q2 - o2)
  const s2 = Math.floor(p * 0.5)
  const t2 = pow2(s2)
  const u2 = pow2(p - s2)
  const v2 = -((q2 * t2) * u2)
  const w2 = 1 + v2
  const x2 = sumError(1, v2) + (-((r2 * t2) * u2))
  const y2 = w2 + x2
  const z2 = a ? q2 : y2
  const a3 = a ? p : 0
  const b3 = productError(value, z2) + (value * (a ? r2 : (x2 - (y2 - w2))))
  const c3 = Math.floor(a3 * 0.5)
  return (((value * z2) + b3) * pow2(c3)) * pow2(a3 - c3)
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfValue(gate, v), value)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = Math.abs(gate)
  const b = a < (-52) ? (-52) : a
  const c = 52 < b ? 52 : b
  const d = (c * c) * (-0.5)
  const e = d < (-1400) ? (-1400) : d
  const f = 720 < e ? 720 : e
  const g = nearest(f * 184.6649652337873)
  const h = f - (g * 0.005415212347998022)
  const i = -(g * 1.2655086083012853e-13)
  const j = h + i
  const k = j - h
  const l = (((h - (j - k)) + (i - k)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (productError(c, c) * (-0.5)) : 0)
  const m = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const n = (l + (l * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * m)))))
  const o = Math.floor(g * 0.0078125)
  const p = g - (o * 128)
  const q = j + n
  const r = exp2[p]
  const s = exp2[p + 128]
  const t = r * q
  const u = (productError(r, q) + (s * q)) + (r * (n - (q - j)))
  const v = t + u
  const w = r + v
  const x = (v - (w - r)) + (s + (u - (v - t)))
  const y = w + x
  const z = a < 0 ? 0 : a
  const a1 = 39.9 < z ? 39.9 : z
  const b1 = a1 < 32
  const c1 = a1 < 16
  const d1 = a1 < 8
  const e1 = a1 < 4
  const f1 = e1 ? 8 : (d1 ? 4 : (c1 ? 2 : (b1 ? 1 : 0.5)))
  const g1 = Math.floor(a1 * f1)
  const h1 = a1 - ((g1 + 0.5) / f1)
  const i1 = (g1 + (e1 ? 0 : (d1 ? 16 : (c1 ? 32 : (b1 ? 48 : 64))))) * 13
  const j1 = (((mills[i1 + 12] * h1) + mills[i1 + 11]) * h1) + mills[i1 + 10]
  const k1 = (((((j1 * h1) + mills[i1 + 9]) * h1) + mills[i1 + 8]) * h1) + mills[i1 + 7]
  const l1 = (((((k1 * h1) + mills[i1 + 6]) * h1) + mills[i1 + 5]) * h1) + mills[i1 + 4]
  const m1 = mills[i1 + 0]
  const n1 = mills[i1 + 1] + (h1 * ((((l1 * h1) + mills[i1 + 3]) * h1) + mills[i1 + 2]))
  const o1 = m1 + n1
  const p1 = y * o1
  const q1 = (productError(y, o1) + ((x - (y - w)) * o1)) + (y * (n1 - (o1 - m1)))
  const r1 = p1 + q1
  const s1 = q1 - (r1 - p1)
  const t1 = gate < 0
  const u1 = Math.floor(o * 0.5)
  const v1 = pow2(u1)
  const w1 = pow2(o - u1)
  const x1 = -((r1 * v1) * w1)
  const y1 = 1 + x1
  const z1 = sumError(1, x1) + (-((s1 * v1) * w1))
  const a2 = y1 + z1
  const b2 = t1 ? r1 : a2
  const c2 = t1 ? o : 0
  const d2 = productError(gate, b2) + (gate * (t1 ? s1 : (z1 - (a2 - y1))))
  const e2 = Math.floor(c2 * 0.5)
  return (((gate * b2) + d2) * pow2(e2)) * pow2(c2 - e2)
}

/** geglu = `gelu(gate) * value`, in doubles. History, sources and limits: the catalogue's entry. */
export const geglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'geglu', kind: 'gated', formula: 'gelu(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
