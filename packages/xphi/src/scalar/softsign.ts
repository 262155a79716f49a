// Generated from the formula `x > 0 ? x / (1 + x) : x / (1 - x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const a = 0 < x
  const b = 1 + x
  const c = exponent(x)
  const d = ldexp(x, -c)
  const e = exponent(b)
  const f = -e
  const g = ldexp(b, f)
  const h = d / g
  const i = ((d - (h * g)) - productError(h, g)) - (h * ldexp(sumError(1, x), f))
  const j = i / g
  const k = -x
  const l = 1 + k
  const m = exponent(l)
  const n = -m
  const o = ldexp(l, n)
  const p = d / o
  const q = ((d - (p * o)) - productError(p, o)) - (p * ldexp(sumError(1, k), n))
  const r = q / o
  const s = a ? (h + ((((h - h) === 0) && (j === j)) ? j : 0)) : (p + ((((p - p) === 0) && (r === r)) ? r : 0))
  return ldexp(s, a ? (c - e) : (c - m))
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const a = 0 < x
  const b = 1 + x
  const c = exponent(b)
  const d = -c
  const e = ldexp(b, d)
  const f = ldexp(sumError(1, x), d)
  const g = e * e
  const h = (productError(e, e) + (f * e)) + (e * f)
  const i = g + h
  const j = 1 / i
  const k = ((1 - (j * i)) - productError(j, i)) - (j * (h - (i - g)))
  const l = k / i
  const m = -x
  const n = 1 + m
  const o = exponent(n)
  const p = -o
  const q = ldexp(n, p)
  const r = ldexp(sumError(1, m), p)
  const s = q * q
  const t = (productError(q, q) + (r * q)) + (q * r)
  const u = s + t
  const v = 1 / u
  const w = ((1 - (v * u)) - productError(v, u)) - (v * (t - (u - s)))
  const y = w / u
  const z = a ? (j + ((((j - j) === 0) && (l === l)) ? l : 0)) : (v + ((((v - v) === 0) && (y === y)) ? y : 0))
  return ldexp(z, a ? (-(c + c)) : (-(o + o)))
}

/** softsign = `x > 0 ? x / (1 + x) : x / (1 - x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const softsign: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'softsign', kind: 'pointwise', formula: 'x > 0 ? x / (1 + x) : x / (1 - x)', parameters: {  }, derivative: slope })
