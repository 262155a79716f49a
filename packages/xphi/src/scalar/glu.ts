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
  const o1 = exponent(value)
  const p1 = ldexp(value, -o1)
  const q1 = n1 ? g1 : m1
  const r1 = productError(q1, p1) - ((n1 ? h1 : (k1 - (m1 - l1))) * p1)
  return ldexp((q1 * p1) - r1, (n1 ? m : 0) + o1)
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
  const v1 = exponent(value)
  const w1 = ldexp(value, -v1)
  const x1 = (w1 * u1) - (productError(w1, u1) - (w1 * ((t1 - u1) - s1)))
  return ldexp(x1, v1 + ((o1 ? m : 0) + (p1 ? m : 0)))
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
  const e1 = (b1 - b1) === 0
  const f1 = (d1 === d1) ? (e1 ? d1 : 0) : 0
  const g1 = b1 + f1
  const h1 = ldexp(g1, m)
  const i1 = ((h1 - h1) === 0) ? ldexp(e1 ? (f1 - (g1 - b1)) : 0, m) : 0
  const j1 = -h1
  const k1 = gate < 0
  const l1 = ldexp(k1 ? g1 : ((1 + j1) + (sumError(1, j1) + (-i1))), k1 ? m : 0)
  return l1
}

/**
 * glu = `sigmoid(gate) * value`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * glu(0.5, 2) // 1.2449186624037092
 * glu.derivative(0.5, 2) // { gate: 0.470007424403189, value: 0.6224593312018546 }
 */
export const glu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'glu', kind: 'gated', formula: 'sigmoid(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
