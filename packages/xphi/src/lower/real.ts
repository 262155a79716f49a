/**
 * Arithmetic on the reals that a tape holds, in one of two precisions.
 *
 * - `plain`: doubles, for kernels whose results are rounded to f32 or less. A quotient is kept as numerator and denominator until it
 *   is needed, so that most kernels divide once (sigmoid = B / (D + B), tanh, mish).
 * - `precise`: unevaluated sums h + l of two doubles, for kernels whose results are doubles. Products and sums carry the exact error
 *   term (Dekker 1971, Knuth). A power of two may be held back in `k`, so that tails do not round twice. A factor that may be of any
 *   size is taken apart into [1, 2) and its power first, so that no product over- or underflows before the last step.
 */
import type { Id, TapeBuilder } from './tape.ts'

export interface Real {
  readonly h: Id
  /** Low part; in plain arithmetic only of constants, sums and products of doubles, for the few who ask for it. */
  readonly l?: Id
  /** Denominator (plain). */
  readonly d?: Id
  /** The value is (h + l) 2^k (precise). */
  readonly k?: Id
  /** h and d lie within e^+-weight (plain). */
  readonly weight?: number
  /** It may be of any size: an input, or what is near one where that is small (precise). */
  readonly wild?: boolean
  /** The same product or quotient of two plain doubles with its power held back, for whoever goes on with it; h is its one rounding (precise). */
  readonly tame?: Real
}

export type Precision = 'plain' | 'precise'

// Plain numbers stay within doubles: an f32 within e^+-104, an exponential within e^+-330.
export const inputWeight = 104
export const expWeight = 330
const maximumWeight = 700

export class RealArithmetic {
  readonly tape: TapeBuilder
  readonly precision: Precision
  constructor(tape: TapeBuilder, precision: Precision) {
    this.tape = tape
    this.precision = precision
  }

  get precise(): boolean {
    return this.precision === 'precise'
  }

  /** A constant given as a double and the rest. */
  constant(high: number, low = 0): Real {
    const h = this.tape.constant(high)
    return low !== 0 ? { h, l: this.tape.constant(low) } : { h }
  }

  // Steps on doubles, folded where both are constants.
  sum(a: Id, b: Id): Id {
    return this.tape.binary('add', a, b)
  }
  difference(a: Id, b: Id): Id {
    return this.tape.binary('sub', a, b)
  }
  product(a: Id, b: Id): Id {
    return this.tape.binary('mul', a, b)
  }
  literal(value: number): Id {
    return this.tape.constant(value)
  }

  /** h + l with l small against h. */
  renormal(h: Id, l: Id, k?: Id): Real {
    const high = this.sum(h, l)
    const low = this.difference(l, this.difference(high, h))
    return k === undefined ? { h: high, l: low } : { h: high, l: low, k }
  }

  /** The same value without a held-back power or denominator. */
  settle(a: Real): Real {
    if (a.d !== undefined) return { h: this.tape.binary('div', a.h, a.d) }
    if (a.k === undefined) return a
    const h = this.scale(a.h, a.k)
    // An infinity has no rest, or the next sum would be NaN.
    return a.l === undefined ? { h } : { h, l: this.#finite(h, this.scale(a.l, a.k)) }
  }

  scale(v: Id, k: Id): Id {
    return this.tape.binary('ldexp', v, k)
  }

  /** A wild number as one in [1, 2) with its power held back. */
  #tamed(a: Real): Real {
    if (a.tame || !a.wild) return a.tame ?? a
    const e = this.tape.unary('exponent', a.h)
    const back = this.tape.unary('neg', e)
    const k = a.k === undefined ? e : this.sum(a.k, e)
    return { h: this.scale(a.h, back), ...(a.l === undefined ? {} : { l: this.scale(a.l, back) }), k }
  }

  /** An operation that may meet wild numbers: on tamed ones, or on the doubles as they are where it is rounded but once. */
  #scaled(a: Real, b: Real, operate: (a: Real, b: Real) => Real): Real {
    if (!a.wild && !b.wild) return operate(a, b)
    const tame = operate(this.#tamed(a), this.#tamed(b))
    if ([a, b].some(v => v.l !== undefined || v.k !== undefined || v.tame)) return tame
    return { ...operate({ h: a.h }, { h: b.h }), wild: true, tame }
  }

