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
  const e = nearest(d * 0.6366197723675814)
  const f = -e
  const g = f * 1.5707963267341256
  const h = (d === b) ? (-productError(a, x)) : 0
  const i = (sumError(d, g) + h) + (-productError(f, 1.5707963267341256))
  const j = d + g
  const k = j + i
  const l = f * 6.077100506303966e-11
  const m = (sumError(k, l) + (i - (k - j))) + (-productError(f, 6.077100506303966e-11))
  const n = k + l
  const o = n + m
  const p = productError(f, 2.0222662487959506e-21) - (f * 1.0085854035872483e-37)
  const q = f * 2.0222662487959506e-21
  const r = q - p
  const s = (sumError(o, r) + (m - (o - n))) + ((q - r) - p)
  const t = o + r
  const u = t + s
  const v = 1048576 <= Math.abs(d)
  let b3 = 0, c3 = 0, d3 = 0
  if (v) {
    const w = exponent(d)
    const y = w < 20 ? 20 : w
    const z = ldexp(d, 52 - y)
    const a1 = (y - 20) * 4
    const b1 = turns[a1]
    const c1 = z * b1
    const d1 = -productError(z, b1)
    const e1 = turns[a1 + 1]
    const f1 = z * e1
    const g1 = -productError(z, e1)
    const h1 = turns[a1 + 2]
    const i1 = z * h1
    const j1 = c1 - (4 * Math.floor((c1 * 0.25) + 0.5))
    const k1 = exponent(h)
    const l1 = k1 < 20 ? 20 : k1
    const m1 = ldexp(h, 52 - l1)
    const n1 = (l1 - 20) * 4
    const o1 = turns[n1]
    const p1 = m1 * o1
    const q1 = -productError(m1, o1)
    const r1 = turns[n1 + 1]
    const s1 = m1 * r1
    const t1 = -productError(m1, r1)
    const u1 = turns[n1 + 2]
    const v1 = m1 * u1
    const w1 = p1 - (4 * Math.floor((p1 * 0.25) + 0.5))
    const x1 = sumError(j1, d1)
    const y1 = j1 + d1
    const z1 = sumError(y1, f1)
    const a2 = y1 + f1
    const b2 = sumError(a2, w1)
    const c2 = a2 + w1
    const d2 = sumError(c2, q1)
    const e2 = c2 + q1
    const f2 = sumError(e2, s1)
    const g2 = e2 + s1
    const h2 = nearest(g2)
    const i2 = g2 - h2
    const j2 = i2 + x1
    const k2 = j2 + z1
    const l2 = k2 + b2
    const m2 = l2 + d2
    const n2 = m2 + f2
    const o2 = n2 + g1
    const p2 = o2 + i1
    const q2 = p2 + t1
    const r2 = q2 + v1
    const s2 = ((sumError(q2, v1) + sumError(p2, t1)) + sumError(o2, i1)) + sumError(n2, g1)
    const t2 = ((s2 + sumError(m2, f2)) + sumError(l2, d2)) + sumError(k2, b2)
    const u2 = ((t2 + sumError(j2, z1)) + sumError(i2, x1)) + (m1 * turns[n1 + 3])
    const v2 = ((u2 + (-productError(m1, u1))) + (z * turns[a1 + 3])) + (-productError(z, h1))
    const w2 = r2 + v2
    const x2 = w2 * 1.5707963267948966
    const y2 = productError(w2, 1.5707963267948966) - ((v2 - (w2 - r2)) * 1.5707963267948966)
    const z2 = y2 - (w2 * 6.123233995736766e-17)
    const a3 = x2 - z2
    b3 = a3
    c3 = (x2 - a3) - z2
    d3 = h2
  }
  const e3 = v ? c3 : (s - (u - t))
  const f3 = v ? b3 : u
  const g3 = (productError(f3, f3) - (e3 * f3)) - (f3 * e3)
  const h3 = f3 * f3
  const i3 = h3 - g3
  const j3 = i3 * (1.9572941063391263e-20 + (i3 * (-3.8681701706306835e-23)))
  const k3 = 2.8114572543455206e-15 + (i3 * ((-8.22063524662433e-18) + j3))
  const l3 = 1.6059043836821613e-10 + (i3 * ((-7.647163731819816e-13) + (i3 * k3)))
  const m3 = 0.0000027557319223985893 + (i3 * ((-2.505210838544172e-8) + (i3 * l3)))
  const n3 = 0.008333333333333333 + (i3 * ((-0.0001984126984126984) + (i3 * m3)))
  const o3 = (-9.25185853854297e-18) + (i3 * n3)
  const p3 = (-0.16666666666666666) + o3
  const q3 = (h3 - i3) - g3
  const r3 = (productError(f3, i3) - (e3 * i3)) - (f3 * q3)
  const s3 = f3 * i3
  const t3 = s3 - r3
  const u3 = (productError(t3, p3) - (((s3 - t3) - r3) * p3)) - (t3 * (o3 - (p3 - (-0.16666666666666666))))
  const v3 = t3 * p3
  const w3 = v3 - u3
  const x3 = (sumError(f3, w3) + e3) + ((v3 - w3) - u3)
  const y3 = f3 + w3
  const z3 = y3 + x3
  const a4 = i3 * (4.110317623312165e-19 + (i3 * (-8.896791392450574e-22)))
  const b4 = 4.779477332387385e-14 + (i3 * ((-1.5619206968586225e-16) + a4))
  const c4 = 2.08767569878681e-9 + (i3 * ((-1.1470745597729725e-11) + (i3 * b4)))
  const d4 = 0.0000248015873015873 + (i3 * ((-2.755731922398589e-7) + (i3 * c4)))
  const e4 = 0.041666666666666664 + (i3 * ((-0.001388888888888889) + (i3 * d4)))
  const f4 = (i3 * i3) * e4
  const g4 = -(i3 * 0.5)
  const h4 = sumError(1, g4) + (-(q3 * 0.5))
  const i4 = 1 + g4
  const j4 = i4 + h4
  const k4 = sumError(j4, f4) + (h4 - (j4 - i4))
  const l4 = j4 + f4
  const m4 = l4 + k4
  const n4 = v ? d3 : e
  const o4 = n4 - (4 * Math.floor(n4 * 0.25))
  const p4 = o4 === 2
  const q4 = o4 === 1
  const r4 = o4 === 0
  const s4 = r4 ? z3 : (q4 ? m4 : (p4 ? (-z3) : (-m4)))
  const t4 = exponent(s4)
  const u4 = -t4
  const v4 = ldexp(s4, u4)
  const w4 = x3 - (z3 - y3)
  const x4 = k4 - (m4 - l4)
  const y4 = ldexp(r4 ? w4 : (q4 ? x4 : (p4 ? (-w4) : (-x4))), u4)
  const z4 = (productError(v4, v4) - (y4 * v4)) - (v4 * y4)
  const a5 = v4 * v4
  const b5 = a5 - z4
  const c5 = exponent(a)
  const d5 = ldexp(a, -c5)
  const e5 = b5 / d5
  const f5 = ((b5 - (e5 * d5)) + productError(e5, d5)) + ((a5 - b5) - z4)
  const g5 = f5 / d5
  const h5 = (e5 - e5) === 0
  const i5 = (g5 === g5) ? (h5 ? g5 : 0) : 0
  const j5 = e5 + i5
  const k5 = (t4 + t4) - c5
  const l5 = ldexp(j5, k5)
  const m5 = ((l5 - l5) === 0) ? ldexp(h5 ? (i5 - (j5 - e5)) : 0, k5) : 0
  return (x + l5) + (sumError(x, l5) + m5)
}

