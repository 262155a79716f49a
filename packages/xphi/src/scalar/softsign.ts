// Generated from the formula `x > 0 ? x / (1 + x) : x / (1 - x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const a = 1 + x
  const b = x / a
  const c = ((x - (b * a)) - productError(b, a)) - (b * sumError(1, x))
  const d = c / a
  const e = -x
  const f = 1 + e
  const g = x / f
  const h = ((x - (g * f)) - productError(g, f)) - (g * sumError(1, e))
  const i = h / f
  const j = (0 < x) ? (b + ((((b - b) === 0) && (d === d)) ? d : 0)) : (g + ((((g - g) === 0) && (i === i)) ? i : 0))
  return j
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const a = 0 < x
  const b = 1 + x
  const c = sumError(1, x)
  const d = 1 / b
  const e = (((1 - (d * b)) - productError(d, b)) - (d * c)) / b
  const f = (((d - d) === 0) && (e === e)) ? e : 0
  const g = d + f
  const h = -x
  const i = 1 + h
  const j = sumError(1, h)
  const k = i * i
  const l = (productError(i, i) + (j * i)) + (i * j)
  const m = k + l
  const n = 1 / m
  const o = ((1 - (n * m)) - productError(n, m)) - (n * (l - (m - k)))
  const p = o / m
  const q = (((n - n) === 0) && (p === p)) ? p : 0
  const r = n + q
  const s = a ? g : r
  const t = b * b
  const u = (productError(b, b) + (c * b)) + (b * c)
  const v = t + u
  const w = x / v
  const y = ((x - (w * v)) - productError(w, v)) - (w * (u - (v - t)))
  const z = y / v
  const a1 = (((w - w) === 0) && (z === z)) ? z : 0
  const b1 = w + a1
  const c1 = a ? (-b1) : 0
  const d1 = (sumError(s, c1) + (a ? (f - (g - d)) : (q - (r - n)))) + (a ? (-(a1 - (b1 - w))) : 0)
  return (s + c1) + d1
}

/** softsign = `x > 0 ? x / (1 + x) : x / (1 - x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const softsign: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'softsign', kind: 'pointwise', formula: 'x > 0 ? x / (1 + x) : x / (1 - x)', parameters: {  }, derivative: slope })
