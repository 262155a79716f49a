/**
 * sin and cos: u in quarter turns is n + f, and r = f pi/2 goes through Taylor in r^2, |r| <= pi/4. Below 2^20 u = n pi/2 + r with pi/2 to 172 bits and
 * exact products; beyond, the quarter turns of u modulo 4 are exact products with a table (number/tables.ts), so that f keeps its accuracy wherever a
 * double comes next to a multiple of pi/2: within 2^-62 of it. f32 results over all singles (scripts/accuracy/proofs.json): snake is rounded correctly,
 * snake' .500000004 ulp at 0x1.c6p-18, 75 misrounded.
 */
import type { Expr } from '../../ir/index.ts'
import { turnsFrom } from '../../number/tables.ts'
import { factors } from '../factors.ts'
import type { Id } from '../tape.ts'
import { type Real, RealArithmetic } from '../real.ts'

// pi/2: two parts of 33 bits and the rest.
export const halfPiHigh = 1.5707963267341256
const middle = 6.077100506303966e-11
const low = { h: 2.0222662487959506e-21, l: 1.0085854035872483e-37 }
const halfPi = { h: 1.5707963267948966, l: 6.123233995736766e-17 }

// -1/6 less its double.
const sixthRest = -9.25185853854297e-18

/** 1/n! - z/(n + 2)! + ... */
function series(n: number, factorial: number): number[] {
  const terms: number[] = []
  for (let sign = 1; n < 24; n += 2, sign = -sign) {
    terms.push(sign / factorial)
    factorial *= (n + 1) * (n + 2)
  }
  return terms
}
const sinSeries = series(5, 120)
const cosSeries = series(4, 24)

interface Turned {
  /** The nearest number of quarter turns, modulo 4 where the argument is large. */
  readonly n: Id
  readonly r: Real
}

/** Below 2^20. */
function near(m: RealArithmetic, u: Real, quarters: number): Turned {
  // Plain arithmetic needs exact products here too: n has more bits than pi leaves room for.
  const p = new RealArithmetic(m.tape, 'precise')
  const turns = m.product(u.h, m.literal(0.6366197723675814))
  const n = m.tape.unary('nearest', quarters === 0 ? turns : m.sum(turns, m.literal(quarters)))
  const back = quarters === 0 ? m.tape.unary('neg', n) : m.difference(m.literal(quarters), n)
  const times = (part: Real): Real => p.mul({ h: back }, part)
  const first = p.add(p.add(u, times({ h: m.literal(halfPiHigh) })), times({ h: m.literal(middle) }))
  return { n, r: p.add(first, times(p.constant(low.h, low.l))) }
}

/** Of any size. */
function far(m: RealArithmetic, u: Real, quarters: number): Turned {
  const large: Id[] = quarters === 0 ? [] : [m.literal(quarters)]
  const small: Id[] = []
  const tiny: Id[] = []
  const smallest = [m.literal(turnsFrom), m.literal(52)] as const
  for (const part of u.l === undefined ? [u.h] : [u.h, u.l]) {
    const e = m.tape.binary('max', m.tape.unary('exponent', part), smallest[0])
    const units = m.scale(part, m.difference(smallest[1], e))
    const row = m.product(m.difference(e, smallest[0]), m.literal(4))
    const piece = (i: number): readonly [Id, Id] => {
      const by = m.tape.table('turns', i === 0 ? row : m.sum(row, m.literal(i)))
      return [m.product(units, by), m.tape.unary('neg', m.tape.binary('producterror', units, by))]
    }
    const [first, second, third] = [piece(0), piece(1), piece(2)]
    const whole = m.tape.unary('floor', m.sum(m.product(first[0], m.literal(0.25)), m.literal(0.5)))
    large.push(m.difference(first[0], m.product(m.literal(4), whole)), first[1], second[0])
    small.push(second[1], third[0])
    // Singles, and products of singles with a parameter, come no nearer to a multiple than 2^-60.
    if (m.precise) tiny.push(third[1], piece(3)[0])
  }
  /** The rounded sum; the errors go into `lost`. */
  const summed = (terms: readonly Id[], lost: Id[]): Id =>
    terms.reduce((s, t) => {
      lost.push(m.tape.binary('sumerror', s, t))
      return m.sum(s, t)
    })
  const errors: Id[] = []
  const sum = summed(large, errors)
  const n = m.tape.unary('nearest', sum)
  const f = summed([m.difference(sum, n), ...errors, ...small], tiny)
  const p = new RealArithmetic(m.tape, 'precise')
  return {
    n,
    r: p.mul(
      p.renormal(
        f,
        tiny.reduceRight((s, t) => m.sum(s, t)),
      ),
      p.constant(halfPi.h, halfPi.l),
    ),
  }
}

