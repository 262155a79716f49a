/**
 * Functions in mixed arithmetic. Reductions and last steps are doubles: of e^t - 1 = t + t^2 q only q is made of singles, of sin and cos only what
 * comes after r and 1 - r^2 / 2. Errors, in units of 2^-24, are scripts/fast/check.mjs's worst and a margin.
 */
import type { Expr, Op } from '../../ir/index.ts'
import * as mish from '../elementary/mish.ts'
import { halfPiHigh, phase } from '../elementary/trigonometric.ts'
import type { Expansion } from '../expansions.ts'
import type { Id } from '../tape.ts'
import { type Argument, interval, inWide } from './argument.ts'
import { limit, logarithm, natural, siluSlopeWide, wideMagic } from './exponential.ts'
import type { MixedArithmetic } from './mixed.ts'
import { type Single, union } from './single.ts'

/** e^v = s (1 + g). */
function power(m: MixedArithmetic, v: Id): { readonly s: Id; readonly g: Id } {
  const shifted = m.sum(m.product(v, m.wide(Math.LOG2E)), m.wide(wideMagic))
  const t = m.difference(v, m.product(m.difference(shifted, m.wide(wideMagic)), m.wide(Math.LN2)))
  const q = m.promote(m.horner(m.demote(t), natural))
  return { s: m.promote(m.tape.single('pow2low', shifted)), g: m.sum(m.product(m.product(t, t), q), t) }
}

/** e^v and e^v - 1. */
function powers(m: MixedArithmetic, v: Id): { readonly raised: Id; readonly risen: Id } {
  const { s, g } = power(m, v)
  const grown = m.product(s, g)
  return { raised: m.sum(grown, s), risen: m.sum(grown, m.difference(s, m.wide(1))) }
}
const raised = (m: MixedArithmetic, v: Id): Id => powers(m, v).raised
/** -0 of -0. */
const risen = (m: MixedArithmetic, v: Id): Id => m.tape.binary('copysign', powers(m, v).risen, v)

const more = (m: MixedArithmetic, v: Id, by: number): Id => m.sum(v, m.wide(by))
const times = (m: MixedArithmetic, v: Id, by: number): Id => m.product(v, m.wide(by))

type Facts = Pick<Single, 'error'> & Partial<Pick<Single, 'sign' | 'high' | 'd'>>

/** A function's value, which holds for |u| <= limit. */
function value(m: MixedArithmetic, u: Argument, h: Id, limit: number, { error, sign = 0, high = 0, d }: Facts): Single {
  return { h, error, quanta: 0, sign, low: 0, high, needs: interval(m, u, limit), ...(d ? { d } : {}) }
}

const raisedError = 0.3
const risenError = 0.6

function exp(m: MixedArithmetic, u: Argument): Single {
  return value(m, u, raised(m, inWide(m, u)), limit, { error: raisedError, sign: 1, high: 116 })
}

function expm1(m: MixedArithmetic, u: Argument): Single {
  return value(m, u, risen(m, inWide(m, u)), limit, { error: risenError, high: 116 })
}

/** w / (1 + w), w = e^u; of -u 1 / (1 + w), so that both share it. */
function sigmoid(m: MixedArithmetic, u: Argument, opposite: boolean): Single {
  const w = raised(m, inWide(m, u))
  const d = value(m, u, more(m, w, 1), limit, { error: raisedError, sign: 1, high: 116 })
  return opposite ? { ...m.constant(1), d } : value(m, u, w, limit, { error: raisedError, sign: 1, high: 116, d })
}

/** sigmoid(u) sigmoid(-u) = w / (1 + w)^2. */
export function density(m: MixedArithmetic, u: Argument): Single {
  const w = raised(m, inWide(m, u))
  const d = value(m, u, more(m, w, 1), limit, { error: raisedError, sign: 1, high: 116 })
  return value(m, u, w, limit, { error: raisedError, sign: 1, high: 116, d: m.mul(d, d) })
}

/** r / (r + 2), r = e^2u - 1. */
function tanh(m: MixedArithmetic, u: Argument): Single {
  const r = risen(m, times(m, inWide(m, u), 2))
  return value(m, u, m.quotient(r, more(m, r, 2)), limit / 2, { error: risenError })
}

// (v - tanh v) / v^3 in v^2 on [0, 1], 2^-23.9.
const shrink = [
  0.3333333134651184, -0.1333313137292862, 0.05393502861261368, -0.021660976111888885, 0.00822041928768158, -0.0025117050390690565,
  0.00042109255446121097,
]

/** u - tanh(u): (u (r + 2) - r) / (r + 2), below 1 a polynomial. */
function tanhshrink(m: MixedArithmetic, u: Argument): Single {
  const v = inWide(m, u)
  const r = risen(m, times(m, v, 2))
  const d = more(m, r, 2)
  const large = m.quotient(m.difference(m.product(v, d), r), d)
  const z = m.product(v, v)
  const small = m.product(m.product(v, z), m.promote(m.horner(m.demote(z), shrink)))
  const h = m.tape.select(m.tape.binary('lt', m.tape.unary('abs', v), m.wide(1)), small, large)
  return value(m, u, h, limit / 2, { error: 3, high: 6 })
}

/** max(u, 0) + log(1 + t), t = e^-|u|. */
function softplus(m: MixedArithmetic, u: Argument): Single {
  const v = inWide(m, u)
  const t = raised(m, m.tape.unary('neg', m.tape.unary('abs', v)))
  const log = m.product(t, m.promote(m.horner(m.demote(t), logarithm)))
  return value(m, u, m.sum(m.tape.binary('max', v, m.wide(0)), log), limit, { error: 2.5, sign: 1, high: 7 })
}

