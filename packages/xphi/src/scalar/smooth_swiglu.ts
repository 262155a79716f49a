// Generated from the formula `silu(gate) * (value * s) / s` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number, s = 1): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value, s), gate)
  if (isFar(value)) return extend(v => evaluate(gate, v, s), value)
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
  const t = (productError(p, o) + (q * o)) + (p * (l - (o - h)))
  const u = r + t
  const v = p + u
  const w = (u - (v - p)) + (q + (t - (u - r)))
  const x = v + w
  const y = w - (x - v)
  const z = Math.floor(m * 0.5)
  const a1 = pow2(z)
  const b1 = pow2(m - z)
  const c1 = (x * a1) * b1
  const d1 = 1 + c1
  const e1 = sumError(1, c1) + ((y * a1) * b1)
  const f1 = d1 + e1
  const g1 = x / f1
  const h1 = (((x - (g1 * f1)) - productError(g1, f1)) + y) - (g1 * (e1 - (f1 - d1)))
  const i1 = h1 / f1
  const j1 = (((g1 - g1) === 0) && (i1 === i1)) ? i1 : 0
  const k1 = g1 + j1
  const l1 = j1 - (k1 - g1)
  const m1 = -((k1 * a1) * b1)
  const n1 = 1 + m1
  const o1 = sumError(1, m1) + (-((l1 * a1) * b1))
  const p1 = n1 + o1
  const q1 = a ? k1 : p1
  const r1 = a ? m : 0
  const s1 = gate * q1
  const t1 = productError(gate, q1) + (gate * (a ? l1 : (o1 - (p1 - n1))))
  const u1 = s1 + t1
  const v1 = (u1 * value) + (productError(u1, value) + ((t1 - (u1 - s1)) * value))
  const w1 = Math.floor(r1 * 0.5)
  return (v1 * pow2(w1)) * pow2(r1 - w1)
}

function slopeOfGate(gate: number, value: number, s = 1): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value, s), gate)
  if (isFar(value)) return extend(v => slopeOfGate(gate, v, s), value)
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
  const t = q * p
  const u = (productError(q, p) + (r * p)) + (q * (m - (p - i)))
  const v = t + u
  const w = q + v
  const x = (v - (w - q)) + (r + (u - (v - t)))
  const y = w + x
  const z = x - (y - w)
  const a1 = Math.floor(n * 0.5)
  const b1 = pow2(a1)
  const c1 = pow2(n - a1)
  const d1 = (y * b1) * c1
  const e1 = (z * b1) * c1
  const f1 = 1 + d1
  const g1 = sumError(1, d1) + e1
  const h1 = f1 + g1
  const i1 = g1 - (h1 - f1)
  const j1 = y / h1
  const k1 = (((y - (j1 * h1)) - productError(j1, h1)) + z) - (j1 * i1)
  const l1 = k1 / h1
  const m1 = (((j1 - j1) === 0) && (l1 === l1)) ? l1 : 0
  const n1 = j1 + m1
  const o1 = b < 0 ? 0 : b
  const p1 = -(2.037035976334486e+90 < o1 ? 2.037035976334486e+90 : o1)
  const q1 = 1 + p1
  const r1 = q1 + d1
  const s1 = (sumError(q1, d1) + sumError(1, p1)) + e1
  const t1 = r1 + s1
  const u1 = t1 / h1
  const v1 = ((t1 - (u1 * h1)) - productError(u1, h1)) + (s1 - (t1 - r1))
  const w1 = (v1 - (u1 * i1)) / h1
  const x1 = (((u1 - u1) === 0) && (w1 === w1)) ? w1 : 0
  const y1 = u1 + x1
  const z1 = n1 * y1
  const a2 = (productError(n1, y1) + ((m1 - (n1 - j1)) * y1)) + (n1 * (x1 - (y1 - u1)))
  const b2 = z1 + a2
  const c2 = a2 - (b2 - z1)
  const d2 = b - 1.2784645427610737
  const e2 = Math.abs(d2) < 0.0625
  const f2 = d2 * ((-3.051244750055421e-8) + (d2 * 9.266646309267441e-8))
  const g2 = 0.000002346029682463866 + (d2 * ((-8.599695028268575e-7) + f2))
  const h2 = (-0.000029733542213263917) + (d2 * (0.000002942631888842464 + (d2 * g2)))
  const i2 = 0.00018570724361186496 + (d2 * (0.00004090534237428612 + (d2 * h2)))
  const j2 = 0.000126627410081122 + (d2 * ((-0.0007985218818397998) + (d2 * i2)))
  const k2 = (-0.015222655223188032) + (d2 * (0.006606589138356696 + (d2 * j2)))
  const l2 = 0.1466487969969469 + (d2 * ((-0.018874814223782312) + (d2 * k2)))
  const m2 = 3.974332795880862e-18 + (d2 * l2)
  const n2 = d2 + (-1.0946994183093437e-16)
  const o2 = (-0.2178117057198001) + m2
  const p2 = n2 * o2
  const q2 = productError(n2, o2) + (((-1.0946994183093437e-16) - (n2 - d2)) * o2)
  const r2 = q2 + (n2 * (m2 - (o2 - (-0.2178117057198001))))
  const s2 = p2 + r2
  const t2 = -((b2 * b1) * c1)
  const u2 = 1 + t2
  const v2 = sumError(1, t2) + (-((c2 * b1) * c1))
  const w2 = u2 + v2
  const x2 = a ? (e2 ? s2 : b2) : w2
  const y2 = a ? (e2 ? 0 : n) : 0
  const z2 = value * (a ? (e2 ? (r2 - (s2 - p2)) : c2) : (v2 - (w2 - u2)))
  const a3 = Math.floor(y2 * 0.5)
  const b3 = ((value * x2) + (productError(value, x2) + z2)) * pow2(a3)
  return b3 * pow2(y2 - a3)
}

