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
  const t = (productError(p, o) + (q * o)) + (p * (l - (o - h)))
  const u = r + t
  const v = p + u
  const w = (u - (v - p)) + (q + (t - (u - r)))
  const x = v + w
  const y = w - (x - v)
  const z = ldexp(x, m)
  const a1 = 1 + z
  const b1 = sumError(1, z) + ldexp(y, m)
  const c1 = a1 + b1
  const d1 = x / c1
  const e1 = (((x - (d1 * c1)) - productError(d1, c1)) + y) - (d1 * (b1 - (c1 - a1)))
  const f1 = e1 / c1
  const g1 = (((d1 - d1) === 0) && (f1 === f1)) ? f1 : 0
  const h1 = d1 + g1
  const i1 = g1 - (h1 - d1)
  const j1 = -ldexp(h1, m)
  const k1 = 1 + j1
  const l1 = sumError(1, j1) + (-ldexp(i1, m))
  const m1 = k1 + l1
  const n1 = a ? h1 : m1
  const o1 = exponent(gate)
  const p1 = ldexp(gate, -o1)
  const q1 = p1 * n1
  const r1 = productError(p1, n1) + (p1 * (a ? i1 : (l1 - (m1 - k1))))
  const s1 = q1 + r1
  const t1 = exponent(value)
  const u1 = ldexp(value, -t1)
  const v1 = (s1 * u1) + (productError(s1, u1) + ((r1 - (s1 - q1)) * u1))
  return ldexp(v1, (o1 + (a ? m : 0)) + t1)
}

function slopeOfGate(gate: number, value: number, s = 1): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfGate(v, value, s), gate)
  if (value - value !== 0) return extend(v => slopeOfGate(gate, v, s), value)
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
  const t = q * p
  const u = (productError(q, p) + (r * p)) + (q * (m - (p - i)))
  const v = t + u
  const w = q + v
  const x = (v - (w - q)) + (r + (u - (v - t)))
  const y = w + x
  const z = x - (y - w)
  const a1 = ldexp(y, n)
  const b1 = ldexp(z, n)
  const c1 = 1 + a1
  const d1 = sumError(1, a1) + b1
  const e1 = c1 + d1
  const f1 = d1 - (e1 - c1)
  const g1 = y / e1
  const h1 = (((y - (g1 * e1)) - productError(g1, e1)) + z) - (g1 * f1)
  const i1 = h1 / e1
  const j1 = (((g1 - g1) === 0) && (i1 === i1)) ? i1 : 0
  const k1 = g1 + j1
  const l1 = b < 0 ? 0 : b
  const m1 = -(2.037035976334486e+90 < l1 ? 2.037035976334486e+90 : l1)
  const n1 = 1 + m1
  const o1 = n1 + a1
  const p1 = (sumError(n1, a1) + sumError(1, m1)) + b1
  const q1 = o1 + p1
  const r1 = q1 / e1
  const s1 = ((q1 - (r1 * e1)) - productError(r1, e1)) + (p1 - (q1 - o1))
  const t1 = (s1 - (r1 * f1)) / e1
  const u1 = (((r1 - r1) === 0) && (t1 === t1)) ? t1 : 0
  const v1 = r1 + u1
  const w1 = k1 * v1
  const x1 = (productError(k1, v1) + ((j1 - (k1 - g1)) * v1)) + (k1 * (u1 - (v1 - r1)))
  const y1 = w1 + x1
  const z1 = x1 - (y1 - w1)
  const a2 = -ldexp(y1, n)
  const b2 = 1 + a2
  const c2 = sumError(1, a2) + (-ldexp(z1, n))
  const d2 = b2 + c2
  const e2 = gate - (-1.2784645427610737)
  const f2 = Math.abs(e2) < 0.0625
  const g2 = (-0.000029733542213263917) + (e2 * (-0.000002942631888842464))
  const h2 = 0.00018570724361186496 + (e2 * ((-0.00004090534237428612) + (e2 * g2)))
  const i2 = 0.000126627410081122 + (e2 * (0.0007985218818397998 + (e2 * h2)))
  const j2 = (-0.015222655223188032) + (e2 * ((-0.006606589138356696) + (e2 * i2)))
  const k2 = 0.1466487969969469 + (e2 * (0.018874814223782312 + (e2 * j2)))
  const l2 = (-3.974332795880862e-18) + (e2 * k2)
  const m2 = e2 + 1.0946994183093437e-16
  const n2 = 0.2178117057198001 + l2
  const o2 = m2 * n2
  const p2 = productError(m2, n2) + ((1.0946994183093437e-16 - (m2 - e2)) * n2)
  const q2 = p2 + (m2 * (l2 - (n2 - 0.2178117057198001)))
  const r2 = o2 + q2
  const s2 = f2 ? r2 : (a ? y1 : d2)
  const t2 = exponent(value)
  const u2 = ldexp(value, -t2)
  const v2 = u2 * (f2 ? (q2 - (r2 - o2)) : (a ? z1 : (c2 - (d2 - b2))))
  const w2 = ldexp((u2 * s2) + (productError(u2, s2) + v2), t2 + (f2 ? 0 : (a ? n : 0)))
  return w2
}