function slope(x: number, a = 1): number {
  if (x !== x) return NaN
  const turns = turnsTable()
  const b = a * x
  const c = b < (-1.7976931348623157e+308) ? (-1.7976931348623157e+308) : b
  const d = 1.7976931348623157e+308 < c ? 1.7976931348623157e+308 : c
  const e = nearest((d * 0.6366197723675814) + 0.5)
  const f = 0.5 - e
  const g = f * 1.5707963267341256
  const h = (d === b) ? (-productError(a, x)) : 0
  const i = (sumError(d, g) + h) + (-productError(f, 1.5707963267341256))
  const j = d + g
  const k = j + i
  const l = f * 6.077100506303966e-11
  const m = (sumError(k, l) + (i - (k - j))) + (-productError(f, 6.077100506303966e-11))
  const n = k + l
  const o = n + m
  const p = productError(f, 2.0222662487959506e-21) - (f * 1.0085854035872483e-37)
  const q = f * 2.0222662487959506e-21
  const r = q - p
  const s = (sumError(o, r) + (m - (o - n))) + ((q - r) - p)
  const t = o + r
  const u = t + s
  const v = 1048576 <= Math.abs(d)
  let f3 = 0, g3 = 0, h3 = 0
  if (v) {
    const w = exponent(d)
    const y = w < 20 ? 20 : w
    const z = ldexp(d, 52 - y)
    const a1 = (y - 20) * 4
    const b1 = turns[a1]
    const c1 = z * b1
    const d1 = -productError(z, b1)
    const e1 = turns[a1 + 1]
    const f1 = z * e1
    const g1 = -productError(z, e1)
    const h1 = turns[a1 + 2]
    const i1 = z * h1
    const j1 = c1 - (4 * Math.floor((c1 * 0.25) + 0.5))
    const k1 = exponent(h)
    const l1 = k1 < 20 ? 20 : k1
    const m1 = ldexp(h, 52 - l1)
    const n1 = (l1 - 20) * 4
    const o1 = turns[n1]
    const p1 = m1 * o1
    const q1 = -productError(m1, o1)
    const r1 = turns[n1 + 1]
    const s1 = m1 * r1
    const t1 = -productError(m1, r1)
    const u1 = turns[n1 + 2]
    const v1 = m1 * u1
    const w1 = p1 - (4 * Math.floor((p1 * 0.25) + 0.5))
    const x1 = sumError(0.5, j1)
    const y1 = 0.5 + j1
    const z1 = sumError(y1, d1)
    const a2 = y1 + d1
    const b2 = sumError(a2, f1)
    const c2 = a2 + f1
    const d2 = sumError(c2, w1)
    const e2 = c2 + w1
    const f2 = sumError(e2, q1)
    const g2 = e2 + q1
    const h2 = sumError(g2, s1)
    const i2 = g2 + s1
    const j2 = nearest(i2)
    const k2 = i2 - j2
    const l2 = k2 + x1
    const m2 = l2 + z1
    const n2 = m2 + b2
    const o2 = n2 + d2
    const p2 = o2 + f2
    const q2 = p2 + h2
    const r2 = q2 + g1
    const s2 = r2 + i1
    const t2 = s2 + t1
    const u2 = t2 + v1
    const v2 = ((sumError(t2, v1) + sumError(s2, t1)) + sumError(r2, i1)) + sumError(q2, g1)
    const w2 = ((v2 + sumError(p2, h2)) + sumError(o2, f2)) + sumError(n2, d2)
    const x2 = ((w2 + sumError(m2, b2)) + sumError(l2, z1)) + sumError(k2, x1)
    const y2 = ((x2 + (m1 * turns[n1 + 3])) + (-productError(m1, u1))) + (z * turns[a1 + 3])
    const z2 = y2 + (-productError(z, h1))
    const a3 = u2 + z2
    const b3 = a3 * 1.5707963267948966
    const c3 = productError(a3, 1.5707963267948966) - ((z2 - (a3 - u2)) * 1.5707963267948966)
    const d3 = c3 - (a3 * 6.123233995736766e-17)
    const e3 = b3 - d3
    f3 = e3
    g3 = (b3 - e3) - d3
    h3 = j2
  }
  const i3 = v ? g3 : (s - (u - t))
  const j3 = v ? f3 : u
  const k3 = (productError(j3, j3) - (i3 * j3)) - (j3 * i3)
  const l3 = j3 * j3
  const m3 = l3 - k3
  const n3 = m3 * (1.9572941063391263e-20 + (m3 * (-3.8681701706306835e-23)))
  const o3 = 2.8114572543455206e-15 + (m3 * ((-8.22063524662433e-18) + n3))
  const p3 = 1.6059043836821613e-10 + (m3 * ((-7.647163731819816e-13) + (m3 * o3)))
  const q3 = 0.0000027557319223985893 + (m3 * ((-2.505210838544172e-8) + (m3 * p3)))
  const r3 = 0.008333333333333333 + (m3 * ((-0.0001984126984126984) + (m3 * q3)))
  const s3 = (-9.25185853854297e-18) + (m3 * r3)
  const t3 = (-0.16666666666666666) + s3
  const u3 = (l3 - m3) - k3
  const v3 = (productError(j3, m3) - (i3 * m3)) - (j3 * u3)
  const w3 = j3 * m3
  const x3 = w3 - v3
  const y3 = (productError(x3, t3) - (((w3 - x3) - v3) * t3)) - (x3 * (s3 - (t3 - (-0.16666666666666666))))
  const z3 = x3 * t3
  const a4 = z3 - y3
  const b4 = (sumError(j3, a4) + i3) + ((z3 - a4) - y3)
  const c4 = j3 + a4
  const d4 = c4 + b4
  const e4 = m3 * (4.110317623312165e-19 + (m3 * (-8.896791392450574e-22)))
  const f4 = 4.779477332387385e-14 + (m3 * ((-1.5619206968586225e-16) + e4))
  const g4 = 2.08767569878681e-9 + (m3 * ((-1.1470745597729725e-11) + (m3 * f4)))
  const h4 = 0.0000248015873015873 + (m3 * ((-2.755731922398589e-7) + (m3 * g4)))
  const i4 = 0.041666666666666664 + (m3 * ((-0.001388888888888889) + (m3 * h4)))
  const j4 = (m3 * m3) * i4
  const k4 = -(m3 * 0.5)
  const l4 = sumError(1, k4) + (-(u3 * 0.5))
  const m4 = 1 + k4
  const n4 = m4 + l4
  const o4 = sumError(n4, j4) + (l4 - (n4 - m4))
  const p4 = n4 + j4
  const q4 = p4 + o4
  const r4 = v ? h3 : e
  const s4 = r4 - (4 * Math.floor(r4 * 0.25))
  const t4 = s4 === 2
  const u4 = s4 === 1
  const v4 = s4 === 0
  const w4 = v4 ? d4 : (u4 ? q4 : (t4 ? (-d4) : (-q4)))
  const x4 = exponent(w4)
  const y4 = -x4
  const z4 = ldexp(w4, y4)
  const a5 = b4 - (d4 - c4)
  const b5 = o4 - (q4 - p4)
  const c5 = ldexp(v4 ? a5 : (u4 ? b5 : (t4 ? (-a5) : (-b5))), y4)
  const d5 = (z4 * z4) - ((productError(z4, z4) - (c5 * z4)) - (z4 * c5))
  return ldexp(d5 * 2, x4 + x4)
}

/**
 * snake = `x + sin(a * x) ^ 2 / a`, in doubles. History, sources and limits: the catalogue's entry.
 *
 * @example
 * snake(0.5) // 0.7298488470659301
 * snake.derivative(0.5) // 1.8414709848078965
 */
export const snake: PointwiseScalar = /*@__PURE__*/ carry((x: number, a = 1) => evaluate(x, a), { name: 'snake', kind: 'pointwise', formula: 'x + sin(a * x) ^ 2 / a', parameters: { a: 1 }, derivative: slope })
