/**
 * The canonical interpreter: what an expression means, over any arithmetic (doubles, BigInt reference). Slow and obvious; every
 * backend is tested against it. An expression is evaluated over one row; a pointwise one treats each element alone.
 */
import { type Expr, topological } from './expression.ts'
import type { Op } from './ops.ts'

export interface Arithmetic<T> {
  rational(numerator: bigint, denominator: bigint): T
  pi(): T
  unary(op: Op, a: T): T
  binary(op: Op, a: T, b: T): T
  /** -1, 0, 1, or NaN when unordered. */
  compare(a: T, b: T): number
}

export interface Environment<T> {
  readonly inputs: Readonly<Record<string, readonly T[]>>
  readonly parameters: Readonly<Record<string, T>>
}

export function interpret<T>(root: Expr, arithmetic: Arithmetic<T>, environment: Environment<T>): T[] {
  const length = Object.values(environment.inputs)[0]?.length ?? 1
  const numbers = new Map<Expr, T[]>()
  const truths = new Map<Expr, boolean[]>()
  const fill = (value: T): T[] => new Array<T>(length).fill(value)
  for (const node of topological([root])) {
    const [a, b, c] = node.args
    const each = (f: (i: number) => T): void =>
      void numbers.set(
        node,
        Array.from({ length }, (_, i) => f(i)),
      )
    const test = (f: (order: number) => boolean): void =>
      void truths.set(
        node,
        Array.from({ length }, (_, i) => f(arithmetic.compare(numbers.get(a)![i], numbers.get(b)![i]))),
      )
    switch (node.op) {
      case 'const':
        numbers.set(node, fill(arithmetic.rational(node.numerator, node.denominator)))
        break
      case 'pi':
        numbers.set(node, fill(arithmetic.pi()))
        break
      case 'rowlength':
        numbers.set(node, fill(arithmetic.rational(BigInt(length), 1n)))
        break
      case 'input':
        numbers.set(node, [...environment.inputs[node.name]])
        break
      case 'param':
        numbers.set(node, fill(environment.parameters[node.name]))
        break
      case 'lt':
        test(order => order < 0)
        break
      case 'le':
        test(order => order <= 0)
        break
      case 'eq':
        test(order => order === 0)
        break
      case 'select':
        each(i => (truths.get(a)![i] ? numbers.get(b)![i] : numbers.get(c)![i]))
        break
      case 'stopgrad':
        numbers.set(node, numbers.get(a)!)
        break
      case 'rowsum': {
        const [first, ...rest] = numbers.get(a)!
        numbers.set(node, fill(rest.reduce((s, v) => arithmetic.binary('add', s, v), first)))
        break
      }
      case 'rowmax': {
        const values = numbers.get(a)!
        numbers.set(node, fill(values.reduce((m, v) => arithmetic.binary('max', m, v))))
        break
      }
      default:
        if (node.args.length === 1) each(i => arithmetic.unary(node.op, numbers.get(a)![i]))
        else each(i => arithmetic.binary(node.op, numbers.get(a)![i], numbers.get(b)![i]))
    }
  }
  return numbers.get(root)!
}
