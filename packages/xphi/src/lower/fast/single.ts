/**
 * Arithmetic of singles for `fast` kernels. Each value carries what is known of it, so that a tape is made only where its error is bounded:
 *
 * - `error`: the relative error in units of 2^-24 (one rounding), and `quanta`: what underflow adds, in units of 2^-149;
 * - `sign` and the binary range of what is not 0;
 * - `needs`: the truths under which all this holds: no overflow, no cancellation, arguments within a function's interval. A kernel computes lanes
 *   where one of them is false in doubles instead.
 *
 * What has no bound throws an Unbounded, and the formula gets mixed arithmetic (mixed.ts), or the exact kernel.
 */
import type { Id, TapeBuilder } from '../tape.ts'

export interface Known {
  readonly error: number
  readonly quanta: number
  readonly sign: -1 | 0 | 1
  /** log2 of the least and the largest magnitude other than 0. */
  readonly low: number
  readonly high: number
  readonly needs: ReadonlySet<Id>
}

export interface Single extends Known {
  readonly h: Id
  /** h is the single nearest to the value. */
  readonly nearest?: true
  /** A quotient not yet divided: h / d. `error`, `sign` and the rest are those of h. */
  readonly d?: Single
}

/** Why a formula has no fast form. */
export class Unbounded extends Error {
  override readonly name = 'Unbounded'
}

export const none: ReadonlySet<never> = /*@__PURE__*/ new Set()
/** Inputs and parameters beyond 2^40 go to the exact lanes, so that three of them multiply without overflow. */
export const inputLimit = 40
const least = -149
const leastNormal = -126
const most = 126

export const union = (...sets: readonly ReadonlySet<Id>[]): ReadonlySet<Id> => new Set(sets.flatMap(s => [...s]))

export class SingleArithmetic {
  readonly tape: TapeBuilder
  /** Functions finish in doubles: fewer roundings, more steps. */
  readonly careful: boolean
  constructor(tape: TapeBuilder, careful: boolean) {
    this.tape = tape
    this.careful = careful
  }

  // Steps on singles.
  literal(value: number): Id {
    return this.tape.constant(Math.fround(value))
  }
  sum(a: Id, b: Id): Id {
    return this.tape.binary('add', a, b)
  }
  difference(a: Id, b: Id): Id {
    return this.tape.binary('sub', a, b)
  }
  product(a: Id, b: Id): Id {
    return this.tape.binary('mul', a, b)
  }
  quotient(a: Id, b: Id): Id {
    return this.tape.binary('div', a, b)
  }
  /** c[0] + z (c[1] + z (...)). */
  horner(z: Id, c: readonly number[]): Id {
    let p = this.literal(c[c.length - 1])
    for (let i = c.length - 2; i >= 0; i--) p = this.sum(this.product(p, z), this.literal(c[i]))
    return p
  }
  // Steps on doubles.
  promote(a: Id): Id {
    return this.tape.single('promote', a)
  }
  demote(a: Id): Id {
    return this.tape.single('demote', a)
  }
  wide(value: number): Id {
    return this.tape.wideConstant(value)
  }
  /** |a| <= limit: false for NaN. */
  within(a: Id, limit: number): Id {
    return this.tape.binary('le', this.tape.unary('abs', a), this.literal(limit))
  }

  constant(value: number): Single {
    const h = this.literal(value)
    const rounded = Math.fround(value)
    const error = value === rounded ? 0 : Math.abs(rounded / value - 1) * 2 ** 24
    const exponent = value === 0 ? 0 : Math.log2(Math.abs(value))
    if (!Number.isFinite(rounded) || exponent < leastNormal) throw new Unbounded(`the constant ${value} is no single`)
    return { h, nearest: true, error, quanta: 0, sign: Math.sign(value) as -1 | 0 | 1, low: exponent, high: exponent, needs: none }
  }

  /** An input, or a parameter, which is a double that is rounded here unless it is known to be a single. */
  read(op: 'input' | 'param', name: string, exact: boolean): Single {
    const error = exact ? 0 : 1
    return { h: this.tape.read(op, name), nearest: true, error, quanta: 0, sign: 0, low: least, high: inputLimit, needs: none }
  }

