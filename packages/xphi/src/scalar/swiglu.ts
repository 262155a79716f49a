// Generated from the formula `silu(gate) * value` by `npm run generate`. Do not edit.
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

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfGate(gate, v), value)
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
  const s = p * m
  const t = s - r
  const u = p + t
  const v = (t - (u - p)) + (q + ((s - t) - r))
  const w = u + v
  const x = v - (w - u)
  const y = ldexp(w, n)
  const z = ((y - y) === 0) ? ldexp(x, n) : 0
  const a1 = sumError(1, y) + z
  const b1 = 1 + y
  const c1 = b1 + a1
  const d1 = w / c1
  const e1 = a1 - (c1 - b1)
  const f1 = (((w - (d1 * c1)) + productError(d1, c1)) + x) - (d1 * e1)
  const g1 = f1 / c1
  const h1 = (d1 - d1) === 0
  const i1 = (g1 === g1) ? (h1 ? g1 : 0) : 0
  const j1 = d1 + i1
  const k1 = a < 0 ? 0 : a
  const l1 = -(2.037035976334486e+90 < k1 ? 2.037035976334486e+90 : k1)
  const m1 = 1 + l1
  const n1 = (sumError(m1, y) + sumError(1, l1)) + z
  const o1 = m1 + y
  const p1 = o1 + n1
  const q1 = p1 / c1
  const r1 = ((p1 - (q1 * c1)) + productError(q1, c1)) + (n1 - (p1 - o1))
  const s1 = (r1 - (q1 * e1)) / c1
  const t1 = (q1 - q1) === 0
  const u1 = (s1 === s1) ? (t1 ? s1 : 0) : 0
  const v1 = q1 + u1
  const w1 = (productError(j1, v1) - ((h1 ? (i1 - (j1 - d1)) : 0) * v1)) - (j1 * (t1 ? (u1 - (v1 - q1)) : 0))
  const x1 = j1 * v1
  const y1 = x1 - w1
  const z1 = (x1 - y1) - w1
  const a2 = ldexp(y1, n)
  const b2 = -a2
  const c2 = sumError(1, b2) + (-(((a2 - a2) === 0) ? ldexp(z1, n) : 0))
  const d2 = 1 + b2
  const e2 = d2 + c2
  const f2 = gate < 0
  const g2 = gate - (-1.2784645427610737)
  const h2 = sumError(g2, 1.0946994183093437e-16) + 3.907766676128665e-33
  const i2 = g2 + 1.0946994183093437e-16
  const j2 = i2 + h2
  const k2 = (-0.000029733542213263917) + (j2 * (-0.000002942631888842464))
  const l2 = 0.00018570724361186496 + (j2 * ((-0.00004090534237428612) + (j2 * k2)))
  const m2 = 0.000126627410081122 + (j2 * (0.0007985218818397998 + (j2 * l2)))
  const n2 = (-0.015222655223188032) + (j2 * ((-0.006606589138356696) + (j2 * m2)))
  const o2 = 0.1466487969969469 + (j2 * (0.018874814223782312 + (j2 * n2)))
  const p2 = (-3.974332795880862e-18) + (j2 * o2)
  const q2 = 0.2178117057198001 + p2
  const r2 = (productError(j2, q2) - ((h2 - (j2 - i2)) * q2)) - (j2 * (p2 - (q2 - 0.2178117057198001)))
  const s2 = j2 * q2
  const t2 = s2 - r2
  const u2 = Math.abs(j2) < 0.0625
  const v2 = exponent(value)
  const w2 = ldexp(value, -v2)
  const x2 = w2 * (u2 ? ((s2 - t2) - r2) : (f2 ? z1 : (c2 - (e2 - d2))))
  const y2 = u2 ? t2 : (f2 ? y1 : e2)
  const z2 = ldexp((w2 * y2) - (productError(w2, y2) - x2), v2 + (u2 ? 0 : (f2 ? n : 0)))
  return z2
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
  const h1 = e1 ? (f1 - (g1 - b1)) : 0
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
  return ldexp((p1 * q1) - r1, o1 + (n1 ? m : 0))
}

/**
 * swiglu = `silu(gate) * value`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * swiglu(0.5, 2) // 0.6224593312018546
 * swiglu.derivative(0.5, 2) // { gate: 1.4799223746053036, value: 0.3112296656009273 }
 */
export const swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'swiglu', kind: 'gated', formula: 'silu(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
