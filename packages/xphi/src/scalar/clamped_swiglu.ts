// Generated from the formula `(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number, alpha = 1.702, limit = 7): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value, alpha, limit), gate)
  if (isFar(value)) return extend(v => evaluate(gate, v, alpha, limit), value)
  const exp2 = exp2Table()
  const a = ((gate < limit) || (gate === limit)) ? gate : limit
  const b = alpha * a
  const c = b < 0
  const d = -(c ? (-b) : b)
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
  const g = nearest(f * 184.6649652337873)
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = productError(alpha, a)
  const n = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (-(c ? m : (-m))) : 0)
  const o = (n + (n * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const p = j + o
  const q = Math.floor(g * 0.0078125)
  const r = g - (q * 128)
  const s = exp2[r]
  const t = exp2[r + 128]
  const u = (productError(s, p) - (t * p)) - (s * (o - (p - j)))
  const v = s * p
  const w = v - u
  const x = s + w
  const y = (w - (x - s)) + (t + ((v - w) - u))
  const z = x + y
  const a1 = y - (z - x)
  const b1 = ldexp(z, q)
  const c1 = sumError(1, b1) + (((b1 - b1) === 0) ? ldexp(a1, q) : 0)
  const d1 = 1 + b1
  const e1 = d1 + c1
  const f1 = z / e1
  const g1 = (((z - (f1 * e1)) + productError(f1, e1)) + a1) - (f1 * (c1 - (e1 - d1)))
  const h1 = g1 / e1
  const i1 = (f1 - f1) === 0
  const j1 = (h1 === h1) ? (i1 ? h1 : 0) : 0
  const k1 = f1 + j1
  const l1 = i1 ? (j1 - (k1 - f1)) : 0
  const m1 = ldexp(k1, q)
  const n1 = -m1
  const o1 = sumError(1, n1) + (-(((m1 - m1) === 0) ? ldexp(l1, q) : 0))
  const p1 = 1 + n1
  const q1 = p1 + o1
  const r1 = exponent(a)
  const s1 = ldexp(a, -r1)
  const t1 = c ? k1 : q1
  const u1 = productError(s1, t1) - (s1 * (c ? l1 : (o1 - (q1 - p1))))
  const v1 = s1 * t1
  const w1 = v1 - u1
  const x1 = -limit
  const y1 = (value < x1) ? x1 : ((limit < value) ? limit : value)
  const z1 = y1 + 1
  const a2 = exponent(z1)
  const b2 = -a2
  const c2 = ldexp(z1, b2)
  const d2 = (productError(w1, c2) - (((v1 - w1) - u1) * c2)) - (w1 * ldexp(sumError(y1, 1), b2))
  return ldexp((w1 * c2) - d2, (r1 + (c ? q : 0)) + a2)
}

function slopeOfGate(gate: number, value: number, alpha = 1.702, limit = 7): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value, alpha, limit), gate)
  if (isFar(value)) return extend(v => slopeOfGate(gate, v, alpha, limit), value)
  const exp2 = exp2Table()
  const a = (gate < limit) || (gate === limit)
  const b = a ? gate : limit
  const c = alpha * b
  const d = c < 0
  const e = d ? (-c) : c
  const f = -e
  const g = f < (-2900) ? (-2900) : f
  const h = 1500 < g ? 1500 : g
  const i = nearest(h * 184.6649652337873)
  const j = -(i * 1.2655086083012853e-13)
  const k = h - (i * 0.005415212347998022)
  const l = k + j
  const m = 0.041666666666666664 + (l * (0.008333333333333333 + (l * 0.001388888888888889)))
  const n = l - k
  const o = productError(alpha, b)
  const p = -o
  const q = d ? o : p
  const r = (((k - (l - n)) + (j - n)) - (i * 3.1258479278239995e-24)) + ((h === f) ? (-q) : 0)
  const s = (r + (r * l)) + ((l * l) * (0.5 + (l * (0.16666666666666666 + (l * m)))))
  const t = l + s
  const u = Math.floor(i * 0.0078125)
  const v = i - (u * 128)
  const w = exp2[v]
  const x = exp2[v + 128]
  const y = (productError(w, t) - (x * t)) - (w * (s - (t - l)))
  const z = w * t
  const a1 = z - y
  const b1 = w + a1
  const c1 = (a1 - (b1 - w)) + (x + ((z - a1) - y))
  const d1 = b1 + c1
  const e1 = c1 - (d1 - b1)
  const f1 = ldexp(d1, u)
  const g1 = ((f1 - f1) === 0) ? ldexp(e1, u) : 0
  const h1 = sumError(1, f1) + g1
  const i1 = 1 + f1
  const j1 = i1 + h1
  const k1 = d1 / j1
  const l1 = h1 - (j1 - i1)
  const m1 = (((d1 - (k1 * j1)) + productError(k1, j1)) + e1) - (k1 * l1)
  const n1 = m1 / j1
  const o1 = (k1 - k1) === 0
  const p1 = (n1 === n1) ? (o1 ? n1 : 0) : 0
  const q1 = k1 + p1
  const r1 = e < 0 ? 0 : e
  const s1 = 2.037035976334486e+90 < r1 ? 2.037035976334486e+90 : r1
  const t1 = -s1
  const u1 = sumError(1, t1) + (-((s1 === e) ? q : 0))
  const v1 = 1 + t1
  const w1 = v1 + u1
  const x1 = (sumError(w1, f1) + (u1 - (w1 - v1))) + g1
  const y1 = w1 + f1
  const z1 = y1 + x1
  const a2 = z1 / j1
  const b2 = ((z1 - (a2 * j1)) + productError(a2, j1)) + (x1 - (z1 - y1))
  const c2 = (b2 - (a2 * l1)) / j1
  const d2 = (a2 - a2) === 0
  const e2 = (c2 === c2) ? (d2 ? c2 : 0) : 0
  const f2 = a2 + e2
  const g2 = (productError(q1, f2) - ((o1 ? (p1 - (q1 - k1)) : 0) * f2)) - (q1 * (d2 ? (e2 - (f2 - a2)) : 0))
  const h2 = q1 * f2
  const i2 = h2 - g2
  const j2 = (h2 - i2) - g2
  const k2 = ldexp(i2, u)
  const l2 = -k2
  const m2 = sumError(1, l2) + (-(((k2 - k2) === 0) ? ldexp(j2, u) : 0))
  const n2 = 1 + l2
  const o2 = n2 + m2
  const p2 = c - (-1.2784645427610737)
  const q2 = p2 + p
  const r2 = (sumError(q2, 1.0946994183093437e-16) + sumError(p2, p)) + 3.907766676128665e-33
  const s2 = q2 + 1.0946994183093437e-16
  const t2 = s2 + r2
  const u2 = (-0.000029733542213263917) + (t2 * (-0.000002942631888842464))
  const v2 = 0.00018570724361186496 + (t2 * ((-0.00004090534237428612) + (t2 * u2)))
  const w2 = 0.000126627410081122 + (t2 * (0.0007985218818397998 + (t2 * v2)))
  const x2 = (-0.015222655223188032) + (t2 * ((-0.006606589138356696) + (t2 * w2)))
  const y2 = 0.1466487969969469 + (t2 * (0.018874814223782312 + (t2 * x2)))
  const z2 = (-3.974332795880862e-18) + (t2 * y2)
  const a3 = 0.2178117057198001 + z2
  const b3 = (productError(t2, a3) - ((r2 - (t2 - s2)) * a3)) - (t2 * (z2 - (a3 - 0.2178117057198001)))
  const c3 = t2 * a3
  const d3 = c3 - b3
  const e3 = Math.abs(t2) < 0.0625
  const f3 = -limit
  const g3 = (value < f3) ? f3 : ((limit < value) ? limit : value)
  const h3 = g3 + 1
  const i3 = exponent(h3)
  const j3 = -i3
  const k3 = ldexp(h3, j3)
  const l3 = k3 * (e3 ? ((c3 - d3) - b3) : (d ? j2 : (m2 - (o2 - n2))))
  const m3 = e3 ? d3 : (d ? i2 : o2)
  const n3 = (productError(k3, m3) - (ldexp(sumError(g3, 1), j3) * m3)) - l3
  const o3 = ldexp(a ? ((k3 * m3) - n3) : 0, a ? (i3 + (e3 ? 0 : (d ? u : 0))) : 0)
  return o3
}

