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
  const b = exponent(a)
  const c = ldexp(a, -b)
  const d = alpha * a
  const e = productError(alpha, a)
  const f = d < 0
  const g = -(f ? (-d) : d)
  const h = g < (-2900) ? (-2900) : g
  const i = 1500 < h ? 1500 : h
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
  const d1 = ldexp(b1, r)
  const e1 = 1 + d1
  const f1 = sumError(1, d1) + ldexp(c1, r)
  const g1 = e1 + f1
  const h1 = b1 / g1
  const i1 = (((b1 - (h1 * g1)) - productError(h1, g1)) + c1) - (h1 * (f1 - (g1 - e1)))
  const j1 = i1 / g1
  const k1 = (((h1 - h1) === 0) && (j1 === j1)) ? j1 : 0
  const l1 = h1 + k1
  const m1 = k1 - (l1 - h1)
  const n1 = -ldexp(l1, r)
  const o1 = 1 + n1
  const p1 = sumError(1, n1) + (-ldexp(m1, r))
  const q1 = o1 + p1
  const r1 = f ? l1 : q1
  const s1 = c * r1
  const t1 = productError(c, r1) + (c * (f ? m1 : (p1 - (q1 - o1))))
  const u1 = s1 + t1
  const v1 = -limit
  const w1 = (value < v1) ? v1 : ((limit < value) ? limit : value)
  const x1 = w1 + 1
  const y1 = exponent(x1)
  const z1 = -y1
  const a2 = ldexp(x1, z1)
  const b2 = (productError(u1, a2) + ((t1 - (u1 - s1)) * a2)) + (u1 * ldexp(sumError(w1, 1), z1))
  return ldexp((u1 * a2) + b2, (b + (f ? r : 0)) + y1)
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
  const l = k < (-2900) ? (-2900) : k
  const m = 1500 < l ? 1500 : l
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
  const h1 = ldexp(f1, v)
  const i1 = ldexp(g1, v)
  const j1 = 1 + h1
  const k1 = sumError(1, h1) + i1
  const l1 = j1 + k1
  const m1 = k1 - (l1 - j1)
  const n1 = f1 / l1
  const o1 = (((f1 - (n1 * l1)) - productError(n1, l1)) + g1) - (n1 * m1)
  const p1 = o1 / l1
  const q1 = (((n1 - n1) === 0) && (p1 === p1)) ? p1 : 0
  const r1 = n1 + q1
  const s1 = i < 0 ? 0 : i
  const t1 = 2.037035976334486e+90 < s1 ? 2.037035976334486e+90 : s1
  const u1 = -t1
  const v1 = 1 + u1
  const w1 = sumError(1, u1) + (-((t1 === i) ? j : 0))
  const x1 = v1 + w1
  const y1 = x1 + h1
  const z1 = (sumError(x1, h1) + (w1 - (x1 - v1))) + i1
  const a2 = y1 + z1
  const b2 = a2 / l1
  const c2 = ((a2 - (b2 * l1)) - productError(b2, l1)) + (z1 - (a2 - y1))
  const d2 = (c2 - (b2 * m1)) / l1
  const e2 = (((b2 - b2) === 0) && (d2 === d2)) ? d2 : 0
  const f2 = b2 + e2
  const g2 = r1 * f2
  const h2 = (productError(r1, f2) + ((q1 - (r1 - n1)) * f2)) + (r1 * (e2 - (f2 - b2)))
  const i2 = g2 + h2
  const j2 = h2 - (i2 - g2)
  const k2 = -ldexp(i2, v)
  const l2 = 1 + k2
  const m2 = sumError(1, k2) + (-ldexp(j2, v))
  const n2 = l2 + m2
  const o2 = f - (-1.2784645427610737)
  const p2 = Math.abs(o2) < 0.0625
  const q2 = g - (-1.0946994183093437e-16)
  const r2 = (-0.000029733542213263917) + (o2 * (-0.000002942631888842464))
  const s2 = 0.00018570724361186496 + (o2 * ((-0.00004090534237428612) + (o2 * r2)))
  const t2 = 0.000126627410081122 + (o2 * (0.0007985218818397998 + (o2 * s2)))
  const u2 = (-0.015222655223188032) + (o2 * ((-0.006606589138356696) + (o2 * t2)))
  const v2 = 0.1466487969969469 + (o2 * (0.018874814223782312 + (o2 * u2)))
  const w2 = (-3.974332795880862e-18) + (o2 * v2)
  const x2 = o2 + q2
  const y2 = 0.2178117057198001 + w2
  const z2 = x2 * y2
  const a3 = (productError(x2, y2) + ((q2 - (x2 - o2)) * y2)) + (x2 * (w2 - (y2 - 0.2178117057198001)))
  const b3 = z2 + a3
  const c3 = p2 ? b3 : (h ? i2 : n2)
  const d3 = exponent(d)
  const e3 = -d3
  const f3 = ldexp(d, e3)
  const g3 = f3 * (p2 ? (a3 - (b3 - z2)) : (h ? j2 : (m2 - (n2 - l2))))
  const h3 = (productError(f3, c3) + (ldexp(sumError(c, 1), e3) * c3)) + g3
  const i3 = ldexp(a ? ((f3 * c3) + h3) : 0, a ? (d3 + (p2 ? 0 : (h ? v : 0))) : 0)
  return i3
}

