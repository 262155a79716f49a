// Generated from the formula `x * sigmoid(x)` by `npm run generate`. Do not edit.
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
  const a = -Math.abs(x)
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
  const y = ldexp(v, m)
  const z = sumError(1, y) + (((y - y) === 0) ? ldexp(w, m) : 0)
  const a1 = 1 + y
  const b1 = a1 + z
  const c1 = v / b1
  const d1 = (((v - (c1 * b1)) + productError(c1, b1)) + w) - (c1 * (z - (b1 - a1)))
  const e1 = d1 / b1
  const f1 = (c1 - c1) === 0
  const g1 = (e1 === e1) ? (f1 ? e1 : 0) : 0
  const h1 = c1 + g1
  const i1 = f1 ? (g1 - (h1 - c1)) : 0
  const j1 = ldexp(h1, m)
  const k1 = -j1
  const l1 = sumError(1, k1) + (-(((j1 - j1) === 0) ? ldexp(i1, m) : 0))
  const m1 = 1 + k1
  const n1 = m1 + l1
  const o1 = x < 0
  const p1 = exponent(x)
  const q1 = ldexp(x, -p1)
  const r1 = o1 ? h1 : n1
  const s1 = productError(q1, r1) - (q1 * (o1 ? i1 : (l1 - (n1 - m1))))
  return ldexp((q1 * r1) - s1, p1 + (o1 ? m : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = Math.abs(x)
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
  const y = v - (w - u)
  const z = ldexp(w, n)
  const a1 = ((z - z) === 0) ? ldexp(y, n) : 0
  const b1 = sumError(1, z) + a1
  const c1 = 1 + z
  const d1 = c1 + b1
  const e1 = w / d1
  const f1 = b1 - (d1 - c1)
  const g1 = (((w - (e1 * d1)) + productError(e1, d1)) + y) - (e1 * f1)
  const h1 = g1 / d1
  const i1 = (e1 - e1) === 0
  const j1 = (h1 === h1) ? (i1 ? h1 : 0) : 0
  const k1 = e1 + j1
  const l1 = a < 0 ? 0 : a
  const m1 = -(2.037035976334486e+90 < l1 ? 2.037035976334486e+90 : l1)
  const n1 = 1 + m1
  const o1 = (sumError(n1, z) + sumError(1, m1)) + a1
  const p1 = n1 + z
  const q1 = p1 + o1
  const r1 = q1 / d1
  const s1 = ((q1 - (r1 * d1)) + productError(r1, d1)) + (o1 - (q1 - p1))
  const t1 = (s1 - (r1 * f1)) / d1
  const u1 = (r1 - r1) === 0
  const v1 = (t1 === t1) ? (u1 ? t1 : 0) : 0
  const w1 = r1 + v1
  const x1 = (productError(k1, w1) - ((i1 ? (j1 - (k1 - e1)) : 0) * w1)) - (k1 * (u1 ? (v1 - (w1 - r1)) : 0))
  const y1 = k1 * w1
  const z1 = y1 - x1
  const a2 = ldexp(z1, n)
  const b2 = -a2
  const c2 = sumError(1, b2) + (-(((a2 - a2) === 0) ? ldexp((y1 - z1) - x1, n) : 0))
  const d2 = x < 0
  const e2 = x - (-1.2784645427610737)
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
  const q2 = Math.abs(h2) < 0.0625
  const r2 = ldexp(q2 ? ((h2 * o2) - p2) : (d2 ? z1 : ((1 + b2) + c2)), q2 ? 0 : (d2 ? n : 0))
  return r2
}

/**
 * silu = `x * sigmoid(x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * silu(0.5) // 0.3112296656009273
 * silu.derivative(0.5) // 0.7399611873026518
 */
export const silu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'silu', kind: 'pointwise', formula: 'x * sigmoid(x)', parameters: {  }, derivative: slope })