  /**
   * A comparison. Nearest singles are in the order of their values unless they are equal; then it is decided in doubles.
   */
  compare(op: 'lt' | 'le' | 'eq', a: Single, b: Single): { readonly id: Id; readonly needs: ReadonlySet<Id> } {
    const id = this.tape.binary(op, a.h, b.h)
    if (a.error + b.error + a.quanta + b.quanta === 0) return { id, needs: union(a.needs, b.needs) }
    if (!a.nearest || !b.nearest) throw new Unbounded('a test of an inexact value')
    const apart = this.tape.binary('or', this.tape.binary('lt', a.h, b.h), this.tape.binary('lt', b.h, a.h))
    return { id, needs: union(a.needs, b.needs, new Set([apart])) }
  }

  /** Without a held-back denominator. */
  settle(a: Single): Single {
    if (a.d === undefined) return a
    const low = a.low - a.d.high
    const quanta = a.quanta * 2 ** -a.d.low + (low < leastNormal ? 0.5 : 0)
    const high = a.high - a.d.low
    if (high > most) throw new Unbounded('a quotient overflows')
    return {
      h: this.quotient(a.h, a.d.h),
      error: a.error + a.d.error + 1,
      quanta,
      sign: (a.sign * a.d.sign) as -1 | 0 | 1,
      low: Math.max(low, least),
      high,
      needs: union(a.needs, a.d.needs),
    }
  }

  /** What a function gives in singles, in this arithmetic. */
  widened(a: Single): Single {
    return a
  }

  /** As a result: one single. */
  finish(a: Single): Single {
    return this.settle(a)
  }

  /** The same where it is not below the normal range. */
  normal(a: Single): Single {
    if (a.quanta === 0) return a
    const large = this.tape.binary('le', this.literal(2 ** leastNormal), this.tape.unary('abs', a.h))
    return { ...a, quanta: 0, low: leastNormal, needs: union(a.needs, new Set([large])) }
  }

  neg(a: Single): Single {
    return { ...a, h: this.tape.unary('neg', a.h), sign: -a.sign as -1 | 0 | 1 }
  }

  abs(a: Single): Single {
    const s = this.settle(a)
    return s.sign === 1 ? s : { ...s, h: this.tape.unary('abs', s.h), sign: 1 }
  }

  /** Whether a sum rests on its operands not cancelling. */
  cancels(a: Single, b: Single): boolean {
    return a.error + b.error + a.quanta + b.quanta > 0 && a.sign * b.sign <= 0
  }

  add(a: Single, b: Single): Single {
    const [p, q] = [this.settle(a), this.settle(b)]
    const h = this.sum(p.h, q.h)
    const high = Math.max(p.high, q.high) + 1
    const needs = union(p.needs, q.needs)
    if (p.error === 0 && q.error === 0 && p.quanta + q.quanta === 0) {
      // Exact operands: one rounding, whatever cancels.
      const sign = p.sign === q.sign ? p.sign : 0
      // Beside a constant c a single stands no nearer to -c than ulp(c) / 2.
      const nearest = Math.max(...[p, q].map(v => (v.low === v.high ? Math.floor(v.low) - 24 : least)))
      return { h, error: 1, quanta: 0, sign, low: sign ? Math.min(p.low, q.low) : nearest, high, needs }
    }
    const known = { h, error: Math.max(p.error, q.error) + 1, quanta: p.quanta + q.quanta, low: Math.max(p.low, q.low), high }
    if (p.sign !== 0 && p.sign === q.sign) return { ...known, sign: p.sign, needs }
    if (p.sign * q.sign < 0) throw new Unbounded('a difference cancels')
    const [x, y] = [this.tape.unary('abs', p.h), this.tape.unary('abs', q.h)]
    const grows = this.tape.binary('le', this.tape.binary('max', x, y), this.tape.unary('abs', h))
    return { ...known, sign: (p.sign || q.sign) as -1 | 0 | 1, needs: union(needs, new Set([grows])) }
  }

