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
  const n1 = exponent(gate)
  const o1 = ldexp(gate, -n1)
  const p1 = o1 * m1
  const q1 = productError(o1, m1) + (o1 * (a ? h1 : (k1 - (l1 - j1))))
  const r1 = p1 + q1
  const s1 = exponent(value)
  const t1 = ldexp(value, -s1)
  const u1 = (r1 * t1) + (productError(r1, t1) + ((q1 - (r1 - p1)) * t1))
  return ldexp(u1, (n1 + (a ? m : 0)) + s1)
}

function slopeOfGate(gate: number, value: number): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value), gate)
  if (value - value !== 0) return extend(v => slopeOfGate(gate, v), value)
  const exp2 = exp2Table()
  const a = gate < 0
  const b = Math.abs(gate)
  const c = -b
  const d = c < (-2900) ? (-2900) : c
  const e = 1500 < d ? 1500 : d
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
  const z = ldexp(x, n)
  const a1 = ldexp(y, n)
  const b1 = 1 + z
  const c1 = sumError(1, z) + a1
  const d1 = b1 + c1
  const e1 = c1 - (d1 - b1)
  const f1 = x / d1
  const g1 = (((x - (f1 * d1)) - productError(f1, d1)) + y) - (f1 * e1)
  const h1 = g1 / d1
  const i1 = (((f1 - f1) === 0) && (h1 === h1)) ? h1 : 0
  const j1 = f1 + i1
  const k1 = b < 0 ? 0 : b
  const l1 = -(2.037035976334486e+90 < k1 ? 2.037035976334486e+90 : k1)
  const m1 = 1 + l1
  const n1 = m1 + z
  const o1 = (sumError(m1, z) + sumError(1, l1)) + a1
  const p1 = n1 + o1
  const q1 = p1 / d1
  const r1 = ((p1 - (q1 * d1)) - productError(q1, d1)) + (o1 - (p1 - n1))
  const s1 = (r1 - (q1 * e1)) / d1
  const t1 = (((q1 - q1) === 0) && (s1 === s1)) ? s1 : 0
  const u1 = q1 + t1
  const v1 = j1 * u1
  const w1 = (productError(j1, u1) + ((i1 - (j1 - f1)) * u1)) + (j1 * (t1 - (u1 - q1)))
  const x1 = v1 + w1
  const y1 = w1 - (x1 - v1)
  const z1 = -ldexp(x1, n)
  const a2 = 1 + z1
  const b2 = sumError(1, z1) + (-ldexp(y1, n))
  const c2 = a2 + b2
  const d2 = gate - (-1.2784645427610737)
  const e2 = Math.abs(d2) < 0.0625
  const f2 = (-0.000029733542213263917) + (d2 * (-0.000002942631888842464))
  const g2 = 0.00018570724361186496 + (d2 * ((-0.00004090534237428612) + (d2 * f2)))
  const h2 = 0.000126627410081122 + (d2 * (0.0007985218818397998 + (d2 * g2)))
  const i2 = (-0.015222655223188032) + (d2 * ((-0.006606589138356696) + (d2 * h2)))
  const j2 = 0.1466487969969469 + (d2 * (0.018874814223782312 + (d2 * i2)))
  const k2 = (-3.974332795880862e-18) + (d2 * j2)
  const l2 = d2 + 1.0946994183093437e-16
  const m2 = 0.2178117057198001 + k2
  const n2 = l2 * m2
  const o2 = productError(l2, m2) + ((1.0946994183093437e-16 - (l2 - d2)) * m2)
  const p2 = o2 + (l2 * (k2 - (m2 - 0.2178117057198001)))
  const q2 = n2 + p2
  const r2 = e2 ? q2 : (a ? x1 : c2)
  const s2 = exponent(value)
  const t2 = ldexp(value, -s2)
  const u2 = t2 * (e2 ? (p2 - (q2 - n2)) : (a ? y1 : (b2 - (c2 - a2))))
  const v2 = ldexp((t2 * r2) + (productError(t2, r2) + u2), s2 + (e2 ? 0 : (a ? n : 0)))
  return v2
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
  const h1 = f1 - (g1 - c1)
  const i1 = -ldexp(g1, m)
  const j1 = 1 + i1
  const k1 = sumError(1, i1) + (-ldexp(h1, m))
  const l1 = j1 + k1
  const m1 = a ? g1 : l1
  const n1 = exponent(gate)
  const o1 = ldexp(gate, -n1)
  const p1 = (o1 * m1) + (productError(o1, m1) + (o1 * (a ? h1 : (k1 - (l1 - j1)))))
  return ldexp(p1, n1 + (a ? m : 0))
}

/** swiglu = `silu(gate) * value`, in doubles. History, sources and limits: the catalogue's entry. */
export const swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number) => evaluate(gate, value), { name: 'swiglu', kind: 'gated', formula: 'silu(gate) * value', parameters: {  }, derivative: (gate: number, value: number) => ({ gate: slopeOfGate(gate, value), value: slopeOfValue(gate, value) }) })
