/**
 * Zeros of derivatives: there the terms of a derivative cancel, and even two doubles keep too little of what is left. Each zero has its own
 * expansion (expansions.ts), which takes the place of the expression about it.
 */
import { derivative } from '../differentiate/index.ts'
import { parse } from '../formula/index.ts'
import { build, type Expr, input, topological, transform } from '../ir/index.ts'
import { type Expansion, expansionRadius, expansions } from './expansions.ts'
import type { Real, RealArithmetic } from './real.ts'
import { rewrite } from './rewrite.ts'

const x = /*@__PURE__*/ input('x')
let known: ReadonlyMap<Expr, Expansion> | undefined

function table(): ReadonlyMap<Expr, Expansion> {
  known ??= new Map(expansions.map(e => [rewrite(derivative(parse(e.formula), x)), e]))
  return known
}

/** The expansion of a rewritten expression and the argument it takes, where the expression has one. */
export function expansionOf(e: Expr): { readonly expansion: Expansion; readonly argument: Expr } | undefined {
  // f(u) as one operation, whatever u; a sum only of one input.
  if (e.op.endsWith('_slope')) {
    const expansion = table().get(build(e.op, [x]))
    return expansion && { expansion, argument: e.args[0] }
  }
  if (e.op !== 'add') return undefined
  const leaves = topological([e]).filter(n => n.op === 'input' || n.op === 'param')
  if (leaves.length !== 1 || leaves[0].op !== 'input') return undefined
  const expansion = table().get(transform(e, n => (n === leaves[0] ? x : n)))
  return expansion && { expansion, argument: leaves[0] }
}

/** The value, or its expansion about the zero. */
export function expanded(m: RealArithmetic, { zero, first, rest }: Expansion, argument: Real, value: Real): Real {
  const a = m.moderate(argument)
  const whole: Real = { h: m.difference(a.h, m.literal(zero.h)) }
  const d = m.add(a.l === undefined ? whole : m.add(whole, { h: a.l }), m.constant(-zero.l, -zero.rest))
  const inside = m.tape.binary('lt', m.tape.unary('abs', d.h), m.literal(expansionRadius))
  const tail = m.sum(m.literal(first.l), m.product(d.h, m.horner(d.h, rest)))
  return m.select(inside, m.mul(d, m.renormal(m.literal(first.h), tail)), value)
}
