/**
 * exp and what is made of it, in singles: u = n ln 2 + t by a magic addition whose low bits are the exponent, ln 2 in two parts of which the first
 * has 15 bits, so that its products are exact; (e^t - 1) / t by a polynomial of degree 5 (2^-26). A constant factor of u goes into the parts of
 * ln 2 and the coefficients. Coefficients: scripts/fast/fit.py. Errors, in units of 2^-24, are scripts/fast/check.mjs's worst and a margin: of u = x,
 * and of other factors and of arguments in doubles by samples of them. Over all singles (scripts/accuracy/proofs.json): sigmoid 2.481 ulp at
 * -0x1.0a2bd8p+4, sigmoid' 2.490 at 0x1.51741ap+1, tanh 2.606 at 0x1.ff61aep-5.
 */
import { siluZero } from '../elementary/exponential.ts'
import type { Id } from '../tape.ts'
import { type Argument, interval, inWide, magnitude } from './argument.ts'
import type { Single, SingleArithmetic } from './single.ts'

// (e^t - 1 - t) / t^2.
export const natural = [0.4999999701976776, 0.1666654348373413, 0.04166766256093979, 0.00836657453328371, 0.0013849415117874742]
// log(1 + t) / t on [0, 1], 2^-27.5.
export const logarithm = [
  1, -0.4999993145465851, 0.333304762840271, -0.24958251416683197, 0.19693799316883087, -0.15351097285747528, 0.1067373976111412,
  -0.05760112404823303, 0.02017270214855671, -0.0033117530401796103,
]

/** Beyond e^+-80 singles end soon. */
export const limit = 80
export const magic = 12582912 + 127
export const wideMagic = 6755399441055744 + 127

/** e^u = scale e^(k t). */
export interface Power {
  readonly t: Id
  readonly k: number
  readonly scale: Id
}

/** ln 2 / k in two parts, the first of 15 bits. */
export function parts(k: number): readonly [number, number] {
  const whole = Math.LN2 / k
  const unit = 2 ** (Math.ceil(Math.log2(Math.abs(whole))) - 15)
  const high = Math.round(whole / unit) * unit
  return [high, whole - high]
}

/** (e^(k t) - 1) / t. */
export const grown = (m: SingleArithmetic, t: Id, k: number): Id => m.horner(t, [k, ...natural.map((c, i) => c * k ** (i + 2))])

/** e^(k u). */
export function power(m: SingleArithmetic, u: Argument, k: number): Power {
  if (u.x === undefined) {
    const v = m.tape.binary('mul', u.wide!, m.wide(k * Math.LOG2E))
    const shifted = m.tape.binary('add', v, m.wide(wideMagic))
    const rest = m.tape.binary('sub', v, m.tape.binary('sub', shifted, m.wide(wideMagic)))
    return { t: m.demote(m.tape.binary('mul', rest, m.wide(Math.LN2))), k: 1, scale: m.tape.single('pow2low', shifted) }
  }
  const factor = k * u.scale
  const shifted = m.sum(m.product(u.x, m.literal(factor * Math.LOG2E)), m.literal(magic))
  const n = m.difference(shifted, m.literal(magic))
  const [high, low] = parts(factor)
  const t = m.difference(m.difference(u.x, m.product(n, m.literal(high))), m.product(n, m.literal(low)))
  return { t, k: factor, scale: m.tape.single('pow2low', shifted) }
}

/** scale + scale t (e^(k t) - 1) / t. */
export function raised(m: SingleArithmetic, { t, k, scale }: Power): Id {
  return m.sum(m.product(grown(m, t, k), m.product(t, scale)), scale)
}

/** scale (e^(k t) - 1) + (scale - 1), the linear term of e^(k t) apart. */
function raisedLessOne(m: SingleArithmetic, { t, k, scale }: Power): Id {
  const v = k === 1 ? t : m.product(t, m.literal(k))
  const line = m.product(v, scale)
  const bend = m.product(
    m.horner(
      t,
      natural.map((c, i) => c * k ** (i + 1)),
    ),
    t,
  )
  return m.sum(m.sum(m.product(bend, line), line), m.difference(scale, m.literal(1)))
}

/** scale and scale (e^(k t) - 1) as doubles. */
function promoted(m: SingleArithmetic, { t, k, scale }: Power): { readonly scale: Id; readonly risen: Id } {
  const wide = m.promote(scale)
  return { scale: wide, risen: m.tape.binary('mul', m.promote(m.product(grown(m, t, k), t)), wide) }
}

/** The reduction of an exact single itself loses least. */
const unscaled = (u: Argument): boolean => u.x !== undefined && Math.abs(u.scale) === 1

const positive = { quanta: 0, sign: 1 } as const

export function exp(m: SingleArithmetic, u: Argument): Single {
  return { h: raised(m, power(m, u, 1)), error: 2.2, ...positive, low: -116, high: 116, needs: interval(m, u, limit) }
}