function slopeOfValue(gate: number, value: number, s = 1): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value, s), gate)
  if (value - value !== 0) return extend(v => slopeOfValue(gate, v, s), value)
  const exp2 = exp2Table()
  const a = exponent(s)
  const b = -a
  const c = ldexp(s, b)
  const d = 1 / c
  const e = ((1 - (d * c)) - productError(d, c)) / c
  const f = (((d - d) === 0) && (e === e)) ? e : 0
  const g = d + f
  const h = gate < 0
  const i = -Math.abs(gate)
  const j = i < (-2900) ? (-2900) : i
  const k = 1500 < j ? 1500 : j
  const l = nearest(k * 184.6649652337873)
  const m = k - (l * 0.005415212347998022)
  const n = -(l * 1.2655086083012853e-13)
  const o = m + n
  const p = o - m
  const q = ((m - (o - p)) + (n - p)) - (l * 3.1258479278239995e-24)
  const r = 0.041666666666666664 + (o * (0.008333333333333333 + (o * 0.001388888888888889)))
  const t = (q + (q * o)) + ((o * o) * (0.5 + (o * (0.16666666666666666 + (o * r)))))
  const u = Math.floor(l * 0.0078125)
  const v = l - (u * 128)
  const w = o + t
  const x = exp2[v]
  const y = exp2[v + 128]
  const z = x * w
  const a1 = (productError(x, w) + (y * w)) + (x * (t - (w - o)))
  const b1 = z + a1
  const c1 = x + b1
  const d1 = (b1 - (c1 - x)) + (y + (a1 - (b1 - z)))
  const e1 = c1 + d1
  const f1 = d1 - (e1 - c1)
  const g1 = ldexp(e1, u)
  const h1 = 1 + g1
  const i1 = sumError(1, g1) + ldexp(f1, u)
  const j1 = h1 + i1
  const k1 = e1 / j1
  const l1 = (((e1 - (k1 * j1)) - productError(k1, j1)) + f1) - (k1 * (i1 - (j1 - h1)))
  const m1 = l1 / j1
  const n1 = (((k1 - k1) === 0) && (m1 === m1)) ? m1 : 0
  const o1 = k1 + n1
  const p1 = n1 - (o1 - k1)
  const q1 = -ldexp(o1, u)
  const r1 = 1 + q1
  const s1 = sumError(1, q1) + (-ldexp(p1, u))
  const t1 = r1 + s1
  const u1 = h ? o1 : t1
  const v1 = exponent(gate)
  const w1 = ldexp(gate, -v1)
  const x1 = w1 * u1
  const y1 = productError(w1, u1) + (w1 * (h ? p1 : (s1 - (t1 - r1))))
  const z1 = x1 + y1
  const a2 = g * z1
  const b2 = (productError(g, z1) + ((f - (g - d)) * z1)) + (g * (y1 - (z1 - x1)))
  const c2 = a2 + b2
  const d2 = ldexp((c2 * c) + (productError(c2, c) + ((b2 - (c2 - a2)) * c)), (b + (v1 + (h ? u : 0))) + a)
  return d2
}

/** smooth_swiglu = `silu(gate) * (value * s) / s`, in doubles. History, sources and limits: the catalogue's entry. */
export const smooth_swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number, s = 1) => evaluate(gate, value, s), { name: 'smooth_swiglu', kind: 'gated', formula: 'silu(gate) * (value * s) / s', parameters: { s: 1 }, derivative: (gate: number, value: number, s = 1) => ({ gate: slopeOfGate(gate, value, s), value: slopeOfValue(gate, value, s) }) })
