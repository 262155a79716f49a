/** Sums with what their terms share outside, so that it errs once and the sum, which may cancel, holds less that errs. */
import { add, type Expr, mul, one } from '../../ir/index.ts'
import { factors, multiplied, type Product, quotient, terms } from '../factors.ts'

/** The terms of a sum of sums. */
function flat(e: Expr): readonly Expr[] {
  return terms(e)?.flatMap(flat) ?? [e]
}

const sumOf = (of: readonly Expr[]): Expr => of.reduce((p, q) => add(p, q))

/** With the factor that most terms share outside of them, and so on within; e itself where they share none. */
export function shared(e: Expr): Expr {
  return gathered(flat(e)) ?? e
}

function gathered(of: readonly Expr[]): Expr | undefined {
  const products: readonly Product[] = of.map(factors)
  const counts = new Map<Expr, number>()
  for (const { powers } of products) for (const [f, power] of powers) if (power > 0) counts.set(f, (counts.get(f) ?? 0) + 1)
  const [best, count] = [...counts].reduce<readonly [Expr, number]>((p, q) => (q[1] > p[1] ? q : p), [one, 1])
  if (count === 1) return undefined
  const has = (p: Product): boolean => (p.powers.get(best) ?? 0) > 0
  const inside = products.filter(has).map(p => multiplied(quotient(p, factors(best))))
  const outside = of.filter((_, i) => !has(products[i]))
  const product = mul(best, gathered(inside) ?? sumOf(inside))
  const whole = [...outside, product]
  return gathered(whole) ?? sumOf(whole)
}
