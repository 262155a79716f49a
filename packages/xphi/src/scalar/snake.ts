// Generated from the formula `x + sin(a * x) ^ 2 / a` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, a = 1): number {
  if (x !== x) return NaN
  const b = a * x
  const c = b < (-2251799813685248) ? (-2251799813685248) : b
  const d = 2251799813685248 < c ? 2251799813685248 : c
  const e = nearest(d * 0.6366197723675814)
  const f = -e
  const g = f * 1.5707963267341256
  const h = (sumError(d, g) + ((d === b) ? productError(a, x) : 0)) + productError(f, 1.5707963267341256)
  const i = d + g
  const j = i + h
  const k = f * 6.077100506303966e-11
  const l = (sumError(j, k) + (h - (j - i))) + productError(f, 6.077100506303966e-11)
  const m = j + k
  const n = m + l
  const o = productError(f, 2.0222662487959506e-21) + (f * 1.0085854035872483e-37)
  const p = f * 2.0222662487959506e-21
  const q = p + o
  const r = (sumError(n, q) + (l - (n - m))) + (o - (q - p))
  const s = n + q
  const t = s + r
  const u = r - (t - s)
  const v = (productError(t, t) + (u * t)) + (t * u)
  const w = t * t
  const y = w + v
  const z = y * (1.9572941063391263e-20 + (y * (-3.8681701706306835e-23)))
  const a1 = 2.8114572543455206e-15 + (y * ((-8.22063524662433e-18) + z))
  const b1 = 1.6059043836821613e-10 + (y * ((-7.647163731819816e-13) + (y * a1)))
  const c1 = 0.0000027557319223985893 + (y * ((-2.505210838544172e-8) + (y * b1)))
  const d1 = 0.008333333333333333 + (y * ((-0.0001984126984126984) + (y * c1)))
  const e1 = (t * y) * ((-0.16666666666666666) + (y * d1))
  const f1 = sumError(t, e1) + u
  const g1 = t + e1
  const h1 = g1 + f1
  const i1 = y * (4.110317623312165e-19 + (y * (-8.896791392450574e-22)))
  const j1 = 4.779477332387385e-14 + (y * ((-1.5619206968586225e-16) + i1))
  const k1 = 2.08767569878681e-9 + (y * ((-1.1470745597729725e-11) + (y * j1)))
  const l1 = 0.0000248015873015873 + (y * ((-2.755731922398589e-7) + (y * k1)))
  const m1 = 0.041666666666666664 + (y * ((-0.001388888888888889) + (y * l1)))
  const n1 = (y * y) * m1
  const o1 = -(y * 0.5)
  const p1 = sumError(1, o1) + (-((v - (y - w)) * 0.5))
  const q1 = 1 + o1
  const r1 = q1 + p1
  const s1 = sumError(r1, n1) + (p1 - (r1 - q1))
  const t1 = r1 + n1
  const u1 = t1 + s1
  const v1 = e + 0
  const w1 = v1 - (4 * Math.floor(v1 * 0.25))
  const x1 = w1 === 2
  const y1 = w1 === 1
  const z1 = w1 === 0
  const a2 = z1 ? h1 : (y1 ? u1 : (x1 ? (-h1) : (-u1)))
  const b2 = exponent(a2)
  const c2 = -b2
  const d2 = ldexp(a2, c2)
  const e2 = f1 - (h1 - g1)
  const f2 = s1 - (u1 - t1)
  const g2 = ldexp(z1 ? e2 : (y1 ? f2 : (x1 ? (-e2) : (-f2))), c2)
  const h2 = (productError(d2, d2) + (g2 * d2)) + (d2 * g2)
  const i2 = d2 * d2
  const j2 = i2 + h2
  const k2 = exponent(a)
  const l2 = ldexp(a, -k2)
  const m2 = j2 / l2
  const n2 = ((j2 - (m2 * l2)) - productError(m2, l2)) + (h2 - (j2 - i2))
  const o2 = n2 / l2
  const p2 = (o2 === o2) ? (((m2 - m2) === 0) ? o2 : 0) : 0
  const q2 = m2 + p2
  const r2 = (b2 + b2) - k2
  const s2 = ldexp(q2, r2)
  const t2 = sumError(x, s2) + (((s2 - s2) === 0) ? ldexp(p2 - (q2 - m2), r2) : 0)
  return (x + s2) + t2
}

