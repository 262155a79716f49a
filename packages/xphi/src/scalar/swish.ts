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
  const a = exponent(x)
  const b = ldexp(x, -a)
  const c = beta * x
  const d = productError(beta, x)
  const e = c < 0
  const f = -(e ? (-c) : c)
  const g = f < (-2900) ? (-2900) : f
  const h = 1500 < g ? 1500 : g
  const i = nearest(h * 184.6649652337873)
  const j = h - (i * 0.005415212347998022)
  const k = -(i * 1.2655086083012853e-13)
  const l = j + k
  const m = l - j
  const n = (((j - (l - m)) + (k - m)) - (i * 3.1258479278239995e-24)) + ((h === f) ? (-(e ? (-d) : d)) : 0)
  const o = 0.041666666666666664 + (l * (0.008333333333333333 + (l * 0.001388888888888889)))
  const p = (n + (n * l)) + ((l * l) * (0.5 + (l * (0.16666666666666666 + (l * o)))))
  const q = Math.floor(i * 0.0078125)
  const r = i - (q * 128)
  const s = l + p
  const t = exp2[r]
  const u = exp2[r + 128]
  const v = t * s
  const w = (productError(t, s) + (u * s)) + (t * (p - (s - l)))
  const y = v + w
  const z = t + y
  const a1 = (y - (z - t)) + (u + (w - (y - v)))
  const b1 = z + a1
  const c1 = a1 - (b1 - z)
  const d1 = ldexp(b1, q)
  const e1 = 1 + d1
  const f1 = sumError(1, d1) + ldexp(c1, q)
  const g1 = e1 + f1
  const h1 = b1 / g1
  const i1 = (((b1 - (h1 * g1)) - productError(h1, g1)) + c1) - (h1 * (f1 - (g1 - e1)))
  const j1 = i1 / g1
  const k1 = (((h1 - h1) === 0) && (j1 === j1)) ? j1 : 0
  const l1 = h1 + k1
  const m1 = k1 - (l1 - h1)
  const n1 = -ldexp(l1, q)
  const o1 = 1 + n1
  const p1 = sumError(1, n1) + (-ldexp(m1, q))
  const q1 = o1 + p1
  const r1 = e ? l1 : q1
  const s1 = (b * r1) + (productError(b, r1) + (b * (e ? m1 : (p1 - (q1 - o1)))))
  return ldexp(s1, a + (e ? q : 0))
}

function slope(x: number, beta = 1): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, beta), x)
  const exp2 = exp2Table()
  const a = beta * x
  const b = productError(beta, x)
  const c = a < 0
  const d = c ? (-a) : a
  const e = c ? (-b) : b
  const f = -d
  const g = f < (-2900) ? (-2900) : f
  const h = 1500 < g ? 1500 : g
  const i = nearest(h * 184.6649652337873)
  const j = h - (i * 0.005415212347998022)
  const k = -(i * 1.2655086083012853e-13)
  const l = j + k
  const m = l - j
  const n = (((j - (l - m)) + (k - m)) - (i * 3.1258479278239995e-24)) + ((h === f) ? (-e) : 0)
  const o = 0.041666666666666664 + (l * (0.008333333333333333 + (l * 0.001388888888888889)))
  const p = (n + (n * l)) + ((l * l) * (0.5 + (l * (0.16666666666666666 + (l * o)))))
  const q = Math.floor(i * 0.0078125)
  const r = i - (q * 128)
  const s = l + p
  const t = exp2[r]
  const u = exp2[r + 128]
  const v = t * s
  const w = (productError(t, s) + (u * s)) + (t * (p - (s - l)))
  const y = v + w
  const z = t + y
  const a1 = (y - (z - t)) + (u + (w - (y - v)))
  const b1 = z + a1
  const c1 = a1 - (b1 - z)
  const d1 = ldexp(b1, q)
  const e1 = ldexp(c1, q)
  const f1 = 1 + d1
  const g1 = sumError(1, d1) + e1
  const h1 = f1 + g1
  const i1 = g1 - (h1 - f1)
  const j1 = b1 / h1
  const k1 = (((b1 - (j1 * h1)) - productError(j1, h1)) + c1) - (j1 * i1)
  const l1 = k1 / h1
  const m1 = (((j1 - j1) === 0) && (l1 === l1)) ? l1 : 0
  const n1 = j1 + m1
  const o1 = d < 0 ? 0 : d
  const p1 = 2.037035976334486e+90 < o1 ? 2.037035976334486e+90 : o1
  const q1 = -p1
  const r1 = 1 + q1
  const s1 = sumError(1, q1) + (-((p1 === d) ? e : 0))
  const t1 = r1 + s1
  const u1 = t1 + d1
  const v1 = (sumError(t1, d1) + (s1 - (t1 - r1))) + e1
  const w1 = u1 + v1
  const x1 = w1 / h1
  const y1 = ((w1 - (x1 * h1)) - productError(x1, h1)) + (v1 - (w1 - u1))
  const z1 = (y1 - (x1 * i1)) / h1
  const a2 = (((x1 - x1) === 0) && (z1 === z1)) ? z1 : 0
  const b2 = x1 + a2
  const c2 = n1 * b2
  const d2 = (productError(n1, b2) + ((m1 - (n1 - j1)) * b2)) + (n1 * (a2 - (b2 - x1)))
  const e2 = c2 + d2
  const f2 = -ldexp(e2, q)
  const g2 = (1 + f2) + (sumError(1, f2) + (-ldexp(d2 - (e2 - c2), q)))
  const h2 = a - (-1.2784645427610737)
  const i2 = Math.abs(h2) < 0.0625
  const j2 = b - (-1.0946994183093437e-16)
  const k2 = (-0.000029733542213263917) + (h2 * (-0.000002942631888842464))
  const l2 = 0.00018570724361186496 + (h2 * ((-0.00004090534237428612) + (h2 * k2)))
  const m2 = 0.000126627410081122 + (h2 * (0.0007985218818397998 + (h2 * l2)))
  const n2 = (-0.015222655223188032) + (h2 * ((-0.006606589138356696) + (h2 * m2)))
  const o2 = 0.1466487969969469 + (h2 * (0.018874814223782312 + (h2 * n2)))
  const p2 = (-3.974332795880862e-18) + (h2 * o2)
  const q2 = h2 + j2
  const r2 = 0.2178117057198001 + p2
  const s2 = (productError(q2, r2) + ((j2 - (q2 - h2)) * r2)) + (q2 * (p2 - (r2 - 0.2178117057198001)))
  const t2 = ldexp(i2 ? ((q2 * r2) + s2) : (c ? e2 : g2), i2 ? 0 : (c ? q : 0))
  return t2
}

/** swish = `x * sigmoid(beta * x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const swish: PointwiseScalar = /*@__PURE__*/ carry((x: number, beta = 1) => evaluate(x, beta), { name: 'swish', kind: 'pointwise', formula: 'x * sigmoid(beta * x)', parameters: { beta: 1 }, derivative: slope })
