/** Sums and products taken apart. A product: an exact coefficient and factors with integer powers, so that rules match whatever the order. */
import { div, type Expr, integer, mul, neg, one, pow, rational } from '../ir/index.ts'

export interface Product {
  readonly coefficient: Expr
  readonly powers: ReadonlyMap<Expr, number>
}

export function factors(e: Expr): Product {
  const powers = new Map<Expr, number>()
  let coefficient = one
  const visit = (node: Expr, sign: number): void => {
    const [a, b] = node.args
    if (node.op === 'const') coefficient = sign > 0 ? mul(coefficient, node) : div(coefficient, node)
    else if (node.op === 'neg') {
      coefficient = mul(coefficient, integer(-1))
      visit(a, sign)
    } else if (node.op === 'mul') {
      visit(a, sign)
      visit(b, sign)
    } else if (node.op === 'div') {
      visit(a, sign)
      visit(b, -sign)
    } else if (node.op === 'pow') powers.set(a, (powers.get(a) ?? 0) + sign * Number(b.numerator))
    else powers.set(node, (powers.get(node) ?? 0) + sign)
  }
  visit(e, 1)
  for (const [factor, power] of powers) if (power === 0) powers.delete(factor)
  return { coefficient, powers }
}

/** a / b as a product. */
export function quotient(a: Product, b: Product): Product {
  const powers = new Map(a.powers)
  for (const [factor, power] of b.powers) powers.set(factor, (powers.get(factor) ?? 0) - power)
  for (const [factor, power] of powers) if (power === 0) powers.delete(factor)
  return { coefficient: div(a.coefficient, b.coefficient), powers }
}

export function sameProduct(a: Product, b: Product): boolean {
  if (a.coefficient !== b.coefficient || a.powers.size !== b.powers.size) return false
  for (const [factor, power] of a.powers) if (b.powers.get(factor) !== power) return false
  return true
}

/** The product as an expression again; quotients stay quotients. */
export function multiplied(p: Product): Expr {
  const raise = (factor: Expr, power: number): Expr => pow(factor, power)
  let top = rational(p.coefficient.numerator)
  let bottom = rational(p.coefficient.denominator)
  for (const [factor, power] of p.powers) {
    if (power > 0) top = mul(top, raise(factor, power))
    else bottom = mul(bottom, raise(factor, -power))
  }
  return div(top, bottom)
}

/** The two terms of a sum or difference, the second with its sign. */
export const terms = (e: Expr): readonly [Expr, Expr] | undefined =>
  e.op === 'add' ? [e.args[0], e.args[1]] : e.op === 'sub' ? [e.args[0], neg(e.args[1])] : undefined
