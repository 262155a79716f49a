/**
 * The normal distribution in singles, |x| <= 10: the tail is E R with E = exp(-a^2 / 2) and R the Mills ratio over sqrt(2 pi). a^2 is h^2 + (a - h)(a + h)
 * with h the upper 12 bits of a, so that h^2 is exact; E's factor 1 + p is applied last, so that its own rounding never happens.
 * R (a + 2.5) is a polynomial in a / (a + 2.5) - 11/64 (2^-26), the slope's K one in (a - 3) / (a + 3.5) (2^-26). Coefficients: scripts/fast/fit.py.
 * Over all singles (scripts/accuracy/proofs.json): gelu 3.635 ulp at -0x1.0db366p-4, gelu' 2.666 at -0x1.586bbp-9.
 */
import { geluZero as zero } from '../elementary/normal.ts'
import type { Id } from '../tape.ts'
import { type Argument, interval } from './argument.ts'
import { grown, magic, parts } from './exponential.ts'
import { type Single, type SingleArithmetic, Unbounded } from './single.ts'

const limit = 10
const offset = 11 / 64
const mills = [
  1.0428130626678467, -1.158661961555481, 0.32343655824661255, 0.29277878999710083, -0.05151217058300972, -0.1314333826303482,
  -0.04237091913819313, -0.008361156098544598, 0.1475943624973297, -0.07507592439651489,
]
const slope = [
  0.4782976806163788, -0.1299733817577362, 0.07373219728469849, -0.029280973598361015, 0.006138463504612446, 0.0006432610680349171,
  -0.000683847232721746, -2.5768594369424136e-8, 6.880871660541743e-5,
]

/** exp(-a^2 / 2) = scale (1 + p). */
function gaussian(m: SingleArithmetic, a: Id): { readonly p: Id; readonly scale: Id } {
  const k = -0.5
  const head = m.tape.single('head', a)
  const square = m.product(head, head)
  const rest = m.product(m.difference(a, head), m.sum(a, head))
  const shifted = m.sum(m.product(square, m.literal(k * Math.LOG2E)), m.literal(magic))
  const n = m.difference(shifted, m.literal(magic))
  const [high, low] = parts(k)
  const t = m.sum(m.difference(square, m.product(n, m.literal(high))), m.difference(rest, m.product(n, m.literal(low))))
  return { p: m.product(grown(m, t, k), t), scale: m.tape.single('pow2low', shifted) }
}

/** v scale (1 + p). */
function scaled(m: SingleArithmetic, v: Id, e: { readonly p: Id; readonly scale: Id }): Id {
  const main = m.product(v, e.scale)
  return m.sum(m.product(main, e.p), main)
}

function magnitude(m: SingleArithmetic, u: Argument): Id {
  if (u.x === undefined || Math.abs(u.scale) !== 1) throw new Unbounded('the normal distribution of a scaled argument')
  return m.tape.unary('abs', u.x)
}

const isNegative = (m: SingleArithmetic, u: Argument): Id => m.tape.binary('lt', u.rounded(), m.literal(0))

export function normcdf(m: SingleArithmetic, u: Argument): Single {
  const a = magnitude(m, u)
  const v = m.quotient(m.literal(1), m.sum(a, m.literal(2.5)))
  const r = m.product(m.horner(m.difference(m.product(a, v), m.literal(offset)), mills), v)
  const q = scaled(m, r, gaussian(m, a))
  const h = m.tape.select(isNegative(m, u), q, m.difference(m.literal(1), q))
  return { h, error: 5, quanta: 0, sign: 1, low: -78, high: 0, needs: interval(m, u, limit) }
}

/** f g scale (1 + p) in doubles; f and g are. */
function scaledWide(m: SingleArithmetic, f: Id, g: Id, e: { readonly p: Id; readonly scale: Id }): Id {
  const main = m.tape.binary('mul', m.tape.binary('mul', f, g), m.promote(e.scale))
  return m.tape.binary('add', m.tape.binary('mul', main, m.promote(e.p)), main)
}

/** u normcdf(u) = max(u, 0) - a R E. */
export function timesNormcdf(m: SingleArithmetic, u: Argument): Single {
  const a = magnitude(m, u)
  const e = gaussian(m, a)
  const positive = m.tape.binary('max', u.rounded(), m.literal(0))
  const known = { quanta: 1, sign: 0, low: -149, high: 4, needs: interval(m, u, limit) } as const
  if (!m.careful) {
    const w = m.quotient(a, m.sum(a, m.literal(2.5)))
    const r = m.horner(m.difference(w, m.literal(offset)), mills)
    return { h: m.difference(positive, scaled(m, m.product(r, w), e)), error: 4.5, ...known }
  }
  const wide = m.promote(a)
  const w = m.tape.binary('div', wide, m.tape.binary('add', wide, m.wide(2.5)))
  const y = m.tape.binary('sub', w, m.wide(offset))
  const [constant, ...others] = mills
  const r = m.tape.binary('add', m.tape.binary('mul', m.promote(m.horner(m.demote(y), others)), y), m.wide(constant))
  return { h: m.demote(m.tape.binary('sub', m.promote(positive), scaledWide(m, r, w, e))), error: 3.1, ...known }
}

export function normpdf(m: SingleArithmetic, u: Argument): Single {
  const h = scaled(m, m.literal(0.3989422804014327), gaussian(m, magnitude(m, u)))
  return { h, error: 3, quanta: 0, sign: 1, low: -74, high: -1, needs: interval(m, u, limit) }
}

/** normcdf(u) + u normpdf(u): on the left E K (zero - a), which vanishes at the zero; 1 minus that on the right. */
export function geluSlope(m: SingleArithmetic, u: Argument): Single {
  const a = magnitude(m, u)
  const v = m.quotient(m.literal(1), m.sum(a, m.literal(3.5)))
  const k = m.horner(m.product(m.difference(a, m.literal(3)), v), slope)
  const e = gaussian(m, a)
  const known = { quanta: 0, sign: 0, low: -100, high: 0.2, needs: interval(m, u, limit) } as const
  if (!m.careful) {
    const away = m.sum(m.difference(m.literal(zero), a), m.literal(zero - Math.fround(zero)))
    const left = scaled(m, m.product(k, away), e)
    return { h: m.tape.select(isNegative(m, u), left, m.difference(m.literal(1), left)), error: 4.8, ...known }
  }
  const left = scaledWide(m, m.promote(k), m.tape.binary('sub', m.wide(zero), m.promote(a)), e)
  const right = m.demote(m.tape.binary('sub', m.wide(1), left))
  return { h: m.tape.select(isNegative(m, u), m.demote(left), right), error: 3.3, ...known }
}
