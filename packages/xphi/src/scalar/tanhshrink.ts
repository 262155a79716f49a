// Generated from the formula `x - tanh(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { copysign, exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = x < (-22) ? (-22) : x
  const b = (22 < a ? 22 : a) * 2
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
  const n = l - (m - h)
  const o = Math.floor(e * 0.0078125)
  const p = e - (o * 128)
  const q = exp2[p]
  const r = exp2[p + 128]
  const s = (productError(q, m) - (r * m)) - (q * n)
  const t = q * m
  const u = t - s
  const v = q + u
  const w = (u - (v - q)) + (r + ((t - u) - s))
  const y = v + w
  const z = ldexp(y, o)
  const a1 = -1
  const b1 = sumError(z, a1) + (((z - z) === 0) ? ldexp(w - (y - v), o) : 0)
  const c1 = z + a1
  const d1 = c1 + b1
  const e1 = e === 0
  const f1 = e1 ? n : (b1 - (d1 - c1))
  const g1 = copysign(e1 ? m : d1, b)
  const h1 = sumError(g1, 2) + f1
  const i1 = g1 + 2
  const j1 = i1 + h1
  const k1 = g1 / j1
  const l1 = (((g1 - (k1 * j1)) + productError(k1, j1)) + f1) - (k1 * (h1 - (j1 - i1)))
  const m1 = l1 / j1
  const n1 = (k1 - k1) === 0
  const o1 = (m1 === m1) ? (n1 ? m1 : 0) : 0
  const p1 = k1 + o1
  const q1 = -copysign(p1, x)
  const r1 = (x + q1) + (sumError(x, q1) + (-(n1 ? (o1 - (p1 - k1)) : 0)))
  const s1 = x * x
  const t1 = s1 * (0.00009691537956929451 + (s1 * (-0.00003927832388331683)))
  const u1 = 0.000590027440945586 + (s1 * ((-0.00023912911424355248) + t1))
  const v1 = 0.003592128036572481 + (s1 * ((-0.0014558343870513183) + (s1 * u1)))
  const w1 = 0.021869488536155203 + (s1 * ((-0.008863235529902197) + (s1 * v1)))
  const x1 = 0.13333333333333333 + (s1 * ((-0.05396825396825397) + (s1 * w1)))
  const y1 = 1.850371707708594e-17 + (-(s1 * x1))
  const z1 = 0.3333333333333333 + y1
  const a2 = exponent(x)
  const b2 = ldexp(x, -a2)
  const c2 = productError(b2, s1) - (b2 * (-productError(x, x)))
  const d2 = b2 * s1
  const e2 = d2 - c2
  const f2 = (productError(e2, z1) - (((d2 - e2) - c2) * z1)) - (e2 * (y1 - (z1 - 0.3333333333333333)))
  const g2 = Math.abs(x) < 0.25
  return ldexp(copysign(g2 ? ((e2 * z1) - f2) : r1, x), g2 ? a2 : 0)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a) * 2
  const c = b / 2
  const d = ((b - (c * 2)) + productError(c, 2)) / 2
  const e = (c - c) === 0
  const f = (d === d) ? (e ? d : 0) : 0
  const g = c + f
  const h = ldexp(g, a)
  const i = h < (-22) ? (-22) : h
  const j = 22 < i ? 22 : i
  const k = j * 2
  const l = k < (-2900) ? (-2900) : k
  const m = 1500 < l ? 1500 : l
  const n = nearest(m * 184.6649652337873)
  const o = -(n * 1.2655086083012853e-13)
  const p = m - (n * 0.005415212347998022)
  const q = p + o
  const r = 0.041666666666666664 + (q * (0.008333333333333333 + (q * 0.001388888888888889)))
  const s = q - p
  const t = (j === h) ? (((h - h) === 0) ? ldexp(e ? (f - (g - c)) : 0, a) : 0) : 0
  const u = (((p - (q - s)) + (o - s)) - (n * 3.1258479278239995e-24)) + ((m === k) ? (t * 2) : 0)
  const v = (u + (u * q)) + ((q * q) * (0.5 + (q * (0.16666666666666666 + (q * r)))))
  const w = q + v
  const y = v - (w - q)
  const z = Math.floor(n * 0.0078125)
  const a1 = n - (z * 128)
  const b1 = exp2[a1]
  const c1 = exp2[a1 + 128]
  const d1 = (productError(b1, w) - (c1 * w)) - (b1 * y)
  const e1 = b1 * w
  const f1 = e1 - d1
  const g1 = b1 + f1
  const h1 = (f1 - (g1 - b1)) + (c1 + ((e1 - f1) - d1))
  const i1 = g1 + h1
  const j1 = ldexp(i1, z)
  const k1 = -1
  const l1 = sumError(j1, k1) + (((j1 - j1) === 0) ? ldexp(h1 - (i1 - g1), z) : 0)
  const m1 = j1 + k1
  const n1 = m1 + l1
  const o1 = n === 0
  const p1 = o1 ? y : (l1 - (n1 - m1))
  const q1 = copysign(o1 ? w : n1, k)
  const r1 = sumError(q1, 2) + p1
  const s1 = q1 + 2
  const t1 = s1 + r1
  const u1 = q1 / t1
  const v1 = (((q1 - (u1 * t1)) + productError(u1, t1)) + p1) - (u1 * (r1 - (t1 - s1)))
  const w1 = v1 / t1
  const x1 = (u1 - u1) === 0
  const y1 = (w1 === w1) ? (x1 ? w1 : 0) : 0
  const z1 = u1 + y1
  const a2 = copysign(z1, h)
  const b2 = exponent(a2)
  const c2 = -b2
  const d2 = ldexp(a2, c2)
  const e2 = ldexp(x1 ? (y1 - (z1 - u1)) : 0, c2)
  const f2 = (d2 * d2) - ((productError(d2, d2) - (e2 * d2)) - (d2 * e2))
  return ldexp(f2, b2 + b2)
}

/**
 * tanhshrink = `x - tanh(x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * tanhshrink(0.5) // 0.03788284273999024
 * tanhshrink.derivative(0.5) // 0.2135522670340726
 */
export const tanhshrink: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'tanhshrink', kind: 'pointwise', formula: 'x - tanh(x)', parameters: {  }, derivative: slope })
