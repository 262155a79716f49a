/**
 * The normal distribution: the tail is E R with E = exp(-a^2/2) and R(a) the Mills ratio over sqrt(2 pi), so that it keeps its relative accuracy
 * down to the smallest numbers. plain: R as a rational of degree 6/6 with R(0) = 1/2 (2^-35, scripts/accuracy/mills.py). precise: R from a table of Taylor
 * rows (research: worst gelu .57 ulp in f64).
 *
 * f32 results over all singles (scripts/accuracy/proofs.json): gelu .500473 ulp at -0x1.2070f4p+2, 35,515 misrounded; gelu' .500595 at -0x1.a5e5b6p+3, 42,544
 * misrounded.
 */
import { far } from '../../number/extend.ts'
import { gaussian, millsRow } from '../../number/tables.ts'
import type { Id } from '../tape.ts'
import type { Real, RealArithmetic } from '../real.ts'
import { exp } from './exponential.ts'

const numerator = [
  0.5, 0.489302725574789, 0.23484233968092966, 0.06479330255286377, 0.010212349668490708, 0.0007455370976819259, 1.1417957198173582e-10,
]
const denominator = [
  1, 1.7764900100914127, 1.3871186679278253, 0.6140634329461444, 0.16429599126318536, 0.025597846867818737, 0.001868805734070488,
]
// The zero of gelu's derivative at -a, and K(a) of gelu'(-a) = E K (zero - a), of degree 6/5 with K(0) = 1 / (2 zero) (2^-34.7).
export const geluZero = 0.7517915246935645
const slopeNumerator = [
  0.6650779951314343, 0.8396037527701719, 0.48567727095127383, 0.15499845655381053, 0.027245161832244253, 0.0021340235359279354,
  1.4109782786484026e-10,
]
const slopeDenominator = [1, 1.5280271043336737, 0.9894270361346683, 0.34254386925489694, 0.0642712639787754, 0.0053492277196498]

const half = (m: RealArithmetic): Real => m.constant(-0.5)

/** exp(-a^2 / 2). */
function density(m: RealArithmetic, a: Real): Real {
  // e^-2900 times any three doubles is 0.
  const u = m.clamp(a, -77, 77)
  return exp(m, m.mul(half(m), m.mul(u, u)))
}

/** The row of the Mills table at an offset: value in two parts, then the polynomial in d. */
function row(m: RealArithmetic, at: Id, d: Id): Real {
  const element = (n: number): Id => m.tape.table('mills', m.sum(at, m.literal(n)))
  let v = element(millsRow - 1)
  for (let n = millsRow - 2; n > 1; n--) v = m.sum(m.product(v, d), element(n))
  return m.renormal(element(0), m.sum(element(1), m.product(d, v)))
}

function mills(m: RealArithmetic, magnitude: Real): Real {
  const a = m.clamp(magnitude, 0, 71.9)
  // Cells a unit: 8, 4, 2, 1, and the first cell of each stretch.
  const pick = (far: Id, ...nearer: readonly number[]): Id =>
    nearer.reduceRight<Id>(
      (rest, value, i) => m.tape.select(m.tape.binary('lt', a.h, m.literal([4, 8, 16, 32][i])), m.literal(value), rest),
      far,
    )
  const perUnit = pick(m.literal(0.5), 8, 4, 2, 1)
  const first = pick(m.literal(64), 0, 16, 32, 48)
  const j = m.tape.unary('floor', m.product(a.h, perUnit))
  const centre = m.tape.binary('div', m.sum(j, m.literal(0.5)), perUnit)
  let d = m.difference(a.h, centre)
  if (a.l !== undefined) d = m.sum(d, a.l)
  return row(m, m.product(m.sum(j, first), m.literal(millsRow)), d)
}

/** The normal tail at a >= 0: E R. */
function tail(m: RealArithmetic, a: Real): Real {
  if (m.precise) return m.mul(density(m, a), mills(m, a))
  const c = m.clamp(a, 0, 25)
  const r: Real = { h: m.horner(c.h, numerator), d: m.horner(c.h, denominator), weight: 0 }
  return m.mul(density(m, c), r)
}

export function normcdf(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  const q = tail(m, m.abs(u))
  const negative = m.tape.binary('lt', u.h, m.literal(0))
  return m.select(negative, q, m.sub(m.constant(1), m.precise ? m.settle(q) : q))
}

export function normpdf(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  return m.mul(m.constant(gaussian.h, gaussian.l), density(m, m.precise ? u : m.clamp(u, -25, 25)))
}

const sqrt2 = { h: 1.4142135623730951, l: -9.667293313452913e-17 }
const twoOverRootPi = { h: 1.1283791670955126, l: 1.533545961316588e-17 }

export function erfc(m: RealArithmetic, a: Real): Real {
  const u = m.mul(m.settle(a), m.constant(sqrt2.h, sqrt2.l))
  return m.mul(m.constant(2), normcdf(m, m.neg(u)))
}

/** By the series 2/sqrt(pi) (x - x^3/3 + x^5/10 - ...) below 1/2, else 1 - erfc. */
export function erf(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  const magnitude = m.abs(u)
  const series: number[] = []
  for (let n = 1, factorial = 1; n <= 14; n++) {
    factorial *= -n
    series.push(1 / (factorial * (2 * n + 1)))
  }
  const z = m.mul(u, u)
  const even = m.add(m.constant(1), { h: m.product(z.h, m.horner(z.h, series)) })
  const small = m.mul(m.wild(u), m.mul(m.constant(twoOverRootPi.h, twoOverRootPi.l), even))
  const outer = m.sub(m.constant(1), m.settle(erfc(m, magnitude)))
  const inside = m.tape.binary('lt', m.settle(magnitude).h, m.literal(0.5))
  return m.signed(m.select(inside, small, m.settle(outer)), u.h)
}

/** normcdf(x) + x normpdf(x): E (R - a K) on the left, which vanishes at the zero; 1 minus that on the right. */
export function geluSlope(m: RealArithmetic, a: Real): Real {
  const u = m.settle(a)
  const negative = m.tape.binary('lt', u.h, m.literal(0))
  const one = m.constant(1)
  const magnitude = m.abs(u)
  if (!m.precise) {
    const c = m.clamp(magnitude, 0, 25)
    const away = m.difference(m.literal(geluZero), c.h)
    const k: Real = { h: m.product(away, m.horner(c.h, slopeNumerator)), d: m.horner(c.h, slopeDenominator), weight: 0 }
    const left = m.mul(density(m, c), k)
    return m.select(negative, left, m.sub(one, left))
  }
  const scale = density(m, magnitude)
  const aK = m.mul(m.clamp(magnitude, 0, far), m.constant(gaussian.h, gaussian.l))
  const left = m.mul(scale, m.sub(mills(m, magnitude), aK))
  return m.select(negative, left, m.sub(one, m.settle(left)))
}
