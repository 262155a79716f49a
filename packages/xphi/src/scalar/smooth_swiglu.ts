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
  const f1 = (e1 === e1) ? (((c1 - c1) === 0) ? e1 : 0) : 0
  const g1 = c1 + f1
  const h1 = f1 - (g1 - c1)
  const i1 = ldexp(g1, m)
  const j1 = -i1
  const k1 = sumError(1, j1) + (-(((i1 - i1) === 0) ? ldexp(h1, m) : 0))
  const l1 = 1 + j1
  const m1 = l1 + k1
  const n1 = gate < 0
  const o1 = exponent(gate)
  const p1 = ldexp(gate, -o1)
  const q1 = n1 ? g1 : m1
  const r1 = productError(p1, q1) - (p1 * (n1 ? h1 : (k1 - (m1 - l1))))
  const s1 = p1 * q1
  const t1 = s1 - r1
  const u1 = exponent(value)
  const v1 = ldexp(value, -u1)
  const w1 = (t1 * v1) - (productError(t1, v1) - (((s1 - t1) - r1) * v1))
  return ldexp(w1, (o1 + (n1 ? m : 0)) + u1)
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
  const i1 = (h1 === h1) ? (((e1 - e1) === 0) ? h1 : 0) : 0
  const j1 = e1 + i1
  const k1 = a < 0 ? 0 : a
  const l1 = -(2.037035976334486e+90 < k1 ? 2.037035976334486e+90 : k1)
  const m1 = 1 + l1
  const n1 = (sumError(m1, z) + sumError(1, l1)) + a1
  const o1 = m1 + z
  const p1 = o1 + n1
  const q1 = p1 / d1
  const r1 = ((p1 - (q1 * d1)) + productError(q1, d1)) + (n1 - (p1 - o1))
  const s1 = (r1 - (q1 * f1)) / d1
  const t1 = (s1 === s1) ? (((q1 - q1) === 0) ? s1 : 0) : 0
  const u1 = q1 + t1
  const v1 = (productError(j1, u1) - ((i1 - (j1 - e1)) * u1)) - (j1 * (t1 - (u1 - q1)))
  const w1 = j1 * u1
  const x1 = w1 - v1
  const y1 = (w1 - x1) - v1
  const z1 = ldexp(x1, n)
  const a2 = -z1
  const b2 = sumError(1, a2) + (-(((z1 - z1) === 0) ? ldexp(y1, n) : 0))
  const c2 = 1 + a2
  const d2 = c2 + b2
  const e2 = gate < 0
  const f2 = gate - (-1.2784645427610737)
  const g2 = sumError(f2, 1.0946994183093437e-16) + 3.907766676128665e-33
  const h2 = f2 + 1.0946994183093437e-16
  const i2 = h2 + g2
  const j2 = (-0.000029733542213263917) + (i2 * (-0.000002942631888842464))
  const k2 = 0.00018570724361186496 + (i2 * ((-0.00004090534237428612) + (i2 * j2)))
  const l2 = 0.000126627410081122 + (i2 * (0.0007985218818397998 + (i2 * k2)))
  const m2 = (-0.015222655223188032) + (i2 * ((-0.006606589138356696) + (i2 * l2)))
  const n2 = 0.1466487969969469 + (i2 * (0.018874814223782312 + (i2 * m2)))
  const o2 = (-3.974332795880862e-18) + (i2 * n2)
  const p2 = 0.2178117057198001 + o2
  const q2 = (productError(i2, p2) - ((g2 - (i2 - h2)) * p2)) - (i2 * (o2 - (p2 - 0.2178117057198001)))
  const r2 = i2 * p2
  const s2 = r2 - q2
  const t2 = Math.abs(i2) < 0.0625
  const u2 = exponent(value)
  const v2 = ldexp(value, -u2)
  const w2 = v2 * (t2 ? ((r2 - s2) - q2) : (e2 ? y1 : (b2 - (d2 - c2))))
  const x2 = t2 ? s2 : (e2 ? x1 : d2)
  const y2 = ldexp((v2 * x2) - (productError(v2, x2) - w2), u2 + (t2 ? 0 : (e2 ? n : 0)))
  return y2
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
  const f1 = (e1 === e1) ? (((c1 - c1) === 0) ? e1 : 0) : 0
  const g1 = c1 + f1
  const h1 = f1 - (g1 - c1)
  const i1 = ldexp(g1, m)
  const j1 = -i1
  const k1 = sumError(1, j1) + (-(((i1 - i1) === 0) ? ldexp(h1, m) : 0))
  const l1 = 1 + j1
  const m1 = l1 + k1
  const n1 = gate < 0
  const o1 = exponent(gate)
  const p1 = ldexp(gate, -o1)
  const q1 = n1 ? g1 : m1
  const r1 = productError(p1, q1) - (p1 * (n1 ? h1 : (k1 - (m1 - l1))))
  const s1 = p1 * q1
  const t1 = s1 - r1
  const u1 = exponent(s)
  const v1 = -u1
  const w1 = ldexp(s, v1)
  const x1 = 1 / w1
  const y1 = ((1 - (x1 * w1)) + productError(x1, w1)) / w1
  const z1 = (y1 === y1) ? (((x1 - x1) === 0) ? y1 : 0) : 0
  const a2 = x1 + z1
  const b2 = (productError(a2, t1) - ((z1 - (a2 - x1)) * t1)) - (a2 * ((s1 - t1) - r1))
  const c2 = a2 * t1
  const d2 = c2 - b2
  const e2 = (d2 * w1) - (productError(d2, w1) - (((c2 - d2) - b2) * w1))
  return ldexp(e2, (v1 + (o1 + (n1 ? m : 0))) + u1)
}

/**
 * smooth_swiglu = `silu(gate) * (value * s) / s`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * smooth_swiglu(0.5, 2) // 0.6224593312018546
 * smooth_swiglu.derivative(0.5, 2) // { gate: 1.4799223746053036, value: 0.3112296656009273 }
 */
export const smooth_swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number, s = 1) => evaluate(gate, value, s), { name: 'smooth_swiglu', kind: 'gated', formula: 'silu(gate) * (value * s) / s', parameters: { s: 1 }, derivative: (gate: number, value: number, s = 1) => ({ gate: slopeOfGate(gate, value, s), value: slopeOfValue(gate, value, s) }) })
