// Generated from the formula `sigmoid(gate) * value` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value), gate)
  if (value - value !== 0) return extend(v => evaluate(gate, v), value)
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
  const m1 = gate < 0
  const n1 = exponent(value)
  const o1 = ldexp(value, -n1)
  const p1 = m1 ? f1 : l1
  const q1 = productError(p1, o1) - ((m1 ? g1 : (j1 - (l1 - k1))) * o1)
  return ldexp((p1 * o1) - q1, (m1 ? m : 0) + n1)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfGate(gate, v), value)
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
  const u1 = exponent(value)
  const v1 = ldexp(value, -u1)
  const w1 = (v1 * t1) - (productError(v1, t1) - (v1 * ((s1 - t1) - r1)))
  return ldexp(w1, u1 + ((n1 ? m : 0) + (o1 ? m : 0)))
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfValue(gate, v), value)
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
  const g1 = ldexp(f1, m)
  const h1 = -g1
  const i1 = sumError(1, h1) + (-(((g1 - g1) === 0) ? ldexp(e1 - (f1 - b1), m) : 0))
  const j1 = gate < 0
  return ldexp(j1 ? f1 : ((1 + h1) + i1), j1 ? m : 0)
}

/**
 * glu = `sigmoid(gate) * value`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * glu(0.5, 2) // 1.2449186624037092
 * glu.derivative(0.5, 2) // { gate: 0.470007424403189, value: 0.6224593312018546 }
 */
export const glu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'glu', kind: 'gated', formula: 'sigmoid(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
