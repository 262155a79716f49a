/** The grammar of expressions, checked between passes: arity, sorts, and names. */
import { type Expr, maximumPower, topological } from './expression.ts'
import { specOf } from './ops.ts'

export class VerifyError extends Error {
  override readonly name = 'VerifyError'
}

export interface Names {
  readonly inputs: readonly string[]
  readonly parameters: readonly string[]
}

const isPower = (e: Expr): boolean =>
  e.op === 'const' && e.denominator === 1n && e.numerator <= BigInt(maximumPower) && e.numerator >= BigInt(-maximumPower)

/** Throws a VerifyError at the first malformed node; returns its argument. */
export function verify(root: Expr, names?: Names): Expr {
  for (const node of topological([root])) {
    const spec = specOf(node.op)
    if (node.args.length !== spec.args.length)
      throw new VerifyError(`${node.op} takes ${spec.args.length} arguments, not ${node.args.length}`)
    node.args.forEach((arg, i) => {
      const sort = specOf(arg.op).result
      if (sort !== spec.args[i])
        throw new VerifyError(`argument ${i + 1} of ${node.op} must be a ${spec.args[i]}, not a ${sort} (${arg.op})`)
    })
    if (node.op === 'pow' && !isPower(node.args[1])) throw new VerifyError(`pow takes an integer constant up to ${maximumPower}`)
    if (node.op === 'input' && names && !names.inputs.includes(node.name)) throw new VerifyError(`unknown input '${node.name}'`)
    if (node.op === 'param' && names && !names.parameters.includes(node.name)) throw new VerifyError(`unknown parameter '${node.name}'`)
  }
  return root
}
