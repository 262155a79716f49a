// Generated from the formula `tanh(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { copysign, ldexp, nearest } from '../number/machine.ts'
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
  const p = l - (o - h)
  const q = exp2[n]
  const r = exp2[n + 128]
  const s = q * o
  const t = (productError(q, o) + (r * o)) + (q * p)
  const u = s + t
  const v = q + u
  const w = (u - (v - q)) + (r + (t - (u - s)))
  const y = v + w
  const z = ldexp(y, m)
  const a1 = -1
  const b1 = z + a1
  const c1 = sumError(z, a1) + ldexp(w - (y - v), m)
  const d1 = b1 + c1
  const e1 = e === 0
  const f1 = e1 ? p : (c1 - (d1 - b1))
  const g1 = copysign(e1 ? o : d1, b)
  const h1 = g1 + 2
  const i1 = sumError(g1, 2) + f1
  const j1 = h1 + i1
  const k1 = g1 / j1
  const l1 = (((g1 - (k1 * j1)) - productError(k1, j1)) + f1) - (k1 * (i1 - (j1 - h1)))
  const m1 = l1 / j1
  const n1 = copysign(k1 + ((((k1 - k1) === 0) && (m1 === m1)) ? m1 : 0), x)
  return n1
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x * 2
  const b = a < 0
  const c = -Math.abs(a)
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
  const b1 = 1 + a1
  const c1 = sumError(1, a1) + ldexp(z, n)
  const d1 = b1 + c1
  const e1 = y / d1
  const f1 = (((y - (e1 * d1)) - productError(e1, d1)) + z) - (e1 * (c1 - (d1 - b1)))
  const g1 = f1 / d1
  const h1 = (((e1 - e1) === 0) && (g1 === g1)) ? g1 : 0
  const i1 = e1 + h1
  const j1 = h1 - (i1 - e1)
  const k1 = -ldexp(i1, n)
  const l1 = 1 + k1
  const m1 = sumError(1, k1) + (-ldexp(j1, n))
  const n1 = l1 + m1
  const o1 = m1 - (n1 - l1)
  const p1 = b ? i1 : n1
  const q1 = (-a) < 0
  const r1 = q1 ? i1 : n1
  const s1 = (productError(p1, r1) + ((b ? j1 : o1) * r1)) + (p1 * (q1 ? j1 : o1))
  return ldexp(((p1 * r1) + s1) * 4, (b ? n : 0) + (q1 ? n : 0))
}

/** tanh = `tanh(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const tanh: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'tanh', kind: 'pointwise', formula: 'tanh(x)', parameters: {  }, derivative: slope })