function slopeOfValue(gate: number, value: number, s = 1): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value, s), gate)
  if (isFar(value)) return extend(v => slopeOfValue(gate, v, s), value)
  const exp2 = exp2Table()
  const a = 1 / s
  const b = ((1 - (a * s)) - productError(a, s)) / s
  const c = (((a - a) === 0) && (b === b)) ? b : 0
  const d = a + c
  const e = gate < 0
  const f = -Math.abs(gate)
  const g = f < (-1400) ? (-1400) : f
  const h = 720 < g ? 720 : g
  const i = nearest(h * 184.6649652337873)
  const j = h - (i * 0.005415212347998022)
  const k = -(i * 1.2655086083012853e-13)
  const l = j + k
  const m = l - j
  const n = ((j - (l - m)) + (k - m)) - (i * 3.1258479278239995e-24)
  const o = 0.041666666666666664 + (l * (0.008333333333333333 + (l * 0.001388888888888889)))
  const p = (n + (n * l)) + ((l * l) * (0.5 + (l * (0.16666666666666666 + (l * o)))))
  const q = Math.floor(i * 0.0078125)
  const r = i - (q * 128)
  const t = l + p
  const u = exp2[r]
  const v = exp2[r + 128]
  const w = u * t
  const x = (productError(u, t) + (v * t)) + (u * (p - (t - l)))
  const y = w + x
  const z = u + y
  const a1 = (y - (z - u)) + (v + (x - (y - w)))
  const b1 = z + a1
  const c1 = a1 - (b1 - z)
  const d1 = Math.floor(q * 0.5)
  const e1 = pow2(d1)
  const f1 = pow2(q - d1)
  const g1 = (b1 * e1) * f1
  const h1 = 1 + g1
  const i1 = sumError(1, g1) + ((c1 * e1) * f1)
  const j1 = h1 + i1
  const k1 = b1 / j1
  const l1 = (((b1 - (k1 * j1)) - productError(k1, j1)) + c1) - (k1 * (i1 - (j1 - h1)))
  const m1 = l1 / j1
  const n1 = (((k1 - k1) === 0) && (m1 === m1)) ? m1 : 0
  const o1 = k1 + n1
  const p1 = n1 - (o1 - k1)
  const q1 = -((o1 * e1) * f1)
  const r1 = 1 + q1
  const s1 = sumError(1, q1) + (-((p1 * e1) * f1))
  const t1 = r1 + s1
  const u1 = e ? o1 : t1
  const v1 = e ? q : 0
  const w1 = gate * u1
  const x1 = productError(gate, u1) + (gate * (e ? p1 : (s1 - (t1 - r1))))
  const y1 = w1 + x1
  const z1 = d * y1
  const a2 = (productError(d, y1) + ((c - (d - a)) * y1)) + (d * (x1 - (y1 - w1)))
  const b2 = z1 + a2
  const c2 = Math.floor(v1 * 0.5)
  const d2 = ((b2 * s) + (productError(b2, s) + ((a2 - (b2 - z1)) * s))) * pow2(c2)
  return d2 * pow2(v1 - c2)
}

/** smooth_swiglu = `silu(gate) * (value * s) / s`, in doubles. History, sources and limits: the catalogue's entry. */
export const smooth_swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number, s = 1) => evaluate(gate, value, s), { name: 'smooth_swiglu', kind: 'gated', formula: 'silu(gate) * (value * s) / s', parameters: { s: 1 }, derivative: (gate: number, value: number, s = 1) => ({ gate: slopeOfGate(gate, value, s), value: slopeOfValue(gate, value, s) }) })
