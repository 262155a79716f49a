// Generated from the formula `gelu(gate) * value` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table, millsTable } from '../number/tables.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value), gate)
  if (value - value !== 0) return extend(v => evaluate(gate, v), value)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = Math.abs(gate)
  const b = a < (-77) ? (-77) : a
  const c = 77 < b ? 77 : b
  const d = (c * c) * (-0.5)
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
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
  const a1 = 71.9 < z ? 71.9 : z
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
  const u1 = -ldexp(r1, o)
  const v1 = 1 + u1
  const w1 = sumError(1, u1) + (-ldexp(s1, o))
  const x1 = v1 + w1
  const y1 = t1 ? r1 : x1
  const z1 = exponent(gate)
  const a2 = ldexp(gate, -z1)
  const b2 = a2 * y1
  const c2 = productError(a2, y1) + (a2 * (t1 ? s1 : (w1 - (x1 - v1))))
  const d2 = b2 + c2
  const e2 = exponent(value)
  const f2 = ldexp(value, -e2)
  const g2 = (d2 * f2) + (productError(d2, f2) + ((c2 - (d2 - b2)) * f2))
  return ldexp(g2, (z1 + (t1 ? o : 0)) + e2)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfGate(gate, v), value)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = gate < 0
  const b = Math.abs(gate)
  const c = b < (-77) ? (-77) : b
  const d = 77 < c ? 77 : c
  const e = (d * d) * (-0.5)
  const f = e < (-2900) ? (-2900) : e
  const g = 1500 < f ? 1500 : f
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
  const f1 = 71.9 < a1 ? 71.9 : a1
  const g1 = f1 < 32
  const h1 = f1 < 16
  const i1 = f1 < 8
  const j1 = f1 < 4
  const k1 = j1 ? 8 : (i1 ? 4 : (h1 ? 2 : (g1 ? 1 : 0.5)))
  const l1 = Math.floor(f1 * k1)
  const m1 = f1 - ((l1 + 0.5) / k1)
  const n1 = (l1 + (j1 ? 0 : (i1 ? 16 : (h1 ? 32 : (g1 ? 48 : 64))))) * 13
  const o1 = (((mills[n1 + 12] * m1) + mills[n1 + 11]) * m1) + mills[n1 + 10]
  const p1 = (((((o1 * m1) + mills[n1 + 9]) * m1) + mills[n1 + 8]) * m1) + mills[n1 + 7]
  const q1 = (((((p1 * m1) + mills[n1 + 6]) * m1) + mills[n1 + 5]) * m1) + mills[n1 + 4]
  const r1 = mills[n1 + 0]
  const s1 = mills[n1 + 1] + (m1 * ((((q1 * m1) + mills[n1 + 3]) * m1) + mills[n1 + 2]))
  const t1 = r1 + s1
  const u1 = -e1
  const v1 = t1 + u1
  const w1 = (sumError(t1, u1) + (s1 - (t1 - r1))) + (-(d1 - (e1 - c1)))
  const x1 = v1 + w1
  const y1 = z * x1
  const z1 = (productError(z, x1) + ((y - (z - x)) * x1)) + (z * (w1 - (x1 - v1)))
  const a2 = y1 + z1
  const b2 = z1 - (a2 - y1)
  const c2 = -ldexp(a2, p)
  const d2 = 1 + c2
  const e2 = sumError(1, c2) + (-ldexp(b2, p))
  const f2 = d2 + e2
  const g2 = gate - (-0.7517915246935645)
  const h2 = Math.abs(g2) < 0.0625
  const i2 = g2 * (0.00008615947861116571 + (g2 * (-0.00001121438018842664)))
  const j2 = (-0.0007448268386746817) + (g2 * (0.00018633974623233514 + i2))
  const k2 = 0.004539228379125415 + (g2 * ((-0.002239538068073497) + (g2 * j2)))
  const l2 = (-0.014771522148244337) + (g2 * (0.019421679838189067 + (g2 * k2)))
  const m2 = (-0.018199676398671087) + (g2 * ((-0.1140082332972217) + (g2 * l2)))
  const n2 = 2.7308688141129613e-17 + (g2 * (0.388284982990552 + (g2 * m2)))
  const o2 = g2 + (-1.4956759177009883e-17)
  const p2 = 0.4314939923140469 + n2
  const q2 = o2 * p2
  const r2 = productError(o2, p2) + (((-1.4956759177009883e-17) - (o2 - g2)) * p2)
  const s2 = r2 + (o2 * (n2 - (p2 - 0.4314939923140469)))
  const t2 = q2 + s2
  const u2 = h2 ? t2 : (a ? a2 : f2)
  const v2 = exponent(value)
  const w2 = ldexp(value, -v2)
  const x2 = w2 * (h2 ? (s2 - (t2 - q2)) : (a ? b2 : (e2 - (f2 - d2))))
  const y2 = ldexp((w2 * u2) + (productError(w2, u2) + x2), v2 + (h2 ? 0 : (a ? p : 0)))
  return y2
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfValue(gate, v), value)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = Math.abs(gate)
  const b = a < (-77) ? (-77) : a
  const c = 77 < b ? 77 : b
  const d = (c * c) * (-0.5)
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
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
  const a1 = 71.9 < z ? 71.9 : z
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
  const u1 = -ldexp(r1, o)
  const v1 = 1 + u1
  const w1 = sumError(1, u1) + (-ldexp(s1, o))
  const x1 = v1 + w1
  const y1 = t1 ? r1 : x1
  const z1 = exponent(gate)
  const a2 = ldexp(gate, -z1)
  const b2 = productError(a2, y1) + (a2 * (t1 ? s1 : (w1 - (x1 - v1))))
  return ldexp((a2 * y1) + b2, z1 + (t1 ? o : 0))
}

/** geglu = `gelu(gate) * value`, in doubles. History, sources and limits: the catalogue's entry. */
export const geglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'geglu', kind: 'gated', formula: 'gelu(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
