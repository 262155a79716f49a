// Generated from the formula `x + sin(a * x) ^ 2 / a` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, a = 1): number {
  if (x !== x) return NaN
  const b = a * x
  const c = nearest(b * 0.6366197723675814)
  const d = -c
  const e = d * 1.5707963267341256
  const f = (sumError(b, e) + productError(a, x)) + productError(d, 1.5707963267341256)
  const g = b + e
  const h = g + f
  const i = d * 6.077100506303966e-11
  const j = (sumError(h, i) + (f - (h - g))) + productError(d, 6.077100506303966e-11)
  const k = h + i
  const l = k + j
  const m = productError(d, 2.0222662487959506e-21) + (d * 1.0085854035872483e-37)
  const n = d * 2.0222662487959506e-21
  const o = n + m
  const p = (sumError(l, o) + (j - (l - k))) + (m - (o - n))
  const q = l + o
  const r = q + p
  const s = p - (r - q)
  const t = (productError(r, r) + (s * r)) + (r * s)
  const u = r * r
  const v = u + t
  const w = v * (1.9572941063391263e-20 + (v * (-3.8681701706306835e-23)))
  const y = 2.8114572543455206e-15 + (v * ((-8.22063524662433e-18) + w))
  const z = 1.6059043836821613e-10 + (v * ((-7.647163731819816e-13) + (v * y)))
  const a1 = 0.0000027557319223985893 + (v * ((-2.505210838544172e-8) + (v * z)))
  const b1 = 0.008333333333333333 + (v * ((-0.0001984126984126984) + (v * a1)))
  const c1 = (r * v) * ((-0.16666666666666666) + (v * b1))
  const d1 = sumError(r, c1) + s
  const e1 = r + c1
  const f1 = e1 + d1
  const g1 = v * (4.110317623312165e-19 + (v * (-8.896791392450574e-22)))
  const h1 = 4.779477332387385e-14 + (v * ((-1.5619206968586225e-16) + g1))
  const i1 = 2.08767569878681e-9 + (v * ((-1.1470745597729725e-11) + (v * h1)))
  const j1 = 0.0000248015873015873 + (v * ((-2.755731922398589e-7) + (v * i1)))
  const k1 = 0.041666666666666664 + (v * ((-0.001388888888888889) + (v * j1)))
  const l1 = (v * v) * k1
  const m1 = -(v * 0.5)
  const n1 = sumError(1, m1) + (-((t - (v - u)) * 0.5))
  const o1 = 1 + m1
  const p1 = o1 + n1
  const q1 = sumError(p1, l1) + (n1 - (p1 - o1))
  const r1 = p1 + l1
  const s1 = r1 + q1
  const t1 = c + 0
  const u1 = t1 - (4 * Math.floor(t1 * 0.25))
  const v1 = u1 === 2
  const w1 = u1 === 1
  const x1 = u1 === 0
  const y1 = x1 ? f1 : (w1 ? s1 : (v1 ? (-f1) : (-s1)))
  const z1 = exponent(y1)
  const a2 = -z1
  const b2 = ldexp(y1, a2)
  const c2 = d1 - (f1 - e1)
  const d2 = q1 - (s1 - r1)
  const e2 = ldexp(x1 ? c2 : (w1 ? d2 : (v1 ? (-c2) : (-d2))), a2)
  const f2 = (productError(b2, b2) + (e2 * b2)) + (b2 * e2)
  const g2 = b2 * b2
  const h2 = g2 + f2
  const i2 = exponent(a)
  const j2 = ldexp(a, -i2)
  const k2 = h2 / j2
  const l2 = ((h2 - (k2 * j2)) - productError(k2, j2)) + (f2 - (h2 - g2))
  const m2 = l2 / j2
  const n2 = (((k2 - k2) === 0) && (m2 === m2)) ? m2 : 0
  const o2 = k2 + n2
  const p2 = (z1 + z1) - i2
  const q2 = ldexp(o2, p2)
  return (x + q2) + (sumError(x, q2) + ldexp(n2 - (o2 - k2), p2))
}

