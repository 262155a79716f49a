import type { Arithmetic, Op } from '../ir/index.ts'
import type { BigArithmetic, BigFloat } from '../number/index.ts'

/**
 * The exact reference as an arithmetic of the canonical interpreter.
 *
 * @example
 * const { unary, rational } = exactArithmetic(createBigArithmetic(200))
 * toNumber(unary('exp', rational(1n, 3n))) // 1.395612425086089
 */
export function exactArithmetic(arithmetic: BigArithmetic): Arithmetic<BigFloat> {
  const one = arithmetic.constant(1n, 1n)
  const two = arithmetic.constant(2n, 1n)
  const extra: Readonly<Partial<Record<Op, (a: BigFloat) => BigFloat>>> = {
    tanhshrink: a => arithmetic.sub(a, arithmetic.tanh(a)),
    tanhsoftplus: a => arithmetic.tanh(arithmetic.softplus(a)),
    silu_slope: a => {
      const [s, t] = [arithmetic.sigmoid(a), arithmetic.sigmoid(arithmetic.neg(a))]
      return arithmetic.add(s, arithmetic.mul(a, arithmetic.mul(s, t)))
    },
    mish_slope: a => {
      const t = arithmetic.tanh(arithmetic.softplus(a))
      const slope = arithmetic.mul(arithmetic.sub(one, arithmetic.mul(t, t)), arithmetic.sigmoid(a))
      return arithmetic.add(t, arithmetic.mul(a, slope))
    },
    gelu_slope: a => arithmetic.add(arithmetic.normcdf(a), arithmetic.mul(a, arithmetic.normpdf(a))),
  }
  return {
    rational: (n, d) => arithmetic.constant(n, d),
    pi: () => arithmetic.pi,
    compare: (a, b) => arithmetic.compare(a, b),
    unary: (op, a) => (extra[op] ?? (arithmetic[op as 'exp'] as (v: BigFloat) => BigFloat))(a),
    binary: (op, a, b) => {
      if (op === 'max') return arithmetic.compare(a, b) < 0 ? b : a
      if (op === 'min') return arithmetic.compare(b, a) < 0 ? b : a
      if (op !== 'pow') return arithmetic[op as 'add'](a, b)
      let n = Math.round(arithmetic.toNumber(b))
      const invert = n < 0
      n = Math.abs(n)
      let result = one
      for (let i = 0; i < n; i++) result = arithmetic.mul(result, a)
      return invert ? arithmetic.div(one, result) : arithmetic.mul(arithmetic.div(result, two), two)
    },
  }
}
