// Generated from the formula `x * sigmoid(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = x < 0
  const b = -Math.abs(x)
  const c = b < (-1400) ? (-1400) : b
  const d = 720 < c ? 720 : c
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
  const s = (productError(p, o) + (q * o)) + (p * (l - (o - h)))
  const t = r + s
  const u = p + t
  const v = (t - (u - p)) + (q + (s - (t - r)))
  const w = u + v
  const y = v - (w - u)
  const z = Math.floor(m * 0.5)
  const a1 = pow2(z)
  const b1 = pow2(m - z)
  const c1 = (w * a1) * b1
  const d1 = 1 + c1
  const e1 = sumError(1, c1) + ((y * a1) * b1)
  const f1 = d1 + e1
  const g1 = w / f1
  const h1 = (((w - (g1 * f1)) - productError(g1, f1)) + y) - (g1 * (e1 - (f1 - d1)))
  const i1 = h1 / f1
  const j1 = (((g1 - g1) === 0) && (i1 === i1)) ? i1 : 0
  const k1 = g1 + j1
  const l1 = j1 - (k1 - g1)
  const m1 = -((k1 * a1) * b1)
  const n1 = 1 + m1
  const o1 = sumError(1, m1) + (-((l1 * a1) * b1))
  const p1 = n1 + o1
  const q1 = a ? k1 : p1
  const r1 = a ? m : 0
  const s1 = (x * q1) + (productError(x, q1) + (x * (a ? l1 : (o1 - (p1 - n1)))))
  const t1 = Math.floor(r1 * 0.5)
  return (s1 * pow2(t1)) * pow2(r1 - t1)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x < 0
  const b = Math.abs(x)
  const c = -b
  const d = c < (-1400) ? (-1400) : c
  const e = 720 < d ? 720 : d
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
  const s = q * p
  const t = (productError(q, p) + (r * p)) + (q * (m - (p - i)))
  const u = s + t
  const v = q + u
  const w = (u - (v - q)) + (r + (t - (u - s)))
  const y = v + w
  const z = w - (y - v)
  const a1 = Math.floor(n * 0.5)
  const b1 = pow2(a1)
  const c1 = pow2(n - a1)
  const d1 = (y * b1) * c1
  const e1 = (z * b1) * c1
  const f1 = 1 + d1
  const g1 = sumError(1, d1) + e1
  const h1 = f1 + g1
  const i1 = g1 - (h1 - f1)
  const j1 = y / h1
  const k1 = (((y - (j1 * h1)) - productError(j1, h1)) + z) - (j1 * i1)
  const l1 = k1 / h1
  const m1 = (((j1 - j1) === 0) && (l1 === l1)) ? l1 : 0
  const n1 = j1 + m1
  const o1 = b < 0 ? 0 : b
  const p1 = -(2.037035976334486e+90 < o1 ? 2.037035976334486e+90 : o1)
  const q1 = 1 + p1
  const r1 = q1 + d1
  const s1 = (sumError(q1, d1) + sumError(1, p1)) + e1
  const t1 = r1 + s1
  const u1 = t1 / h1
  const v1 = ((t1 - (u1 * h1)) - productError(u1, h1)) + (s1 - (t1 - r1))
  const w1 = (v1 - (u1 * i1)) / h1
  const x1 = (((u1 - u1) === 0) && (w1 === w1)) ? w1 : 0
  const y1 = u1 + x1
  const z1 = n1 * y1
  const a2 = (productError(n1, y1) + ((m1 - (n1 - j1)) * y1)) + (n1 * (x1 - (y1 - u1)))
  const b2 = z1 + a2
  const c2 = b - 1.2784645427610737
  const d2 = Math.abs(c2) < 0.0625
  const e2 = c2 * ((-3.051244750055421e-8) + (c2 * 9.266646309267441e-8))
  const f2 = 0.000002346029682463866 + (c2 * ((-8.599695028268575e-7) + e2))
  const g2 = (-0.000029733542213263917) + (c2 * (0.000002942631888842464 + (c2 * f2)))
  const h2 = 0.00018570724361186496 + (c2 * (0.00004090534237428612 + (c2 * g2)))
  const i2 = 0.000126627410081122 + (c2 * ((-0.0007985218818397998) + (c2 * h2)))
  const j2 = (-0.015222655223188032) + (c2 * (0.006606589138356696 + (c2 * i2)))
  const k2 = 0.1466487969969469 + (c2 * ((-0.018874814223782312) + (c2 * j2)))
  const l2 = 3.974332795880862e-18 + (c2 * k2)
  const m2 = c2 + (-1.0946994183093437e-16)
  const n2 = (-0.2178117057198001) + l2
  const o2 = productError(m2, n2) + (((-1.0946994183093437e-16) - (m2 - c2)) * n2)
  const p2 = (m2 * n2) + (o2 + (m2 * (l2 - (n2 - (-0.2178117057198001)))))
  const q2 = -((b2 * b1) * c1)
  const r2 = (1 + q2) + (sumError(1, q2) + (-(((a2 - (b2 - z1)) * b1) * c1)))
  const s2 = a ? (d2 ? 0 : n) : 0
  const t2 = Math.floor(s2 * 0.5)
  return ((a ? (d2 ? p2 : b2) : r2) * pow2(t2)) * pow2(s2 - t2)
}

/** silu = `x * sigmoid(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const silu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'silu', kind: 'pointwise', formula: 'x * sigmoid(x)', parameters: {  }, derivative: slope })
