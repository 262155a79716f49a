// Generated from the formula `x > 0 ? x / (1 + x) : x / (1 - x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const a = -x
  const b = 1 + a
  const c = exponent(b)
  const d = -c
  const e = ldexp(b, d)
  const f = exponent(x)
  const g = ldexp(x, -f)
  const h = g / e
  const i = ((g - (h * e)) + productError(h, e)) - (h * ldexp(sumError(1, a), d))
  const j = i / e
  const k = 1 + x
  const l = exponent(k)
  const m = -l
  const n = ldexp(k, m)
  const o = g / n
  const p = ((g - (o * n)) + productError(o, n)) - (o * ldexp(sumError(1, x), m))
  const q = p / n
  const r = 0 < x
  const s = r ? (o + ((q === q) ? (((o - o) === 0) ? q : 0) : 0)) : (h + ((j === j) ? (((h - h) === 0) ? j : 0) : 0))
  return ldexp(s, r ? (f - l) : (f - c))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const a = -x
  const b = 1 + a
  const c = exponent(b)
  const d = -c
  const e = ldexp(b, d)
  const f = ldexp(sumError(1, a), d)
  const g = (productError(e, e) - (f * e)) - (e * f)
  const h = e * e
  const i = h - g
  const j = 1 / i
  const k = ((1 - (j * i)) + productError(j, i)) - (j * ((h - i) - g))
  const l = k / i
  const m = 1 + x
  const n = exponent(m)
  const o = -n
  const p = ldexp(m, o)
  const q = ldexp(sumError(1, x), o)
  const r = (productError(p, p) - (q * p)) - (p * q)
  const s = p * p
  const t = s - r
  const u = 1 / t
  const v = ((1 - (u * t)) + productError(u, t)) - (u * ((s - t) - r))
  const w = v / t
  const y = 0 < x
  const z = y ? (u + ((w === w) ? (((u - u) === 0) ? w : 0) : 0)) : (j + ((l === l) ? (((j - j) === 0) ? l : 0) : 0))
  return ldexp(z, y ? (-(n + n)) : (-(c + c)))
}

/**
 * softsign = `x > 0 ? x / (1 + x) : x / (1 - x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * softsign(0.5) // 0.3333333333333333
 * softsign.derivative(0.5) // 0.4444444444444444
 */
export const softsign: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'softsign', kind: 'pointwise', formula: 'x > 0 ? x / (1 + x) : x / (1 - x)', parameters: {  }, derivative: slope })
