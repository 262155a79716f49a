// Generated from the formula `x * sigmoid(1.702 * x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a)
  const c = 1.702 * b
  const d = productError(1.702, b) + (4.263256414560601e-17 * b)
  const e = c + d
  const f = ldexp(e, a)
  const g = ldexp(d - (e - c), a)
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
  const y = exp2[u + 128]
  const z = w * v
  const a1 = (productError(w, v) + (y * v)) + (w * (s - (v - o)))
  const b1 = z + a1
  const c1 = w + b1
  const d1 = (b1 - (c1 - w)) + (y + (a1 - (b1 - z)))
  const e1 = c1 + d1
  const f1 = d1 - (e1 - c1)
  const g1 = ldexp(e1, t)
  const h1 = 1 + g1
  const i1 = sumError(1, g1) + ldexp(f1, t)
  const j1 = h1 + i1
  const k1 = e1 / j1
  const l1 = (((e1 - (k1 * j1)) - productError(k1, j1)) + f1) - (k1 * (i1 - (j1 - h1)))
  const m1 = l1 / j1
  const n1 = (((k1 - k1) === 0) && (m1 === m1)) ? m1 : 0
  const o1 = k1 + n1
  const p1 = n1 - (o1 - k1)
  const q1 = -ldexp(o1, t)
  const r1 = 1 + q1
  const s1 = sumError(1, q1) + (-ldexp(p1, t))
  const t1 = r1 + s1
  const u1 = h ? o1 : t1
  const v1 = (b * u1) + (productError(b, u1) + (b * (h ? p1 : (s1 - (t1 - r1)))))
  return ldexp(v1, a + (h ? t : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a)
  const c = 1.702 * b
  const d = productError(1.702, b) + (4.263256414560601e-17 * b)
  const e = c + d
  const f = ldexp(e, a)
  const g = ldexp(d - (e - c), a)
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
  const y = q + u
  const z = exp2[w]
  const a1 = exp2[w + 128]
  const b1 = z * y
  const c1 = (productError(z, y) + (a1 * y)) + (z * (u - (y - q)))
  const d1 = b1 + c1
  const e1 = z + d1
  const f1 = (d1 - (e1 - z)) + (a1 + (c1 - (d1 - b1)))
  const g1 = e1 + f1
  const h1 = f1 - (g1 - e1)
  const i1 = ldexp(g1, v)
  const j1 = ldexp(h1, v)
  const k1 = 1 + i1
  const l1 = sumError(1, i1) + j1
  const m1 = k1 + l1
  const n1 = l1 - (m1 - k1)
  const o1 = g1 / m1
  const p1 = (((g1 - (o1 * m1)) - productError(o1, m1)) + h1) - (o1 * n1)
  const q1 = p1 / m1
  const r1 = (((o1 - o1) === 0) && (q1 === q1)) ? q1 : 0
  const s1 = o1 + r1
  const t1 = i < 0 ? 0 : i
  const u1 = 2.037035976334486e+90 < t1 ? 2.037035976334486e+90 : t1
  const v1 = -u1
  const w1 = 1 + v1
  const x1 = sumError(1, v1) + (-((u1 === i) ? j : 0))
  const y1 = w1 + x1
  const z1 = y1 + i1
  const a2 = (sumError(y1, i1) + (x1 - (y1 - w1))) + j1
  const b2 = z1 + a2
  const c2 = b2 / m1
  const d2 = ((b2 - (c2 * m1)) - productError(c2, m1)) + (a2 - (b2 - z1))
  const e2 = (d2 - (c2 * n1)) / m1
  const f2 = (((c2 - c2) === 0) && (e2 === e2)) ? e2 : 0
  const g2 = c2 + f2
  const h2 = s1 * g2
  const i2 = (productError(s1, g2) + ((r1 - (s1 - o1)) * g2)) + (s1 * (f2 - (g2 - c2)))
  const j2 = h2 + i2
  const k2 = -ldexp(j2, v)
  const l2 = (1 + k2) + (sumError(1, k2) + (-ldexp(i2 - (j2 - h2), v)))
  const m2 = f - (-1.2784645427610737)
  const n2 = Math.abs(m2) < 0.0625
  const o2 = g - (-1.0946994183093437e-16)
  const p2 = (-0.000029733542213263917) + (m2 * (-0.000002942631888842464))
  const q2 = 0.00018570724361186496 + (m2 * ((-0.00004090534237428612) + (m2 * p2)))
  const r2 = 0.000126627410081122 + (m2 * (0.0007985218818397998 + (m2 * q2)))
  const s2 = (-0.015222655223188032) + (m2 * ((-0.006606589138356696) + (m2 * r2)))
  const t2 = 0.1466487969969469 + (m2 * (0.018874814223782312 + (m2 * s2)))
  const u2 = (-3.974332795880862e-18) + (m2 * t2)
  const v2 = m2 + o2
  const w2 = 0.2178117057198001 + u2
  const x2 = (productError(v2, w2) + ((o2 - (v2 - m2)) * w2)) + (v2 * (u2 - (w2 - 0.2178117057198001)))
  const y2 = ldexp(n2 ? ((v2 * w2) + x2) : (h ? j2 : l2), n2 ? 0 : (h ? v : 0))
  return y2
}

/** quick_gelu = `x * sigmoid(1.702 * x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const quick_gelu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'quick_gelu', kind: 'pointwise', formula: 'x * sigmoid(1.702 * x)', parameters: {  }, derivative: slope })
