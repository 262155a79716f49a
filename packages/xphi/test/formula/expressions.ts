/** Random expressions, made by the constructors that the parser uses. */
import fc from 'fast-check'
import * as ir from '../../src/ir/index.ts'
import type { Expr, Op } from '../../src/ir/index.ts'

const unary = (Object.keys(ir.ops) as Op[]).filter(op => ir.specOf(op).callable && ir.specOf(op).args.length === 1 && !ir.isReduction(op))

export const rationals: fc.Arbitrary<Expr> = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map(ir.integer),
  fc.tuple(fc.bigInt(-(10n ** 30n), 10n ** 30n), fc.bigInt(1n, 10n ** 30n)).map(([n, d]) => ir.rational(n, d)),
  fc
    .tuple(fc.integer({ min: -9999, max: 9999 }), fc.integer({ min: 0, max: 300 }))
    .map(([n, k]) => ir.rational(BigInt(n), 10n ** BigInt(k))),
  fc
    .tuple(fc.boolean(), fc.integer({ min: 0, max: 2047 }))
    .map(([top, k]) => (top ? ir.rational(1n << BigInt(k)) : ir.rational(-1n, 1n << BigInt(k)))),
)

export interface Grammar {
  readonly leaves: fc.Arbitrary<Expr>
  readonly unary: readonly Op[]
  readonly reductions: boolean
}

export const whole: Grammar = {
  leaves: fc.oneof(
    rationals,
    fc.constantFrom(ir.input('x'), ir.input('gate'), ir.param('alpha'), ir.param('_b2'), ir.pi(), ir.rowLength()),
  ),
  unary,
  reductions: true,
}

/** Expressions of that grammar, up to about ten levels deep. */
export function expressions({ leaves, unary, reductions }: Grammar): fc.Arbitrary<Expr> {
  return fc.letrec<{ e: Expr; test: Expr }>(tie => {
    const two = fc.tuple(tie('e'), tie('e'))
    const nonzero = (b: Expr): Expr => (ir.isConst(b, 0) ? ir.one : b)
    return {
      e: fc.oneof(
        { maxDepth: 8, depthSize: 'medium' },
        leaves,
        two.map(([a, b]) => ir.add(a, b)),
        two.map(([a, b]) => ir.sub(a, b)),
        two.map(([a, b]) => ir.mul(a, b)),
        two.map(([a, b]) => ir.div(a, nonzero(b))),
        tie('e').map(ir.neg),
        fc.tuple(tie('e'), fc.integer({ min: -4, max: 66 })).map(([a, n]) => ir.pow(a, n)),
        fc.tuple(fc.constantFrom(...unary), tie('e')).map(([op, a]) => ir.build(op, [a])),
        fc.tuple(fc.constantFrom<Op>('min', 'max'), two).map(([op, pair]) => ir.build(op, pair)),
        fc.tuple(tie('test'), two).map(([test, [a, b]]) => ir.select(test, a, b)),
        ...(reductions ? [fc.tuple(fc.constantFrom<Op>('rowsum', 'rowmax'), tie('e')).map(([op, a]) => ir.build(op, [a]))] : []),
      ),
      test: fc.tuple(fc.constantFrom(ir.lt, ir.le, ir.eq), two).map(([make, [a, b]]) => make(a, b)),
    }
  }).e
}
