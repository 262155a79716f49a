/**
 * exp and what is made of it, in singles: u = n ln 2 + t by a magic addition whose low bits are the exponent, ln 2 in two parts of which the first
 * has 15 bits, so that its products are exact; (e^t - 1) / t by a polynomial of degree 5 (2^-26). A constant factor of u goes into the parts of
 * ln 2 and the coefficients. Coefficients: scripts/fast/fit.py. Errors, in units of 2^-24: scripts/fast/check.mjs, all inputs.
 */
import type { Id } from '../tape.ts'
import { type Argument, interval, magnitude } from './argument.ts'
import type { Single, SingleArithmetic } from './single.ts'

// (e^t - 1 - t) / t^2 and (2^t - 1) / t.
const natural = [0.4999999701976776, 0.1666654348373413, 0.04166766256093979, 0.00836657453328371, 0.0013849415117874742]
const binary = [
  0.6931471824645996, 0.24022649228572845, 0.055503662675619125, 0.009618321433663368, 0.001338791917078197, 0.00015377647650893778,
]
// log(1 + t) / t on [0, 1], 2^-27.5.
const logarithm = [
  1, -0.4999993145465851, 0.333304762840271, -0.24958251416683197, 0.19693799316883087, -0.15351097285747528, 0.1067373976111412,
  -0.05760112404823303, 0.02017270214855671, -0.0033117530401796103,
]

/** Beyond e^+-80 singles end soon. */
export const limit = 80
const magic = 12582912 + 127
const wideMagic = 6755399441055744 + 127

/** e^u = scale (1 + t q). */
export interface Power {
  readonly t: Id
  readonly q: Id
  readonly scale: Id
}

/** ln 2 / k in two parts, the first of 15 bits. */
export function parts(k: number): readonly [number, number] {
  const whole = Math.LN2 / k
  const unit = 2 ** (Math.ceil(Math.log2(Math.abs(whole))) - 15)
  const high = Math.round(whole / unit) * unit
  return [high, whole - high]
}

/** (e^(k t) - 1) / t: its coefficients. */
export const grown = (k: number): readonly number[] => [k, ...natural.map((c, i) => c * k ** (i + 2))]

/** e^(k u). */
export function power(m: SingleArithmetic, u: Argument, k: number): Power {
  if (u.x === undefined) {
    const v = m.tape.binary('mul', u.wide!, m.tape.wideConstant(k * Math.LOG2E))
    const shifted = m.tape.binary('add', v, m.tape.wideConstant(wideMagic))
    const n = m.tape.binary('sub', shifted, m.tape.wideConstant(wideMagic))
    const t = m.tape.single('demote', m.tape.binary('sub', v, n))
    return { t, q: m.horner(t, binary), scale: m.tape.single('pow2low', shifted) }
  }
  const factor = k * u.scale
  const shifted = m.sum(m.product(u.x, m.literal(factor * Math.LOG2E)), m.literal(magic))
  const n = m.difference(shifted, m.literal(magic))
  const [high, low] = parts(factor)
  const t = m.difference(m.difference(u.x, m.product(n, m.literal(high))), m.product(n, m.literal(low)))
  return { t, q: m.horner(t, grown(factor)), scale: m.tape.single('pow2low', shifted) }
}

/** scale + scale t q. */
export function raised(m: SingleArithmetic, p: Power): Id {
  return m.sum(m.product(p.q, m.product(p.t, p.scale)), p.scale)
}

/** e^(k u) - 1. */
function raisedLessOne(m: SingleArithmetic, p: Power): Id {
  return m.sum(m.product(m.product(p.q, p.t), p.scale), m.difference(p.scale, m.literal(1)))
}

const positive = { quanta: 0, sign: 1 } as const

export function exp(m: SingleArithmetic, u: Argument): Single {
  return { h: raised(m, power(m, u, 1)), error: 1.9, ...positive, low: -116, high: 116, needs: interval(m, u, limit) }
}

export function expm1(m: SingleArithmetic, u: Argument): Single {
  const h = m.tape.binary('copysign', raisedLessOne(m, power(m, u, 1)), u.rounded())
  return { h, error: 3.3, quanta: 0.5, sign: 0, low: -149, high: 116, needs: interval(m, u, limit) }
}

