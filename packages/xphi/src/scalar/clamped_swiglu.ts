// Generated from the formula `(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number, alpha = 1.702, limit = 7): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value, alpha, limit), gate)
  if (isFar(value)) return extend(v => evaluate(gate, v, alpha, limit), value)
  const exp2 = exp2Table()
  const a = ((gate < limit) || (gate === limit)) ? gate : limit
  const b = alpha * a
  const c = productError(alpha, a)
  const d = b < 0
  const e = -(d ? (-b) : b)
  const f = e < (-1400) ? (-1400) : e
  const g = 720 < f ? 720 : f
  const h = nearest(g * 184.6649652337873)
  const i = g - (h * 0.005415212347998022)
  const j = -(h * 1.2655086083012853e-13)
  const k = i + j
  const l = k - i
  const m = (((i - (k - l)) + (j - l)) - (h * 3.1258479278239995e-24)) + ((g === e) ? (-(d ? (-c) : c)) : 0)
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
  const a1 = y - (z - x)
  const b1 = Math.floor(p * 0.5)
  const c1 = pow2(b1)
  const d1 = pow2(p - b1)
  const e1 = (z * c1) * d1
  const f1 = 1 + e1
  const g1 = sumError(1, e1) + ((a1 * c1) * d1)
  const h1 = f1 + g1
  const i1 = z / h1
  const j1 = (((z - (i1 * h1)) - productError(i1, h1)) + a1) - (i1 * (g1 - (h1 - f1)))
  const k1 = j1 / h1
  const l1 = (((i1 - i1) === 0) && (k1 === k1)) ? k1 : 0
  const m1 = i1 + l1
  const n1 = l1 - (m1 - i1)
  const o1 = -((m1 * c1) * d1)
  const p1 = 1 + o1
  const q1 = sumError(1, o1) + (-((n1 * c1) * d1))
  const r1 = p1 + q1
  const s1 = d ? m1 : r1
  const t1 = d ? p : 0
  const u1 = a * s1
  const v1 = productError(a, s1) + (a * (d ? n1 : (q1 - (r1 - p1))))
  const w1 = u1 + v1
  const x1 = -limit
  const y1 = (value < x1) ? x1 : ((limit < value) ? limit : value)
  const z1 = y1 + 1
  const a2 = (productError(w1, z1) + ((v1 - (w1 - u1)) * z1)) + (w1 * sumError(y1, 1))
  const b2 = Math.floor(t1 * 0.5)
  return (((w1 * z1) + a2) * pow2(b2)) * pow2(t1 - b2)
}

function slopeOfGate(gate: number, value: number, alpha = 1.702, limit = 7): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value, alpha, limit), gate)
  if (isFar(value)) return extend(v => slopeOfGate(gate, v, alpha, limit), value)
  const exp2 = exp2Table()
  const a = (gate < limit) || (gate === limit)
  const b = -limit
  const c = (value < b) ? b : ((limit < value) ? limit : value)
  const d = c + 1
  const e = a ? gate : limit
  const f = alpha * e
  const g = productError(alpha, e)
  const h = f < 0
  const i = h ? (-f) : f
  const j = h ? (-g) : g
  const k = -i
  const l = k < (-1400) ? (-1400) : k
  const m = 720 < l ? 720 : l
  const n = nearest(m * 184.6649652337873)
  const o = m - (n * 0.005415212347998022)
  const p = -(n * 1.2655086083012853e-13)
  const q = o + p
  const r = q - o
  const s = (((o - (q - r)) + (p - r)) - (n * 3.1258479278239995e-24)) + ((m === k) ? (-j) : 0)
  const t = 0.041666666666666664 + (q * (0.008333333333333333 + (q * 0.001388888888888889)))
  const u = (s + (s * q)) + ((q * q) * (0.5 + (q * (0.16666666666666666 + (q * t)))))
  const v = Math.floor(n * 0.0078125)
  const w = n - (v * 128)
  const x = q + u
  const y = exp2[w]
  const z = exp2[w + 128]
  const a1 = y * x
  const b1 = (productError(y, x) + (z * x)) + (y * (u - (x - q)))
  const c1 = a1 + b1
  const d1 = y + c1
  const e1 = (c1 - (d1 - y)) + (z + (b1 - (c1 - a1)))
  const f1 = d1 + e1
  const g1 = e1 - (f1 - d1)
  const h1 = Math.floor(v * 0.5)
  const i1 = pow2(h1)
  const j1 = pow2(v - h1)
  const k1 = (f1 * i1) * j1
  const l1 = (g1 * i1) * j1
  const m1 = 1 + k1
  const n1 = sumError(1, k1) + l1
  const o1 = m1 + n1
  const p1 = n1 - (o1 - m1)
  const q1 = f1 / o1
  const r1 = (((f1 - (q1 * o1)) - productError(q1, o1)) + g1) - (q1 * p1)
  const s1 = r1 / o1
  const t1 = (((q1 - q1) === 0) && (s1 === s1)) ? s1 : 0
  const u1 = q1 + t1
  const v1 = i < 0 ? 0 : i
  const w1 = 2.037035976334486e+90 < v1 ? 2.037035976334486e+90 : v1
  const x1 = -w1
  const y1 = 1 + x1
  const z1 = sumError(1, x1) + (-((w1 === i) ? j : 0))
  const a2 = y1 + z1
  const b2 = a2 + k1
  const c2 = (sumError(a2, k1) + (z1 - (a2 - y1))) + l1
  const d2 = b2 + c2
  const e2 = d2 / o1
  const f2 = ((d2 - (e2 * o1)) - productError(e2, o1)) + (c2 - (d2 - b2))
  const g2 = (f2 - (e2 * p1)) / o1
  const h2 = (((e2 - e2) === 0) && (g2 === g2)) ? g2 : 0
  const i2 = e2 + h2
  const j2 = u1 * i2
  const k2 = (productError(u1, i2) + ((t1 - (u1 - q1)) * i2)) + (u1 * (h2 - (i2 - e2)))
  const l2 = j2 + k2
  const m2 = k2 - (l2 - j2)
  const n2 = i - 1.2784645427610737
  const o2 = Math.abs(n2) < 0.0625
  const p2 = j - 1.0946994183093437e-16
  const q2 = n2 * ((-3.051244750055421e-8) + (n2 * 9.266646309267441e-8))
  const r2 = 0.000002346029682463866 + (n2 * ((-8.599695028268575e-7) + q2))
  const s2 = (-0.000029733542213263917) + (n2 * (0.000002942631888842464 + (n2 * r2)))
  const t2 = 0.00018570724361186496 + (n2 * (0.00004090534237428612 + (n2 * s2)))
  const u2 = 0.000126627410081122 + (n2 * ((-0.0007985218818397998) + (n2 * t2)))
  const v2 = (-0.015222655223188032) + (n2 * (0.006606589138356696 + (n2 * u2)))
  const w2 = 0.1466487969969469 + (n2 * ((-0.018874814223782312) + (n2 * v2)))
  const x2 = 3.974332795880862e-18 + (n2 * w2)
  const y2 = n2 + p2
  const z2 = (-0.2178117057198001) + x2
  const a3 = y2 * z2
  const b3 = (productError(y2, z2) + ((p2 - (y2 - n2)) * z2)) + (y2 * (x2 - (z2 - (-0.2178117057198001))))
  const c3 = a3 + b3
  const d3 = -((l2 * i1) * j1)
  const e3 = 1 + d3
  const f3 = sumError(1, d3) + (-((m2 * i1) * j1))
  const g3 = e3 + f3
  const h3 = h ? (o2 ? c3 : l2) : g3
  const i3 = (productError(d, h3) + (sumError(c, 1) * h3)) + (d * (h ? (o2 ? (b3 - (c3 - a3)) : m2) : (f3 - (g3 - e3))))
  const j3 = a ? (h ? (o2 ? 0 : v) : 0) : 0
  const k3 = Math.floor(j3 * 0.5)
  return ((a ? ((d * h3) + i3) : 0) * pow2(k3)) * pow2(j3 - k3)
}

