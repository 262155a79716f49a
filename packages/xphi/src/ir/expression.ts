/**
 * Immutable shared expressions: two structurally equal expressions are one object, so that equality is `===` and common
 * subexpressions are found for nothing. Constants are exact rationals.
 */
import type { Op } from './ops.ts'

export interface Expr {
  readonly op: Op
  readonly args: readonly Expr[]
  /** Of `input` and `param`. */
  readonly name: string
  /** Of `const`: numerator / denominator in lowest terms, denominator positive. */
  readonly numerator: bigint
  readonly denominator: bigint
  readonly id: number
}

// Weak, so that a long-running program may define formulas without end.
const interned = new Map<string, WeakRef<Expr>>()
const forget = /*@__PURE__*/ new FinalizationRegistry<string>(key => {
  if (!interned.get(key)?.deref()) interned.delete(key)
})
let nextId = 0

function intern(op: Op, args: readonly Expr[], name = '', numerator = 0n, denominator = 1n): Expr {
  const key = `${op}|${args.map(a => a.id).join(',')}|${name}|${numerator}/${denominator}`
  const known = interned.get(key)?.deref()
  if (known) return known
  const made: Expr = Object.freeze({ op, args: Object.freeze([...args]), name, numerator, denominator, id: nextId++ })
  interned.set(key, new WeakRef(made))
  forget.register(made, key)
  return made
}

function gcd(a: bigint, b: bigint): bigint {
  while (b) [a, b] = [b, a % b]
  return a < 0n ? -a : a
}

/** The constant numerator / denominator. Throws a RangeError for a denominator of 0. */
export function rational(numerator: bigint, denominator = 1n): Expr {
  if (denominator === 0n) throw new RangeError(`${numerator} / 0 is no number`)
  if (denominator < 0n) return rational(-numerator, -denominator)
  const g = gcd(numerator, denominator)
  return intern('const', [], '', numerator / g, denominator / g)
}

export const integer = (n: number): Expr => rational(BigInt(n))
export const zero: Expr = /*@__PURE__*/ integer(0)
export const one: Expr = /*@__PURE__*/ integer(1)
export const pi = (): Expr => intern('pi', [])
export const input = (name: string): Expr => intern('input', [], name)
export const param = (name: string): Expr => intern('param', [], name)
export const rowLength = (): Expr => intern('rowlength', [])

export const isConst = (e: Expr, value?: number): boolean =>
  e.op === 'const' && (value === undefined || (e.denominator === 1n && e.numerator === BigInt(value)))

// Exact constants stay within this many bits: hostile formulas such as 9^9^9 stop growing there.
const limit = 1n << 2048n
const small = (n: bigint): boolean => n < limit && n > -limit

/** The constant, or undefined where its numerator or denominator takes more than 2048 bits. */
export function bounded(numerator: bigint, denominator = 1n): Expr | undefined {
  const e = rational(numerator, denominator)
  return small(e.numerator) && small(e.denominator) ? e : undefined
}

