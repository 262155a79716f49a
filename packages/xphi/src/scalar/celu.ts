// Generated from the formula `x > 0 ? x : alpha * expm1(x / alpha)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { copysign, exponent, ldexp, nearest } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, alpha = 1): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v, alpha), x)
  const exp2 = exp2Table()
  const a = x / alpha
  const b = ((x - (a * alpha)) + productError(a, alpha)) / alpha
  const c = (b === b) ? (((a - a) === 0) ? b : 0) : 0
  const d = a + c
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
  const g = nearest(f * 184.6649652337873)
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (c - (d - a)) : 0)
  const n = (m + (m * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const o = j + n
  const p = n - (o - j)
  const q = Math.floor(g * 0.0078125)
  const r = g - (q * 128)
  const s = exp2[r]
  const t = exp2[r + 128]
  const u = (productError(s, o) - (t * o)) - (s * p)
  const v = s * o
  const w = v - u
  const y = s + w
  const z = (w - (y - s)) + (t + ((v - w) - u))
  const a1 = y + z
  const b1 = ldexp(a1, q)
  const c1 = -1
  const d1 = sumError(b1, c1) + (((b1 - b1) === 0) ? ldexp(z - (a1 - y), q) : 0)
  const e1 = b1 + c1
  const f1 = e1 + d1
  const g1 = g === 0
  const h1 = copysign(g1 ? o : f1, d)
  const i1 = exponent(h1)
  const j1 = -i1
  const k1 = exponent(alpha)
  const l1 = ldexp(alpha, -k1)
  const m1 = ldexp(h1, j1)
  const n1 = productError(l1, m1) - (l1 * ldexp(g1 ? p : (d1 - (f1 - e1)), j1))
  const o1 = 0 < x
  return ldexp(o1 ? x : ((l1 * m1) - n1), o1 ? 0 : (k1 + i1))
}

function slope(x: number, alpha = 1): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, alpha), x)
  const exp2 = exp2Table()
  const a = x / alpha
  const b = ((x - (a * alpha)) + productError(a, alpha)) / alpha
  const c = (b === b) ? (((a - a) === 0) ? b : 0) : 0
  const d = a + c
  const e = d < (-2900) ? (-2900) : d
  const f = 1500 < e ? 1500 : e
  const g = nearest(f * 184.6649652337873)
  const h = -(g * 1.2655086083012853e-13)
  const i = f - (g * 0.005415212347998022)
  const j = i + h
  const k = 0.041666666666666664 + (j * (0.008333333333333333 + (j * 0.001388888888888889)))
  const l = j - i
  const m = (((i - (j - l)) + (h - l)) - (g * 3.1258479278239995e-24)) + ((f === d) ? (c - (d - a)) : 0)
  const n = (m + (m * j)) + ((j * j) * (0.5 + (j * (0.16666666666666666 + (j * k)))))
  const o = j + n
  const p = Math.floor(g * 0.0078125)
  const q = g - (p * 128)
  const r = exp2[q]
  const s = exp2[q + 128]
  const t = (productError(r, o) - (s * o)) - (r * (n - (o - j)))
  const u = r * o
  const v = u - t
  const w = r + v
  const y = 0 < x
  const z = ldexp(y ? 1 : (w + ((v - (w - r)) + (s + ((u - v) - t)))), y ? 0 : p)
  return z
}

/**
 * celu = `x > 0 ? x : alpha * expm1(x / alpha)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * celu(0.5) // 0.5
 * celu.derivative(0.5) // 1
 */
export const celu: PointwiseScalar = /*@__PURE__*/ carry((x: number, alpha = 1) => evaluate(x, alpha), { name: 'celu', kind: 'pointwise', formula: 'x > 0 ? x : alpha * expm1(x / alpha)', parameters: { alpha: 1 }, derivative: slope })