export function expm1(m: SingleArithmetic, u: Argument): Single {
  const h = m.tape.binary('copysign', raisedLessOne(m, power(m, u, 1)), u.rounded())
  return { h, error: unscaled(u) ? 2.1 : 3.5, quanta: 0.5, sign: 0, low: -149, high: 116, needs: interval(m, u, limit) }
}

export function sigmoid(m: SingleArithmetic, u: Argument): Single {
  const p = power(m, u, -1)
  const known = { ...positive, low: 0, high: 116, needs: interval(m, u, limit) }
  if (!m.careful) return { ...m.constant(1), d: { h: m.sum(raised(m, p), m.literal(1)), error: unscaled(u) ? 2.1 : 2.6, ...known } }
  const { scale, risen } = promoted(m, p)
  const d = m.demote(m.tape.binary('add', m.tape.binary('add', scale, risen), m.wide(1)))
  return { ...m.constant(1), d: { h: d, error: 1.7, ...known } }
}

/** sigmoid(u) sigmoid(-u) = t / (1 + t (t + 2)), t = e^-|u|. */
export function density(m: SingleArithmetic, u: Argument): Single {
  const needs = interval(m, u, limit)
  const t = raised(m, power(m, magnitude(m, u), -1))
  const d = m.sum(m.product(t, m.sum(t, m.literal(2))), m.literal(1))
  return { h: m.quotient(t, d), error: 3.4, ...positive, low: -116, high: -2, needs }
}

/** m / (m + 2), m = e^2u - 1. */
export function tanh(m: SingleArithmetic, u: Argument): Single {
  const needs = interval(m, u, limit / 2)
  const grown = raisedLessOne(m, power(m, u, 2))
  const ratio = m.quotient(grown, m.sum(grown, m.literal(2)))
  return {
    h: m.tape.binary('copysign', ratio, u.rounded()),
    error: unscaled(u) ? 3.2 : 4.5,
    quanta: 0.5,
    sign: 0,
    low: -149,
    high: 0,
    needs,
  }
}

/** max(u, 0) + log(1 + t), t = e^-|u|. */
export function softplus(m: SingleArithmetic, u: Argument): Single {
  const needs = interval(m, u, limit)
  const t = raised(m, power(m, magnitude(m, u), -1))
  const h = m.sum(m.tape.binary('max', u.rounded(), m.literal(0)), m.product(t, m.horner(t, logarithm)))
  return { h, error: 3.8, ...positive, low: -117, high: 7, needs }
}

/** tanh(log(1 + e^u)) = n / (n + 1), n = w + w^2 / 2, w = e^u. */
export function tanhsoftplus(m: SingleArithmetic, u: Argument): Single {
  const known = { ...positive, low: -60, high: 0, needs: interval(m, u, limit / 2) }
  const p = power(m, u, 1)
  if (!m.careful) {
    const w = raised(m, p)
    const n = m.sum(m.product(m.product(w, m.literal(0.5)), w), w)
    return { h: m.quotient(n, m.sum(n, m.literal(1))), error: 4, ...known }
  }
  const { scale, risen } = promoted(m, p)
  const w = m.tape.binary('add', scale, risen)
  const n = m.tape.binary('mul', w, m.tape.binary('add', w, m.wide(2)))
  return { h: m.demote(m.tape.binary('div', n, m.tape.binary('add', n, m.wide(2)))), error: 2.2, ...known }
}

/**
 * The derivative of u sigmoid(u). On the left t w / (1 + t)^2 with t = e^-|u| and w = 1 + t - |u|; about the zero w = r + e (e^r - 1),
 * r = zero - |u|, e = zero - 1, without cancellation. On the right 1 minus that. Half a dozen roundings more than elsewhere: so only e^r is a
 * matter of singles.
 */
export function siluSlope(m: SingleArithmetic, u: Argument): Single {
  const slope = siluSlopeWide(m, inWide(m, u), r => {
    const { scale, risen } = promoted(m, power(m, { wide: r, scale: 1, rounded: u.rounded, needs: u.needs }, 1))
    return { raised: m.sum(risen, scale), risen: m.sum(risen, m.difference(scale, m.wide(1))) }
  })
  return { h: m.demote(slope), error: 2.1, quanta: 0, sign: 0, low: -116, high: 0.2, needs: interval(m, u, limit) }
}

/** The same of a double, given e^r and e^r - 1. */
export function siluSlopeWide(m: SingleArithmetic, x: Id, powers: (r: Id) => { readonly raised: Id; readonly risen: Id }): Id {
  const [one, e] = [m.wide(1), m.wide(siluZero.h - 1)]
  const r = m.difference(m.wide(siluZero.h), m.tape.unary('abs', x))
  const { raised, risen } = powers(r)
  const w = m.sum(m.product(risen, e), r)
  const t = m.product(raised, e)
  const s = m.sum(t, one)
  const left = m.quotient(m.product(t, w), m.product(s, s))
  return m.tape.select(m.tape.binary('lt', x, m.wide(0)), left, m.difference(one, left))
}
