// Generated from the formula `x + sin(a * x) ^ 2 / a` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, a = 1): number {
  if (x !== x) return NaN
  const b = exponent(a)
  const c = ldexp(a, -b)
  const d = a * x
  const e = nearest(d * 0.6366197723675814)
  const f = -e
  const g = f * 1.5707963267341256
  const h = d + g
  const i = (sumError(d, g) + productError(a, x)) + productError(f, 1.5707963267341256)
  const j = h + i
  const k = f * 6.077100506303966e-11
  const l = j + k
  const m = (sumError(j, k) + (i - (j - h))) + productError(f, 6.077100506303966e-11)
  const n = l + m
  const o = f * 2.0222662487959506e-21
  const p = productError(f, 2.0222662487959506e-21) + (f * 1.0085854035872483e-37)
  const q = o + p
  const r = n + q
  const s = (sumError(n, q) + (m - (n - l))) + (p - (q - o))
  const t = r + s
  const u = s - (t - r)
  const v = t * t
  const w = (productError(t, t) + (u * t)) + (t * u)
  const y = v + w
  const z = y * (1.9572941063391263e-20 + (y * (-3.8681701706306835e-23)))
  const a1 = 2.8114572543455206e-15 + (y * ((-8.22063524662433e-18) + z))
  const b1 = 1.6059043836821613e-10 + (y * ((-7.647163731819816e-13) + (y * a1)))
  const c1 = 0.0000027557319223985893 + (y * ((-2.505210838544172e-8) + (y * b1)))
  const d1 = 0.008333333333333333 + (y * ((-0.0001984126984126984) + (y * c1)))
  const e1 = (t * y) * ((-0.16666666666666666) + (y * d1))
  const f1 = t + e1
  const g1 = sumError(t, e1) + u
  const h1 = f1 + g1
  const i1 = g1 - (h1 - f1)
  const j1 = y * (4.110317623312165e-19 + (y * (-8.896791392450574e-22)))
  const k1 = 4.779477332387385e-14 + (y * ((-1.5619206968586225e-16) + j1))
  const l1 = 2.08767569878681e-9 + (y * ((-1.1470745597729725e-11) + (y * k1)))
  const m1 = 0.0000248015873015873 + (y * ((-2.755731922398589e-7) + (y * l1)))
  const n1 = 0.041666666666666664 + (y * ((-0.001388888888888889) + (y * m1)))
  const o1 = (y * y) * n1
  const p1 = -(y * 0.5)
  const q1 = 1 + p1
  const r1 = sumError(1, p1) + (-((w - (y - v)) * 0.5))
  const s1 = q1 + r1
  const t1 = s1 + o1
  const u1 = sumError(s1, o1) + (r1 - (s1 - q1))
  const v1 = t1 + u1
  const w1 = u1 - (v1 - t1)
  const x1 = e + 0
  const y1 = x1 - (4 * Math.floor(x1 * 0.25))
  const z1 = y1 === 0
  const a2 = y1 === 1
  const b2 = y1 === 2
  const c2 = z1 ? h1 : (a2 ? v1 : (b2 ? (-h1) : (-v1)))
  const d2 = exponent(c2)
  const e2 = -d2
  const f2 = ldexp(c2, e2)
  const g2 = ldexp(z1 ? i1 : (a2 ? w1 : (b2 ? (-i1) : (-w1))), e2)
  const h2 = f2 * f2
  const i2 = (productError(f2, f2) + (g2 * f2)) + (f2 * g2)
  const j2 = h2 + i2
  const k2 = (d2 + d2) - b
  const l2 = j2 / c
  const m2 = ((j2 - (l2 * c)) - productError(l2, c)) + (i2 - (j2 - h2))
  const n2 = m2 / c
  const o2 = (((l2 - l2) === 0) && (n2 === n2)) ? n2 : 0
  const p2 = l2 + o2
  const q2 = ldexp(p2, k2)
  return (x + q2) + (sumError(x, q2) + ldexp(o2 - (p2 - l2), k2))
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
  const e2 = exponent(d2)
  const f2 = -e2
  const g2 = ldexp(d2, f2)
  const h2 = ldexp(a2 ? j1 : (b2 ? x1 : (c2 ? (-j1) : (-x1))), f2)
  const i2 = (g2 * g2) + ((productError(g2, g2) + (h2 * g2)) + (g2 * h2))
  return ldexp(i2 * 2, e2 + e2)
}

/** snake = `x + sin(a * x) ^ 2 / a`, in doubles. History, sources and limits: the catalogue's entry. */
export const snake: PointwiseScalar = /*@__PURE__*/ carry((x: number, a = 1) => evaluate(x, a), { name: 'snake', kind: 'pointwise', formula: 'x + sin(a * x) ^ 2 / a', parameters: { a: 1 }, derivative: slope })
