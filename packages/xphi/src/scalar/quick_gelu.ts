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
  const c = productError(1.702, b) - (4.263256414560601e-17 * b)
  const d = 1.702 * b
  const e = d - c
  const f = ldexp(e, a)
  const g = f < 0
  const h = -(g ? (-f) : f)
  const i = h < (-2900) ? (-2900) : h
  const j = 1500 < i ? 1500 : i
  const k = nearest(j * 184.6649652337873)
  const l = -(k * 1.2655086083012853e-13)
  const m = j - (k * 0.005415212347998022)
  const n = m + l
  const o = 0.041666666666666664 + (n * (0.008333333333333333 + (n * 0.001388888888888889)))
  const p = n - m
  const q = ((f - f) === 0) ? ldexp((d - e) - c, a) : 0
  const r = (((m - (n - p)) + (l - p)) - (k * 3.1258479278239995e-24)) + ((j === h) ? (-(g ? (-q) : q)) : 0)
  const s = (r + (r * n)) + ((n * n) * (0.5 + (n * (0.16666666666666666 + (n * o)))))
  const t = n + s
  const u = Math.floor(k * 0.0078125)
  const v = k - (u * 128)
  const w = exp2[v]
  const y = exp2[v + 128]
  const z = (productError(w, t) - (y * t)) - (w * (s - (t - n)))
  const a1 = w * t
  const b1 = a1 - z
  const c1 = w + b1
  const d1 = (b1 - (c1 - w)) + (y + ((a1 - b1) - z))
  const e1 = c1 + d1
  const f1 = d1 - (e1 - c1)
  const g1 = ldexp(e1, u)
  const h1 = sumError(1, g1) + (((g1 - g1) === 0) ? ldexp(f1, u) : 0)
  const i1 = 1 + g1
  const j1 = i1 + h1
  const k1 = e1 / j1
  const l1 = (((e1 - (k1 * j1)) + productError(k1, j1)) + f1) - (k1 * (h1 - (j1 - i1)))
  const m1 = l1 / j1
  const n1 = (k1 - k1) === 0
  const o1 = (m1 === m1) ? (n1 ? m1 : 0) : 0
  const p1 = k1 + o1
  const q1 = n1 ? (o1 - (p1 - k1)) : 0
  const r1 = ldexp(p1, u)
  const s1 = -r1
  const t1 = sumError(1, s1) + (-(((r1 - r1) === 0) ? ldexp(q1, u) : 0))
  const u1 = 1 + s1
  const v1 = u1 + t1
  const w1 = g ? p1 : v1
  const x1 = (b * w1) - (productError(b, w1) - (b * (g ? q1 : (t1 - (v1 - u1)))))
  return ldexp(x1, a + (g ? u : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a)
  const c = productError(1.702, b) - (4.263256414560601e-17 * b)
  const d = 1.702 * b
  const e = d - c
  const f = ldexp(e, a)
  const g = f < 0
  const h = g ? (-f) : f
  const i = -h
  const j = i < (-2900) ? (-2900) : i
  const k = 1500 < j ? 1500 : j
  const l = nearest(k * 184.6649652337873)
  const m = -(l * 1.2655086083012853e-13)
  const n = k - (l * 0.005415212347998022)
  const o = n + m
  const p = 0.041666666666666664 + (o * (0.008333333333333333 + (o * 0.001388888888888889)))
  const q = o - n
  const r = ((f - f) === 0) ? ldexp((d - e) - c, a) : 0
  const s = g ? (-r) : r
  const t = (((n - (o - q)) + (m - q)) - (l * 3.1258479278239995e-24)) + ((k === i) ? (-s) : 0)
  const u = (t + (t * o)) + ((o * o) * (0.5 + (o * (0.16666666666666666 + (o * p)))))
  const v = o + u
  const w = Math.floor(l * 0.0078125)
  const y = l - (w * 128)
  const z = exp2[y]
  const a1 = exp2[y + 128]
  const b1 = (productError(z, v) - (a1 * v)) - (z * (u - (v - o)))
  const c1 = z * v
  const d1 = c1 - b1
  const e1 = z + d1
  const f1 = (d1 - (e1 - z)) + (a1 + ((c1 - d1) - b1))
  const g1 = e1 + f1
  const h1 = f1 - (g1 - e1)
  const i1 = ldexp(g1, w)
  const j1 = ((i1 - i1) === 0) ? ldexp(h1, w) : 0
  const k1 = sumError(1, i1) + j1
  const l1 = 1 + i1
  const m1 = l1 + k1
  const n1 = g1 / m1
  const o1 = k1 - (m1 - l1)
  const p1 = (((g1 - (n1 * m1)) + productError(n1, m1)) + h1) - (n1 * o1)
  const q1 = p1 / m1
  const r1 = (n1 - n1) === 0
  const s1 = (q1 === q1) ? (r1 ? q1 : 0) : 0
  const t1 = n1 + s1
  const u1 = h < 0 ? 0 : h
  const v1 = 2.037035976334486e+90 < u1 ? 2.037035976334486e+90 : u1
  const w1 = -v1
  const x1 = sumError(1, w1) + (-((v1 === h) ? s : 0))
  const y1 = 1 + w1
  const z1 = y1 + x1
  const a2 = (sumError(z1, i1) + (x1 - (z1 - y1))) + j1
  const b2 = z1 + i1
  const c2 = b2 + a2
  const d2 = c2 / m1
  const e2 = ((c2 - (d2 * m1)) + productError(d2, m1)) + (a2 - (c2 - b2))
  const f2 = (e2 - (d2 * o1)) / m1
  const g2 = (d2 - d2) === 0
  const h2 = (f2 === f2) ? (g2 ? f2 : 0) : 0
  const i2 = d2 + h2
  const j2 = (productError(t1, i2) - ((r1 ? (s1 - (t1 - n1)) : 0) * i2)) - (t1 * (g2 ? (h2 - (i2 - d2)) : 0))
  const k2 = t1 * i2
  const l2 = k2 - j2
  const m2 = ldexp(l2, w)
  const n2 = -m2
  const o2 = sumError(1, n2) + (-(((m2 - m2) === 0) ? ldexp((k2 - l2) - j2, w) : 0))
  const p2 = f - (-1.2784645427610737)
  const q2 = p2 + r
  const r2 = (sumError(q2, 1.0946994183093437e-16) + sumError(p2, r)) + 3.907766676128665e-33
  const s2 = q2 + 1.0946994183093437e-16
  const t2 = s2 + r2
  const u2 = (-0.000029733542213263917) + (t2 * (-0.000002942631888842464))
  const v2 = 0.00018570724361186496 + (t2 * ((-0.00004090534237428612) + (t2 * u2)))
  const w2 = 0.000126627410081122 + (t2 * (0.0007985218818397998 + (t2 * v2)))
  const x2 = (-0.015222655223188032) + (t2 * ((-0.006606589138356696) + (t2 * w2)))
  const y2 = 0.1466487969969469 + (t2 * (0.018874814223782312 + (t2 * x2)))
  const z2 = (-3.974332795880862e-18) + (t2 * y2)
  const a3 = 0.2178117057198001 + z2
  const b3 = (productError(t2, a3) - ((r2 - (t2 - s2)) * a3)) - (t2 * (z2 - (a3 - 0.2178117057198001)))
  const c3 = Math.abs(t2) < 0.0625
  const d3 = ldexp(c3 ? ((t2 * a3) - b3) : (g ? l2 : ((1 + n2) + o2)), c3 ? 0 : (g ? w : 0))
  return d3
}

/**
 * quick_gelu = `x * sigmoid(1.702 * x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * quick_gelu(0.5) // 0.35038843660638014
 * quick_gelu.derivative(0.5) // 0.8792219119654142
 */
export const quick_gelu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'quick_gelu', kind: 'pointwise', formula: 'x * sigmoid(1.702 * x)', parameters: {  }, derivative: slope })
