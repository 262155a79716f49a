// Generated from the formula `sigmoid(gate) * value` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
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
  const r1 = productError(p1, value) + ((a ? k1 : (n1 - (o1 - m1))) * value)
  const s1 = Math.floor(q1 * 0.5)
  return (((p1 * value) + r1) * pow2(s1)) * pow2(q1 - s1)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfGate(gate, v), value)
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
  const p1 = n1 - (o1 - m1)
  const q1 = a ? j1 : o1
  const r1 = (-gate) < 0
  const s1 = r1 ? j1 : o1
  const t1 = (a ? m : 0) + (r1 ? m : 0)
  const u1 = q1 * s1
  const v1 = (productError(q1, s1) + ((a ? k1 : p1) * s1)) + (q1 * (r1 ? k1 : p1))
  const w1 = u1 + v1
  const x1 = (value * w1) + (productError(value, w1) + (value * (v1 - (w1 - u1))))
  const y1 = Math.floor(t1 * 0.5)
  return (x1 * pow2(y1)) * pow2(t1 - y1)
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
  const k1 = -((j1 * z) * a1)
  const l1 = (1 + k1) + (sumError(1, k1) + (-(((i1 - (j1 - f1)) * z) * a1)))
  const m1 = a ? m : 0
  const n1 = Math.floor(m1 * 0.5)
  return ((a ? j1 : l1) * pow2(n1)) * pow2(m1 - n1)
}

/** glu = `sigmoid(gate) * value`, in doubles. History, sources and limits: the catalogue's entry. */
export const glu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'glu', kind: 'gated', formula: 'sigmoid(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
