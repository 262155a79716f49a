// Generated from the formula `1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * expm1(x))` by `npm run generate`. Do not edit.
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
  const a = 0 < x
  const b = x < (-2900) ? (-2900) : x
  const c = 1500 < b ? 1500 : b
  const d = nearest(c * 184.6649652337873)
  const e = c - (d * 0.005415212347998022)
  const f = -(d * 1.2655086083012853e-13)
  const g = e + f
  const h = g - e
  const i = ((e - (g - h)) + (f - h)) - (d * 3.1258479278239995e-24)
  const j = 0.041666666666666664 + (g * (0.008333333333333333 + (g * 0.001388888888888889)))
  const k = (i + (i * g)) + ((g * g) * (0.5 + (g * (0.16666666666666666 + (g * j)))))
  const l = Math.floor(d * 0.0078125)
  const m = d - (l * 128)
  const n = g + k
  const o = k - (n - g)
  const p = exp2[m]
  const q = exp2[m + 128]
  const r = p * n
  const s = (productError(p, n) + (q * n)) + (p * o)
  const t = r + s
  const u = p + t
  const v = (t - (u - p)) + (q + (s - (t - r)))
  const w = u + v
  const y = ldexp(w, l)
  const z = -1
  const a1 = y + z
  const b1 = sumError(y, z) + ldexp(v - (w - u), l)
  const c1 = a1 + b1
  const d1 = d === 0
  const e1 = copysign(d1 ? n : c1, x)
  const f1 = exponent(e1)
  const g1 = -f1
  const h1 = ldexp(e1, g1)
  const i1 = 1.6732632423543772 * h1
  const j1 = productError(1.6732632423543772, h1) + (1.0657222547717531e-16 * h1)
  const k1 = j1 + (1.6732632423543772 * ldexp(d1 ? o : (b1 - (c1 - a1)), g1))
  const l1 = i1 + k1
  const m1 = a ? x : l1
  const n1 = exponent(m1)
  const o1 = -n1
  const p1 = ldexp(m1, o1)
  const q1 = productError(1.0507009873554805, p1) + (3.9874847667154144e-17 * p1)
  const r1 = q1 + (1.0507009873554805 * ldexp(a ? 0 : (k1 - (l1 - i1)), o1))
  return ldexp((1.0507009873554805 * p1) + r1, (a ? 0 : f1) + n1)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = 0 < x
  const b = x < (-2900) ? (-2900) : x
  const c = 1500 < b ? 1500 : b
  const d = nearest(c * 184.6649652337873)
  const e = c - (d * 0.005415212347998022)
  const f = -(d * 1.2655086083012853e-13)
  const g = e + f
  const h = g - e
  const i = ((e - (g - h)) + (f - h)) - (d * 3.1258479278239995e-24)
  const j = 0.041666666666666664 + (g * (0.008333333333333333 + (g * 0.001388888888888889)))
  const k = (i + (i * g)) + ((g * g) * (0.5 + (g * (0.16666666666666666 + (g * j)))))
  const l = Math.floor(d * 0.0078125)
  const m = d - (l * 128)
  const n = g + k
  const o = exp2[m]
  const p = exp2[m + 128]
  const q = o * n
  const r = (productError(o, n) + (p * n)) + (o * (k - (n - g)))
  const s = q + r
  const t = o + s
  const u = (s - (t - o)) + (p + (r - (s - q)))
  const v = t + u
  const w = productError(1.7580993408473768, v) + (1.41535193800845e-17 * v)
  const y = (1.7580993408473768 * v) + (w + (1.7580993408473768 * (u - (v - t))))
  return ldexp(a ? 1.0507009873554805 : y, a ? 0 : l)
}

/** selu = `1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * expm1(x))`, in doubles. History, sources and limits: the catalogue's entry. */
export const selu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'selu', kind: 'pointwise', formula: '1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * expm1(x))', parameters: {  }, derivative: slope })