  mul(a: Single, b: Single): Single {
    if (a.d !== undefined && b.d !== undefined) return this.mul(this.settle(a), b)
    if (b.d !== undefined) return this.mul(b, a)
    if (a.quanta > 0 && b.high > 1) return this.mul(this.normal(a), b)
    if (b.quanta > 0 && a.high > 1) return this.mul(a, this.normal(b))
    const [low, high] = [a.low + b.low, a.high + b.high]
    if (high > most) return a.high < b.high ? this.mul(a, this.#small(b, most - a.high)) : this.mul(this.#small(a, most - b.high), b)
    const power = [a, b].some(v => v.low === v.high && Number.isInteger(v.low) && v.error === 0)
    return {
      h: this.product(a.h, b.h),
      error: a.error + b.error + (power ? 0 : 1) + this.#lifted(a, b) + this.#lifted(b, a),
      quanta: a.quanta * 2 ** b.high + b.quanta * 2 ** a.high + (low < leastNormal ? 0.5 : 0),
      sign: (a.sign * b.sign) as -1 | 0 | 1,
      low: Math.max(low, least),
      high,
      needs: union(a.needs, b.needs),
      ...(a.d === undefined ? {} : { d: a.d }),
    }
  }

  /** A factor above 1 makes a value that underflowed just normal: its last rounding was that much larger. */
  #lifted(a: Single, by: Single): number {
    return a.quanta > 0 && by.high > 0 ? 2 ** by.high - 1 : 0
  }

  /** The same where it is at most 2^high. */
  #small(a: Single, high: number): Single {
    if (high < 4 || a.low === a.high) throw new Unbounded('a product overflows')
    return { ...a, high, needs: union(a.needs, new Set([this.within(a.h, 2 ** high)])) }
  }

  div(a: Single, b: Single): Single {
    let below = this.normal(this.settle(b))
    if (below.low < -inputLimit) {
      const large = this.tape.binary('le', this.literal(2 ** -inputLimit), this.tape.unary('abs', below.h))
      below = { ...below, low: -inputLimit, needs: union(below.needs, new Set([large])) }
    }
    return a.d === undefined ? { ...a, d: below } : { ...a, d: this.mul(a.d, below) }
  }

  sqrt(a: Single): Single {
    const s = this.normal(this.settle(a))
    const { needs, quanta } = s
    return { needs, quanta, h: this.tape.unary('sqrt', s.h), error: s.error / 2 + 1, sign: 1, low: s.low / 2, high: s.high / 2 }
  }

  extreme(op: 'min' | 'max', a: Single, b: Single): Single {
    const [p, q] = [this.settle(a), this.settle(b)]
    return { ...this.#either(p, q), h: this.tape.binary(op, p.h, q.h), needs: union(p.needs, q.needs) }
  }

  /** A condition as one that chooses among truths. */
  chooser(condition: Id): Id {
    return condition
  }

  /** Each branch's needs count where it is taken. */
  select(condition: Id, given: ReadonlySet<Id>, a: Single, b: Single): Single {
    const [p, q] = [this.settle(a), this.settle(b)]
    const needs = new Set([...given, ...[...p.needs].filter(n => q.needs.has(n))])
    const [then, otherwise] = [p, q].map(v => this.all([...v.needs].filter(n => !needs.has(n))))
    if (then !== undefined || otherwise !== undefined) {
      const sure = this.tape.binary('eq', this.literal(0), this.literal(0))
      needs.add(this.tape.select(this.chooser(condition), then ?? sure, otherwise ?? sure))
    }
    return { ...this.#either(p, q), h: this.tape.select(condition, p.h, q.h), needs }
  }

  #either(p: Single, q: Single) {
    return {
      error: Math.max(p.error, q.error),
      quanta: Math.max(p.quanta, q.quanta),
      sign: p.sign === q.sign ? p.sign : 0,
      low: Math.min(p.low, q.low),
      high: Math.max(p.high, q.high),
      ...(p.nearest && q.nearest ? { nearest: true as const } : {}),
    } as const
  }

  /** The conjunction of truths. */
  all(truths: readonly Id[]): Id | undefined {
    return truths.length === 0 ? undefined : truths.reduce((p, q) => this.tape.binary('and', p, q))
  }
}
