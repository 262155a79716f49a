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
  const n1 = copysign(k1 + ((m1 === m1) ? (((k1 - k1) === 0) ? m1 : 0) : 0), x)
  return n1
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x * 2
  const b = -Math.abs(a)
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
  const n = Math.floor(e * 0.0078125)
  const o = e - (n * 128)
  const p = exp2[o]
  const q = exp2[o + 128]
  const r = (productError(p, m) - (q * m)) - (p * (l - (m - h)))
  const s = p * m
  const t = s - r
  const u = p + t
  const v = (t - (u - p)) + (q + ((s - t) - r))
  const w = u + v
  const y = v - (w - u)
  const z = ldexp(w, n)
  const a1 = sumError(1, z) + (((z - z) === 0) ? ldexp(y, n) : 0)
  const b1 = 1 + z
  const c1 = b1 + a1
  const d1 = w / c1
  const e1 = (((w - (d1 * c1)) + productError(d1, c1)) + y) - (d1 * (a1 - (c1 - b1)))
  const f1 = e1 / c1
  const g1 = (d1 - d1) === 0
  const h1 = (f1 === f1) ? (g1 ? f1 : 0) : 0
  const i1 = d1 + h1
  const j1 = g1 ? (h1 - (i1 - d1)) : 0
  const k1 = ldexp(i1, n)
  const l1 = -k1
  const m1 = sumError(1, l1) + (-(((k1 - k1) === 0) ? ldexp(j1, n) : 0))
  const n1 = 1 + l1
  const o1 = n1 + m1
  const p1 = m1 - (o1 - n1)
  const q1 = a < 0
  const r1 = (-a) < 0
  const s1 = r1 ? i1 : o1
  const t1 = q1 ? i1 : o1
  const u1 = (productError(t1, s1) - ((q1 ? j1 : p1) * s1)) - (t1 * (r1 ? j1 : p1))
  return ldexp(((t1 * s1) - u1) * 4, (q1 ? n : 0) + (r1 ? n : 0))
}

/**
 * tanh = `tanh(x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * tanh(0.5) // 0.46211715726000974
 * tanh.derivative(0.5) // 0.7864477329659274
 */
export const tanh: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'tanh', kind: 'pointwise', formula: 'tanh(x)', parameters: {  }, derivative: slope })