function slope(x: number, a = 1): number {
  if (x !== x) return NaN
  const b = a * x
  const c = (sumError(b, 0.7853981633974483) + productError(a, x)) + 3.061616997868383e-17
  const d = b + 0.7853981633974483
  const e = d + c
  const f = nearest(e * 0.6366197723675814)
  const g = -f
  const h = g * 1.5707963267341256
  const i = (sumError(e, h) + (c - (e - d))) + productError(g, 1.5707963267341256)
  const j = e + h
  const k = j + i
  const l = g * 6.077100506303966e-11
  const m = (sumError(k, l) + (i - (k - j))) + productError(g, 6.077100506303966e-11)
  const n = k + l
  const o = n + m
  const p = productError(g, 2.0222662487959506e-21) + (g * 1.0085854035872483e-37)
  const q = g * 2.0222662487959506e-21
  const r = q + p
  const s = (sumError(o, r) + (m - (o - n))) + (p - (r - q))
  const t = o + r
  const u = t + s
  const v = s - (u - t)
  const w = (productError(u, u) + (v * u)) + (u * v)
  const y = u * u
  const z = y + w
  const a1 = z * (1.9572941063391263e-20 + (z * (-3.8681701706306835e-23)))
  const b1 = 2.8114572543455206e-15 + (z * ((-8.22063524662433e-18) + a1))
  const c1 = 1.6059043836821613e-10 + (z * ((-7.647163731819816e-13) + (z * b1)))
  const d1 = 0.0000027557319223985893 + (z * ((-2.505210838544172e-8) + (z * c1)))
  const e1 = 0.008333333333333333 + (z * ((-0.0001984126984126984) + (z * d1)))
  const f1 = (u * z) * ((-0.16666666666666666) + (z * e1))
  const g1 = sumError(u, f1) + v
  const h1 = u + f1
  const i1 = h1 + g1
  const j1 = z * (4.110317623312165e-19 + (z * (-8.896791392450574e-22)))
  const k1 = 4.779477332387385e-14 + (z * ((-1.5619206968586225e-16) + j1))
  const l1 = 2.08767569878681e-9 + (z * ((-1.1470745597729725e-11) + (z * k1)))
  const m1 = 0.0000248015873015873 + (z * ((-2.755731922398589e-7) + (z * l1)))
  const n1 = 0.041666666666666664 + (z * ((-0.001388888888888889) + (z * m1)))
  const o1 = (z * z) * n1
  const p1 = -(z * 0.5)
  const q1 = sumError(1, p1) + (-((w - (z - y)) * 0.5))
  const r1 = 1 + p1
  const s1 = r1 + q1
  const t1 = sumError(s1, o1) + (q1 - (s1 - r1))
  const u1 = s1 + o1
  const v1 = u1 + t1
  const w1 = f + 0
  const x1 = w1 - (4 * Math.floor(w1 * 0.25))
  const y1 = x1 === 2
  const z1 = x1 === 1
  const a2 = x1 === 0
  const b2 = a2 ? i1 : (z1 ? v1 : (y1 ? (-i1) : (-v1)))
  const c2 = exponent(b2)
  const d2 = -c2
  const e2 = ldexp(b2, d2)
  const f2 = g1 - (i1 - h1)
  const g2 = t1 - (v1 - u1)
  const h2 = ldexp(a2 ? f2 : (z1 ? g2 : (y1 ? (-f2) : (-g2))), d2)
  const i2 = (e2 * e2) + ((productError(e2, e2) + (h2 * e2)) + (e2 * h2))
  return ldexp(i2 * 2, c2 + c2)
}

/**
 * snake = `x + sin(a * x) ^ 2 / a`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * snake(0.5) // 0.7298488470659301
 * snake.derivative(0.5) // 1.8414709848078965
 */
export const snake: PointwiseScalar = /*@__PURE__*/ carry((x: number, a = 1) => evaluate(x, a), { name: 'snake', kind: 'pointwise', formula: 'x + sin(a * x) ^ 2 / a', parameters: { a: 1 }, derivative: slope })
