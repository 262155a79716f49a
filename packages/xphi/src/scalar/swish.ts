// Generated from the formula `x * sigmoid(beta * x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, beta = 1): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v, beta), x)
  const exp2 = exp2Table()
  const a = beta * x
  const b = productError(beta, x)
  const c = a < 0
  const d = -(c ? (-a) : a)
  const e = d < (-1400) ? (-1400) : d
  const f = 720 < e ? 720 : e
  const g = nearest(f * 184.6649652337873)
  const h = f - (g * 0.005415212347998022)
  const i = -(g * 1.2655086083012853e-13)
  const j = h + i
  const k = j - h
  const l = (((h - (j - k)) + (i - k)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (-(c ? (-b) : b)) : 0)
  const m = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const n = (l + (l * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * m)))))
  const o = Math.floor(g * 0.0078125)
  const p = g - (o * 128)
  const q = j + n
  const r = exp2[p]
  const s = exp2[p + 128]
  const t = r * q
  const u = (productError(r, q) + (s * q)) + (r * (n - (q - j)))
  const v = t + u
  const w = r + v
  const y = (v - (w - r)) + (s + (u - (v - t)))
  const z = w + y
  const a1 = y - (z - w)
  const b1 = Math.floor(o * 0.5)
  const c1 = pow2(b1)
  const d1 = pow2(o - b1)
  const e1 = (z * c1) * d1
  const f1 = 1 + e1
  const g1 = sumError(1, e1) + ((a1 * c1) * d1)
  const h1 = f1 + g1
  const i1 = z / h1
  const j1 = (((z - (i1 * h1)) - productError(i1, h1)) + a1) - (i1 * (g1 - (h1 - f1)))
  const k1 = j1 / h1
  const l1 = (((i1 - i1) === 0) && (k1 === k1)) ? k1 : 0
  const m1 = i1 + l1
  const n1 = l1 - (m1 - i1)
  const o1 = -((m1 * c1) * d1)
  const p1 = 1 + o1
  const q1 = sumError(1, o1) + (-((n1 * c1) * d1))
  const r1 = p1 + q1
  const s1 = c ? m1 : r1
  const t1 = c ? o : 0
  const u1 = (x * s1) + (productError(x, s1) + (x * (c ? n1 : (q1 - (r1 - p1)))))
  const v1 = Math.floor(t1 * 0.5)
  return (u1 * pow2(v1)) * pow2(t1 - v1)
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
  const g = f < (-1400) ? (-1400) : f
  const h = 720 < g ? 720 : g
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
  const d1 = Math.floor(q * 0.5)
  const e1 = pow2(d1)
  const f1 = pow2(q - d1)
  const g1 = (b1 * e1) * f1
  const h1 = (c1 * e1) * f1
  const i1 = 1 + g1
  const j1 = sumError(1, g1) + h1
  const k1 = i1 + j1
  const l1 = j1 - (k1 - i1)
  const m1 = b1 / k1
  const n1 = (((b1 - (m1 * k1)) - productError(m1, k1)) + c1) - (m1 * l1)
  const o1 = n1 / k1
  const p1 = (((m1 - m1) === 0) && (o1 === o1)) ? o1 : 0
  const q1 = m1 + p1
  const r1 = d < 0 ? 0 : d
  const s1 = 2.037035976334486e+90 < r1 ? 2.037035976334486e+90 : r1
  const t1 = -s1
  const u1 = 1 + t1
  const v1 = sumError(1, t1) + (-((s1 === d) ? e : 0))
  const w1 = u1 + v1
  const x1 = w1 + g1
  const y1 = (sumError(w1, g1) + (v1 - (w1 - u1))) + h1
  const z1 = x1 + y1
  const a2 = z1 / k1
  const b2 = ((z1 - (a2 * k1)) - productError(a2, k1)) + (y1 - (z1 - x1))
  const c2 = (b2 - (a2 * l1)) / k1
  const d2 = (((a2 - a2) === 0) && (c2 === c2)) ? c2 : 0
  const e2 = a2 + d2
  const f2 = q1 * e2
  const g2 = (productError(q1, e2) + ((p1 - (q1 - m1)) * e2)) + (q1 * (d2 - (e2 - a2)))
  const h2 = f2 + g2
  const i2 = d - 1.2784645427610737
  const j2 = Math.abs(i2) < 0.0625
  const k2 = e - 1.0946994183093437e-16
  const l2 = i2 * ((-3.051244750055421e-8) + (i2 * 9.266646309267441e-8))
  const m2 = 0.000002346029682463866 + (i2 * ((-8.599695028268575e-7) + l2))
  const n2 = (-0.000029733542213263917) + (i2 * (0.000002942631888842464 + (i2 * m2)))
  const o2 = 0.00018570724361186496 + (i2 * (0.00004090534237428612 + (i2 * n2)))
  const p2 = 0.000126627410081122 + (i2 * ((-0.0007985218818397998) + (i2 * o2)))
  const q2 = (-0.015222655223188032) + (i2 * (0.006606589138356696 + (i2 * p2)))
  const r2 = 0.1466487969969469 + (i2 * ((-0.018874814223782312) + (i2 * q2)))
  const s2 = 3.974332795880862e-18 + (i2 * r2)
  const t2 = i2 + k2
  const u2 = (-0.2178117057198001) + s2
  const v2 = (productError(t2, u2) + ((k2 - (t2 - i2)) * u2)) + (t2 * (s2 - (u2 - (-0.2178117057198001))))
  const w2 = -((h2 * e1) * f1)
  const x2 = (1 + w2) + (sumError(1, w2) + (-(((g2 - (h2 - f2)) * e1) * f1)))
  const y2 = c ? (j2 ? 0 : q) : 0
  const z2 = Math.floor(y2 * 0.5)
  const a3 = ((c ? (j2 ? ((t2 * u2) + v2) : h2) : x2) * pow2(z2)) * pow2(y2 - z2)
  return a3
}

/** swish = `x * sigmoid(beta * x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const swish: PointwiseScalar = /*@__PURE__*/ carry((x: number, beta = 1) => evaluate(x, beta), { name: 'swish', kind: 'pointwise', formula: 'x * sigmoid(beta * x)', parameters: { beta: 1 }, derivative: slope })