function slopeOfValue(gate: number, value: number, alpha = 1.702, limit = 7): number {
  if (gate !== gate || value !== value) return NaN
  if (isFar(gate)) return extend(v => slopeOfValue(v, value, alpha, limit), gate)
  if (value - value !== 0) return extend(v => slopeOfValue(gate, v, alpha, limit), value)
  const exp2 = exp2Table()
  const a = limit < value
  const b = value < (-limit)
  const c = ((gate < limit) || (gate === limit)) ? gate : limit
  const d = exponent(c)
  const e = ldexp(c, -d)
  const f = alpha * c
  const g = productError(alpha, c)
  const h = f < 0
  const i = -(h ? (-f) : f)
  const j = i < (-2900) ? (-2900) : i
  const k = 1500 < j ? 1500 : j
  const l = nearest(k * 184.6649652337873)
  const m = k - (l * 0.005415212347998022)
  const n = -(l * 1.2655086083012853e-13)
  const o = m + n
  const p = o - m
  const q = (((m - (o - p)) + (n - p)) - (l * 3.1258479278239995e-24)) + ((k === i) ? (-(h ? (-g) : g)) : 0)
  const r = 0.041666666666666664 + (o * (0.008333333333333333 + (o * 0.001388888888888889)))
  const s = (q + (q * o)) + ((o * o) * (0.5 + (o * (0.16666666666666666 + (o * r)))))
  const t = Math.floor(l * 0.0078125)
  const u = l - (t * 128)
  const v = o + s
  const w = exp2[u]
  const x = exp2[u + 128]
  const y = w * v
  const z = (productError(w, v) + (x * v)) + (w * (s - (v - o)))
  const a1 = y + z
  const b1 = w + a1
  const c1 = (a1 - (b1 - w)) + (x + (z - (a1 - y)))
  const d1 = b1 + c1
  const e1 = c1 - (d1 - b1)
  const f1 = ldexp(d1, t)
  const g1 = 1 + f1
  const h1 = sumError(1, f1) + ldexp(e1, t)
  const i1 = g1 + h1
  const j1 = d1 / i1
  const k1 = (((d1 - (j1 * i1)) - productError(j1, i1)) + e1) - (j1 * (h1 - (i1 - g1)))
  const l1 = k1 / i1
  const m1 = (((j1 - j1) === 0) && (l1 === l1)) ? l1 : 0
  const n1 = j1 + m1
  const o1 = m1 - (n1 - j1)
  const p1 = -ldexp(n1, t)
  const q1 = 1 + p1
  const r1 = sumError(1, p1) + (-ldexp(o1, t))
  const s1 = q1 + r1
  const t1 = h ? n1 : s1
  const u1 = (e * t1) + (productError(e, t1) + (e * (h ? o1 : (r1 - (s1 - q1)))))
  const v1 = ldexp(a ? 0 : (b ? 0 : u1), a ? 0 : (b ? 0 : (d + (h ? t : 0))))
  return v1
}

/** clamped_swiglu = `(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)`, in doubles. History, sources and limits: the catalogue's entry. */
export const clamped_swiglu: GatedScalar = /*@__PURE__*/ carry((gate: number, value: number, alpha = 1.702, limit = 7) => evaluate(gate, value, alpha, limit), { name: 'clamped_swiglu', kind: 'gated', formula: '(gate <= limit ? gate : limit) * sigmoid(alpha * (gate <= limit ? gate : limit)) * ((value < -limit ? -limit : value > limit ? limit : value) + 1)', parameters: { alpha: 1.702, limit: 7 }, derivative: (gate: number, value: number, alpha = 1.702, limit = 7) => ({ gate: slopeOfGate(gate, value, alpha, limit), value: slopeOfValue(gate, value, alpha, limit) }) })
