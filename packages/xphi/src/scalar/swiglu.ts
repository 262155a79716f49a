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
  const e1 = (d1 === d1) ? (((b1 - b1) === 0) ? d1 : 0) : 0
  const f1 = b1 + e1
  const g1 = e1 - (f1 - b1)
  const h1 = ldexp(f1, m)
  const i1 = -h1
  const j1 = sumError(1, i1) + (-(((h1 - h1) === 0) ? ldexp(g1, m) : 0))
  const k1 = 1 + i1
  const l1 = k1 + j1
  const m1 = gate < 0
  const n1 = exponent(gate)
  const o1 = ldexp(gate, -n1)
  const p1 = m1 ? f1 : l1
  const q1 = productError(o1, p1) - (o1 * (m1 ? g1 : (j1 - (l1 - k1))))
  const r1 = o1 * p1
  const s1 = r1 - q1
  const t1 = exponent(value)
  const u1 = ldexp(value, -t1)
  const v1 = (s1 * u1) - (productError(s1, u1) - (((r1 - s1) - q1) * u1))
  return ldexp(v1, (n1 + (m1 ? m : 0)) + t1)
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
  const h1 = (g1 === g1) ? (((d1 - d1) === 0) ? g1 : 0) : 0
  const i1 = d1 + h1
  const j1 = a < 0 ? 0 : a
  const k1 = -(2.037035976334486e+90 < j1 ? 2.037035976334486e+90 : j1)
  const l1 = 1 + k1
  const m1 = (sumError(l1, y) + sumError(1, k1)) + z
  const n1 = l1 + y
  const o1 = n1 + m1
  const p1 = o1 / c1
  const q1 = ((o1 - (p1 * c1)) + productError(p1, c1)) + (m1 - (o1 - n1))
  const r1 = (q1 - (p1 * e1)) / c1
  const s1 = (r1 === r1) ? (((p1 - p1) === 0) ? r1 : 0) : 0
  const t1 = p1 + s1
  const u1 = (productError(i1, t1) - ((h1 - (i1 - d1)) * t1)) - (i1 * (s1 - (t1 - p1)))
  const v1 = i1 * t1
  const w1 = v1 - u1
  const x1 = (v1 - w1) - u1
  const y1 = ldexp(w1, n)
  const z1 = -y1
  const a2 = sumError(1, z1) + (-(((y1 - y1) === 0) ? ldexp(x1, n) : 0))
  const b2 = 1 + z1
  const c2 = b2 + a2
  const d2 = gate < 0
  const e2 = gate - (-1.2784645427610737)
  const f2 = sumError(e2, 1.0946994183093437e-16) + 3.907766676128665e-33
  const g2 = e2 + 1.0946994183093437e-16
  const h2 = g2 + f2
  const i2 = (-0.000029733542213263917) + (h2 * (-0.000002942631888842464))
  const j2 = 0.00018570724361186496 + (h2 * ((-0.00004090534237428612) + (h2 * i2)))
  const k2 = 0.000126627410081122 + (h2 * (0.0007985218818397998 + (h2 * j2)))
  const l2 = (-0.015222655223188032) + (h2 * ((-0.006606589138356696) + (h2 * k2)))
  const m2 = 0.1466487969969469 + (h2 * (0.018874814223782312 + (h2 * l2)))
  const n2 = (-3.974332795880862e-18) + (h2 * m2)
  const o2 = 0.2178117057198001 + n2
  const p2 = (productError(h2, o2) - ((f2 - (h2 - g2)) * o2)) - (h2 * (n2 - (o2 - 0.2178117057198001)))
  const q2 = h2 * o2
  const r2 = q2 - p2
  const s2 = Math.abs(h2) < 0.0625
  const t2 = exponent(value)
  const u2 = ldexp(value, -t2)
  const v2 = u2 * (s2 ? ((q2 - r2) - p2) : (d2 ? x1 : (a2 - (c2 - b2))))
  const w2 = s2 ? r2 : (d2 ? w1 : c2)
  const x2 = ldexp((u2 * w2) - (productError(u2, w2) - v2), t2 + (s2 ? 0 : (d2 ? n : 0)))
  return x2
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
  const e1 = (d1 === d1) ? (((b1 - b1) === 0) ? d1 : 0) : 0
  const f1 = b1 + e1
  const g1 = e1 - (f1 - b1)
  const h1 = ldexp(f1, m)
  const i1 = -h1
  const j1 = sumError(1, i1) + (-(((h1 - h1) === 0) ? ldexp(g1, m) : 0))
  const k1 = 1 + i1
  const l1 = k1 + j1
  const m1 = gate < 0
  const n1 = exponent(gate)
  const o1 = ldexp(gate, -n1)
  const p1 = m1 ? f1 : l1
  const q1 = productError(o1, p1) - (o1 * (m1 ? g1 : (j1 - (l1 - k1))))
  return ldexp((o1 * p1) - q1, n1 + (m1 ? m : 0))
}

/**
 * swiglu = `silu(gate) * value`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * swiglu(0.5, 2) // 0.6224593312018546
 * swiglu.derivative(0.5, 2) // { gate: 1.4799223746053036, value: 0.3112296656009273 }
 */
export const swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'swiglu', kind: 'gated', formula: 'silu(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
