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
  const a = x < (-2900) ? (-2900) : x
  const b = 1500 < a ? 1500 : a
  const c = nearest(b * 184.6649652337873)
  const d = -(c * 1.2655086083012853e-13)
  const e = b - (c * 0.005415212347998022)
  const f = e + d
  const g = 0.041666666666666664 + (f * (0.008333333333333333 + (f * 0.001388888888888889)))
  const h = f - e
  const i = ((e - (f - h)) + (d - h)) - (c * 3.1258479278239995e-24)
  const j = (i + (i * f)) + ((f * f) * (0.5 + (f * (0.16666666666666666 + (f * g)))))
  const k = f + j
  const l = j - (k - f)
  const m = Math.floor(c * 0.0078125)
  const n = c - (m * 128)
  const o = exp2[n]
  const p = exp2[n + 128]
  const q = (productError(o, k) - (p * k)) - (o * l)
  const r = o * k
  const s = r - q
  const t = o + s
  const u = (s - (t - o)) + (p + ((r - s) - q))
  const v = t + u
  const w = ldexp(v, m)
  const y = -1
  const z = sumError(w, y) + (((w - w) === 0) ? ldexp(u - (v - t), m) : 0)
  const a1 = w + y
  const b1 = a1 + z
  const c1 = c === 0
  const d1 = copysign(c1 ? k : b1, x)
  const e1 = exponent(d1)
  const f1 = -e1
  const g1 = ldexp(d1, f1)
  const h1 = productError(1.6732632423543772, g1) - (1.0657222547717531e-16 * g1)
  const i1 = h1 - (1.6732632423543772 * ldexp(c1 ? l : (z - (b1 - a1)), f1))
  const j1 = 1.6732632423543772 * g1
  const k1 = j1 - i1
  const l1 = 0 < x
  const m1 = l1 ? x : k1
  const n1 = exponent(m1)
  const o1 = -n1
  const p1 = ldexp(m1, o1)
  const q1 = productError(1.0507009873554805, p1) - (3.9874847667154144e-17 * p1)
  const r1 = q1 - (1.0507009873554805 * ldexp(l1 ? 0 : ((j1 - k1) - i1), o1))
  return ldexp((1.0507009873554805 * p1) - r1, (l1 ? 0 : e1) + n1)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x < (-2900) ? (-2900) : x
  const b = 1500 < a ? 1500 : a
  const c = nearest(b * 184.6649652337873)
  const d = -(c * 1.2655086083012853e-13)
  const e = b - (c * 0.005415212347998022)
  const f = e + d
  const g = 0.041666666666666664 + (f * (0.008333333333333333 + (f * 0.001388888888888889)))
  const h = f - e
  const i = ((e - (f - h)) + (d - h)) - (c * 3.1258479278239995e-24)
  const j = (i + (i * f)) + ((f * f) * (0.5 + (f * (0.16666666666666666 + (f * g)))))
  const k = f + j
  const l = Math.floor(c * 0.0078125)
  const m = c - (l * 128)
  const n = exp2[m]
  const o = exp2[m + 128]
  const p = (productError(n, k) - (o * k)) - (n * (j - (k - f)))
  const q = n * k
  const r = q - p
  const s = n + r
  const t = (r - (s - n)) + (o + ((q - r) - p))
  const u = s + t
  const v = productError(1.7580993408473768, u) - (1.41535193800845e-17 * u)
  const w = (1.7580993408473768 * u) - (v - (1.7580993408473768 * (t - (u - s))))
  const y = 0 < x
  return ldexp(y ? 1.0507009873554805 : w, y ? 0 : l)
}

/**
 * selu = `1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * expm1(x))`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * selu(0.5) // 0.5253504936777402
 * selu.derivative(0.5) // 1.0507009873554805
 */
export const selu: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'selu', kind: 'pointwise', formula: '1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * expm1(x))', parameters: {  }, derivative: slope })
