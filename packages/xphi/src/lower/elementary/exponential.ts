/**
 * exp and what is made of it.
 *
 * plain: e^u = 2^k N / D with N, D = P(r) +- r Q(r), the [5/5] Pade form, |r| <= ln 2 / 2: relative error 2^-50.
 * precise: e^u = 2^k 2^(j/128) (1 + p(r)), |r| <= ln 2 / 256, ln 2 / 128 in three parts, r and its cross term kept in two doubles:
 * relative error about 2^-64 (research: worst exp .504 ulp).
 *
 * f32 results over all singles (scripts/accuracy/proofs.json): sigmoid .50000 ulp, 7 misrounded, silu' .50000001 at -0x1.cbp-17, 122 misrounded; those of
 * elu, tanh, tanh' and silu are all rounded correctly.
 */
import { far } from '../../number/extend.ts'
import type { Id } from '../tape.ts'
import { expWeight, type Real, type RealArithmetic } from '../real.ts'

// ln 2 / 128: two parts of 33 bits, so that multiples of them are exact, and the rest.
const stepHigh = 0.005415212347998022
const stepMiddle = 1.2655086083012853e-13
const stepLow = 3.1258479278239995e-24
const perStep = 184.6649652337873

// ln 2 in two parts, the first of 33 bits.
const ln2High = 0.6931471803691238
const ln2Low = 1.9082149292705877e-10

/** N, D and s = 2^k of e^u = s N / D (plain). */
export function ratio(m: RealArithmetic, u: Real): { readonly even: Id; readonly odd: Id; readonly s: Id } {
  const x = m.clamp(u, -330, 330).h
  const k = m.tape.unary('nearest', m.product(x, m.literal(1.4426950408889634)))
  const r = m.difference(m.difference(x, m.product(k, m.literal(ln2High))), m.product(k, m.literal(ln2Low)))
  const z = m.product(r, r)
  const even = m.horner(z, [1008, 112, 1])
  const odd = m.product(r, m.horner(z, [504, 14, 1 / 30]))
  return { even, odd, s: m.tape.unary('pow2', k) }
}

/** e^u as r + z with the index j of 2^(j/128) and k of 2^k (precise). */
function reduced(m: RealArithmetic, u: Real) {
  const a = m.clamp(u, -2900, 1500)
  const f = m.tape.unary('nearest', m.product(a.h, m.literal(perStep)))
  const first = m.difference(a.h, m.product(f, m.literal(stepHigh)))
  const second = m.tape.unary('neg', m.product(f, m.literal(stepMiddle)))
  const r = m.sum(first, second)
  const b = m.difference(r, first)
  let rest = m.sum(m.difference(first, m.difference(r, b)), m.difference(second, b))
  rest = m.difference(rest, m.product(f, m.literal(stepLow)))
  if (a.l !== undefined) rest = m.sum(rest, a.l)
  const tail = m.product(m.product(r, r), m.horner(r, [1 / 2, 1 / 6, 1 / 24, 1 / 120, 1 / 720]))
  // The cross term rest * r: dropping it costs 1.5 ulp.
  const z = m.sum(m.sum(rest, m.product(rest, r)), tail)
  const k = m.tape.unary('floor', m.product(f, m.literal(1 / 128)))
  const j = m.difference(f, m.product(k, m.literal(128)))
  return { f, j, k, p: m.renormal(r, z) }
}

export function exp(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  if (!m.precise) {
    const { even, odd, s } = ratio(m, u)
    // Nothing below e^-330, so that a tail stays 0 whatever power multiplies it.
    const h = m.tape.select(m.tape.binary('lt', u.h, m.literal(-330)), m.literal(0), m.product(m.sum(even, odd), s))
    return { h, d: m.difference(even, odd), weight: expWeight }
  }
  const { j, k, p } = reduced(m, u)
  const t = { h: m.tape.table('exp2', j), l: m.tape.table('exp2', m.sum(j, m.literal(128))) }
  // t + t p, with the large term first.
  const product = m.mul(t, p)
  const h = m.sum(t.h, product.h)
  const low = m.sum(m.difference(product.h, m.difference(h, t.h)), m.sum(t.l, product.l!))
  return m.renormal(h, low, k)
}

