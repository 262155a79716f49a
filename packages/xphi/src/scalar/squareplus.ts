// Generated from the formula `(x + sqrt(x ^ 2 + b)) / 2` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { exponent, ldexp } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, b = 4): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => evaluate(v, b), x)
  const a = x < 0
  const c = x * x
  const d = c + b
  const e = sumError(c, b) + productError(x, x)
  const f = d + e
  const g = exponent(f)
  const h = -g
  const i = Math.floor(g * 0.5)
  const j = 1 + (g - (i + i))
  const k = ldexp(f, h) * j
  const l = Math.sqrt(k)
  const m = ((k - (l * l)) - productError(l, l)) + (ldexp(e - (f - d), h) * j)
  const n = m / (l + l)
  const o = (((l - l) === 0) && (n === n)) ? n : 0
  const p = l + o
  const q = -x
  const r = ldexp(p, i)
  const s = ldexp(o - (p - l), i)
  const t = r + q
  const u = sumError(r, q) + s
  const v = t + u
  const w = exponent(b)
  const y = ldexp(b, -w)
  const z = exponent(v)
  const a1 = -z
  const b1 = ldexp(v, a1)
  const c1 = y / b1
  const d1 = ((y - (c1 * b1)) - productError(c1, b1)) - (c1 * ldexp(u - (v - t), a1))
  const e1 = d1 / b1
  const f1 = (((c1 - c1) === 0) && (e1 === e1)) ? e1 : 0
  const g1 = c1 + f1
  const h1 = Math.abs(x)
  const i1 = h1 + r
  const j1 = sumError(h1, r) + s
  const k1 = i1 + j1
  const l1 = a ? g1 : k1
  const m1 = exponent(l1)
  const n1 = -m1
  const o1 = ldexp(l1, n1)
  const p1 = o1 / 2
  const q1 = ((o1 - (p1 * 2)) - productError(p1, 2)) + ldexp(a ? (f1 - (g1 - c1)) : (j1 - (k1 - i1)), n1)
  const r1 = q1 / 2
  const s1 = ldexp(p1 + ((((p1 - p1) === 0) && (r1 === r1)) ? r1 : 0), (a ? (w - z) : 0) + m1)
  return s1
}

function slope(x: number, b = 4): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v, b), x)
  const a = x < 0
  const c = x * x
  const d = c + b
  const e = sumError(c, b) + productError(x, x)
  const f = d + e
  const g = exponent(f)
  const h = -g
  const i = Math.floor(g * 0.5)
  const j = 1 + (g - (i + i))
  const k = ldexp(f, h) * j
  const l = Math.sqrt(k)
  const m = ((k - (l * l)) - productError(l, l)) + (ldexp(e - (f - d), h) * j)
  const n = m / (l + l)
  const o = (((l - l) === 0) && (n === n)) ? n : 0
  const p = l + o
  const q = o - (p - l)
  const r = -x
  const s = ldexp(p, i)
  const t = ldexp(q, i)
  const u = s + r
  const v = sumError(s, r) + t
  const w = u + v
  const y = exponent(b)
  const z = ldexp(b, -y)
  const a1 = exponent(w)
  const b1 = -a1
  const c1 = ldexp(w, b1)
  const d1 = z / c1
  const e1 = ((z - (d1 * c1)) - productError(d1, c1)) - (d1 * ldexp(v - (w - u), b1))
  const f1 = e1 / c1
  const g1 = (((d1 - d1) === 0) && (f1 === f1)) ? f1 : 0
  const h1 = d1 + g1
  const i1 = Math.abs(x)
  const j1 = i1 + s
  const k1 = sumError(i1, s) + t
  const l1 = j1 + k1
  const m1 = a ? h1 : l1
  const n1 = exponent(m1)
  const o1 = -n1
  const p1 = ldexp(m1, o1)
  const q1 = p1 / p
  const r1 = ((p1 - (q1 * p)) - productError(q1, p)) + ldexp(a ? (g1 - (h1 - d1)) : (k1 - (l1 - j1)), o1)
  const s1 = (r1 - (q1 * q)) / p
  const t1 = (q1 + ((((q1 - q1) === 0) && (s1 === s1)) ? s1 : 0)) * 0.5
  return ldexp(t1, ((a ? (y - a1) : 0) + n1) - i)
}

/** squareplus = `(x + sqrt(x ^ 2 + b)) / 2`, in doubles. History, sources and limits: the catalogue's entry. */
export const squareplus: PointwiseScalar = /*@__PURE__*/ carry((x: number, b = 4) => evaluate(x, b), { name: 'squareplus', kind: 'pointwise', formula: '(x + sqrt(x ^ 2 + b)) / 2', parameters: { b: 4 }, derivative: slope })