export function add(a: Expr, b: Expr): Expr {
  if (isConst(a, 0)) return b
  if (isConst(b, 0)) return a
  if (isConst(a) && isConst(b)) {
    const sum = bounded(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
    if (sum) return sum
  }
  if (b.op === 'neg') return sub(a, b.args[0])
  // Branches of one test meet: what gradients of a ternary add up to.
  if (
    a.op === 'select' &&
    b.op === 'select' &&
    a.args[0] === b.args[0] &&
    [a, b].some(e => isConst(e.args[1], 0) || isConst(e.args[2], 0))
  ) {
    return select(a.args[0], add(a.args[1], b.args[1]), add(a.args[2], b.args[2]))
  }
  return intern('add', [a, b])
}

export function neg(a: Expr): Expr {
  if (isConst(a)) return rational(-a.numerator, a.denominator)
  if (a.op === 'neg') return a.args[0]
  return masked(a, neg) ?? intern('neg', [a])
}

/** An operation that keeps zero goes into a ternary one of whose branches is 0: what the other branch would overflow to never matters. */
function masked(e: Expr, inside: (branch: Expr) => Expr): Expr | undefined {
  if (e.op !== 'select') return undefined
  const [test, then, otherwise] = e.args
  if (isConst(then, 0)) return select(test, zero, inside(otherwise))
  return isConst(otherwise, 0) ? select(test, inside(then), zero) : undefined
}

export function sub(a: Expr, b: Expr): Expr {
  if (isConst(b, 0)) return a
  if (isConst(a, 0)) return neg(b)
  if (isConst(a) && isConst(b)) return add(a, neg(b))
  return intern('sub', [a, b])
}

export function mul(a: Expr, b: Expr): Expr {
  if (isConst(a, 0) || isConst(b, 0)) return zero
  if (isConst(a, 1)) return b
  if (isConst(b, 1)) return a
  if (isConst(a) && isConst(b)) {
    const product = bounded(a.numerator * b.numerator, a.denominator * b.denominator)
    if (product) return product
  }
  if (isConst(a, -1)) return neg(b)
  if (isConst(b, -1)) return neg(a)
  return masked(a, p => mul(p, b)) ?? masked(b, p => mul(a, p)) ?? intern('mul', [a, b])
}

export function div(a: Expr, b: Expr): Expr {
  if (isConst(b, 1)) return a
  if (isConst(a, 0) && !isConst(b, 0)) return zero
  const inside = masked(a, p => div(p, b))
  if (inside) return inside
  if (isConst(a) && isConst(b) && b.numerator !== 0n) {
    const quotient = bounded(a.numerator * b.denominator, a.denominator * b.numerator)
    if (quotient) return quotient
  }
  return intern('div', [a, b])
}

/** The largest power that one `pow` takes. */
export const maximumPower = 64

/** a ^ n for an integer n. */
export function pow(a: Expr, n: number): Expr {
  if (n === 0) return one
  if (n === 1) return a
  if (Math.abs(n) > maximumPower) {
    const step = Math.sign(n) * maximumPower
    return mul(pow(a, step), pow(a, n - step))
  }
  if (isConst(a) && (n > 0 || a.numerator !== 0n)) {
    const [p, q] = n > 0 ? [a.numerator, a.denominator] : [a.denominator, a.numerator]
    const power = bounded(p ** BigInt(Math.abs(n)), q ** BigInt(Math.abs(n)))
    if (power) return power
  }
  return intern('pow', [a, integer(n)])
}

export function select(condition: Expr, then: Expr, otherwise: Expr): Expr {
  return then === otherwise ? then : intern('select', [condition, then, otherwise])
}

export const lt = (a: Expr, b: Expr): Expr => intern('lt', [a, b])
export const le = (a: Expr, b: Expr): Expr => intern('le', [a, b])
export const eq = (a: Expr, b: Expr): Expr => intern('eq', [a, b])

/** Any operation by name, simplified as its own constructor does. */
export function build(op: Op, args: readonly Expr[]): Expr {
  const [a, b, c] = args
  switch (op) {
    case 'add':
      return add(a, b)
    case 'sub':
      return sub(a, b)
    case 'mul':
      return mul(a, b)
    case 'div':
      return div(a, b)
    case 'neg':
      return neg(a)
    case 'pow':
      return pow(a, Number(b.numerator))
    case 'select':
      return select(a, b, c)
    case 'rowsum':
      return isConst(a, 1) ? rowLength() : intern(op, args)
    default:
      return intern(op, args)
  }
}

/** All nodes below the roots, arguments before users, each once. */
export function topological(roots: readonly Expr[]): Expr[] {
  const order: Expr[] = []
  const seen = new Set<Expr>()
  const stack: { node: Expr; next: number }[] = []
  for (const root of roots) {
    if (seen.has(root)) continue
    seen.add(root)
    stack.push({ node: root, next: 0 })
    while (stack.length) {
      const top = stack[stack.length - 1]
      if (top.next < top.node.args.length) {
        const child = top.node.args[top.next++]
        if (!seen.has(child)) {
          seen.add(child)
          stack.push({ node: child, next: 0 })
        }
      } else {
        order.push(top.node)
        stack.pop()
      }
    }
  }
  return order
}

/** The same expression with nodes replaced, bottom up: `replace` sees each node after its arguments were rebuilt. */
export function transform(root: Expr, replace: (node: Expr) => Expr): Expr {
  const done = new Map<Expr, Expr>()
  for (const node of topological([root])) {
    const args = node.args.map(a => done.get(a)!)
    const same = args.every((a, i) => a === node.args[i])
    done.set(node, replace(same ? node : build(node.op, args)))
  }
  return done.get(root)!
}
