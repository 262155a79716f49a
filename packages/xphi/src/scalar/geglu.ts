// Generated from the formula `gelu(gate) * value` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { horner } from '../number/horner.ts'
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
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? ((-productError(c, c)) * (-0.5)) : 0)
  const n = (m + (m * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const o = j + n
  const p = Math.floor(g * 0.0078125)
  const q = g - (p * 128)
  const r = exp2[q]
  const s = exp2[q + 128]
  const t = (productError(r, o) - (s * o)) - (r * (n - (o - j)))
  const u = r * o
  const v = u - t
  const w = r + v
  const x = (v - (w - r)) + (s + ((u - v) - t))
  const y = w + x
  const z = a < 0 ? 0 : a
  const a1 = 71.9 < z ? 71.9 : z
  const b1 = a1 < 32
  const c1 = a1 < 16
  const d1 = a1 < 8
  const e1 = a1 < 4
  const f1 = e1 ? 8 : (d1 ? 4 : (c1 ? 2 : (b1 ? 1 : 0.5)))
  const g1 = Math.floor(a1 * f1)
  const h1 = (g1 + (e1 ? 0 : (d1 ? 16 : (c1 ? 32 : (b1 ? 48 : 64))))) * 13
  const i1 = a1 - ((g1 + 0.5) / f1)
  const j1 = horner(mills, h1 + 1, 12, i1)
  const k1 = mills[h1 + 0]
  const l1 = k1 + j1
  const m1 = (productError(y, l1) - ((x - (y - w)) * l1)) - (y * (j1 - (l1 - k1)))
  const n1 = y * l1
  const o1 = n1 - m1
  const p1 = (n1 - o1) - m1
  const q1 = ldexp(o1, p)
  const r1 = -q1
  const s1 = sumError(1, r1) + (-(((q1 - q1) === 0) ? ldexp(p1, p) : 0))
  const t1 = 1 + r1
  const u1 = t1 + s1
  const v1 = gate < 0
  const w1 = exponent(gate)
  const x1 = ldexp(gate, -w1)
  const y1 = v1 ? o1 : u1
  const z1 = productError(x1, y1) - (x1 * (v1 ? p1 : (s1 - (u1 - t1))))
  const a2 = x1 * y1
  const b2 = a2 - z1
  const c2 = exponent(value)
  const d2 = ldexp(value, -c2)
  const e2 = (b2 * d2) - (productError(b2, d2) - (((a2 - b2) - z1) * d2))
  return ldexp(e2, (w1 + (v1 ? p : 0)) + c2)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfGate(gate, v), value)
  const exp2 = exp2Table()
  const mills = millsTable()
  const a = Math.abs(gate)
  const b = a < (-77) ? (-77) : a
  const c = 77 < b ? 77 : b
  const d = (c * c) * (-0.5)
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
  const g = nearest(f * 184.6649652337873)
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? ((-productError(c, c)) * (-0.5)) : 0)
  const n = (m + (m * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const o = j + n
  const p = Math.floor(g * 0.0078125)
  const q = g - (p * 128)
  const r = exp2[q]
  const s = exp2[q + 128]
  const t = (productError(r, o) - (s * o)) - (r * (n - (o - j)))
  const u = r * o
  const v = u - t
  const w = r + v
  const x = (v - (w - r)) + (s + ((u - v) - t))
  const y = w + x
  const z = a < 0 ? 0 : a
  const a1 = 71.9 < z ? 71.9 : z
  const b1 = a1 < 32
  const c1 = a1 < 16
  const d1 = a1 < 8
  const e1 = a1 < 4
  const f1 = e1 ? 8 : (d1 ? 4 : (c1 ? 2 : (b1 ? 1 : 0.5)))
  const g1 = Math.floor(a1 * f1)
  const h1 = (g1 + (e1 ? 0 : (d1 ? 16 : (c1 ? 32 : (b1 ? 48 : 64))))) * 13
  const i1 = a1 - ((g1 + 0.5) / f1)
  const j1 = horner(mills, h1 + 1, 12, i1)
  const k1 = mills[h1 + 0]
  const l1 = k1 + j1
  const m1 = 2.037035976334486e+90 < z ? 2.037035976334486e+90 : z
  const n1 = productError(m1, 0.3989422804014327) - (m1 * (-2.49232720227773e-17))
  const o1 = m1 * 0.3989422804014327
  const p1 = o1 - n1
  const q1 = -p1
  const r1 = (sumError(l1, q1) + (j1 - (l1 - k1))) + (-((o1 - p1) - n1))
  const s1 = l1 + q1
  const t1 = s1 + r1
  const u1 = (productError(y, t1) - ((x - (y - w)) * t1)) - (y * (r1 - (t1 - s1)))
  const v1 = y * t1
  const w1 = v1 - u1
  const x1 = (v1 - w1) - u1
  const y1 = ldexp(w1, p)
  const z1 = -y1
  const a2 = sumError(1, z1) + (-(((y1 - y1) === 0) ? ldexp(x1, p) : 0))
  const b2 = 1 + z1
  const c2 = b2 + a2
  const d2 = gate < 0
  const e2 = gate - (-0.7517915246935645)
  const f2 = sumError(e2, -1.4956759177009883e-17) + (-5.384040947833005e-34)
  const g2 = e2 + (-1.4956759177009883e-17)
  const h2 = g2 + f2
  const i2 = h2 * (0.00008615947861116571 + (h2 * (-0.00001121438018842664)))
  const j2 = (-0.0007448268386746817) + (h2 * (0.00018633974623233514 + i2))
  const k2 = 0.004539228379125415 + (h2 * ((-0.002239538068073497) + (h2 * j2)))
  const l2 = (-0.014771522148244337) + (h2 * (0.019421679838189067 + (h2 * k2)))
  const m2 = (-0.018199676398671087) + (h2 * ((-0.1140082332972217) + (h2 * l2)))
  const n2 = 2.7308688141129613e-17 + (h2 * (0.388284982990552 + (h2 * m2)))
  const o2 = 0.4314939923140469 + n2
  const p2 = (productError(h2, o2) - ((f2 - (h2 - g2)) * o2)) - (h2 * (n2 - (o2 - 0.4314939923140469)))
  const q2 = h2 * o2
  const r2 = q2 - p2
  const s2 = Math.abs(h2) < 0.0625
  const t2 = exponent(value)
  const u2 = ldexp(value, -t2)
  const v2 = u2 * (s2 ? ((q2 - r2) - p2) : (d2 ? x1 : (a2 - (c2 - b2))))
  const w2 = s2 ? r2 : (d2 ? w1 : c2)
  const x2 = ldexp((u2 * w2) - (productError(u2, w2) - v2), t2 + (s2 ? 0 : (d2 ? p : 0)))
  return x2
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
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? ((-productError(c, c)) * (-0.5)) : 0)
  const n = (m + (m * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const o = j + n
  const p = Math.floor(g * 0.0078125)
  const q = g - (p * 128)
  const r = exp2[q]
  const s = exp2[q + 128]
  const t = (productError(r, o) - (s * o)) - (r * (n - (o - j)))
  const u = r * o
  const v = u - t
  const w = r + v
  const x = (v - (w - r)) + (s + ((u - v) - t))
  const y = w + x
  const z = a < 0 ? 0 : a
  const a1 = 71.9 < z ? 71.9 : z
  const b1 = a1 < 32
  const c1 = a1 < 16
  const d1 = a1 < 8
  const e1 = a1 < 4
  const f1 = e1 ? 8 : (d1 ? 4 : (c1 ? 2 : (b1 ? 1 : 0.5)))
  const g1 = Math.floor(a1 * f1)
  const h1 = (g1 + (e1 ? 0 : (d1 ? 16 : (c1 ? 32 : (b1 ? 48 : 64))))) * 13
  const i1 = a1 - ((g1 + 0.5) / f1)
  const j1 = horner(mills, h1 + 1, 12, i1)
  const k1 = mills[h1 + 0]
  const l1 = k1 + j1
  const m1 = (productError(y, l1) - ((x - (y - w)) * l1)) - (y * (j1 - (l1 - k1)))
  const n1 = y * l1
  const o1 = n1 - m1
  const p1 = (n1 - o1) - m1
  const q1 = ldexp(o1, p)
  const r1 = -q1
  const s1 = sumError(1, r1) + (-(((q1 - q1) === 0) ? ldexp(p1, p) : 0))
  const t1 = 1 + r1
  const u1 = t1 + s1
  const v1 = gate < 0
  const w1 = exponent(gate)
  const x1 = ldexp(gate, -w1)
  const y1 = v1 ? o1 : u1
  const z1 = productError(x1, y1) - (x1 * (v1 ? p1 : (s1 - (u1 - t1))))
  return ldexp((x1 * y1) - z1, w1 + (v1 ? p : 0))
}

/**
 * geglu = `gelu(gate) * value`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * geglu(0.5, 2) // 0.6914624612740131
 * geglu.derivative(0.5, 2) // { gate: 1.7349902493123257, value: 0.34573123063700656 }
 */
export const geglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'geglu', kind: 'gated', formula: 'gelu(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
