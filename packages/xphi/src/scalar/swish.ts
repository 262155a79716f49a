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
  const m = (((h - (i - k)) + (g - k)) - (f * 3.1258479278239995e-24)) + ((e === c) ? (-(b ? l : (-l))) : 0)
  const n = (m + (m * i)) + ((i * i) * (0.5 + (i * (0.16666666666666666 + (i * j)))))
  const o = i + n
  const p = Math.floor(f * 0.0078125)
  const q = f - (p * 128)
  const r = exp2[q]
  const s = exp2[q + 128]
  const t = (productError(r, o) - (s * o)) - (r * (n - (o - i)))
  const u = r * o
  const v = u - t
  const w = r + v
  const y = (v - (w - r)) + (s + ((u - v) - t))
  const z = w + y
  const a1 = y - (z - w)
  const b1 = ldexp(z, p)
  const c1 = sumError(1, b1) + (((b1 - b1) === 0) ? ldexp(a1, p) : 0)
  const d1 = 1 + b1
  const e1 = d1 + c1
  const f1 = z / e1
  const g1 = (((z - (f1 * e1)) + productError(f1, e1)) + a1) - (f1 * (c1 - (e1 - d1)))
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
  const t1 = (r1 * s1) - (productError(r1, s1) - (r1 * (b ? k1 : (n1 - (p1 - o1)))))
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
  const n = -m
  const o = b ? m : n
  const p = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (-o) : 0)
  const q = (p + (p * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const r = j + q
  const s = Math.floor(g * 0.0078125)
  const t = g - (s * 128)
  const u = exp2[t]
  const v = exp2[t + 128]
  const w = (productError(u, r) - (v * r)) - (u * (q - (r - j)))
  const y = u * r
  const z = y - w
  const a1 = u + z
  const b1 = (z - (a1 - u)) + (v + ((y - z) - w))
  const c1 = a1 + b1
  const d1 = b1 - (c1 - a1)
  const e1 = ldexp(c1, s)
  const f1 = ((e1 - e1) === 0) ? ldexp(d1, s) : 0
  const g1 = sumError(1, e1) + f1
  const h1 = 1 + e1
  const i1 = h1 + g1
  const j1 = c1 / i1
  const k1 = g1 - (i1 - h1)
  const l1 = (((c1 - (j1 * i1)) + productError(j1, i1)) + d1) - (j1 * k1)
  const m1 = l1 / i1
  const n1 = (m1 === m1) ? (((j1 - j1) === 0) ? m1 : 0) : 0
  const o1 = j1 + n1
  const p1 = c < 0 ? 0 : c
  const q1 = 2.037035976334486e+90 < p1 ? 2.037035976334486e+90 : p1
  const r1 = -q1
  const s1 = sumError(1, r1) + (-((q1 === c) ? o : 0))
  const t1 = 1 + r1
  const u1 = t1 + s1
  const v1 = (sumError(u1, e1) + (s1 - (u1 - t1))) + f1
  const w1 = u1 + e1
  const x1 = w1 + v1
  const y1 = x1 / i1
  const z1 = ((x1 - (y1 * i1)) + productError(y1, i1)) + (v1 - (x1 - w1))
  const a2 = (z1 - (y1 * k1)) / i1
  const b2 = (a2 === a2) ? (((y1 - y1) === 0) ? a2 : 0) : 0
  const c2 = y1 + b2
  const d2 = (productError(o1, c2) - ((n1 - (o1 - j1)) * c2)) - (o1 * (b2 - (c2 - y1)))
  const e2 = o1 * c2
  const f2 = e2 - d2
  const g2 = ldexp(f2, s)
  const h2 = -g2
  const i2 = sumError(1, h2) + (-(((g2 - g2) === 0) ? ldexp((e2 - f2) - d2, s) : 0))
  const j2 = a - (-1.2784645427610737)
  const k2 = j2 + n
  const l2 = (sumError(k2, 1.0946994183093437e-16) + sumError(j2, n)) + 3.907766676128665e-33
  const m2 = k2 + 1.0946994183093437e-16
  const n2 = m2 + l2
  const o2 = (-0.000029733542213263917) + (n2 * (-0.000002942631888842464))
  const p2 = 0.00018570724361186496 + (n2 * ((-0.00004090534237428612) + (n2 * o2)))
  const q2 = 0.000126627410081122 + (n2 * (0.0007985218818397998 + (n2 * p2)))
  const r2 = (-0.015222655223188032) + (n2 * ((-0.006606589138356696) + (n2 * q2)))
  const s2 = 0.1466487969969469 + (n2 * (0.018874814223782312 + (n2 * r2)))
  const t2 = (-3.974332795880862e-18) + (n2 * s2)
  const u2 = 0.2178117057198001 + t2
  const v2 = (productError(n2, u2) - ((l2 - (n2 - m2)) * u2)) - (n2 * (t2 - (u2 - 0.2178117057198001)))
  const w2 = Math.abs(n2) < 0.0625
  const x2 = ldexp(w2 ? ((n2 * u2) - v2) : (b ? f2 : ((1 + h2) + i2)), w2 ? 0 : (b ? s : 0))
  return x2
}

/**
 * swish = `x * sigmoid(beta * x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * swish(0.5) // 0.3112296656009273
 * swish.derivative(0.5) // 0.7399611873026518
 */
export const swish: PointwiseScalar = /*@__PURE__*/ carry((x: number, beta = 1) => evaluate(x, beta), { name: 'swish', kind: 'pointwise', formula: 'x * sigmoid(beta * x)', parameters: { beta: 1 }, derivative: slope })