function slopeOfValue(gate: number, value: number, alpha = 1.702, limit = 7): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value, alpha, limit), gate)
  if (isFar(value)) return extend(v => slopeOfValue(gate, v, alpha, limit), value)
  const exp2 = exp2Table()
  const a = limit < value
  const b = value < (-limit)
  const c = ((gate < limit) || (gate === limit)) ? gate : limit
  const d = alpha * c
  const e = productError(alpha, c)
  const f = d < 0
  const g = -(f ? (-d) : d)
  const h = g < (-1400) ? (-1400) : g
  const i = 720 < h ? 720 : h
  const j = nearest(i * 184.6649652337873)
  const k = i - (j * 0.005415212347998022)
  const l = -(j * 1.2655086083012853e-13)
  const m = k + l
  const n = m - k
  const o = (((k - (m - n)) + (l - n)) - (j * 3.1258479278239995e-24)) + ((i === g) ? (-(f ? (-e) : e)) : 0)
  const p = 0.041666666666666664 + (m * (0.008333333333333333 + (m * 0.001388888888888889)))
  const q = (o + (o * m)) + ((m * m) * (0.5 + (m * (0.16666666666666666 + (m * p)))))
  const r = Math.floor(j * 0.0078125)
  const s = j - (r * 128)
  const t = m + q
  const u = exp2[s]
  const v = exp2[s + 128]
  const w = u * t
  const x = (productError(u, t) + (v * t)) + (u * (q - (t - m)))
  const y = w + x
  const z = u + y
  const a1 = (y - (z - u)) + (v + (x - (y - w)))
  const b1 = z + a1
  const c1 = a1 - (b1 - z)
  const d1 = Math.floor(r * 0.5)
  const e1 = pow2(d1)
  const f1 = pow2(r - d1)
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
  const u1 = f ? o1 : t1
  const v1 = (c * u1) + (productError(c, u1) + (c * (f ? p1 : (s1 - (t1 - r1)))))
  const w1 = a ? 0 : (b ? 0 : (f ? r : 0))
  const x1 = Math.floor(w1 * 0.5)
  return ((a ? 0 : (b ? 0 : v1)) * pow2(x1)) * pow2(w1 - x1)
}

/** clamped_swiglu = `(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)`, in doubles. History, sources and limits: the catalogue's entry. */
export const clamped_swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number, alpha = 1.702, limit = 7) => evaluate(gate, value, alpha, limit), { name: 'clamped_swiglu', kind: 'gated', formula: '(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)', parameters: { alpha: 1.702, limit: 7 }, derivative: (gate: number, value: number, alpha = 1.702, limit = 7) => ({ gate: slopeOfGate(gate, value, alpha, limit), value: slopeOfValue(gate, value, alpha, limit) }) })
