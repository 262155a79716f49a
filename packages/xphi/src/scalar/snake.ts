// Generated from the formula `x + sin(a * x) ^ 2 / a` by `npm run generate`. Do not edit.
import { productError, sumError } from '../number/doubledouble.ts'
import { exponent, ldexp, nearest } from '../number/machine.ts'
import { turnsTable } from '../number/tables.ts'
import { carry, type PointwiseScalar } from '../activation/functions.ts'

function evaluate(x: number, a = 1): number {
  if (x !== x) return NaN
  const turns = turnsTable()
  const b = a * x
  const c = b < (-1.7976931348623157e+308) ? (-1.7976931348623157e+308) : b
  const d = 1.7976931348623157e+308 < c ? 1.7976931348623157e+308 : c
  const e = (d === b) ? (-productError(a, x)) : 0
  const f = exponent(e)
  const g = f < 20 ? 20 : f
  const h = (g - 20) * 4
  const i = turns[h]
  const j = ldexp(e, 52 - g)
  const k = j * i
  const l = k - (4 * Math.floor((k * 0.25) + 0.5))
  const m = exponent(d)
  const n = m < 20 ? 20 : m
  const o = (n - 20) * 4
  const p = turns[o]
  const q = ldexp(d, 52 - n)
  const r = q * p
  const s = r - (4 * Math.floor((r * 0.25) + 0.5))
  const t = -productError(q, p)
  const u = s + t
  const v = turns[o + 1]
  const w = q * v
  const y = u + w
  const z = y + l
  const a1 = -productError(j, i)
  const b1 = z + a1
  const c1 = turns[h + 1]
  const d1 = j * c1
  const e1 = b1 + d1
  const f1 = nearest(e1)
  const g1 = e1 - f1
  const h1 = sumError(s, t)
  const i1 = g1 + h1
  const j1 = sumError(u, w)
  const k1 = i1 + j1
  const l1 = sumError(y, l)
  const m1 = k1 + l1
  const n1 = sumError(z, a1)
  const o1 = m1 + n1
  const p1 = sumError(b1, d1)
  const q1 = o1 + p1
  const r1 = -productError(q, v)
  const s1 = q1 + r1
  const t1 = turns[o + 2]
  const u1 = q * t1
  const v1 = s1 + u1
  const w1 = -productError(j, c1)
  const x1 = v1 + w1
  const y1 = turns[h + 2]
  const z1 = j * y1
  const a2 = ((sumError(x1, z1) + sumError(v1, w1)) + sumError(s1, u1)) + sumError(q1, r1)
  const b2 = ((a2 + sumError(o1, p1)) + sumError(m1, n1)) + sumError(k1, l1)
  const c2 = ((b2 + sumError(i1, j1)) + sumError(g1, h1)) + (j * turns[h + 3])
  const d2 = ((c2 + (-productError(j, y1))) + (q * turns[o + 3])) + (-productError(q, t1))
  const e2 = x1 + z1
  const f2 = e2 + d2
  const g2 = productError(f2, 1.5707963267948966) - ((d2 - (f2 - e2)) * 1.5707963267948966)
  const h2 = g2 - (f2 * 6.123233995736766e-17)
  const i2 = f2 * 1.5707963267948966
  const j2 = i2 - h2
  const k2 = nearest(d * 0.6366197723675814)
  const l2 = -k2
  const m2 = l2 * 1.5707963267341256
  const n2 = (sumError(d, m2) + e) + (-productError(l2, 1.5707963267341256))
  const o2 = d + m2
  const p2 = o2 + n2
  const q2 = l2 * 6.077100506303966e-11
  const r2 = (sumError(p2, q2) + (n2 - (p2 - o2))) + (-productError(l2, 6.077100506303966e-11))
  const s2 = p2 + q2
  const t2 = s2 + r2
  const u2 = productError(l2, 2.0222662487959506e-21) - (l2 * 1.0085854035872483e-37)
  const v2 = l2 * 2.0222662487959506e-21
  const w2 = v2 - u2
  const x2 = (sumError(t2, w2) + (r2 - (t2 - s2))) + ((v2 - w2) - u2)
  const y2 = t2 + w2
  const z2 = y2 + x2
  const a3 = 1048576 <= Math.abs(d)
  const b3 = a3 ? ((i2 - j2) - h2) : (x2 - (z2 - y2))
  const c3 = a3 ? j2 : z2
  const d3 = (productError(c3, c3) - (b3 * c3)) - (c3 * b3)
  const e3 = c3 * c3
  const f3 = e3 - d3
  const g3 = f3 * (1.9572941063391263e-20 + (f3 * (-3.8681701706306835e-23)))
  const h3 = 2.8114572543455206e-15 + (f3 * ((-8.22063524662433e-18) + g3))
  const i3 = 1.6059043836821613e-10 + (f3 * ((-7.647163731819816e-13) + (f3 * h3)))
  const j3 = 0.0000027557319223985893 + (f3 * ((-2.505210838544172e-8) + (f3 * i3)))
  const k3 = 0.008333333333333333 + (f3 * ((-0.0001984126984126984) + (f3 * j3)))
  const l3 = (-9.25185853854297e-18) + (f3 * k3)
  const m3 = (-0.16666666666666666) + l3
  const n3 = (e3 - f3) - d3
  const o3 = (productError(c3, f3) - (b3 * f3)) - (c3 * n3)
  const p3 = c3 * f3
  const q3 = p3 - o3
  const r3 = (productError(q3, m3) - (((p3 - q3) - o3) * m3)) - (q3 * (l3 - (m3 - (-0.16666666666666666))))
  const s3 = q3 * m3
  const t3 = s3 - r3
  const u3 = (sumError(c3, t3) + b3) + ((s3 - t3) - r3)
  const v3 = c3 + t3
  const w3 = v3 + u3
  const x3 = f3 * (4.110317623312165e-19 + (f3 * (-8.896791392450574e-22)))
  const y3 = 4.779477332387385e-14 + (f3 * ((-1.5619206968586225e-16) + x3))
  const z3 = 2.08767569878681e-9 + (f3 * ((-1.1470745597729725e-11) + (f3 * y3)))
  const a4 = 0.0000248015873015873 + (f3 * ((-2.755731922398589e-7) + (f3 * z3)))
  const b4 = 0.041666666666666664 + (f3 * ((-0.001388888888888889) + (f3 * a4)))
  const c4 = (f3 * f3) * b4
  const d4 = -(f3 * 0.5)
  const e4 = sumError(1, d4) + (-(n3 * 0.5))
  const f4 = 1 + d4
  const g4 = f4 + e4
  const h4 = sumError(g4, c4) + (e4 - (g4 - f4))
  const i4 = g4 + c4
  const j4 = i4 + h4
  const k4 = a3 ? f1 : k2
  const l4 = k4 - (4 * Math.floor(k4 * 0.25))
  const m4 = l4 === 2
  const n4 = l4 === 1
  const o4 = l4 === 0
  const p4 = o4 ? w3 : (n4 ? j4 : (m4 ? (-w3) : (-j4)))
  const q4 = exponent(p4)
  const r4 = -q4
  const s4 = ldexp(p4, r4)
  const t4 = u3 - (w3 - v3)
  const u4 = h4 - (j4 - i4)
  const v4 = ldexp(o4 ? t4 : (n4 ? u4 : (m4 ? (-t4) : (-u4))), r4)
  const w4 = (productError(s4, s4) - (v4 * s4)) - (s4 * v4)
  const x4 = s4 * s4
  const y4 = x4 - w4
  const z4 = exponent(a)
  const a5 = ldexp(a, -z4)
  const b5 = y4 / a5
  const c5 = ((y4 - (b5 * a5)) + productError(b5, a5)) + ((x4 - y4) - w4)
  const d5 = c5 / a5
  const e5 = (d5 === d5) ? (((b5 - b5) === 0) ? d5 : 0) : 0
  const f5 = b5 + e5
  const g5 = (q4 + q4) - z4
  const h5 = ldexp(f5, g5)
  const i5 = sumError(x, h5) + (((h5 - h5) === 0) ? ldexp(e5 - (f5 - b5), g5) : 0)
  return (x + h5) + i5
}

