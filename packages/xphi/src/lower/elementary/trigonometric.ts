/**
 * sin and cos: u = k pi/2 + r with pi/2 to 172 bits and exact products, then Taylor in r^2 with |r| <= pi/4. Beyond |u| = 2^51 they stay
 * what they are there: a double knows little of its phase by then, and x + sin(x)^2 is x.
 */
import type { Id } from '../tape.ts'
import { type Real, RealArithmetic } from '../real.ts'

// pi/2: two parts of 33 bits and the rest.
const high = 1.5707963267341256
const middle = 6.077100506303966e-11
const low = { h: 2.0222662487959506e-21, l: 1.0085854035872483e-37 }

function series(first: number): number[] {
  const terms: number[] = []
  for (let n = first, factorial = first === 3 ? 6 : 24, sign = first === 3 ? -1 : 1; n < 24; n += 2, sign = -sign) {
    terms.push(sign / factorial)
    factorial *= (n + 1) * (n + 2)
  }
  return terms
}
const sinSeries = series(3)
const cosSeries = series(4)

function turn(m: RealArithmetic, a: Real, quarter: number): Real {
  const u = m.clamp(a, -(2 ** 51), 2 ** 51)
  const k = m.tape.unary('nearest', m.product(u.h, m.literal(0.6366197723675814)))
  // Plain arithmetic needs exact products here too: k has more bits than pi leaves room for.
  const p = new RealArithmetic(m.tape, 'precise')
  const times = (part: Real): Real => p.mul({ h: m.tape.unary('neg', k) }, part)
  const whole = m.precise || a.l === undefined ? u : { h: u.h, l: m.tape.select(m.tape.binary('eq', u.h, a.h), a.l, m.literal(0)) }
  const reduced = p.add(
    p.add(p.add(whole, times({ h: m.literal(high) })), times({ h: m.literal(middle) })),
    times(p.constant(low.h, low.l)),
  )
  const r: Real = m.precise ? reduced : { h: reduced.h }
  const z = m.mul(r, r)
  const sin = m.add(r, { h: m.product(m.product(r.h, z.h), m.horner(z.h, sinSeries)) })
  const cosTail: Id = m.product(m.product(z.h, z.h), m.horner(z.h, cosSeries))
  const cos = m.add(m.sub(m.constant(1), m.mul(m.constant(0.5), z)), { h: cosTail })
  const shifted = m.sum(k, m.literal(quarter))
  const quadrant = m.difference(shifted, m.product(m.literal(4), m.tape.unary('floor', m.product(shifted, m.literal(0.25)))))
  const is = (q: number): Id => m.tape.binary('eq', quadrant, m.literal(q))
  return m.select(is(0), sin, m.select(is(1), cos, m.select(is(2), m.neg(sin), m.neg(cos))))
}

export const sin = (m: RealArithmetic, a: Real): Real => turn(m, a, 0)
export const cos = (m: RealArithmetic, a: Real): Real => turn(m, a, 1)
