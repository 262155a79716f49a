// Generated from the formula `silu(gate) * (value * s) / s` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type GatedScalar } from '../activation/functions.ts'

function evaluate(gate: number, value: number, s = 1): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => evaluate(v, value, s), gate)
  if (value - value !== 0) return extend(v => evaluate(gate, v, s), value)
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
  const t = r - q
  const u = o + t
  const v = (t - (u - o)) + (p + ((r - t) - q))
  const w = u + v
  const x = v - (w - u)
  const y = ldexp(w, m)
  const z = sumError(1, y) + (((y - y) === 0) ? ldexp(x, m) : 0)
  const a1 = 1 + y
  const b1 = a1 + z
  const c1 = w / b1
  const d1 = (((w - (c1 * b1)) + productError(c1, b1)) + x) - (c1 * (z - (b1 - a1)))
  const e1 = d1 / b1
  const f1 = (c1 - c1) === 0
  const g1 = (e1 === e1) ? (f1 ? e1 : 0) : 0
  const h1 = c1 + g1
  const i1 = f1 ? (g1 - (h1 - c1)) : 0
  const j1 = ldexp(h1, m)
  const k1 = -j1
  const l1 = sumError(1, k1) + (-(((j1 - j1) === 0) ? ldexp(i1, m) : 0))
  const m1 = 1 + k1
  const n1 = m1 + l1
  const o1 = gate < 0
  const p1 = exponent(gate)
  const q1 = ldexp(gate, -p1)
  const r1 = o1 ? h1 : n1
  const s1 = productError(q1, r1) - (q1 * (o1 ? i1 : (l1 - (n1 - m1))))
  const t1 = q1 * r1
  const u1 = t1 - s1
  const v1 = exponent(value)
  const w1 = ldexp(value, -v1)
  const x1 = (u1 * w1) - (productError(u1, w1) - (((t1 - u1) - s1) * w1))
  return ldexp(x1, (p1 + (o1 ? m : 0)) + v1)
}

function slopeOfGate(gate: number, value: number, s = 1): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value, s), gate)
  if (value - value !== 0) return extend(v => slopeOfGate(gate, v, s), value)
  const exp2 = exp2Table()
  const a = Math.abs(gate)
  const b = -a
  const c = b < (-2900) ? (-2900) : b
  const d = 1500 < c ? 1500 : c
  const e = nearest(d * 184.6649652337873)
  const f = -(e * 1.2655086083012853e-13)
  const g = d - (e * 0.005415212347998022)
  const h = g + f
  const i = 0.041666666666666664 + (h * (0.008333333333333333 + (h * 0.001388888888888889)))
  const j = h - g
  const k = ((g - (h - j)) + (f - j)) - (e * 3.1258479278239995e-24)
  const l = (k + (k * h)) + ((h * h) * (0.5 + (h * (0.16666666666666666 + (h * i)))))
  const m = h + l
  const n = Math.floor(e * 0.0078125)
  const o = e - (n * 128)
  const p = exp2[o]
  const q = exp2[o + 128]
  const r = (productError(p, m) - (q * m)) - (p * (l - (m - h)))
  const t = p * m
  const u = t - r
  const v = p + u
  const w = (u - (v - p)) + (q + ((t - u) - r))
  const x = v + w
  const y = w - (x - v)
  const z = ldexp(x, n)
  const a1 = ((z - z) === 0) ? ldexp(y, n) : 0
  const b1 = sumError(1, z) + a1
  const c1 = 1 + z
  const d1 = c1 + b1
  const e1 = x / d1
  const f1 = b1 - (d1 - c1)
  const g1 = (((x - (e1 * d1)) + productError(e1, d1)) + y) - (e1 * f1)
  const h1 = g1 / d1
  const i1 = (e1 - e1) === 0
  const j1 = (h1 === h1) ? (i1 ? h1 : 0) : 0
  const k1 = e1 + j1
  const l1 = a < 0 ? 0 : a
  const m1 = -(2.037035976334486e+90 < l1 ? 2.037035976334486e+90 : l1)
  const n1 = 1 + m1
  const o1 = (sumError(n1, z) + sumError(1, m1)) + a1
  const p1 = n1 + z
  const q1 = p1 + o1
  const r1 = q1 / d1
  const s1 = ((q1 - (r1 * d1)) + productError(r1, d1)) + (o1 - (q1 - p1))
  const t1 = (s1 - (r1 * f1)) / d1
  const u1 = (r1 - r1) === 0
  const v1 = (t1 === t1) ? (u1 ? t1 : 0) : 0
  const w1 = r1 + v1
  const x1 = (productError(k1, w1) - ((i1 ? (j1 - (k1 - e1)) : 0) * w1)) - (k1 * (u1 ? (v1 - (w1 - r1)) : 0))
  const y1 = k1 * w1
  const z1 = y1 - x1
  const a2 = (y1 - z1) - x1
  const b2 = ldexp(z1, n)
  const c2 = -b2
  const d2 = sumError(1, c2) + (-(((b2 - b2) === 0) ? ldexp(a2, n) : 0))
  const e2 = 1 + c2
  const f2 = e2 + d2
  const g2 = gate < 0
  const h2 = gate - (-1.2784645427610737)
  const i2 = sumError(h2, 1.0946994183093437e-16) + 3.907766676128665e-33
  const j2 = h2 + 1.0946994183093437e-16
  const k2 = j2 + i2
  const l2 = (-0.000029733542213263917) + (k2 * (-0.000002942631888842464))
  const m2 = 0.00018570724361186496 + (k2 * ((-0.00004090534237428612) + (k2 * l2)))
  const n2 = 0.000126627410081122 + (k2 * (0.0007985218818397998 + (k2 * m2)))
  const o2 = (-0.015222655223188032) + (k2 * ((-0.006606589138356696) + (k2 * n2)))
  const p2 = 0.1466487969969469 + (k2 * (0.018874814223782312 + (k2 * o2)))
  const q2 = (-3.974332795880862e-18) + (k2 * p2)
  const r2 = 0.2178117057198001 + q2
  const s2 = (productError(k2, r2) - ((i2 - (k2 - j2)) * r2)) - (k2 * (q2 - (r2 - 0.2178117057198001)))
  const t2 = k2 * r2
  const u2 = t2 - s2
  const v2 = Math.abs(k2) < 0.0625
  const w2 = exponent(value)
  const x2 = ldexp(value, -w2)
  const y2 = x2 * (v2 ? ((t2 - u2) - s2) : (g2 ? a2 : (d2 - (f2 - e2))))
  const z2 = v2 ? u2 : (g2 ? z1 : f2)
  const a3 = ldexp((x2 * z2) - (productError(x2, z2) - y2), w2 + (v2 ? 0 : (g2 ? n : 0)))
  return a3
}