function slope(x: number, a = 1): number {
  if (x !== x) return NaN
  const turns = turnsTable()
  const b = a * x
  const c = b < (-1.7976931348623157e+308) ? (-1.7976931348623157e+308) : b
  const d = 1.7976931348623157e+308 < c ? 1.7976931348623157e+308 : c
  const e = exponent(d)
  const f = e < 20 ? 20 : e
  const g = (f - 20) * 4
  const h = turns[g]
  const i = ldexp(d, 52 - f)
  const j = i * h
  const k = j - (4 * Math.floor((j * 0.25) + 0.5))
  const l = 0.5 + k
  const m = -productError(i, h)
  const n = l + m
  const o = turns[g + 1]
  const p = i * o
  const q = n + p
  const r = (d === b) ? (-productError(a, x)) : 0
  const s = exponent(r)
  const t = s < 20 ? 20 : s
  const u = (t - 20) * 4
  const v = turns[u]
  const w = ldexp(r, 52 - t)
  const y = w * v
  const z = y - (4 * Math.floor((y * 0.25) + 0.5))
  const a1 = q + z
  const b1 = -productError(w, v)
  const c1 = a1 + b1
  const d1 = turns[u + 1]
  const e1 = w * d1
  const f1 = c1 + e1
  const g1 = nearest(f1)
  const h1 = f1 - g1
  const i1 = sumError(0.5, k)
  const j1 = h1 + i1
  const k1 = sumError(l, m)
  const l1 = j1 + k1
  const m1 = sumError(n, p)
  const n1 = l1 + m1
  const o1 = sumError(q, z)
  const p1 = n1 + o1
  const q1 = sumError(a1, b1)
  const r1 = p1 + q1
  const s1 = sumError(c1, e1)
  const t1 = r1 + s1
  const u1 = -productError(i, o)
  const v1 = t1 + u1
  const w1 = turns[g + 2]
  const x1 = i * w1
  const y1 = v1 + x1
  const z1 = -productError(w, d1)
  const a2 = y1 + z1
  const b2 = turns[u + 2]
  const c2 = w * b2
  const d2 = ((sumError(a2, c2) + sumError(y1, z1)) + sumError(v1, x1)) + sumError(t1, u1)
  const e2 = ((d2 + sumError(r1, s1)) + sumError(p1, q1)) + sumError(n1, o1)
  const f2 = ((e2 + sumError(l1, m1)) + sumError(j1, k1)) + sumError(h1, i1)
  const g2 = ((f2 + (w * turns[u + 3])) + (-productError(w, b2))) + (i * turns[g + 3])
  const h2 = g2 + (-productError(i, w1))
  const i2 = a2 + c2
  const j2 = i2 + h2
  const k2 = productError(j2, 1.5707963267948966) - ((h2 - (j2 - i2)) * 1.5707963267948966)
  const l2 = k2 - (j2 * 6.123233995736766e-17)
  const m2 = j2 * 1.5707963267948966
  const n2 = m2 - l2
  const o2 = nearest((d * 0.6366197723675814) + 0.5)
  const p2 = 0.5 - o2
  const q2 = p2 * 1.5707963267341256
  const r2 = (sumError(d, q2) + r) + (-productError(p2, 1.5707963267341256))
  const s2 = d + q2
  const t2 = s2 + r2
  const u2 = p2 * 6.077100506303966e-11
  const v2 = (sumError(t2, u2) + (r2 - (t2 - s2))) + (-productError(p2, 6.077100506303966e-11))
  const w2 = t2 + u2
  const x2 = w2 + v2
  const y2 = productError(p2, 2.0222662487959506e-21) - (p2 * 1.0085854035872483e-37)
  const z2 = p2 * 2.0222662487959506e-21
  const a3 = z2 - y2
  const b3 = (sumError(x2, a3) + (v2 - (x2 - w2))) + ((z2 - a3) - y2)
  const c3 = x2 + a3
  const d3 = c3 + b3
  const e3 = 1048576 <= Math.abs(d)
  const f3 = e3 ? ((m2 - n2) - l2) : (b3 - (d3 - c3))
  const g3 = e3 ? n2 : d3
  const h3 = (productError(g3, g3) - (f3 * g3)) - (g3 * f3)
  const i3 = g3 * g3
  const j3 = i3 - h3
  const k3 = j3 * (1.9572941063391263e-20 + (j3 * (-3.8681701706306835e-23)))
  const l3 = 2.8114572543455206e-15 + (j3 * ((-8.22063524662433e-18) + k3))
  const m3 = 1.6059043836821613e-10 + (j3 * ((-7.647163731819816e-13) + (j3 * l3)))
  const n3 = 0.0000027557319223985893 + (j3 * ((-2.505210838544172e-8) + (j3 * m3)))
  const o3 = 0.008333333333333333 + (j3 * ((-0.0001984126984126984) + (j3 * n3)))
  const p3 = (-9.25185853854297e-18) + (j3 * o3)
  const q3 = (-0.16666666666666666) + p3
  const r3 = (i3 - j3) - h3
  const s3 = (productError(g3, j3) - (f3 * j3)) - (g3 * r3)
  const t3 = g3 * j3
  const u3 = t3 - s3
  const v3 = (productError(u3, q3) - (((t3 - u3) - s3) * q3)) - (u3 * (p3 - (q3 - (-0.16666666666666666))))
  const w3 = u3 * q3
  const x3 = w3 - v3
  const y3 = (sumError(g3, x3) + f3) + ((w3 - x3) - v3)
  const z3 = g3 + x3
  const a4 = z3 + y3
  const b4 = j3 * (4.110317623312165e-19 + (j3 * (-8.896791392450574e-22)))
  const c4 = 4.779477332387385e-14 + (j3 * ((-1.5619206968586225e-16) + b4))
  const d4 = 2.08767569878681e-9 + (j3 * ((-1.1470745597729725e-11) + (j3 * c4)))
  const e4 = 0.0000248015873015873 + (j3 * ((-2.755731922398589e-7) + (j3 * d4)))
  const f4 = 0.041666666666666664 + (j3 * ((-0.001388888888888889) + (j3 * e4)))
  const g4 = (j3 * j3) * f4
  const h4 = -(j3 * 0.5)
  const i4 = sumError(1, h4) + (-(r3 * 0.5))
  const j4 = 1 + h4
  const k4 = j4 + i4
  const l4 = sumError(k4, g4) + (i4 - (k4 - j4))
  const m4 = k4 + g4
  const n4 = m4 + l4
  const o4 = e3 ? g1 : o2
  const p4 = o4 - (4 * Math.floor(o4 * 0.25))
  const q4 = p4 === 2
  const r4 = p4 === 1
  const s4 = p4 === 0
  const t4 = s4 ? a4 : (r4 ? n4 : (q4 ? (-a4) : (-n4)))
  const u4 = exponent(t4)
  const v4 = -u4
  const w4 = ldexp(t4, v4)
  const x4 = y3 - (a4 - z3)
  const y4 = l4 - (n4 - m4)
  const z4 = ldexp(s4 ? x4 : (r4 ? y4 : (q4 ? (-x4) : (-y4))), v4)
  const a5 = (w4 * w4) - ((productError(w4, w4) - (z4 * w4)) - (w4 * z4))
  return ldexp(a5 * 2, u4 + u4)
}

/**
 * snake = `x + sin(a * x) ^ 2 / a`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * snake(0.5) // 0.7298488470659301
 * snake.derivative(0.5) // 1.8414709848078965
 */
export const snake: PointwiseScalar = /*@__PURE__*/ carry((x: number, a = 1) => evaluate(x, a), { name: 'snake', kind: 'pointwise', formula: 'x + sin(a * x) ^ 2 / a', parameters: { a: 1 }, derivative: slope })
