/**
 * Arithmetic in doubles around functions whose polynomials are singles, for what is too long a chain of roundings in singles. Only functions err, and
 * the last rounding. A sum that may cancel needs, lane by lane, what its terms' errors come to in it.
 */
import type { Id, TapeBuilder } from '../tape.ts'
import { inputLimit, none, type Single, SingleArithmetic, Unbounded, union } from './single.ts'

/** One rounding of a double, and what is far below one of a single, in units of 2^-24. */
const rounding = 2 ** -28
const negligible = 2 ** -20
/** The error of a sum that may cancel, where its terms have less. */
const allowed = 2
const most = 126
/** Whatever is finite here stays finite in doubles. */
const limit = 1000

export class MixedArithmetic extends SingleArithmetic {
  constructor(tape: TapeBuilder) {
    super(tape, true)
  }

  override constant(value: number): Single {
    return { h: this.wide(value), nearest: true, error: 0, quanta: 0, sign: Math.sign(value) as -1 | 0 | 1, low: 0, high: 0, needs: none }
  }

  override read(op: 'input' | 'param', name: string, exact: boolean): Single {
    const h = exact ? this.promote(this.tape.read(op, name)) : this.tape.wideParameter(name)
    return { h, nearest: true, error: 0, quanta: 0, sign: 0, low: 0, high: inputLimit, needs: none }
  }

  override widened(a: Single): Single {
    const { h, needs } = this.normal(a)
    return { h: this.promote(h), error: a.error, quanta: 0, sign: a.sign, low: 0, high: Math.max(0, a.high), needs }
  }

  override settle(a: Single): Single {
    if (a.d === undefined) return a
    const { d, ...top } = a
    return { ...top, ...this.#joined(a, d, this.quotient(a.h, d.h)) }
  }

  override finish(a: Single): Single {
    const s = this.settle(a)
    const h = this.demote(s.h)
    return { ...s, h, error: s.error + 1, quanta: 0.5, needs: union(s.needs, new Set([this.within(h, 2 ** most)])) }
  }

  override abs(a: Single): Single {
    const s = this.settle(a)
    return { ...s, h: this.tape.unary('abs', s.h), sign: 1 }
  }

  /** A sum of what errs but by a few roundings of doubles, none of which stands for nearly all its digits. */
  steady(a: Single, b: Single): Single {
    const [p, q] = [this.settle(a), this.settle(b)]
    return { ...this.#plain(p, q, this.sum(p.h, q.h)), error: negligible }
  }

  override add(a: Single, b: Single): Single {
    if (a.d === undefined && b.d === undefined) return this.#sum(a, b)
    if (a.d !== undefined && b.d !== undefined) return this.add(this.settle(a), b)
    const [{ d, ...top }, whole] = a.d === undefined ? [b, a] : [a, b]
    return this.div(this.#sum(top, this.mul(whole, d!)), d!)
  }

  #sum(p: Single, q: Single): Single {
    const h = this.sum(p.h, q.h)
    const plain = this.#plain(p, q, h)
    if (p.sign !== 0 && p.sign === q.sign) return { ...plain, error: Math.max(p.error, q.error) + rounding, sign: p.sign }
    const worst = Math.max(p.error, q.error)
    const error = worst < negligible / 8 ? negligible : Math.max(allowed, 1.25 * worst)
    const lost = [p, q].filter(v => v.error > 0).map(v => this.product(this.tape.unary('abs', v.h), this.wide(v.error / error)))
    if (lost.length === 0) return { ...plain, error: rounding }
    const left = lost.reduce((rest, l) => this.difference(rest, l), this.tape.unary('abs', h))
    const sound = this.tape.binary('le', this.literal(0), this.demote(left))
    return { ...plain, error, needs: union(plain.needs, new Set([sound])) }
  }

  #plain(p: Single, q: Single, h: Id): Single {
    return { h, error: 0, quanta: 0, sign: 0, low: 0, high: Math.max(p.high, q.high) + 1, needs: union(p.needs, q.needs) }
  }

  override mul(a: Single, b: Single): Single {
    const product = this.#joined(a, b, this.product(a.h, b.h))
    const top: Single = a.h === b.h && a.sign === 0 ? { ...product, sign: 1 } : product
    const d = a.d === undefined ? b.d : b.d === undefined ? a.d : this.mul(a.d, b.d)
    return d === undefined ? top : { ...top, d }
  }

  override div(a: Single, b: Single): Single {
    const below = this.settle(b)
    return { ...a, d: a.d === undefined ? below : this.mul(a.d, below) }
  }

  #joined(a: Single, b: Single, h: Id): Single {
    const high = a.high + b.high
    if (high > limit) throw new Unbounded('a product overflows')
    const error = a.error + b.error + rounding
    return { h, error, quanta: 0, sign: (a.sign * b.sign) as -1 | 0 | 1, low: 0, high, needs: union(a.needs, b.needs) }
  }

  override select(condition: Id, given: ReadonlySet<Id>, a: Single, b: Single): Single {
    if (a.d === undefined && b.d === undefined) return super.select(condition, given, a, b)
    const one = this.constant(1)
    const [{ d: p = one, ...top }, { d: q = one, ...other }] = [a, b]
    const d = super.select(condition, none, p, q)
    return { ...super.select(condition, given, top, other), d }
  }

  override sqrt(a: Single): Single {
    const s = this.settle(a)
    const { needs, high } = s
    return { h: this.tape.unary('sqrt', s.h), error: s.error / 2 + rounding, quanta: 0, sign: 1, low: 0, high, needs }
  }

  /** The truth of a comparison of doubles as one of singles. */
  override chooser(condition: Id): Id {
    return this.tape.binary('lt', this.literal(0), this.demote(this.tape.select(condition, this.wide(1), this.wide(0))))
  }
}
