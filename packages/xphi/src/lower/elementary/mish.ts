/**
 * The derivative of mish, x tanh(softplus(x)): w n / (w^2 + 2w + 2)^2 with w = e^x and n = 4(x + 1) + w(4x + 6) + 4w^2 + w^3 (Misra 2019), which is 0
 * at z = -1.19243.
 *
 * plain: about the zero, where n is the difference of itself at x and at z: 4d(1 + w) + g(4z + 6 + 4(w + v) + w^2 + w v + v^2), d = x - z, v = e^z,
 * g = w - v = v(e^d - 1), whose terms have one sign.
 * precise: on the right by powers of 1/w; next to the zero its expansion takes over (zeros.ts).
 *
 * f32 results over all singles (scripts/accuracy/proofs.json): .50000 ulp, 1 misrounded.
 */
import { far } from '../../number/extend.ts'
import { expWeight, type Real, type RealArithmetic } from '../real.ts'
import { exp, lostIn, ratio } from './exponential.ts'

export const zero = { h: -1.1924312145154952, l: -4.8484829848031044e-17 }
export const zeroExp = 0.3034825352815289
export const zeroFactor = 1.2302751419380191

export function mishSlope(m: RealArithmetic, a: Real): Real {
  return m.precise ? precisely(m, m.settle(a)) : plainly(m, m.settle(a))
}

/** Times the fourth power of e^d's denominator, so that it divides once. */
function plainly(m: RealArithmetic, u: Real): Real {
  const x = m.clamp(u, -310, 60).h
  const lost = lostIn(m, u, x)
  const d = m.sum(m.difference(x, m.literal(zero.h)), m.difference(lost, m.literal(zero.l)))
  const { even, odd, s } = ratio(m, { h: d })
  const [one, v, four] = [m.literal(1), m.literal(zeroExp), m.literal(4)]
  const q = m.difference(even, odd)
  const w = m.product(m.sum(even, odd), m.product(s, v))
  const g = m.product(v, m.sum(m.product(m.difference(s, one), even), m.product(m.sum(s, one), odd)))
  const vq = m.product(v, q)
  const square = m.product(q, q)
  const both = m.sum(w, vq)
  // 4z + 6 + 4(w + v) + (w + v)^2 - w v
  const slope = m.sum(
    m.product(m.literal(zeroFactor), square),
    m.difference(m.product(both, m.sum(m.product(four, q), both)), m.product(w, vq)),
  )
  const n = m.sum(m.product(m.product(m.product(four, d), m.sum(q, w)), square), m.product(g, slope))
  const two = m.literal(2)
  const below = m.sum(m.product(w, m.sum(w, m.product(two, q))), m.product(two, square))
  return { h: m.product(w, n), d: m.product(below, below), weight: expWeight }
}

function precisely(m: RealArithmetic, u: Real): Real {
  const negative = m.tape.binary('lt', u.h, m.literal(0))
  const x = m.clamp(u, -far, far)
  const four = m.constant(4)
  const [fourX, e] = [m.mul(four, x), exp(m, m.neg(m.abs(u)))]
  const t = m.settle(e)
  const [outer, inner] = [m.add(fourX, four), m.add(fourX, m.constant(6))]
  const pick = (p: Real, q: Real): Real => m.select(negative, p, q)
  const [one, two] = [m.constant(1), m.constant(2)]
  const ends = [pick(outer, one), pick(inner, four), pick(four, inner), pick(one, outer)]
  const n = ends.reduceRight((sum, c) => m.add(m.mul(sum, t), c))
  // w^2 + 2w + 2, or 1 + 2t + 2t^2.
  const below = m.add(m.mul(m.add(m.mul(pick(one, two), t), two), t), pick(two, one))
  return m.div(m.mul(m.select(negative, e, one), n), m.mul(below, below))
}