function slope(x: number, a = 1): number {
  if (x !== x) return NaN
  const b = a * x
  const c = (sumError(b, 0.7853981633974483) + productError(a, x)) + 3.061616997868383e-17
  const d = b + 0.7853981633974483
  const e = d + c
  const f = e < (-2251799813685248) ? (-2251799813685248) : e
  const g = 2251799813685248 < f ? 2251799813685248 : f
  const h = nearest(g * 0.6366197723675814)
  const i = -h
  const j = i * 1.5707963267341256
  const k = (sumError(g, j) + ((g === e) ? (c - (e - d)) : 0)) + productError(i, 1.5707963267341256)
  const l = g + j
  const m = l + k
  const n = i * 6.077100506303966e-11
  const o = (sumError(m, n) + (k - (m - l))) + productError(i, 6.077100506303966e-11)
  const p = m + n
  const q = p + o
  const r = productError(i, 2.0222662487959506e-21) + (i * 1.0085854035872483e-37)
  const s = i * 2.0222662487959506e-21
  const t = s + r
  const u = (sumError(q, t) + (o - (q - p))) + (r - (t - s))
  const v = q + t
  const w = v + u
  const y = u - (w - v)
  const z = (productError(w, w) + (y * w)) + (w * y)
  const a1 = w * w
  const b1 = a1 + z
  const c1 = b1 * (1.9572941063391263e-20 + (b1 * (-3.8681701706306835e-23)))
  const d1 = 2.8114572543455206e-15 + (b1 * ((-8.22063524662433e-18) + c1))
  const e1 = 1.6059043836821613e-10 + (b1 * ((-7.647163731819816e-13) + (b1 * d1)))
  const f1 = 0.0000027557319223985893 + (b1 * ((-2.505210838544172e-8) + (b1 * e1)))
  const g1 = 0.008333333333333333 + (b1 * ((-0.0001984126984126984) + (b1 * f1)))
  const h1 = (w * b1) * ((-0.16666666666666666) + (b1 * g1))
  const i1 = sumError(w, h1) + y
  const j1 = w + h1
  const k1 = j1 + i1
  const l1 = b1 * (4.110317623312165e-19 + (b1 * (-8.896791392450574e-22)))
  const m1 = 4.779477332387385e-14 + (b1 * ((-1.5619206968586225e-16) + l1))
  const n1 = 2.08767569878681e-9 + (b1 * ((-1.1470745597729725e-11) + (b1 * m1)))
  const o1 = 0.0000248015873015873 + (b1 * ((-2.755731922398589e-7) + (b1 * n1)))
  const p1 = 0.041666666666666664 + (b1 * ((-0.001388888888888889) + (b1 * o1)))
  const q1 = (b1 * b1) * p1
  const r1 = -(b1 * 0.5)
  const s1 = sumError(1, r1) + (-((z - (b1 - a1)) * 0.5))
  const t1 = 1 + r1
  const u1 = t1 + s1
  const v1 = sumError(u1, q1) + (s1 - (u1 - t1))
  const w1 = u1 + q1
  const x1 = w1 + v1
  const y1 = h + 0
  const z1 = y1 - (4 * Math.floor(y1 * 0.25))
  const a2 = z1 === 2
  const b2 = z1 === 1
  const c2 = z1 === 0
  const d2 = c2 ? k1 : (b2 ? x1 : (a2 ? (-k1) : (-x1)))
  const e2 = exponent(d2)
  const f2 = -e2
  const g2 = ldexp(d2, f2)
  const h2 = i1 - (k1 - j1)
  const i2 = v1 - (x1 - w1)
  const j2 = ldexp(c2 ? h2 : (b2 ? i2 : (a2 ? (-h2) : (-i2))), f2)
  const k2 = (g2 * g2) + ((productError(g2, g2) + (j2 * g2)) + (g2 * j2))
  return ldexp(k2 * 2, e2 + e2)
}

/**
 * snake = `x + sin(a * x) ^ 2 / a`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * snake(0.5) // 0.7298488470659301
 * snake.derivative(0.5) // 1.8414709848078965
 */
export const snake: PointwiseScalar = /*@__PURE__*/ carry((x: number, a = 1) => evaluate(x, a), { name: 'snake', kind: 'pointwise', formula: 'x + sin(a * x) ^ 2 / a', parameters: { a: 1 }, derivative: slope })