function slopeOfValue(gate: number, value: number, s = 1): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value, s), gate)
  if (value - value !== 0) return extend(v => slopeOfValue(gate, v, s), value)
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
  const t = r - q
  const u = o + t
  const v = (t - (u - o)) + (p + ((r - t) - q))
  const w = u + v
  const x = v - (w - u)
  const y = ldexp(w, m)
  const z = sumError(1, y) + (((y - y) === 0) ? ldexp(x, m) : 0)
  const a1 = 1 + y
  const b1 = a1 + z
  const c1 = w / b1
  const d1 = (((w - (c1 * b1)) + productError(c1, b1)) + x) - (c1 * (z - (b1 - a1)))
  const e1 = d1 / b1
  const f1 = (c1 - c1) === 0
  const g1 = (e1 === e1) ? (f1 ? e1 : 0) : 0
  const h1 = c1 + g1
  const i1 = f1 ? (g1 - (h1 - c1)) : 0
  const j1 = ldexp(h1, m)
  const k1 = -j1
  const l1 = sumError(1, k1) + (-(((j1 - j1) === 0) ? ldexp(i1, m) : 0))
  const m1 = 1 + k1
  const n1 = m1 + l1
  const o1 = gate < 0
  const p1 = exponent(gate)
  const q1 = ldexp(gate, -p1)
  const r1 = o1 ? h1 : n1
  const s1 = productError(q1, r1) - (q1 * (o1 ? i1 : (l1 - (n1 - m1))))
  const t1 = q1 * r1
  const u1 = t1 - s1
  const v1 = exponent(s)
  const w1 = -v1
  const x1 = ldexp(s, w1)
  const y1 = 1 / x1
  const z1 = ((1 - (y1 * x1)) + productError(y1, x1)) / x1
  const a2 = (y1 - y1) === 0
  const b2 = (z1 === z1) ? (a2 ? z1 : 0) : 0
  const c2 = y1 + b2
  const d2 = (productError(c2, u1) - ((a2 ? (b2 - (c2 - y1)) : 0) * u1)) - (c2 * ((t1 - u1) - s1))
  const e2 = c2 * u1
  const f2 = e2 - d2
  const g2 = (f2 * x1) - (productError(f2, x1) - (((e2 - f2) - d2) * x1))
  return ldexp(g2, (w1 + (p1 + (o1 ? m : 0))) + v1)
}

/**
 * smooth_swiglu = `silu(gate) * (value * s) / s`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * smooth_swiglu(0.5, 2) // 0.6224593312018546
 * smooth_swiglu.derivative(0.5, 2) // { gate: 1.4799223746053036, value: 0.3112296656009273 }
 */
export const smooth_swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number, s = 1) => evaluate(gate, value, s), { name: 'smooth_swiglu', kind: 'gated', formula: 'silu(gate) * (value * s) / s', parameters: { s: 1 }, derivative: (gate: number, value: number, s = 1) => ({ gate: slopeOfGate(gate, value, s), value: slopeOfValue(gate, value, s) }) })
