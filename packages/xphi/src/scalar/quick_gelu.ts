// Generated from the formula `x * sigmoid(1.702 * x)` by `npm run generate`. Do not edit.
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
  const a = 1.702 * x
  const b = productError(1.702, x) + (4.263256414560601e-17 * x)
  const c = a + b
  const d = b - (c - a)
  const e = c < 0
  const f = -(e ? (-c) : c)
  const g = f < (-1400) ? (-1400) : f
  const h = 720 < g ? 720 : g
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
  const d1 = Math.floor(q * 0.5)
  const e1 = pow2(d1)
  const f1 = pow2(q - d1)
  const g1 = (b1 * e1) * f1
  const h1 = 1 + g1
  const i1 = sumError(1, g1) + ((c1 * e1) * f1)
  const j1 = h1 + i1
  const k1 = b1 / j1
  const l1 = (((b1 - (k1 * j1)) - productError(k1, j1)) + c1) - (k1 * (i1 - (j1 - h1)))
  const m1 = l1 / j1
  const n1 = (((k1 - k1) === 0) && (m1 === m1)) ? m1 : 0
  const o1 = k1 + n1
  const p1 = n1 - (o1 - k1)
  const q1 = -((o1 * e1) * f1)
  const r1 = 1 + q1
  const s1 = sumError(1, q1) + (-((p1 * e1) * f1))
  const t1 = r1 + s1
  const u1 = e ? o1 : t1
  const v1 = e ? q : 0
  const w1 = (x * u1) + (productError(x, u1) + (x * (e ? p1 : (s1 - (t1 - r1)))))
  const x1 = Math.floor(v1 * 0.5)
  return (w1 * pow2(x1)) * pow2(v1 - x1)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = 1.702 * x
  const b = productError(1.702, x) + (4.263256414560601e-17 * x)
  const c = a + b
  const d = b - (c - a)
  const e = c < 0
  const f = e ? (-c) : c
  const g = e ? (-d) : d
  const h = -f
  const i = h < (-1400) ? (-1400) : h
  const j = 720 < i ? 720 : i
  const k = nearest(j * 184.6649652337873)
  const l = j - (k * 0.005415212347998022)
  const m = -(k * 1.2655086083012853e-13)
  const n = l + m
  const o = n - l
  const p = (((l - (n - o)) + (m - o)) - (k * 3.1258479278239995e-24)) + ((j === h) ? (-g) : 0)
  const q = 0.041666666666666664 + (n * (0.008333333333333333 + (n * 0.001388888888888889)))
  const r = (p + (p * n)) + ((n * n) * (0.5 + (n * (0.16666666666666666 + (n * q)))))
  const s = Math.floor(k * 0.0078125)
  const t = k - (s * 128)
  const u = n + r
  const v = exp2[t]
  const w = exp2[t + 128]
  const y = v * u
  const z = (productError(v, u) + (w * u)) + (v * (r - (u - n)))
  const a1 = y + z
  const b1 = v + a1
  const c1 = (a1 - (b1 - v)) + (w + (z - (a1 - y)))
  const d1 = b1 + c1
  const e1 = c1 - (d1 - b1)
  const f1 = Math.floor(s * 0.5)
  const g1 = pow2(f1)
  const h1 = pow2(s - f1)
  const i1 = (d1 * g1) * h1
  const j1 = (e1 * g1) * h1
  const k1 = 1 + i1
  const l1 = sumError(1, i1) + j1
  const m1 = k1 + l1
  const n1 = l1 - (m1 - k1)
  const o1 = d1 / m1
  const p1 = (((d1 - (o1 * m1)) - productError(o1, m1)) + e1) - (o1 * n1)
  const q1 = p1 / m1
  const r1 = (((o1 - o1) === 0) && (q1 === q1)) ? q1 : 0
  const s1 = o1 + r1
  const t1 = f < 0 ? 0 : f
  const u1 = 2.037035976334486e+90 < t1 ? 2.037035976334486e+90 : t1
  const v1 = -u1
  const w1 = 1 + v1
  const x1 = sumError(1, v1) + (-((u1 === f) ? g : 0))
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
  const k2 = f - 1.2784645427610737
  const l2 = Math.abs(k2) < 0.0625
  const m2 = g - 1.0946994183093437e-16
  const n2 = k2 * ((-3.051244750055421e-8) + (k2 * 9.266646309267441e-8))
  const o2 = 0.000002346029682463866 + (k2 * ((-8.599695028268575e-7) + n2))
  const p2 = (-0.000029733542213263917) + (k2 * (0.000002942631888842464 + (k2 * o2)))
  const q2 = 0.00018570724361186496 + (k2 * (0.00004090534237428612 + (k2 * p2)))
  const r2 = 0.000126627410081122 + (k2 * ((-0.0007985218818397998) + (k2 * q2)))
  const s2 = (-0.015222655223188032) + (k2 * (0.006606589138356696 + (k2 * r2)))
  const t2 = 0.1466487969969469 + (k2 * ((-0.018874814223782312) + (k2 * s2)))
  const u2 = 3.974332795880862e-18 + (k2 * t2)
  const v2 = k2 + m2
  const w2 = (-0.2178117057198001) + u2
  const x2 = (productError(v2, w2) + ((m2 - (v2 - k2)) * w2)) + (v2 * (u2 - (w2 - (-0.2178117057198001))))
  const y2 = -((j2 * g1) * h1)
  const z2 = (1 + y2) + (sumError(1, y2) + (-(((i2 - (j2 - h2)) * g1) * h1)))
  const a3 = e ? (l2 ? 0 : s) : 0
  const b3 = Math.floor(a3 * 0.5)
  const c3 = ((e ? (l2 ? ((v2 * w2) + x2) : j2) : z2) * pow2(b3)) * pow2(a3 - b3)
  return c3
}

/** quick_gelu = `x * sigmoid(1.702 * x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const quick_gelu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'quick_gelu', kind: 'pointwise', formula: 'x * sigmoid(1.702 * x)', parameters: {  }, derivative: slope })
