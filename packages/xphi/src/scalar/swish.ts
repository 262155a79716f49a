// Generated from the formula `x * sigmoid(beta * x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, beta = 1): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v, beta), x)
  const exp2 = exp2Table()
  const a = beta * x
  const b = a < 0
  const c = -(b ? (-a) : a)
  const d = c < (-2900) ? (-2900) : c
  const e = 1500 < d ? 1500 : d
  const f = nearest(e * 184.6649652337873)
  const g = -(f * 1.2655086083012853e-13)
  const h = e - (f * 0.005415212347998022)
  const i = h + g
  const j = 0.041666666666666664 + (i * (0.008333333333333333 + (i * 0.001388888888888889)))
  const k = i - h
  const l = productError(beta, x)
  const m = (((h - (i - k)) + (g - k)) - (f * 3.1258479278239995e-24)) + ((e === c) ? (-(b ? (-l) : l)) : 0)
  const n = (m + (m * i)) + ((i * i) * (0.5 + (i * (0.16666666666666666 + (i * j)))))
  const o = i + n
  const p = Math.floor(f * 0.0078125)
  const q = f - (p * 128)
  const r = exp2[q]
  const s = exp2[q + 128]
  const t = (productError(r, o) + (s * o)) + (r * (n - (o - i)))
  const u = r * o
  const v = u + t
  const w = r + v
  const y = (v - (w - r)) + (s + (t - (v - u)))
  const z = w + y
  const a1 = y - (z - w)
  const b1 = ldexp(z, p)
  const c1 = sumError(1, b1) + (((b1 - b1) === 0) ? ldexp(a1, p) : 0)
  const d1 = 1 + b1
  const e1 = d1 + c1
  const f1 = z / e1
  const g1 = (((z - (f1 * e1)) - productError(f1, e1)) + a1) - (f1 * (c1 - (e1 - d1)))
  const h1 = g1 / e1
  const i1 = (h1 === h1) ? (((f1 - f1) === 0) ? h1 : 0) : 0
  const j1 = f1 + i1
  const k1 = i1 - (j1 - f1)
  const l1 = ldexp(j1, p)
  const m1 = -l1
  const n1 = sumError(1, m1) + (-(((l1 - l1) === 0) ? ldexp(k1, p) : 0))
  const o1 = 1 + m1
  const p1 = o1 + n1
  const q1 = exponent(x)
  const r1 = ldexp(x, -q1)
  const s1 = b ? j1 : p1
  const t1 = (r1 * s1) + (productError(r1, s1) + (r1 * (b ? k1 : (n1 - (p1 - o1)))))
  return ldexp(t1, q1 + (b ? p : 0))
}

function slope(x: number, beta = 1): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, beta), x)
  const exp2 = exp2Table()
  const a = beta * x
  const b = a < 0
  const c = b ? (-a) : a
  const d = -c
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
  const g = nearest(f * 184.6649652337873)
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = productError(beta, x)
  const n = b ? (-m) : m
  const o = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (-n) : 0)
  const p = (o + (o * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const q = j + p
  const r = Math.floor(g * 0.0078125)
  const s = g - (r * 128)
  const t = exp2[s]
  const u = exp2[s + 128]
  const v = (productError(t, q) + (u * q)) + (t * (p - (q - j)))
  const w = t * q
  const y = w + v
  const z = t + y
  const a1 = (y - (z - t)) + (u + (v - (y - w)))
  const b1 = z + a1
  const c1 = a1 - (b1 - z)
  const d1 = ldexp(b1, r)
  const e1 = ((d1 - d1) === 0) ? ldexp(c1, r) : 0
  const f1 = sumError(1, d1) + e1
  const g1 = 1 + d1
  const h1 = g1 + f1
  const i1 = b1 / h1
  const j1 = f1 - (h1 - g1)
  const k1 = (((b1 - (i1 * h1)) - productError(i1, h1)) + c1) - (i1 * j1)
  const l1 = k1 / h1
  const m1 = (l1 === l1) ? (((i1 - i1) === 0) ? l1 : 0) : 0
  const n1 = i1 + m1
  const o1 = c < 0 ? 0 : c
  const p1 = 2.037035976334486e+90 < o1 ? 2.037035976334486e+90 : o1
  const q1 = -p1
  const r1 = sumError(1, q1) + (-((p1 === c) ? n : 0))
  const s1 = 1 + q1
  const t1 = s1 + r1
  const u1 = (sumError(t1, d1) + (r1 - (t1 - s1))) + e1
  const v1 = t1 + d1
  const w1 = v1 + u1
  const x1 = w1 / h1
  const y1 = ((w1 - (x1 * h1)) - productError(x1, h1)) + (u1 - (w1 - v1))
  const z1 = (y1 - (x1 * j1)) / h1
  const a2 = (z1 === z1) ? (((x1 - x1) === 0) ? z1 : 0) : 0
  const b2 = x1 + a2
  const c2 = (productError(n1, b2) + ((m1 - (n1 - i1)) * b2)) + (n1 * (a2 - (b2 - x1)))
  const d2 = n1 * b2
  const e2 = d2 + c2
  const f2 = ldexp(e2, r)
  const g2 = -f2
  const h2 = sumError(1, g2) + (-(((f2 - f2) === 0) ? ldexp(c2 - (e2 - d2), r) : 0))
  const i2 = a - (-1.2784645427610737)
  const j2 = i2 + m
  const k2 = (sumError(j2, 1.0946994183093437e-16) + sumError(i2, m)) + 3.907766676128665e-33
  const l2 = j2 + 1.0946994183093437e-16
  const m2 = l2 + k2
  const n2 = (-0.000029733542213263917) + (m2 * (-0.000002942631888842464))
  const o2 = 0.00018570724361186496 + (m2 * ((-0.00004090534237428612) + (m2 * n2)))
  const p2 = 0.000126627410081122 + (m2 * (0.0007985218818397998 + (m2 * o2)))
  const q2 = (-0.015222655223188032) + (m2 * ((-0.006606589138356696) + (m2 * p2)))
  const r2 = 0.1466487969969469 + (m2 * (0.018874814223782312 + (m2 * q2)))
  const s2 = (-3.974332795880862e-18) + (m2 * r2)
  const t2 = 0.2178117057198001 + s2
  const u2 = (productError(m2, t2) + ((k2 - (m2 - l2)) * t2)) + (m2 * (s2 - (t2 - 0.2178117057198001)))
  const v2 = Math.abs(m2) < 0.0625
  const w2 = ldexp(v2 ? ((m2 * t2) + u2) : (b ? e2 : ((1 + g2) + h2)), v2 ? 0 : (b ? r : 0))
  return w2
}

/**
 * swish = `x * sigmoid(beta * x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * swish(0.5) // 0.3112296656009273
 * swish.derivative(0.5) // 0.7399611873026518
 */
export const swish: PointwiseScalar = /*@__PURE__*/ carry((x: number, beta = 1) => evaluate(x, beta), { name: 'swish', kind: 'pointwise', formula: 'x * sigmoid(beta * x)', parameters: { beta: 1 }, derivative: slope })