/** n / (n + 2), n = w (w + 2), w = e^u. */
function tanhsoftplus(m: MixedArithmetic, u: Argument): Single {
  const w = raised(m, inWide(m, u))
  const n = m.product(w, more(m, w, 2))
  return value(m, u, m.quotient(n, more(m, n, 2)), limit / 2, { error: 0.5, sign: 1 })
}

function siluSlope(m: MixedArithmetic, u: Argument): Single {
  return value(
    m,
    u,
    siluSlopeWide(m, inWide(m, u), r => powers(m, r)),
    limit,
    { error: 1.5, high: 1 },
  )
}

/** As in elementary/mish.ts. */
function mishSlope(m: MixedArithmetic, u: Argument): Single {
  const d = more(m, more(m, inWide(m, u), -mish.zero.h), -mish.zero.l)
  const { raised, risen } = powers(m, d)
  const [w, g] = [times(m, raised, mish.zeroExp), times(m, risen, mish.zeroExp)]
  const both = more(m, w, mish.zeroExp)
  const slope = more(m, m.difference(m.product(both, more(m, both, 4)), times(m, w, mish.zeroExp)), mish.zeroFactor)
  const n = m.sum(m.product(times(m, d, 4), more(m, w, 1)), m.product(g, slope))
  const below = more(m, m.product(w, more(m, w, 2)), 2)
  return value(m, u, m.quotient(m.product(w, n), m.product(below, below)), limit / 2, { error: 1, high: 1 })
}

// pi/2 less its first 33 bits.
const halfPiRest = 6.0771005065061922e-11
const sinSeries = [-1 / 6, 1 / 120, -1 / 5040, 1 / 362880]
const cosSeries = [1 / 24, -1 / 720, 1 / 40320, -1 / 3628800]

/** sin of u and a number of quarter turns: u is n quarters and r; next to a multiple of pi, u's own rounding in doubles would count in r. */
function turn(m: MixedArithmetic, u: Argument, quarters: number): Single {
  const v = inWide(m, u)
  const n = m.tape.unary('nearest', more(m, times(m, v, 2 / Math.PI), quarters))
  const back = m.difference(m.wide(quarters), n)
  const r = m.sum(m.sum(v, times(m, back, halfPiHigh)), times(m, back, halfPiRest))
  const z = m.product(r, r)
  const single = m.demote(z)
  const sin = m.sum(m.product(m.product(r, z), m.promote(m.horner(single, sinSeries))), r)
  const cos = m.sum(m.product(m.product(z, z), m.promote(m.horner(single, cosSeries))), more(m, times(m, z, -0.5), 1))
  const half = (a: Id): Id => m.tape.unary('floor', times(m, a, 0.5))
  const odd = (a: Id): Id => m.difference(a, times(m, half(a), 2))
  const size = m.tape.select(m.tape.binary('lt', m.wide(0), odd(n)), cos, sin)
  const h = m.product(size, more(m, times(m, odd(half(n)), -2), 1))
  const clear = m.tape.binary('le', m.literal(2 ** -14), m.tape.unary('abs', m.demote(h)))
  const needs = new Set([m.tape.binary('or', clear, m.within(m.demote(v), 0.5))])
  const sine = value(m, u, quarters === 0 ? m.tape.select(m.tape.binary('eq', v, m.wide(0)), v, h) : h, 512, { error: 0.25 })
  return { ...sine, needs: union(sine.needs, needs) }
}

type At = (e: Expr) => Argument

/** sin or cos: of a phase a number of quarter turns more. */
function turned(m: MixedArithmetic, e: Expr, at: At, more: number): Single {
  const { of, quarters } = phase(e)
  return turn(m, at(of), quarters + more)
}

const functions: Readonly<Partial<Record<Op, (m: MixedArithmetic, e: Expr, at: At) => Single>>> = {
  exp: (m, e, at) => exp(m, at(e)),
  expm1: (m, e, at) => expm1(m, at(e)),
  sigmoid: (m, e, at) => (e.op === 'neg' ? sigmoid(m, at(e.args[0]), true) : sigmoid(m, at(e), false)),
  tanh: (m, e, at) => tanh(m, at(e)),
  tanhshrink: (m, e, at) => tanhshrink(m, at(e)),
  softplus: (m, e, at) => softplus(m, at(e)),
  tanhsoftplus: (m, e, at) => tanhsoftplus(m, at(e)),
  silu_slope: (m, e, at) => siluSlope(m, at(e)),
  mish_slope: (m, e, at) => mishSlope(m, at(e)),
  sin: (m, e, at) => turned(m, e, at, 0),
  cos: (m, e, at) => turned(m, e, at, 1),
}

/** op(e), where it has a form here; `at` makes an argument of e. */
export const inMixed = (m: MixedArithmetic, op: Op, e: Expr, at: At): Single | undefined => functions[op]?.(m, e, at)

/** Farther from the zero the formula itself is good enough, and so many coefficients reach 2^-27. */
const near = { radius: 1 / 8, terms: 6 }

/** The value, or its expansion about the zero. */
export function expanded(m: MixedArithmetic, { zero, first, rest }: Expansion, x: Id, otherwise: Single): Single {
  const d = m.difference(m.difference(x, m.wide(zero.h)), m.wide(zero.l))
  const tail = m.promote(m.horner(m.demote(d), rest.slice(0, near.terms)))
  const h = m.product(d, m.sum(m.product(d, tail), m.wide(first.h)))
  const inside = m.tape.binary('lt', m.tape.unary('abs', d), m.wide(near.radius))
  return m.select(inside, new Set(), { ...m.constant(0), h, error: 1, sign: 0, high: 1 }, otherwise)
}
