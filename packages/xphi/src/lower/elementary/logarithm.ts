/**
 * log, log1p, softplus: x = m 2^e with m in [sqrt 1/2, sqrt 2], log m = 2 atanh(s), s = (m - 1) / (m + 1), as a series in s^2 <= .0295
 * whose leading term alone needs the precise arithmetic. f32 results over all singles (scripts/accuracy/proofs.json): softplus and log_sigmoid are all
 * rounded correctly.
 */
import type { Id } from '../tape.ts'
import type { Real, RealArithmetic } from '../real.ts'
import { exp, tanh } from './exponential.ts'

const ln2 = { h: 0.6931471805599453, l: 2.3190468138462996e-17 }
const sqrt2 = 1.4142135623730951

/** 2 atanh(s): 2 s + 2 s (s^2/3 + s^4/5 + ...), with terms enough for s^2 up to `bound`. */
function twiceAtanh(m: RealArithmetic, s: Real, bound: number): Real {
  const coefficients: number[] = []
  for (let n = 1, power = bound; power / (2 * n + 1) > 2 ** -58; n++, power *= bound) coefficients.push(1 / (2 * n + 1))
  const whole = m.settle(s)
  const z = m.product(whole.h, whole.h)
  const tail = m.product(m.product(whole.h, z), m.horner(z, coefficients))
  const double = m.mul(m.constant(2), whole)
  return m.add(double, { h: m.product(m.literal(2), tail) })
}

/** The exponent e and m = x 2^-e of a positive x, m in [sqrt 1/2, sqrt 2]. */
function split(m: RealArithmetic, x: Real): { readonly e: Id; readonly mantissa: Real } {
  const tiny = m.tape.binary('lt', x.h, m.literal(2 ** -1000))
  const by = m.tape.select(tiny, m.literal(2 ** 100), m.literal(1))
  const normal = { h: m.product(x.h, by), ...(x.l === undefined ? {} : { l: m.product(x.l, by) }) }
  const floor = m.tape.unary('exponent', normal.h)
  const scaled = (v: Id): Id => m.scale(v, m.tape.unary('neg', floor))
  const big = m.tape.binary('lt', m.literal(sqrt2), scaled(normal.h))
  const half = m.tape.select(big, m.literal(0.5), m.literal(1))
  const e = m.sum(m.sum(floor, m.tape.select(big, m.literal(1), m.literal(0))), m.tape.select(tiny, m.literal(-100), m.literal(0)))
  const mantissa = { h: m.product(scaled(normal.h), half), ...(normal.l === undefined ? {} : { l: m.product(scaled(normal.l), half) }) }
  return { e, mantissa }
}

const timesLn2 = (m: RealArithmetic, e: Id): Real => m.mul({ h: e }, m.constant(ln2.h, ln2.l))

export function log(m: RealArithmetic, a: Real): Real {
  const x = m.settle(a)
  const { e, mantissa } = split(m, x)
  const one = m.constant(1)
  const s = m.div(m.sub(mantissa, one), m.add(mantissa, one))
  const value = m.add(timesLn2(m, e), twiceAtanh(m, s, 0.0295))
  return edges(m, x.h, value)
}

/** log 0 = -Infinity, log Infinity = Infinity, log of a negative = NaN. */
function edges(m: RealArithmetic, x: Id, value: Real): Real {
  const at = (condition: Id, special: number, other: Real): Real => m.select(condition, m.constant(special), other)
  const infinite = m.tape.binary('eq', x, m.literal(Number.POSITIVE_INFINITY))
  const zero = m.tape.binary('eq', x, m.literal(0))
  return at(
    m.tape.binary('lt', x, m.literal(0)),
    Number.NaN,
    at(zero, Number.NEGATIVE_INFINITY, at(infinite, Number.POSITIVE_INFINITY, value)),
  )
}

export function log1p(m: RealArithmetic, a: Real): Real {
  const t = m.settle(a)
  const one = m.constant(1)
  const v = m.add(one, t)
  const { e, mantissa } = split(m, v)
  // Where 1 + t keeps exponent 0, m - 1 is t itself, and keeps its relative accuracy.
  const small = m.tape.binary('and', m.tape.binary('lt', m.literal(-0.29), t.h), m.tape.binary('lt', t.h, m.literal(0.41)))
  const numerator = m.select(small, t, m.sub(mantissa, one))
  const denominator = m.select(small, m.add(m.constant(2), t), m.add(mantissa, one))
  const whole = m.select(small, m.constant(0), timesLn2(m, e))
  const value = m.add(whole, twiceAtanh(m, m.div(numerator, denominator), 0.0295))
  return m.signed(edges(m, v.h, value), t.h)
}

/** max(x, 0) + log(1 + e^-|x|), the logarithm as 2 atanh(t / (2 + t)). */
export function softplus(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  const e = exp(m, m.neg(m.abs(u)))
  const t = m.precise ? m.settle(e) : e
  const log = twiceAtanh(m, m.div(t, m.add(t, m.constant(2))), 1 / 9)
  const positive = m.tape.binary('lt', m.literal(0), u.h)
  const value = m.add(m.select(positive, u, m.constant(0)), log)
  // In the tail e^x alone, its power of two held back.
  return m.precise ? m.select(m.tape.binary('lt', u.h, m.literal(-50)), e, value) : value
}

// tanh x = x - x^3 / 3 + 2 x^5 / 15 - ...
const tanhSeries = [
  2 / 15,
  -17 / 315,
  62 / 2835,
  -1382 / 155925,
  21844 / 6081075,
  -929569 / 638512875,
  6404582 / 10854718875,
  -443861162 / 1856156927625,
  18888466084 / 194896477400625,
  -113927491862 / 2900518163668125,
]

/** x - tanh x: by the series below 1/4, where the difference would cancel. */
export function tanhshrink(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  const small = m.tape.binary('lt', m.tape.unary('abs', u.h), m.literal(0.25))
  const z = m.mul(u, u)
  const tail = m.tape.unary('neg', m.product(z.h, m.horner(z.h, tanhSeries)))
  const third = m.precise
    ? m.renormal(m.literal(1 / 3), m.sum(m.literal(1.850371707708594e-17), tail))
    : { h: m.sum(m.literal(1 / 3), tail) }
  const cube = m.mul(m.mul(m.wild(u), z), third)
  return m.signed(m.select(small, cube, m.sub(u, m.settle(tanh(m, u)))), u.h)
}