export function expm1(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  if (!m.precise) {
    const { even, odd, s } = ratio(m, u)
    // s (P + Q) - (P - Q) = (s - 1) P + (s + 1) Q.
    const h = m.sum(m.product(m.difference(s, m.literal(1)), even), m.product(m.sum(s, m.literal(1)), odd))
    return { h: m.tape.binary('copysign', h, u.h), d: m.difference(even, odd), weight: expWeight }
  }
  const whole = m.sub(m.settle(exp(m, u)), m.constant(1))
  const { f, p } = reduced(m, u)
  return m.signed(m.select(m.tape.binary('eq', f, m.literal(0)), p, whole), u.h)
}

export function sigmoid(m: RealArithmetic, a: Real): Real {
  const one = m.constant(1)
  if (!m.precise) {
    const e = exp(m, a)
    return m.div(e, m.add(e, one))
  }
  const u = m.settle(a)
  const negative = m.tape.binary('lt', u.h, m.literal(0))
  const e = exp(m, m.neg(m.abs(u)))
  const q = m.div(e, m.add(one, m.settle(e)))
  return m.select(negative, q, m.sub(one, m.settle(q)))
}

/** m / (m + 2), m = e^2x - 1. */
export function tanh(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  const grown = expm1(m, m.mul(m.precise ? m.clamp(u, -22, 22) : m.clamp(u, -160, 160), m.constant(2)))
  return m.signed(m.div(grown, m.add(grown, m.constant(2))), u.h)
}

/**
 * tanh(log(1 + e^x)) = n / (n + 2), n = e^x (e^x + 2). Precise: by t = e^-|x|, so that nothing overflows, and t alone in the tail.
 */
export function tanhsoftplus(m: RealArithmetic, a: Real): Real {
  const two = m.constant(2)
  if (!m.precise) {
    // Beyond 60 it is 1, and e^120 x stays finite; below, n is about 2 e^x.
    const e = exp(m, m.clamp(a, -2 * expWeight, 60))
    const n = { ...m.mul(e, m.add(e, two)), weight: expWeight }
    return m.div(n, m.add(n, two))
  }
  const u = m.settle(a)
  const negative = m.tape.binary('lt', u.h, m.literal(0))
  const e = exp(m, m.neg(m.abs(u)))
  const t = m.settle(e)
  const square = m.mul(t, t)
  const double = m.mul(two, t)
  const n = m.add(double, m.select(negative, square, m.constant(1)))
  const q = m.div(n, m.add(n, m.mul(two, m.select(negative, m.constant(1), square))))
  return m.select(m.tape.binary('lt', u.h, m.literal(-50)), e, q)
}

/** What an argument lost in rounding, where x is not the limit that it was clamped to: it counts next to a zero. */
export const lostIn = (m: RealArithmetic, u: Real, x: Id): Id =>
  u.l === undefined ? m.literal(0) : m.tape.select(m.tape.binary('eq', x, u.h), u.l, m.literal(0))

// The zero of silu's derivative at -a; e^-a = a - 1 there.
export const siluZero = { h: 1.2784645427610737, l: 1.0946994183093437e-16 }
const siluZeroExp = 0.2784645427610738

/** sigmoid(x) + x sigmoid(x) sigmoid(-x). */
export function siluSlope(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  if (!m.precise) {
    // e^x = c e^t about the zero, t = x + zero; the numerator x + 1 + e^x = t + c (e^t - 1) vanishes with t, without cancellation.
    const x = m.clamp(u, -310, 310).h
    const lost = lostIn(m, u, x)
    const t = m.sum(m.sum(x, m.literal(siluZero.h)), m.sum(lost, m.literal(siluZero.l)))
    const { even, odd, s } = ratio(m, { h: t })
    const c = m.literal(siluZeroExp)
    const d = m.difference(even, odd)
    const b = m.product(m.sum(even, odd), m.product(s, c))
    const whole = m.sum(d, b)
    const one = m.literal(1)
    const grown = m.sum(m.product(m.difference(s, one), even), m.product(m.sum(s, one), odd))
    const n = m.sum(m.product(t, d), m.product(c, grown))
    // b n / whole^2, divided once first so that e^2x does not overflow.
    return { h: m.product(m.tape.binary('div', b, whole), n), d: whole, weight: expWeight }
  }
  const zero = m.literal(0)
  const negative = m.tape.binary('lt', u.h, zero)
  const magnitude = m.abs(u)
  const e = exp(m, m.neg(magnitude))
  const t = m.settle(e)
  const d = m.add(m.constant(1), t)
  const q = m.div(e, d)
  const w = m.div(m.add(m.sub(m.constant(1), m.clamp(magnitude, 0, far)), t), d)
  const low = m.mul(q, w)
  return m.select(negative, low, m.sub(m.constant(1), m.settle(low)))
}
