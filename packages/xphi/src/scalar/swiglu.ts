// Generated from the formula `silu(gate) * value` by `npm run generate`. Do not edit.
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
  const r1 = gate * p1
  const s1 = productError(gate, p1) + (gate * (a ? k1 : (n1 - (o1 - m1))))
  const t1 = r1 + s1
  const u1 = (t1 * value) + (productError(t1, value) + ((s1 - (t1 - r1)) * value))
  const v1 = Math.floor(q1 * 0.5)
  return (u1 * pow2(v1)) * pow2(q1 - v1)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (isFar(value)) return extend(v => slopeOfGate(gate, v), value)
  const exp2 = exp2Table()
  const a = gate < 0
  const b = Math.abs(gate)
  const c = -b
  const d = c < (-1400) ? (-1400) : c
  const e = 720 < d ? 720 : d
  const f = nearest(e * 184.6649652337873)
  const g = e - (f * 0.005415212347998022)
  const h = -(f * 1.2655086083012853e-13)
  const i = g + h
  const j = i - g
  const k = ((g - (i - j)) + (h - j)) - (f * 3.1258479278239995e-24)
  const l = 0.041666666666666664 + (i * (0.008333333333333333 + (i * 0.001388888888888889)))
  const m = (k + (k * i)) + ((i * i) * (0.5 + (i * (0.16666666666666666 + (i * l)))))
  const n = Math.floor(f * 0.0078125)
  const o = f - (n * 128)
  const p = i + m
  const q = exp2[o]
  const r = exp2[o + 128]
  const s = q * p
  const t = (productError(q, p) + (r * p)) + (q * (m - (p - i)))
  const u = s + t
  const v = q + u
  const w = (u - (v - q)) + (r + (t - (u - s)))
  const x = v + w
  const y = w - (x - v)
  const z = Math.floor(n * 0.5)
  const a1 = pow2(z)
  const b1 = pow2(n - z)
  const c1 = (x * a1) * b1
  const d1 = (y * a1) * b1
  const e1 = 1 + c1
  const f1 = sumError(1, c1) + d1
  const g1 = e1 + f1
  const h1 = f1 - (g1 - e1)
  const i1 = x / g1
  const j1 = (((x - (i1 * g1)) - productError(i1, g1)) + y) - (i1 * h1)
  const k1 = j1 / g1
  const l1 = (((i1 - i1) === 0) && (k1 === k1)) ? k1 : 0
  const m1 = i1 + l1
  const n1 = b < 0 ? 0 : b
  const o1 = -(2.037035976334486e+90 < n1 ? 2.037035976334486e+90 : n1)
  const p1 = 1 + o1
  const q1 = p1 + c1
  const r1 = (sumError(p1, c1) + sumError(1, o1)) + d1
  const s1 = q1 + r1
  const t1 = s1 / g1
  const u1 = ((s1 - (t1 * g1)) - productError(t1, g1)) + (r1 - (s1 - q1))
  const v1 = (u1 - (t1 * h1)) / g1
  const w1 = (((t1 - t1) === 0) && (v1 === v1)) ? v1 : 0
  const x1 = t1 + w1
  const y1 = m1 * x1
  const z1 = (productError(m1, x1) + ((l1 - (m1 - i1)) * x1)) + (m1 * (w1 - (x1 - t1)))
  const a2 = y1 + z1
  const b2 = z1 - (a2 - y1)
  const c2 = b - 1.2784645427610737
  const d2 = Math.abs(c2) < 0.0625
  const e2 = c2 * ((-3.051244750055421e-8) + (c2 * 9.266646309267441e-8))
  const f2 = 0.000002346029682463866 + (c2 * ((-8.599695028268575e-7) + e2))
  const g2 = (-0.000029733542213263917) + (c2 * (0.000002942631888842464 + (c2 * f2)))
  const h2 = 0.00018570724361186496 + (c2 * (0.00004090534237428612 + (c2 * g2)))
  const i2 = 0.000126627410081122 + (c2 * ((-0.0007985218818397998) + (c2 * h2)))
  const j2 = (-0.015222655223188032) + (c2 * (0.006606589138356696 + (c2 * i2)))
  const k2 = 0.1466487969969469 + (c2 * ((-0.018874814223782312) + (c2 * j2)))
  const l2 = 3.974332795880862e-18 + (c2 * k2)
  const m2 = c2 + (-1.0946994183093437e-16)
  const n2 = (-0.2178117057198001) + l2
  const o2 = m2 * n2
  const p2 = productError(m2, n2) + (((-1.0946994183093437e-16) - (m2 - c2)) * n2)
  const q2 = p2 + (m2 * (l2 - (n2 - (-0.2178117057198001))))
  const r2 = o2 + q2
  const s2 = -((a2 * a1) * b1)
  const t2 = 1 + s2
  const u2 = sumError(1, s2) + (-((b2 * a1) * b1))
  const v2 = t2 + u2
  const w2 = a ? (d2 ? r2 : a2) : v2
  const x2 = a ? (d2 ? 0 : n) : 0
  const y2 = value * (a ? (d2 ? (q2 - (r2 - o2)) : b2) : (u2 - (v2 - t2)))
  const z2 = Math.floor(x2 * 0.5)
  const a3 = ((value * w2) + (productError(value, w2) + y2)) * pow2(z2)
  return a3 * pow2(x2 - z2)
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
  const q1 = a ? m : 0
  const r1 = productError(gate, p1) + (gate * (a ? k1 : (n1 - (o1 - m1))))
  const s1 = Math.floor(q1 * 0.5)
  return (((gate * p1) + r1) * pow2(s1)) * pow2(q1 - s1)
}

/** swiglu = `silu(gate) * value`, in doubles. History, sources and limits: the catalogue's entry. */
export const swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'swiglu', kind: 'gated', formula: 'silu(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
