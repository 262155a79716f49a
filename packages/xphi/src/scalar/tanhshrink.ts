// Generated from the formula `x - tanh(x)` by `npm run generate`. Do not edit.
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
  const n1 = (m1 === m1) ? (((k1 - k1) === 0) ? m1 : 0) : 0
  const o1 = k1 + n1
  const p1 = -copysign(o1, x)
  const q1 = x * x
  const r1 = q1 * (0.00009691537956929451 + (q1 * (-0.00003927832388331683)))
  const s1 = 0.000590027440945586 + (q1 * ((-0.00023912911424355248) + r1))
  const t1 = 0.003592128036572481 + (q1 * ((-0.0014558343870513183) + (q1 * s1)))
  const u1 = 0.021869488536155203 + (q1 * ((-0.008863235529902197) + (q1 * t1)))
  const v1 = 0.13333333333333333 + (q1 * ((-0.05396825396825397) + (q1 * u1)))
  const w1 = 1.850371707708594e-17 + (-(q1 * v1))
  const x1 = 0.3333333333333333 + w1
  const y1 = exponent(x)
  const z1 = ldexp(x, -y1)
  const a2 = productError(z1, q1) - (z1 * (-productError(x, x)))
  const b2 = z1 * q1
  const c2 = b2 - a2
  const d2 = (productError(c2, x1) - (((b2 - c2) - a2) * x1)) - (c2 * (w1 - (x1 - 0.3333333333333333)))
  const e2 = Math.abs(x) < 0.25
  const f2 = e2 ? ((c2 * x1) - d2) : ((x + p1) + (sumError(x, p1) + (-(n1 - (o1 - k1)))))
  return ldexp(copysign(f2, x), e2 ? y1 : 0)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a) * 2
  const c = b / 2
  const d = ((b - (c * 2)) + productError(c, 2)) / 2
  const e = (d === d) ? (((c - c) === 0) ? d : 0) : 0
  const f = c + e
  const g = ldexp(f, a)
  const h = g < (-22) ? (-22) : g
  const i = 22 < h ? 22 : h
  const j = i * 2
  const k = j < (-2900) ? (-2900) : j
  const l = 1500 < k ? 1500 : k
  const m = nearest(l * 184.6649652337873)
  const n = -(m * 1.2655086083012853e-13)
  const o = l - (m * 0.005415212347998022)
  const p = o + n
  const q = 0.041666666666666664 + (p * (0.008333333333333333 + (p * 0.001388888888888889)))
  const r = p - o
  const s = (i === g) ? (((g - g) === 0) ? ldexp(e - (f - c), a) : 0) : 0
  const t = (((o - (p - r)) + (n - r)) - (m * 3.1258479278239995e-24)) + ((l === j) ? (s * 2) : 0)
  const u = (t + (t * p)) + ((p * p) * (0.5 + (p * (0.16666666666666666 + (p * q)))))
  const v = p + u
  const w = u - (v - p)
  const y = Math.floor(m * 0.0078125)
  const z = m - (y * 128)
  const a1 = exp2[z]
  const b1 = exp2[z + 128]
  const c1 = (productError(a1, v) - (b1 * v)) - (a1 * w)
  const d1 = a1 * v
  const e1 = d1 - c1
  const f1 = a1 + e1
  const g1 = (e1 - (f1 - a1)) + (b1 + ((d1 - e1) - c1))
  const h1 = f1 + g1
  const i1 = ldexp(h1, y)
  const j1 = -1
  const k1 = sumError(i1, j1) + (((i1 - i1) === 0) ? ldexp(g1 - (h1 - f1), y) : 0)
  const l1 = i1 + j1
  const m1 = l1 + k1
  const n1 = m === 0
  const o1 = n1 ? w : (k1 - (m1 - l1))
  const p1 = copysign(n1 ? v : m1, j)
  const q1 = sumError(p1, 2) + o1
  const r1 = p1 + 2
  const s1 = r1 + q1
  const t1 = p1 / s1
  const u1 = (((p1 - (t1 * s1)) + productError(t1, s1)) + o1) - (t1 * (q1 - (s1 - r1)))
  const v1 = u1 / s1
  const w1 = (v1 === v1) ? (((t1 - t1) === 0) ? v1 : 0) : 0
  const x1 = t1 + w1
  const y1 = copysign(x1, g)
  const z1 = exponent(y1)
  const a2 = -z1
  const b2 = ldexp(y1, a2)
  const c2 = ldexp(w1 - (x1 - t1), a2)
  const d2 = (b2 * b2) - ((productError(b2, b2) - (c2 * b2)) - (b2 * c2))
  return ldexp(d2, z1 + z1)
}

/**
 * tanhshrink = `x - tanh(x)`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * tanhshrink(0.5) // 0.03788284273999024
 * tanhshrink.derivative(0.5) // 0.2135522670340726
 */
export const tanhshrink: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'tanhshrink', kind: 'pointwise', formula: 'x - tanh(x)', parameters: {  }, derivative: slope })