export function sigmoid(m: SingleArithmetic, u: Argument): Single {
  const d = m.sum(raised(m, power(m, u, -1)), m.literal(1))
  const below: Single = { h: d, error: 2.4, ...positive, low: 0, high: 116, needs: interval(m, u, limit) }
  return { ...m.constant(1), d: below }
}

/** sigmoid(u) sigmoid(-u) = t / (1 + t (t + 2)), t = e^-|u|. */
export function density(m: SingleArithmetic, u: Argument): Single {
  const needs = interval(m, u, limit)
  const t = raised(m, power(m, magnitude(m, u), -1))
  const d = m.sum(m.product(t, m.sum(t, m.literal(2))), m.literal(1))
  return { h: m.quotient(t, d), error: 3.2, ...positive, low: -116, high: -2, needs }
}

/** m / (m + 2), m = e^2u - 1. */
export function tanh(m: SingleArithmetic, u: Argument): Single {
  const needs = interval(m, u, limit / 2)
  const grown = raisedLessOne(m, power(m, u, 2))
  const ratio = m.quotient(grown, m.sum(grown, m.literal(2)))
  return { h: m.tape.binary('copysign', ratio, u.rounded()), error: 4.5, quanta: 0.5, sign: 0, low: -149, high: 0, needs }
}

/** max(u, 0) + log(1 + t), t = e^-|u|. */
export function softplus(m: SingleArithmetic, u: Argument): Single {
  const needs = interval(m, u, limit)
  const t = raised(m, power(m, magnitude(m, u), -1))
  const h = m.sum(m.tape.binary('max', u.rounded(), m.literal(0)), m.product(t, m.horner(t, logarithm)))
  return { h, error: 3.7, ...positive, low: -117, high: 7, needs }
}

/** tanh(log(1 + e^u)) = n / (n + 1), n = w + w^2 / 2, w = e^u. */
export function tanhsoftplus(m: SingleArithmetic, u: Argument): Single {
  const w = raised(m, power(m, u, 1))
  const n = m.sum(m.product(m.product(w, m.literal(0.5)), w), w)
  const ratio = m.quotient(n, m.sum(n, m.literal(1)))
  return { h: ratio, error: 4, ...positive, low: -60, high: 0, needs: interval(m, u, limit / 2) }
}

// The zero of silu's derivative.
const zero = 1.2784645427610737

/**
 * The derivative of u sigmoid(u). On the left t w / (1 + t)^2 with t = e^-|u| and w = 1 + t - |u|; about the zero w = r + e (e^r - 1),
 * r = zero - |u|, e = zero - 1, without cancellation. On the right 1 minus that. Half a dozen roundings more than elsewhere: so only e^r is a
 * matter of singles.
 */
export function siluSlope(m: SingleArithmetic, u: Argument): Single {
  const wide = (op: 'add' | 'sub' | 'mul' | 'div', a: Id, b: Id): Id => m.tape.binary(op, a, b)
  const literal = (value: number): Id => m.tape.wideConstant(value)
  const promoted = (a: Id): Id => m.tape.single('promote', a)
  const x = u.wide ?? wide('mul', promoted(u.x!), literal(u.scale))
  const r = wide('sub', literal(zero), m.tape.unary('abs', x))
  const p = power(m, { wide: r, scale: 1, rounded: u.rounded, needs: u.needs }, 1)
  const scale = promoted(p.scale)
  const risen = wide('mul', promoted(m.product(p.q, p.t)), scale)
  const e = literal(zero - 1)
  const w = wide('add', wide('mul', wide('add', risen, wide('sub', scale, literal(1))), e), r)
  const t = wide('mul', wide('add', risen, scale), e)
  const s = wide('add', t, literal(1))
  const left = wide('div', wide('mul', t, w), wide('mul', s, s))
  const slope = m.tape.select(m.tape.binary('lt', x, literal(0)), left, wide('sub', literal(1), left))
  return { h: m.tape.single('demote', slope), error: 1.9, quanta: 0, sign: 0, low: -116, high: 0.2, needs: interval(m, u, limit) }
}
