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
  const i1 = (f1 - f1) === 0
  const j1 = (h1 === h1) ? (i1 ? h1 : 0) : 0
  const k1 = f1 + j1
  const l1 = i1 ? (j1 - (k1 - f1)) : 0
  const m1 = ldexp(k1, p)
  const n1 = -m1
  const o1 = sumError(1, n1) + (-(((m1 - m1) === 0) ? ldexp(l1, p) : 0))
  const p1 = 1 + n1
  const q1 = p1 + o1
  const r1 = exponent(x)
  const s1 = ldexp(x, -r1)
  const t1 = b ? k1 : q1
  const u1 = (s1 * t1) - (productError(s1, t1) - (s1 * (b ? l1 : (o1 - (q1 - p1)))))
  return ldexp(u1, r1 + (b ? p : 0))
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
  const n1 = (j1 - j1) === 0
  const o1 = (m1 === m1) ? (n1 ? m1 : 0) : 0
  const p1 = j1 + o1
  const q1 = c < 0 ? 0 : c
  const r1 = 2.037035976334486e+90 < q1 ? 2.037035976334486e+90 : q1
  const s1 = -r1
  const t1 = sumError(1, s1) + (-((r1 === c) ? o : 0))
  const u1 = 1 + s1
  const v1 = u1 + t1
  const w1 = (sumError(v1, e1) + (t1 - (v1 - u1))) + f1
  const x1 = v1 + e1
  const y1 = x1 + w1
  const z1 = y1 / i1
  const a2 = ((y1 - (z1 * i1)) + productError(z1, i1)) + (w1 - (y1 - x1))
  const b2 = (a2 - (z1 * k1)) / i1
  const c2 = (z1 - z1) === 0
  const d2 = (b2 === b2) ? (c2 ? b2 : 0) : 0
  const e2 = z1 + d2
  const f2 = (productError(p1, e2) - ((n1 ? (o1 - (p1 - j1)) : 0) * e2)) - (p1 * (c2 ? (d2 - (e2 - z1)) : 0))
  const g2 = p1 * e2
  const h2 = g2 - f2
  const i2 = ldexp(h2, s)
  const j2 = -i2
  const k2 = sumError(1, j2) + (-(((i2 - i2) === 0) ? ldexp((g2 - h2) - f2, s) : 0))
  const l2 = a - (-1.2784645427610737)
  const m2 = l2 + n
  const n2 = (sumError(m2, 1.0946994183093437e-16) + sumError(l2, n)) + 3.907766676128665e-33
  const o2 = m2 + 1.0946994183093437e-16
  const p2 = o2 + n2
  const q2 = (-0.000029733542213263917) + (p2 * (-0.000002942631888842464))
  const r2 = 0.00018570724361186496 + (p2 * ((-0.00004090534237428612) + (p2 * q2)))
  const s2 = 0.000126627410081122 + (p2 * (0.0007985218818397998 + (p2 * r2)))
  const t2 = (-0.015222655223188032) + (p2 * ((-0.006606589138356696) + (p2 * s2)))
  const u2 = 0.1466487969969469 + (p2 * (0.018874814223782312 + (p2 * t2)))
  const v2 = (-3.974332795880862e-18) + (p2 * u2)
  const w2 = 0.2178117057198001 + v2
  const x2 = (productError(p2, w2) - ((n2 - (p2 - o2)) * w2)) - (p2 * (v2 - (w2 - 0.2178117057198001)))
  const y2 = Math.abs(p2) < 0.0625
  const z2 = ldexp(y2 ? ((p2 * w2) - x2) : (b ? h2 : ((1 + j2) + k2)), y2 ? 0 : (b ? s : 0))
  return z2
}

/**
 * swish = `x * sigmoid(beta * x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * swish(0.5) // 0.3112296656009273
 * swish.derivative(0.5) // 0.7399611873026518
 */
export const swish: PointwiseScalar = /*@__PURE__*/ carry((x: number, beta = 1) => evaluate(x, beta), { name: 'swish', kind: 'pointwise', formula: 'x * sigmoid(beta * x)', parameters: { beta: 1 }, derivative: slope })