function slopeOfValue(gate: number, value: number, alpha = 1.702, limit = 7): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value, alpha, limit), gate)
  if (value - value !== 0) return extend(v => slopeOfValue(gate, v, alpha, limit), value)
  const exp2 = exp2Table()
  const a = ((gate < limit) || (gate === limit)) ? gate : limit
  const b = alpha * a
  const c = b < 0
  const d = -(c ? (-b) : b)
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
  const g = nearest(f * 184.6649652337873)
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = productError(alpha, a)
  const n = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (-(c ? m : (-m))) : 0)
  const o = (n + (n * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const p = j + o
  const q = Math.floor(g * 0.0078125)
  const r = g - (q * 128)
  const s = exp2[r]
  const t = exp2[r + 128]
  const u = (productError(s, p) - (t * p)) - (s * (o - (p - j)))
  const v = s * p
  const w = v - u
  const x = s + w
  const y = (w - (x - s)) + (t + ((v - w) - u))
  const z = x + y
  const a1 = y - (z - x)
  const b1 = ldexp(z, q)
  const c1 = sumError(1, b1) + (((b1 - b1) === 0) ? ldexp(a1, q) : 0)
  const d1 = 1 + b1
  const e1 = d1 + c1
  const f1 = z / e1
  const g1 = (((z - (f1 * e1)) + productError(f1, e1)) + a1) - (f1 * (c1 - (e1 - d1)))
  const h1 = g1 / e1
  const i1 = (f1 - f1) === 0
  const j1 = (h1 === h1) ? (i1 ? h1 : 0) : 0
  const k1 = f1 + j1
  const l1 = i1 ? (j1 - (k1 - f1)) : 0
  const m1 = ldexp(k1, q)
  const n1 = -m1
  const o1 = sumError(1, n1) + (-(((m1 - m1) === 0) ? ldexp(l1, q) : 0))
  const p1 = 1 + n1
  const q1 = p1 + o1
  const r1 = exponent(a)
  const s1 = ldexp(a, -r1)
  const t1 = c ? k1 : q1
  const u1 = (s1 * t1) - (productError(s1, t1) - (s1 * (c ? l1 : (o1 - (q1 - p1)))))
  const v1 = value < (-limit)
  const w1 = limit < value
  const x1 = ldexp(w1 ? 0 : (v1 ? 0 : u1), w1 ? 0 : (v1 ? 0 : (r1 + (c ? q : 0))))
  return x1
}

/**
 * clamped_swiglu = `(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * clamped_swiglu(0.5, 2) // 1.0511653098191405
 * clamped_swiglu.derivative(0.5, 2) // { gate: 2.6376657358962428, value: 0.35038843660638014 }
 */
export const clamped_swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number, alpha = 1.702, limit = 7) => evaluate(gate, value, alpha, limit), { name: 'clamped_swiglu', kind: 'gated', formula: '(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)', parameters: { alpha: 1.702, limit: 7 }, derivative: (gate: number, value: number, alpha = 1.702, limit = 7) => ({ gate: slopeOfGate(gate, value, alpha, limit), value: slopeOfValue(gate, value, alpha, limit) }) })
