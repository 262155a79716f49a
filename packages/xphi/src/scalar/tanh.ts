// Generated from the formula `tanh(x)` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { extend, isFar } from '../number/extend.ts'
import { copysign, nearest, pow2 } from '../number/machine.ts'
import { exp2Table } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number): number {
  if (x !== x) return NaN
  if (x === 0) return x
  if (isFar(x)) return extend(v => evaluate(v), x)
  const exp2 = exp2Table()
  const a = x < (-22) ? (-22) : x
  const b = (22 < a ? 22 : a) * 2
  const c = b < (-1400) ? (-1400) : b
  const d = 720 < c ? 720 : c
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
  const z = Math.floor(m * 0.5)
  const a1 = pow2(z)
  const b1 = pow2(m - z)
  const c1 = (y * a1) * b1
  const d1 = -1
  const e1 = c1 + d1
  const f1 = sumError(c1, d1) + (((w - (y - v)) * a1) * b1)
  const g1 = e1 + f1
  const h1 = e === 0
  const i1 = h1 ? p : (f1 - (g1 - e1))
  const j1 = copysign(h1 ? o : g1, b)
  const k1 = j1 + 2
  const l1 = sumError(j1, 2) + i1
  const m1 = k1 + l1
  const n1 = j1 / m1
  const o1 = (((j1 - (n1 * m1)) - productError(n1, m1)) + i1) - (n1 * (l1 - (m1 - k1)))
  const p1 = o1 / m1
  const q1 = copysign(n1 + ((((n1 - n1) === 0) && (p1 === p1)) ? p1 : 0), x)
  return q1
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x * 2
  const b = a < 0
  const c = -Math.abs(a)
  const d = c < (-1400) ? (-1400) : c
  const e = 720 < d ? 720 : d
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
  const a1 = Math.floor(n * 0.5)
  const b1 = pow2(a1)
  const c1 = pow2(n - a1)
  const d1 = (y * b1) * c1
  const e1 = 1 + d1
  const f1 = sumError(1, d1) + ((z * b1) * c1)
  const g1 = e1 + f1
  const h1 = y / g1
  const i1 = (((y - (h1 * g1)) - productError(h1, g1)) + z) - (h1 * (f1 - (g1 - e1)))
  const j1 = i1 / g1
  const k1 = (((h1 - h1) === 0) && (j1 === j1)) ? j1 : 0
  const l1 = h1 + k1
  const m1 = k1 - (l1 - h1)
  const n1 = -((l1 * b1) * c1)
  const o1 = 1 + n1
  const p1 = sumError(1, n1) + (-((m1 * b1) * c1))
  const q1 = o1 + p1
  const r1 = p1 - (q1 - o1)
  const s1 = b ? l1 : q1
  const t1 = (-a) < 0
  const u1 = t1 ? l1 : q1
  const v1 = (b ? n : 0) + (t1 ? n : 0)
  const w1 = (productError(s1, u1) + ((b ? m1 : r1) * u1)) + (s1 * (t1 ? m1 : r1))
  const x1 = Math.floor(v1 * 0.5)
  return ((((s1 * u1) + w1) * 4) * pow2(x1)) * pow2(v1 - x1)
}

/** tanh = `tanh(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const tanh: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'tanh', kind: 'pointwise', formula: 'tanh(x)', parameters: {  }, derivative: slope })
