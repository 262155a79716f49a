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
  const a = x < 0
  const b = -Math.abs(x)
  const c = b < (-2900) ? (-2900) : b
  const d = 1500 < c ? 1500 : c
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
  const z = ldexp(w, m)
  const a1 = 1 + z
  const b1 = sumError(1, z) + ldexp(y, m)
  const c1 = a1 + b1
  const d1 = w / c1
  const e1 = (((w - (d1 * c1)) - productError(d1, c1)) + y) - (d1 * (b1 - (c1 - a1)))
  const f1 = e1 / c1
  const g1 = (((d1 - d1) === 0) && (f1 === f1)) ? f1 : 0
  const h1 = d1 + g1
  const i1 = g1 - (h1 - d1)
  const j1 = -ldexp(h1, m)
  const k1 = 1 + j1
  const l1 = sumError(1, j1) + (-ldexp(i1, m))
  const m1 = k1 + l1
  const n1 = a ? h1 : m1
  const o1 = exponent(x)
  const p1 = ldexp(x, -o1)
  const q1 = (p1 * n1) + (productError(p1, n1) + (p1 * (a ? i1 : (l1 - (m1 - k1)))))
  return ldexp(q1, o1 + (a ? m : 0))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x < 0
  const b = Math.abs(x)
  const c = -b
  const d = c < (-2900) ? (-2900) : c
  const e = 1500 < d ? 1500 : d
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
  const a1 = ldexp(y, n)
  const b1 = ldexp(z, n)
  const c1 = 1 + a1
  const d1 = sumError(1, a1) + b1
  const e1 = c1 + d1
  const f1 = d1 - (e1 - c1)
  const g1 = y / e1
  const h1 = (((y - (g1 * e1)) - productError(g1, e1)) + z) - (g1 * f1)
  const i1 = h1 / e1
  const j1 = (((g1 - g1) === 0) && (i1 === i1)) ? i1 : 0
  const k1 = g1 + j1
  const l1 = b < 0 ? 0 : b
  const m1 = -(2.037035976334486e+90 < l1 ? 2.037035976334486e+90 : l1)
  const n1 = 1 + m1
  const o1 = n1 + a1
  const p1 = (sumError(n1, a1) + sumError(1, m1)) + b1
  const q1 = o1 + p1
  const r1 = q1 / e1
  const s1 = ((q1 - (r1 * e1)) - productError(r1, e1)) + (p1 - (q1 - o1))
  const t1 = (s1 - (r1 * f1)) / e1
  const u1 = (((r1 - r1) === 0) && (t1 === t1)) ? t1 : 0
  const v1 = r1 + u1
  const w1 = k1 * v1
  const x1 = (productError(k1, v1) + ((j1 - (k1 - g1)) * v1)) + (k1 * (u1 - (v1 - r1)))
  const y1 = w1 + x1
  const z1 = -ldexp(y1, n)
  const a2 = (1 + z1) + (sumError(1, z1) + (-ldexp(x1 - (y1 - w1), n)))
  const b2 = x - (-1.2784645427610737)
  const c2 = Math.abs(b2) < 0.0625
  const d2 = (-0.000029733542213263917) + (b2 * (-0.000002942631888842464))
  const e2 = 0.00018570724361186496 + (b2 * ((-0.00004090534237428612) + (b2 * d2)))
  const f2 = 0.000126627410081122 + (b2 * (0.0007985218818397998 + (b2 * e2)))
  const g2 = (-0.015222655223188032) + (b2 * ((-0.006606589138356696) + (b2 * f2)))
  const h2 = 0.1466487969969469 + (b2 * (0.018874814223782312 + (b2 * g2)))
  const i2 = (-3.974332795880862e-18) + (b2 * h2)
  const j2 = b2 + 1.0946994183093437e-16
  const k2 = 0.2178117057198001 + i2
  const l2 = productError(j2, k2) + ((1.0946994183093437e-16 - (j2 - b2)) * k2)
  const m2 = (j2 * k2) + (l2 + (j2 * (i2 - (k2 - 0.2178117057198001))))
  return ldexp(c2 ? m2 : (a ? y1 : a2), c2 ? 0 : (a ? n : 0))
}

/** silu = `x * sigmoid(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const silu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'silu', kind: 'pointwise', formula: 'x * sigmoid(x)', parameters: {  }, derivative: slope })
