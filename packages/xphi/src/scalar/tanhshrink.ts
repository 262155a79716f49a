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
  const a = Math.abs(x) < 0.25
  const b = x * x
  const c = b * (0.00009691537956929451 + (b * (-0.00003927832388331683)))
  const d = 0.000590027440945586 + (b * ((-0.00023912911424355248) + c))
  const e = 0.003592128036572481 + (b * ((-0.0014558343870513183) + (b * d)))
  const f = 0.021869488536155203 + (b * ((-0.008863235529902197) + (b * e)))
  const g = 0.13333333333333333 + (b * ((-0.05396825396825397) + (b * f)))
  const h = 1.850371707708594e-17 + (-(b * g))
  const i = 0.3333333333333333 + h
  const j = exponent(x)
  const k = ldexp(x, -j)
  const l = k * b
  const m = productError(k, b) + (k * productError(x, x))
  const n = l + m
  const o = (productError(n, i) + ((m - (n - l)) * i)) + (n * (h - (i - 0.3333333333333333)))
  const p = x < (-22) ? (-22) : x
  const q = (22 < p ? 22 : p) * 2
  const r = q < (-2900) ? (-2900) : q
  const s = 1500 < r ? 1500 : r
  const t = nearest(s * 184.6649652337873)
  const u = s - (t * 0.005415212347998022)
  const v = -(t * 1.2655086083012853e-13)
  const w = u + v
  const y = w - u
  const z = ((u - (w - y)) + (v - y)) - (t * 3.1258479278239995e-24)
  const a1 = 0.041666666666666664 + (w * (0.008333333333333333 + (w * 0.001388888888888889)))
  const b1 = (z + (z * w)) + ((w * w) * (0.5 + (w * (0.16666666666666666 + (w * a1)))))
  const c1 = Math.floor(t * 0.0078125)
  const d1 = t - (c1 * 128)
  const e1 = w + b1
  const f1 = b1 - (e1 - w)
  const g1 = exp2[d1]
  const h1 = exp2[d1 + 128]
  const i1 = g1 * e1
  const j1 = (productError(g1, e1) + (h1 * e1)) + (g1 * f1)
  const k1 = i1 + j1
  const l1 = g1 + k1
  const m1 = (k1 - (l1 - g1)) + (h1 + (j1 - (k1 - i1)))
  const n1 = l1 + m1
  const o1 = ldexp(n1, c1)
  const p1 = -1
  const q1 = o1 + p1
  const r1 = sumError(o1, p1) + ldexp(m1 - (n1 - l1), c1)
  const s1 = q1 + r1
  const t1 = t === 0
  const u1 = t1 ? f1 : (r1 - (s1 - q1))
  const v1 = copysign(t1 ? e1 : s1, q)
  const w1 = v1 + 2
  const x1 = sumError(v1, 2) + u1
  const y1 = w1 + x1
  const z1 = v1 / y1
  const a2 = (((v1 - (z1 * y1)) - productError(z1, y1)) + u1) - (z1 * (x1 - (y1 - w1)))
  const b2 = a2 / y1
  const c2 = (((z1 - z1) === 0) && (b2 === b2)) ? b2 : 0
  const d2 = z1 + c2
  const e2 = -copysign(d2, x)
  const f2 = a ? ((n * i) + o) : ((x + e2) + (sumError(x, e2) + (-(c2 - (d2 - z1)))))
  return ldexp(copysign(f2, x), a ? j : 0)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = exponent(x)
  const b = ldexp(x, -a) * 2
  const c = b / 2
  const d = ((b - (c * 2)) - productError(c, 2)) / 2
  const e = (((c - c) === 0) && (d === d)) ? d : 0
  const f = c + e
  const g = ldexp(f, a)
  const h = g < (-22) ? (-22) : g
  const i = 22 < h ? 22 : h
  const j = i * 2
  const k = j < (-2900) ? (-2900) : j
  const l = 1500 < k ? 1500 : k
  const m = (l === j) ? (((i === g) ? ldexp(e - (f - c), a) : 0) * 2) : 0
  const n = nearest(l * 184.6649652337873)
  const o = l - (n * 0.005415212347998022)
  const p = -(n * 1.2655086083012853e-13)
  const q = o + p
  const r = q - o
  const s = (((o - (q - r)) + (p - r)) - (n * 3.1258479278239995e-24)) + m
  const t = 0.041666666666666664 + (q * (0.008333333333333333 + (q * 0.001388888888888889)))
  const u = (s + (s * q)) + ((q * q) * (0.5 + (q * (0.16666666666666666 + (q * t)))))
  const v = Math.floor(n * 0.0078125)
  const w = n - (v * 128)
  const y = q + u
  const z = u - (y - q)
  const a1 = exp2[w]
  const b1 = exp2[w + 128]
  const c1 = a1 * y
  const d1 = (productError(a1, y) + (b1 * y)) + (a1 * z)
  const e1 = c1 + d1
  const f1 = a1 + e1
  const g1 = (e1 - (f1 - a1)) + (b1 + (d1 - (e1 - c1)))
  const h1 = f1 + g1
  const i1 = ldexp(h1, v)
  const j1 = -1
  const k1 = i1 + j1
  const l1 = sumError(i1, j1) + ldexp(g1 - (h1 - f1), v)
  const m1 = k1 + l1
  const n1 = n === 0
  const o1 = n1 ? z : (l1 - (m1 - k1))
  const p1 = copysign(n1 ? y : m1, j)
  const q1 = p1 + 2
  const r1 = sumError(p1, 2) + o1
  const s1 = q1 + r1
  const t1 = p1 / s1
  const u1 = (((p1 - (t1 * s1)) - productError(t1, s1)) + o1) - (t1 * (r1 - (s1 - q1)))
  const v1 = u1 / s1
  const w1 = (((t1 - t1) === 0) && (v1 === v1)) ? v1 : 0
  const x1 = t1 + w1
  const y1 = copysign(x1, g)
  const z1 = exponent(y1)
  const a2 = -z1
  const b2 = ldexp(y1, a2)
  const c2 = ldexp(w1 - (x1 - t1), a2)
  const d2 = (b2 * b2) + ((productError(b2, b2) + (c2 * b2)) + (b2 * c2))
  return ldexp(d2, z1 + z1)
}

/** tanhshrink = `x - tanh(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const tanhshrink: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'tanhshrink', kind: 'pointwise', formula: 'x - tanh(x)', parameters: {  }, derivative: slope })