  /** The same number, told to be of any size. */
  wild(a: Real): Real {
    return this.precise ? { ...a, wild: true } : a
  }

  /** The same number in place, told to be of moderate size. */
  moderate(a: Real): Real {
    if (!this.precise) return a
    const { h, l } = this.settle(a)
    return l === undefined ? { h } : { h, l }
  }

  /** One double: the rounded value. High parts are the rounded sums h + l already. */
  round(a: Real): Id {
    return a.k === undefined ? this.settle(a).h : this.scale(a.h, a.k)
  }

  add(a: Real, b: Real): Real {
    if (!this.precise) {
      const weight = Math.max(a.weight ?? 0, b.weight ?? 0)
      if (a.d === undefined && b.d === undefined)
        return { h: this.sum(a.h, b.h), l: this.#lows(this.tape.binary('sumerror', a.h, b.h), a.l, b.l), weight }
      if (a.d === b.d) return { h: this.sum(a.h, b.h), d: a.d!, weight }
      if (a.d !== undefined && b.d !== undefined) {
        if ((a.weight ?? 0) + (b.weight ?? 0) > maximumWeight) return { h: this.sum(this.settle(a).h, this.settle(b).h) }
        const h = this.sum(this.product(a.h, b.d), this.product(b.h, a.d))
        return { h, d: this.product(a.d, b.d), weight: (a.weight ?? 0) + (b.weight ?? 0) }
      }
      const [fraction, whole] = a.d !== undefined ? [a, b.h] : [b, a.h]
      return { h: this.sum(fraction.h, this.product(whole, fraction.d!)), d: fraction.d!, weight }
    }
    if (a.k !== b.k) return this.add(...this.#aligned(a, b))
    const h = this.sum(a.h, b.h)
    const low = this.tape.binary('sumerror', a.h, b.h)
    const wild = a.wild || b.wild ? { wild: true } : {}
    if (a.l === undefined && b.l === undefined) return { h, l: low, ...(a.k === undefined ? {} : { k: a.k }), ...wild }
    return { ...this.renormal(h, this.#lows(low, a.l, b.l), a.k), ...wild }
  }

  #lows(first: Id, ...rest: readonly (Id | undefined)[]): Id {
    return rest.reduce<Id>((sum, l) => (l === undefined ? sum : this.sum(sum, l)), first)
  }

  /** With one held-back power, the larger, where both hold one back; else with none. */
  #aligned(a: Real, b: Real): readonly [Real, Real] {
    if (a.k === undefined || b.k === undefined) return [this.settle(a), this.settle(b)]
    const k = this.tape.binary('max', a.k, b.k)
    const shifted = (v: Real): Real => ({ ...this.settle({ ...v, k: this.difference(v.k!, k) }), k })
    return [shifted(a), shifted(b)]
  }

  neg(a: Real): Real {
    const flip = (v: Id): Id => this.tape.unary('neg', v)
    return { ...a, h: flip(a.h), ...(a.l === undefined ? {} : { l: flip(a.l) }), ...(a.tame ? { tame: this.neg(a.tame) } : {}) }
  }

  sub(a: Real, b: Real): Real {
    return this.add(a, this.neg(b))
  }

  mul(a: Real, b: Real): Real {
    if (!this.precise) {
      const weight = (a.weight ?? 0) + (b.weight ?? 0)
      if (weight > maximumWeight && (a.d ?? b.d) !== undefined)
        return b.d === undefined || (a.d !== undefined && (a.weight ?? 0) > (b.weight ?? 0))
          ? this.mul(this.settle(a), b)
          : this.mul(a, this.settle(b))
      const h = this.product(a.h, b.h)
      if (a.d === undefined && b.d === undefined) {
        const rest = [a.l === undefined ? a.l : this.product(a.l, b.h), b.l === undefined ? b.l : this.product(a.h, b.l)]
        return { h, l: this.#lows(this.tape.unary('neg', this.tape.binary('producterror', a.h, b.h)), ...rest), weight }
      }
      const d = a.d === undefined ? b.d! : b.d === undefined ? a.d : this.product(a.d, b.d)
      return { h, d, weight }
    }
    return this.#scaled(a, b, (p, q) => this.#times(p, q))
  }

  #times(a: Real, b: Real): Real {
    const k = a.k === undefined ? b.k : b.k === undefined ? a.k : this.sum(a.k, b.k)
    const one = this.#powerOfTwo(a) ?? this.#powerOfTwo(b)
    if (one !== undefined) {
      const other = this.#powerOfTwo(a) !== undefined ? b : a
      const by = this.literal(one)
      const h = this.product(other.h, by)
      return { h, ...(other.l === undefined ? {} : { l: this.product(other.l, by) }), ...(k === undefined ? {} : { k }) }
    }
    const h = this.product(a.h, b.h)
    let excess = this.tape.binary('producterror', a.h, b.h)
    if (a.l === undefined && b.l === undefined) return { h, l: this.tape.unary('neg', excess), ...(k === undefined ? {} : { k }) }
    if (a.l !== undefined) excess = this.difference(excess, this.product(a.l, b.h))
    if (b.l !== undefined) excess = this.difference(excess, this.product(a.h, b.l))
    const high = this.difference(h, excess)
    const low = this.difference(this.difference(h, high), excess)
    return k === undefined ? { h: high, l: low } : { h: high, l: low, k }
  }

  /** a 2^n, held back (precise). */
  shifted(a: Real, n: number): Real {
    const { h, l, k } = this.#tamed(a)
    return { h, ...(l === undefined ? {} : { l }), k: k === undefined ? this.literal(n) : this.sum(k, this.literal(n)) }
  }

  #powerOfTwo(a: Real): number | undefined {
    const value = a.l === undefined && a.k === undefined ? this.tape.constantOf(a.h) : undefined
    return value !== undefined && Math.abs(value) >= 2 ** -20 && Math.abs(value) <= 2 ** 20 && Number.isInteger(Math.log2(Math.abs(value)))
      ? value
      : undefined
  }

  div(a: Real, b: Real): Real {
    if (!this.precise) {
      if (a.d !== undefined && a.d === b.d) return { h: a.h, d: b.h, weight: Math.max(a.weight ?? 0, b.weight ?? 0) }
      const heavy = (a.weight ?? 0) + (b.weight ?? 0) > maximumWeight
      if (heavy && (a.d ?? b.d) !== undefined) return this.div(this.settle(a), this.settle(b))
      const h = b.d === undefined ? a.h : this.product(a.h, b.d)
      const d = a.d === undefined ? b.h : this.product(a.d, b.h)
      return { h, d, weight: (a.weight ?? 0) + (b.weight ?? 0) }
    }
    return this.#scaled(a, b, (p, q) => this.#over(p, q))
  }

  #over(a: Real, b: Real): Real {
    const k = b.k === undefined ? a.k : a.k === undefined ? this.tape.unary('neg', b.k) : this.difference(a.k, b.k)
    const q = this.tape.binary('div', a.h, b.h)
    // (a - q b) / b, with q b exact.
    const p = this.product(q, b.h)
    let rest = this.sum(this.difference(a.h, p), this.tape.binary('producterror', q, b.h))
    if (a.l !== undefined) rest = this.sum(rest, a.l)
    if (b.l !== undefined) rest = this.difference(rest, this.product(q, b.l))
    const correction = this.tape.binary('div', rest, b.h)
    const ratio = this.renormal(q, this.#sound(q, correction), k)
    // At a pole no rest, or whatever multiplies the quotient were NaN.
    return { ...ratio, l: this.#finite(q, ratio.l!) }
  }

  #finite(main: Id, low: Id): Id {
    return this.tape.select(this.tape.binary('eq', this.difference(main, main), this.literal(0)), low, this.literal(0))
  }

  /** The correction, or 0 where the main part is not finite or 0, whose residual is NaN. */
  #sound(main: Id, correction: Id): Id {
    return this.tape.select(this.tape.binary('eq', correction, correction), this.#finite(main, correction), this.literal(0))
  }

  sqrt(a: Real): Real {
    if (!this.precise) return { h: this.tape.unary('sqrt', this.settle(a).h) }
    if (!a.wild) return this.#root(this.settle(a))
    const t = this.#tamed(a)
    const half = this.tape.unary('floor', this.product(t.k!, this.literal(0.5)))
    const by = this.sum(this.literal(1), this.difference(t.k!, this.sum(half, half)))
    const even = { h: this.product(t.h, by), ...(t.l === undefined ? {} : { l: this.product(t.l, by) }) }
    const tame = { ...this.#root(even), k: half }
    return a.l === undefined && a.k === undefined ? { h: this.tape.unary('sqrt', a.h), wild: true, tame } : tame
  }

  #root(s: Real): Real {
    const root = this.tape.unary('sqrt', s.h)
    let rest = this.sum(this.difference(s.h, this.product(root, root)), this.tape.binary('producterror', root, root))
    if (s.l !== undefined) rest = this.sum(rest, s.l)
    return this.renormal(root, this.#sound(root, this.tape.binary('div', rest, this.sum(root, root))))
  }

  select(condition: Id, a: Real, b: Real): Real {
    const pick = (p: Id, q: Id): Id => this.tape.select(condition, p, q)
    if (!this.precise) {
      if (a.d === undefined && b.d === undefined) return { h: pick(a.h, b.h), weight: Math.max(a.weight ?? 0, b.weight ?? 0) }
      const one = this.literal(1)
      return { h: pick(a.h, b.h), d: pick(a.d ?? one, b.d ?? one), weight: Math.max(a.weight ?? 0, b.weight ?? 0) }
    }
    const zero = this.literal(0)
    return {
      h: pick(a.h, b.h),
      ...(a.l === undefined && b.l === undefined ? {} : { l: pick(a.l ?? zero, b.l ?? zero) }),
      ...(a.k === undefined && b.k === undefined ? {} : { k: pick(a.k ?? zero, b.k ?? zero) }),
      ...(a.wild || b.wild ? { wild: true } : {}),
      ...(a.tame || b.tame ? { tame: this.select(condition, this.#tamed(a), this.#tamed(b)) } : {}),
    }
  }

  /** a < b as a truth; ties of the high parts are settled by the low ones. */
  less(a: Real, b: Real): Id {
    const [p, q] = [this.settle(a), this.settle(b)]
    const high = this.tape.binary('lt', p.h, q.h)
    if (!this.precise || (p.l === undefined && q.l === undefined)) return high
    const zero = this.literal(0)
    const low = this.tape.binary('lt', p.l ?? zero, q.l ?? zero)
    return this.tape.binary('or', high, this.tape.binary('and', this.tape.binary('eq', p.h, q.h), low))
  }

  equal(a: Real, b: Real): Id {
    const [p, q] = [this.settle(a), this.settle(b)]
    const high = this.tape.binary('eq', p.h, q.h)
    if (!this.precise || (p.l === undefined && q.l === undefined)) return high
    const zero = this.literal(0)
    return this.tape.binary('and', high, this.tape.binary('eq', p.l ?? zero, q.l ?? zero))
  }

  /** a <= b. */
  atMost(a: Real, b: Real): Id {
    return this.precise
      ? this.tape.binary('or', this.less(a, b), this.equal(a, b))
      : this.tape.binary('le', this.settle(a).h, this.settle(b).h)
  }

  /** |a|, in one piece. */
  abs(a: Real): Real {
    const s = this.settle(a)
    if (!this.precise || (s.l === undefined && !s.tame)) return { ...s, h: this.tape.unary('abs', s.h) }
    return this.select(this.tape.binary('lt', s.h, this.literal(0)), this.neg(s), s)
  }

  /** a with the sign of b's high part, which it has but where it is 0. */
  signed(a: Real, b: Id): Real {
    const s = this.precise ? a : this.settle(a)
    return { ...s, h: this.tape.binary('copysign', s.h, b) }
  }

  /** Kept within [low, high]; the low part goes where the high part was clamped. */
  clamp(a: Real, low: number, high: number): Real {
    const s = this.settle(a)
    const h = this.tape.binary('min', this.tape.binary('max', s.h, this.literal(low)), this.literal(high))
    if (!this.precise || s.l === undefined) return { h }
    return { h, l: this.tape.select(this.tape.binary('eq', h, s.h), s.l, this.literal(0)) }
  }

  /** c[0] + z (c[1] + z (...)) in doubles. */
  horner(z: Id, coefficients: readonly number[]): Id {
    let p = this.literal(coefficients[coefficients.length - 1])
    for (let i = coefficients.length - 2; i >= 0; i--) p = this.sum(this.literal(coefficients[i]), this.product(z, p))
    return p
  }
}
