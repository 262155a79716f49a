// Generated from the formula `x + sin(a * x) ^ 2 / a` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { nearest } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, a = 1): number {
  if (x !== x) return NaN
  const b = a * x
  const c = nearest(b * 0.6366197723675814)
  const d = -c
  const e = d * 1.5707963267341256
  const f = b + e
  const g = (sumError(b, e) + productError(a, x)) + productError(d, 1.5707963267341256)
  const h = f + g
  const i = d * 6.077100506303966e-11
  const j = h + i
  const k = (sumError(h, i) + (g - (h - f))) + productError(d, 6.077100506303966e-11)
  const l = j + k
  const m = d * 2.0222662487959506e-21
  const n = productError(d, 2.0222662487959506e-21) + (d * 1.0085854035872483e-37)
  const o = m + n
  const p = l + o
  const q = (sumError(l, o) + (k - (l - j))) + (n - (o - m))
  const r = p + q
  const s = q - (r - p)
  const t = r * r
  const u = (productError(r, r) + (s * r)) + (r * s)
  const v = t + u
  const w = v * (1.9572941063391263e-20 + (v * (-3.8681701706306835e-23)))
  const y = 2.8114572543455206e-15 + (v * ((-8.22063524662433e-18) + w))
  const z = 1.6059043836821613e-10 + (v * ((-7.647163731819816e-13) + (v * y)))
  const a1 = 0.0000027557319223985893 + (v * ((-2.505210838544172e-8) + (v * z)))
  const b1 = 0.008333333333333333 + (v * ((-0.0001984126984126984) + (v * a1)))
  const c1 = (r * v) * ((-0.16666666666666666) + (v * b1))
  const d1 = r + c1
  const e1 = sumError(r, c1) + s
  const f1 = d1 + e1
  const g1 = e1 - (f1 - d1)
  const h1 = v * (4.110317623312165e-19 + (v * (-8.896791392450574e-22)))
  const i1 = 4.779477332387385e-14 + (v * ((-1.5619206968586225e-16) + h1))
  const j1 = 2.08767569878681e-9 + (v * ((-1.1470745597729725e-11) + (v * i1)))
  const k1 = 0.0000248015873015873 + (v * ((-2.755731922398589e-7) + (v * j1)))
  const l1 = 0.041666666666666664 + (v * ((-0.001388888888888889) + (v * k1)))
  const m1 = (v * v) * l1
  const n1 = -(v * 0.5)
  const o1 = 1 + n1
  const p1 = sumError(1, n1) + (-((u - (v - t)) * 0.5))
  const q1 = o1 + p1
  const r1 = q1 + m1
  const s1 = sumError(q1, m1) + (p1 - (q1 - o1))
  const t1 = r1 + s1
  const u1 = s1 - (t1 - r1)
  const v1 = c + 0
  const w1 = v1 - (4 * Math.floor(v1 * 0.25))
  const x1 = w1 === 0
  const y1 = w1 === 1
  const z1 = w1 === 2
  const a2 = x1 ? f1 : (y1 ? t1 : (z1 ? (-f1) : (-t1)))
  const b2 = x1 ? g1 : (y1 ? u1 : (z1 ? (-g1) : (-u1)))
  const c2 = a2 * a2
  const d2 = (productError(a2, a2) + (b2 * a2)) + (a2 * b2)
  const e2 = c2 + d2
  const f2 = e2 / a
  const g2 = ((e2 - (f2 * a)) - productError(f2, a)) + (d2 - (e2 - c2))
  const h2 = g2 / a
  const i2 = (((f2 - f2) === 0) && (h2 === h2)) ? h2 : 0
  const j2 = f2 + i2
  return (x + j2) + (sumError(x, j2) + (i2 - (j2 - f2)))
}

function slope(x: number, a = 1): number {
  if (x !== x) return NaN
  const b = a * x
  const c = b + 0.7853981633974483
  const d = (sumError(b, 0.7853981633974483) + productError(a, x)) + 3.061616997868383e-17
  const e = c + d
  const f = nearest(e * 0.6366197723675814)
  const g = -f
  const h = g * 1.5707963267341256
  const i = e + h
  const j = (sumError(e, h) + (d - (e - c))) + productError(g, 1.5707963267341256)
  const k = i + j
  const l = g * 6.077100506303966e-11
  const m = k + l
  const n = (sumError(k, l) + (j - (k - i))) + productError(g, 6.077100506303966e-11)
  const o = m + n
  const p = g * 2.0222662487959506e-21
  const q = productError(g, 2.0222662487959506e-21) + (g * 1.0085854035872483e-37)
  const r = p + q
  const s = o + r
  const t = (sumError(o, r) + (n - (o - m))) + (q - (r - p))
  const u = s + t
  const v = t - (u - s)
  const w = u * u
  const y = (productError(u, u) + (v * u)) + (u * v)
  const z = w + y
  const a1 = z * (1.9572941063391263e-20 + (z * (-3.8681701706306835e-23)))
  const b1 = 2.8114572543455206e-15 + (z * ((-8.22063524662433e-18) + a1))
  const c1 = 1.6059043836821613e-10 + (z * ((-7.647163731819816e-13) + (z * b1)))
  const d1 = 0.0000027557319223985893 + (z * ((-2.505210838544172e-8) + (z * c1)))
  const e1 = 0.008333333333333333 + (z * ((-0.0001984126984126984) + (z * d1)))
  const f1 = (u * z) * ((-0.16666666666666666) + (z * e1))
  const g1 = u + f1
  const h1 = sumError(u, f1) + v
  const i1 = g1 + h1
  const j1 = h1 - (i1 - g1)
  const k1 = z * (4.110317623312165e-19 + (z * (-8.896791392450574e-22)))
  const l1 = 4.779477332387385e-14 + (z * ((-1.5619206968586225e-16) + k1))
  const m1 = 2.08767569878681e-9 + (z * ((-1.1470745597729725e-11) + (z * l1)))
  const n1 = 0.0000248015873015873 + (z * ((-2.755731922398589e-7) + (z * m1)))
  const o1 = 0.041666666666666664 + (z * ((-0.001388888888888889) + (z * n1)))
  const p1 = (z * z) * o1
  const q1 = -(z * 0.5)
  const r1 = 1 + q1
  const s1 = sumError(1, q1) + (-((y - (z - w)) * 0.5))
  const t1 = r1 + s1
  const u1 = t1 + p1
  const v1 = sumError(t1, p1) + (s1 - (t1 - r1))
  const w1 = u1 + v1
  const x1 = v1 - (w1 - u1)
  const y1 = f + 0
  const z1 = y1 - (4 * Math.floor(y1 * 0.25))
  const a2 = z1 === 0
  const b2 = z1 === 1
  const c2 = z1 === 2
  const d2 = a2 ? i1 : (b2 ? w1 : (c2 ? (-i1) : (-w1)))
  const e2 = a2 ? j1 : (b2 ? x1 : (c2 ? (-j1) : (-x1)))
  const f2 = (d2 * d2) + ((productError(d2, d2) + (e2 * d2)) + (d2 * e2))
  return f2 * 2
}

/** snake = `x + sin(a * x) ^ 2 / a`, in doubles. History, sources and limits: the catalogue's entry. */
export const snake: PointwiseScalar = /*@__PURE__*/ carry((x: number, a = 1) => evaluate(x, a), { name: 'snake', kind: 'pointwise', formula: 'x + sin(a * x) ^ 2 / a', parameters: { a: 1 }, derivative: slope })
