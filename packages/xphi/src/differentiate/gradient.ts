/** Reverse mode over expressions: every gradient is an adjoint of the upstream gradient. Apply it twice for the second derivative. */
import { add, build, div, type Expr, isConst, isReduction, mul, one, rowLength, topological, zero } from '../ir/index.ts'
import { rules } from './rules.ts'

/** True when a node has one value a row: it is built of reductions, parameters and constants alone. */
export function rowUniform(root: Expr, memo: Map<Expr, boolean> = new Map()): boolean {
  const known = memo.get(root)
  if (known !== undefined) return known
  const uniform = root.op !== 'input' && (isReduction(root.op) || root.args.every(a => rowUniform(a, memo)))
  memo.set(root, uniform)
  return uniform
}

/**
 * The gradients of sum(seed * root) with respect to each of `wrt` (inputs or parameters), as expressions. A parameter's gradient is
 * the contribution of one element: whoever runs it adds them up.
 *
 * @example
 * gradients(parse('a * x'), ir.input('dy'), [ir.input('x'), ir.param('a')]).map(print) // ['dy * a', 'dy * x']
 */
export function gradients(root: Expr, seed: Expr, wrt: readonly Expr[]): Expr[] {
  const memo = new Map<Expr, boolean>()
  const uniform = (e: Expr): boolean => rowUniform(e, memo)
  const total = (e: Expr): Expr => (uniform(e) ? mul(e, rowLength()) : build('rowsum', [e]))
  // The adjoint of a value that a whole row shares is the row's total; a parameter's is one element's share.
  const spread = (part: Expr, from: Expr, to: Expr): Expr => {
    if (to.op === 'param') return uniform(from) && !isReduction(from.op) ? div(part, rowLength()) : part
    if (!uniform(to)) return part
    if (isReduction(from.op)) return mul(part, rowLength())
    return uniform(from) ? part : total(part)
  }
  const adjoint = new Map<Expr, Expr>([[root, uniform(root) && root.op !== 'param' ? total(seed) : seed]])
  const order = topological([root])
  const depends = dependents(order, wrt)
  for (const node of order.reverse()) {
    const g = adjoint.get(node)
    if (!g || isConst(g, 0)) continue
    const [a, b, c] = node.args
    rules[node.op](g, node, a, b, c).forEach((part, i) => {
      const arg = node.args[i]
      if (!part || isConst(part, 0) || !depends.has(arg)) return
      const contribution = spread(part, node, arg)
      const before = adjoint.get(arg)
      adjoint.set(arg, before ? add(before, contribution) : contribution)
    })
  }
  return wrt.map(w => adjoint.get(w) ?? zero)
}

function dependents(order: readonly Expr[], wrt: readonly Expr[]): Set<Expr> {
  const found = new Set<Expr>(wrt)
  for (const node of order) if (node.args.some(a => found.has(a))) found.add(node)
  return found
}

/**
 * d root / d input, for pointwise and gated expressions.
 *
 * @example
 * print(derivative(parse('x ^ 3'), ir.input('x'))) // '3 * x ^ 2'
 */
export function derivative(root: Expr, wrt: Expr): Expr {
  return gradients(root, one, [wrt])[0]
}

/**
 * The second derivative of a pointwise expression: the derivative, twice.
 *
 * @example
 * print(secondDerivative(parse('x ^ 2'), ir.input('x'))) // '2'
 */
export const secondDerivative = (root: Expr, wrt: Expr): Expr => derivative(derivative(root, wrt), wrt)
