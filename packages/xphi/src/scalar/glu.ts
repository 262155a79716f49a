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
  const n1 = exponent(value)
  const o1 = ldexp(value, -n1)
  const p1 = (m1 * o1) + (productError(m1, o1) + ((a ? h1 : (k1 - (l1 - j1))) * o1))
  return ldexp(p1, (a ? m : 0) + n1)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfGate(gate, v), value)
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
  const m1 = k1 - (l1 - j1)
  const n1 = a ? g1 : l1
  const o1 = (-gate) < 0
  const p1 = o1 ? g1 : l1
  const q1 = n1 * p1
  const r1 = (productError(n1, p1) + ((a ? h1 : m1) * p1)) + (n1 * (o1 ? h1 : m1))
  const s1 = q1 + r1
  const t1 = exponent(value)
  const u1 = ldexp(value, -t1)
  const v1 = (u1 * s1) + (productError(u1, s1) + (u1 * (r1 - (s1 - q1))))
  return ldexp(v1, t1 + ((a ? m : 0) + (o1 ? m : 0)))
}

function slopeOfValue(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfValue(gate, v), value)
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
  const h1 = -ldexp(g1, m)
  const i1 = (1 + h1) + (sumError(1, h1) + (-ldexp(f1 - (g1 - c1), m)))
  return ldexp(a ? g1 : i1, a ? m : 0)
}

/** glu = `sigmoid(gate) * value`, in doubles. History, sources and limits: the catalogue's entry. */
export const glu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'glu', kind: 'gated', formula: 'sigmoid(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