/** sin of a and a number of quarter turns. An argument that overflowed counts as the largest double. */
function turn(m: RealArithmetic, a: Real, quarters: number): Real {
  const c = m.clamp(a, -Number.MAX_VALUE, Number.MAX_VALUE)
  const u = m.precise || a.l === undefined ? c : { h: c.h, l: m.tape.select(m.tape.binary('eq', c.h, a.h), a.l, m.literal(0)) }
  const [usual, rare] = [near(m, u, quarters), far(m, u, quarters)]
  const large = m.tape.binary('le', m.literal(2 ** turnsFrom), m.tape.unary('abs', u.h))
  const pick = (b: Id, c: Id): Id => m.tape.select(large, b, c, true)
  const h = pick(rare.r.h, usual.r.h)
  const r: Real = m.precise ? { h, l: pick(rare.r.l!, usual.r.l!) } : { h }
  const z = m.mul(r, r)
  const tail = m.horner(z.h, sinSeries)
  // Precise: the coefficient of r^3 in two doubles, since its term is a tenth of the whole.
  const cube = m.precise
    ? m.mul(m.mul(r, z), m.renormal(m.literal(-1 / 6), m.sum(m.literal(sixthRest), m.product(z.h, tail))))
    : { h: m.product(m.product(r.h, z.h), m.sum(m.literal(-1 / 6), m.product(z.h, tail))) }
  const sin = m.add(r, cube)
  const cosTail: Id = m.product(m.product(z.h, z.h), m.horner(z.h, cosSeries))
  const cos = m.add(m.sub(m.constant(1), m.mul(m.constant(0.5), z)), { h: cosTail })
  const n = pick(rare.n, usual.n)
  const quadrant = m.difference(n, m.product(m.literal(4), m.tape.unary('floor', m.product(n, m.literal(0.25)))))
  const is = (q: number): Id => m.tape.binary('eq', quadrant, m.literal(q))
  return m.select(is(0), sin, m.select(is(1), cos, m.select(is(2), m.neg(sin), m.neg(cos))))
}

export const sin = (m: RealArithmetic, a: Real, quarters = 0): Real => turn(m, a, quarters)
export const cos = (m: RealArithmetic, a: Real, quarters = 0): Real => turn(m, a, quarters + 1)

/** v + q pi/2 as v and q, where q is a small multiple of 1/1024: so a phase is added to the turns, where it is exact, not to a large v, where it drowns. */
export function phase(e: Expr): { readonly of: Expr; readonly quarters: number } {
  const [a, b] = e.args
  const pairs = e.op === 'add' ? [[a, b, 1] as const, [b, a, 1] as const] : e.op === 'sub' ? [[a, b, -1] as const] : []
  for (const [of, shift, sign] of pairs) {
    const { coefficient, powers } = factors(shift)
    const [[angle, power] = [undefined, 0]] = powers
    const quarters = (2 * sign * Number(coefficient.numerator)) / Number(coefficient.denominator)
    const exact = Math.abs(quarters) <= 1024 && Number.isInteger(1024 * quarters)
    if (powers.size === 1 && angle?.op === 'pi' && power === 1 && exact) return { of, quarters }
  }
  return { of: e, quarters: 0 }
}
