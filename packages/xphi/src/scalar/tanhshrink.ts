// Generated from the formula `x - tanh(x)` by `npm run generate`. Do not edit.
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
  const a = x * x
  const b = a * (0.00009691537956929451 + (a * (-0.00003927832388331683)))
  const c = 0.000590027440945586 + (a * ((-0.00023912911424355248) + b))
  const d = 0.003592128036572481 + (a * ((-0.0014558343870513183) + (a * c)))
  const e = 0.021869488536155203 + (a * ((-0.008863235529902197) + (a * d)))
  const f = 0.13333333333333333 + (a * ((-0.05396825396825397) + (a * e)))
  const g = 1.850371707708594e-17 + (-(a * f))
  const h = 0.3333333333333333 + g
  const i = x * a
  const j = productError(x, a) + (x * productError(x, x))
  const k = i + j
  const l = (productError(k, h) + ((j - (k - i)) * h)) + (k * (g - (h - 0.3333333333333333)))
  const m = x < (-22) ? (-22) : x
  const n = (22 < m ? 22 : m) * 2
  const o = n < (-1400) ? (-1400) : n
  const p = 720 < o ? 720 : o
  const q = nearest(p * 184.6649652337873)
  const r = p - (q * 0.005415212347998022)
  const s = -(q * 1.2655086083012853e-13)
  const t = r + s
  const u = t - r
  const v = ((r - (t - u)) + (s - u)) - (q * 3.1258479278239995e-24)
  const w = 0.041666666666666664 + (t * (0.008333333333333333 + (t * 0.001388888888888889)))
  const y = (v + (v * t)) + ((t * t) * (0.5 + (t * (0.16666666666666666 + (t * w)))))
  const z = Math.floor(q * 0.0078125)
  const a1 = q - (z * 128)
  const b1 = t + y
  const c1 = y - (b1 - t)
  const d1 = exp2[a1]
  const e1 = exp2[a1 + 128]
  const f1 = d1 * b1
  const g1 = (productError(d1, b1) + (e1 * b1)) + (d1 * c1)
  const h1 = f1 + g1
  const i1 = d1 + h1
  const j1 = (h1 - (i1 - d1)) + (e1 + (g1 - (h1 - f1)))
  const k1 = i1 + j1
  const l1 = Math.floor(z * 0.5)
  const m1 = pow2(l1)
  const n1 = pow2(z - l1)
  const o1 = (k1 * m1) * n1
  const p1 = -1
  const q1 = o1 + p1
  const r1 = sumError(o1, p1) + (((j1 - (k1 - i1)) * m1) * n1)
  const s1 = q1 + r1
  const t1 = q === 0
  const u1 = t1 ? c1 : (r1 - (s1 - q1))
  const v1 = copysign(t1 ? b1 : s1, n)
  const w1 = v1 + 2
  const x1 = sumError(v1, 2) + u1
  const y1 = w1 + x1
  const z1 = v1 / y1
  const a2 = (((v1 - (z1 * y1)) - productError(z1, y1)) + u1) - (z1 * (x1 - (y1 - w1)))
  const b2 = a2 / y1
  const c2 = (((z1 - z1) === 0) && (b2 === b2)) ? b2 : 0
  const d2 = z1 + c2
  const e2 = -copysign(d2, x)
  const f2 = (Math.abs(x) < 0.25) ? ((k * h) + l) : ((x + e2) + (sumError(x, e2) + (-(c2 - (d2 - z1)))))
  return copysign(f2, x)
}

function slope(x: number): number {
  if (x !== x) return NaN
  if (isFar(x)) return extend(v => slope(v), x)
  const exp2 = exp2Table()
  const a = x * 2
  const b = a / 2
  const c = ((a - (b * 2)) - productError(b, 2)) / 2
  const d = (((b - b) === 0) && (c === c)) ? c : 0
  const e = b + d
  const f = e < (-22) ? (-22) : e
  const g = 22 < f ? 22 : f
  const h = g * 2
  const i = h < (-1400) ? (-1400) : h
  const j = 720 < i ? 720 : i
  const k = nearest(j * 184.6649652337873)
  const l = j - (k * 0.005415212347998022)
  const m = -(k * 1.2655086083012853e-13)
  const n = l + m
  const o = n - l
  const p = (((l - (n - o)) + (m - o)) - (k * 3.1258479278239995e-24)) + ((j === h) ? (((g === e) ? (d - (e - b)) : 0) * 2) : 0)
  const q = 0.041666666666666664 + (n * (0.008333333333333333 + (n * 0.001388888888888889)))
  const r = (p + (p * n)) + ((n * n) * (0.5 + (n * (0.16666666666666666 + (n * q)))))
  const s = Math.floor(k * 0.0078125)
  const t = k - (s * 128)
  const u = n + r
  const v = r - (u - n)
  const w = exp2[t]
  const y = exp2[t + 128]
  const z = w * u
  const a1 = (productError(w, u) + (y * u)) + (w * v)
  const b1 = z + a1
  const c1 = w + b1
  const d1 = (b1 - (c1 - w)) + (y + (a1 - (b1 - z)))
  const e1 = c1 + d1
  const f1 = Math.floor(s * 0.5)
  const g1 = pow2(f1)
  const h1 = pow2(s - f1)
  const i1 = (e1 * g1) * h1
  const j1 = -1
  const k1 = i1 + j1
  const l1 = sumError(i1, j1) + (((d1 - (e1 - c1)) * g1) * h1)
  const m1 = k1 + l1
  const n1 = k === 0
  const o1 = n1 ? v : (l1 - (m1 - k1))
  const p1 = copysign(n1 ? u : m1, h)
  const q1 = p1 + 2
  const r1 = sumError(p1, 2) + o1
  const s1 = q1 + r1
  const t1 = p1 / s1
  const u1 = (((p1 - (t1 * s1)) - productError(t1, s1)) + o1) - (t1 * (r1 - (s1 - q1)))
  const v1 = u1 / s1
  const w1 = (((t1 - t1) === 0) && (v1 === v1)) ? v1 : 0
  const x1 = t1 + w1
  const y1 = w1 - (x1 - t1)
  const z1 = copysign(x1, e)
  const a2 = (z1 * z1) + ((productError(z1, z1) + (y1 * z1)) + (z1 * y1))
  return a2
}

/** tanhshrink = `x - tanh(x)`, in doubles. History, sources and limits: the catalogue's entry. */
export const tanhshrink: PointwiseScalar = /*@__PURE__*/ carry((x: number) => evaluate(x), { name: 'tanhshrink', kind: 'pointwise', formula: 'x - tanh(x)', parameters: {  }, derivative: slope })
