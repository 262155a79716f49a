// Generated from the formula `(x + sqrt(x ^ 2 + b)) / 2` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, b = 4): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v, b), x)
  const a = x * x
  const c = sumError(a, b) + (-productError(x, x))
  const d = a + b
  const e = d + c
  const f = exponent(e)
  const g = Math.floor(f * 0.5)
  const h = 1 + (f - (g + g))
  const i = -f
  const j = ldexp(e, i) * h
  const k = Math.sqrt(j)
  const l = ((j - (k * k)) + productError(k, k)) + (ldexp(c - (e - d), i) * h)
  const m = l / (k + k)
  const n = (m === m) ? (((k - k) === 0) ? m : 0) : 0
  const o = k + n
  const p = ldexp(o, g)
  const q = ((p - p) === 0) ? ldexp(n - (o - k), g) : 0
  const r = -x
  const s = sumError(p, r) + q
  const t = p + r
  const u = t + s
  const v = exponent(u)
  const w = -v
  const y = ldexp(u, w)
  const z = exponent(b)
  const a1 = ldexp(b, -z)
  const b1 = a1 / y
  const c1 = ((a1 - (b1 * y)) + productError(b1, y)) - (b1 * ldexp(s - (u - t), w))
  const d1 = c1 / y
  const e1 = (b1 - b1) === 0
  const f1 = (d1 === d1) ? (e1 ? d1 : 0) : 0
  const g1 = b1 + f1
  const h1 = Math.abs(x)
  const i1 = sumError(h1, p) + q
  const j1 = h1 + p
  const k1 = j1 + i1
  const l1 = x < 0
  const m1 = l1 ? g1 : k1
  const n1 = exponent(m1)
  const o1 = -n1
  const p1 = ldexp(m1, o1)
  const q1 = p1 / 2
  const r1 = ldexp(l1 ? (e1 ? (f1 - (g1 - b1)) : 0) : (i1 - (k1 - j1)), o1)
  const s1 = (((p1 - (q1 * 2)) + productError(q1, 2)) + r1) / 2
  const t1 = ldexp(q1 + ((s1 === s1) ? (((q1 - q1) === 0) ? s1 : 0) : 0), (l1 ? (z - v) : 0) + n1)
  return t1
}

function slope(x: number, b = 4): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, b), x)
  const a = x * x
  const c = sumError(a, b) + (-productError(x, x))
  const d = a + b
  const e = d + c
  const f = exponent(e)
  const g = Math.floor(f * 0.5)
  const h = 1 + (f - (g + g))
  const i = -f
  const j = ldexp(e, i) * h
  const k = Math.sqrt(j)
  const l = ((j - (k * k)) + productError(k, k)) + (ldexp(c - (e - d), i) * h)
  const m = l / (k + k)
  const n = (m === m) ? (((k - k) === 0) ? m : 0) : 0
  const o = k + n
  const p = n - (o - k)
  const q = ldexp(o, g)
  const r = ((q - q) === 0) ? ldexp(p, g) : 0
  const s = -x
  const t = sumError(q, s) + r
  const u = q + s
  const v = u + t
  const w = exponent(v)
  const y = -w
  const z = ldexp(v, y)
  const a1 = exponent(b)
  const b1 = ldexp(b, -a1)
  const c1 = b1 / z
  const d1 = ((b1 - (c1 * z)) + productError(c1, z)) - (c1 * ldexp(t - (v - u), y))
  const e1 = d1 / z
  const f1 = (c1 - c1) === 0
  const g1 = (e1 === e1) ? (f1 ? e1 : 0) : 0
  const h1 = c1 + g1
  const i1 = Math.abs(x)
  const j1 = sumError(i1, q) + r
  const k1 = i1 + q
  const l1 = k1 + j1
  const m1 = x < 0
  const n1 = m1 ? h1 : l1
  const o1 = exponent(n1)
  const p1 = -o1
  const q1 = ldexp(n1, p1)
  const r1 = q1 / o
  const s1 = ldexp(m1 ? (f1 ? (g1 - (h1 - c1)) : 0) : (j1 - (l1 - k1)), p1)
  const t1 = ((((q1 - (r1 * o)) + productError(r1, o)) + s1) - (r1 * p)) / o
  const u1 = (r1 + ((t1 === t1) ? (((r1 - r1) === 0) ? t1 : 0) : 0)) * 0.5
  return ldexp(u1, ((m1 ? (a1 - w) : 0) + o1) - g)
}

/**
 * squareplus = `(x + sqrt(x ^ 2 + b)) / 2`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * squareplus(0.5) // 1.2807764064044151
 * squareplus.derivative(0.5) // 0.6212678125181665
 */
export const squareplus: PointwiseScalar = /*@__PURE__*/ carry((x: number, b = 4) => evaluate(x, b), { name: 'squareplus', kind: 'pointwise', formula: '(x + sqrt(x ^ 2 + b)) / 2', parameters: { b: 4 }, derivative: slope })
