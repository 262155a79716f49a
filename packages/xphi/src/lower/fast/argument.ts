/**
 * What an elementary function is applied to: an exact single times a constant, which its reduction absorbs, or anything else computed in doubles,
 * since in the tails an argument's error counts e^x times.
 */
import { type Expr, topological } from '../../ir/index.ts'
import { factors } from '../factors.ts'
import { constantValue, lowerNode } from '../lower.ts'
import { type Real, RealArithmetic } from '../real.ts'
import { type BinaryStep, type Id, type TableName, TapeBuilder, type UnaryStep } from '../tape.ts'
import { MixedArithmetic } from './mixed.ts'
import { inputLimit, none, type Single, type SingleArithmetic, Unbounded, union } from './single.ts'

export interface Argument {
  /** u = x scale with x an exact single, or the wide u itself. */
  readonly x?: Id
  readonly scale: number
  readonly wide?: Id
  /** u rounded to single, when it is needed: its sign and its interval. */
  readonly rounded: () => Id
  readonly needs: ReadonlySet<Id>
}

/** The tape seen from double arithmetic: what it reads is promoted, its constants are wide. */
class DoubleView extends TapeBuilder {
  readonly #tape: TapeBuilder
  constructor(tape: TapeBuilder) {
    super()
    this.#tape = tape
  }
  override constant(value: number): Id {
    return this.#tape.wideConstant(value)
  }
  override read(op: 'input' | 'param' | 'sum' | 'peak', name: string): Id {
    return op === 'param' ? this.#tape.wideParameter(name) : this.#tape.single('promote', this.#tape.read(op, name))
  }
  override unary(op: UnaryStep, a: Id): Id {
    return this.#tape.unary(op, a)
  }
  override binary(op: BinaryStep, a: Id, b: Id): Id {
    return this.#tape.binary(op, a, b)
  }
  override select(a: Id, b: Id, c: Id): Id {
    return this.#tape.select(a, b, c)
  }
  override table(name: TableName, a: Id): Id {
    return this.#tape.table(name, a)
  }
  override constantOf(id: Id): number | undefined {
    return this.#tape.constantOf(id)
  }
}

const arithmetic: ReadonlySet<string> = /*@__PURE__*/ new Set(
  'const pi input param neg add sub mul div pow min max lt le eq select abs sqrt stopgrad'.split(' '),
)

/** A function in an expression that is more than arithmetic. */
export const functionIn = (e: Expr): Expr | undefined => topological([e]).find(n => !arithmetic.has(n.op))

export function argument(m: SingleArithmetic, e: Expr, visit: (e: Expr) => Single): Argument {
  const scaled = scaledInput(e)
  if (scaled) {
    const x = m instanceof MixedArithmetic ? input(m, scaled.of) : m.settle(visit(scaled.of))
    if (x?.error === 0) {
      return { x: x.h, scale: scaled.by, rounded: () => (scaled.by === 1 ? x.h : m.product(x.h, m.literal(scaled.by))), needs: x.needs }
    }
  }
  const unknown = functionIn(e)
  if (unknown) throw new Unbounded(`the argument of a function holds ${unknown.op}`)
  if (!steady(e)) throw new Unbounded('the argument of a function may cancel')
  const wide = inDoubles(m, e)
  return { wide, scale: 1, rounded: () => m.tape.single('demote', wide), needs: new Set() }
}

/** The single itself, of which mixed arithmetic makes a double. */
const input = (m: SingleArithmetic, e: Expr) => (e.op === 'input' ? { h: m.tape.read(e.op, e.name), error: 0, needs: none } : undefined)

/** The argument in doubles. */
export const inWide = (m: SingleArithmetic, u: Argument): Id =>
  u.wide ?? (u.scale === 1 ? m.promote(u.x!) : m.tape.binary('mul', m.promote(u.x!), m.wide(u.scale)))

/** The arithmetic of an expression in doubles. */
export function inDoubles(m: SingleArithmetic, e: Expr): Id {
  const doubles = new RealArithmetic(new DoubleView(m.tape), 'plain')
  const values = new Map<Expr, Real>()
  const value = (n: Expr): Real => {
    let v = values.get(n)
    if (!v) {
      v = lowerNode(n, doubles, value, truth, name => name.name)
      values.set(n, v)
    }
    return v
  }
  const truth = (n: Expr): Id => {
    const [a, b] = n.args.map(value)
    if (n.op === 'lt') return doubles.less(a, b)
    return n.op === 'eq' ? doubles.equal(a, b) : doubles.tape.binary('or', doubles.less(a, b), doubles.equal(a, b))
  }
  return doubles.settle(value(e)).h
}

/** Whether no sum in e holds another, or a quotient or root: what cancels in it then stands for nearly all digits of a double. */
export const steady = (e: Expr): boolean =>
  topological([e])
    .filter(n => n.op === 'add' || n.op === 'sub')
    .every(n => !topological(n.args).some(a => ['add', 'sub', 'div', 'sqrt'].includes(a.op)))

/** Arithmetic in doubles, rounded once. */
export function roundedOnce(m: SingleArithmetic, e: Expr): Single {
  const h = m.demote(inDoubles(m, e))
  return { h, error: 1, quanta: 0.5, sign: 0, low: -149, high: inputLimit, needs: new Set([m.within(h, 2 ** inputLimit)]) }
}

/** c v with v not constant. */
function scaledInput(e: Expr): { readonly by: number; readonly of: Expr } | undefined {
  let by = 1
  let of: Expr | undefined
  const product = factors(e)
  for (const [factor, power] of product.powers) {
    const value = constantValue(factor)
    if (value) by *= value.h ** power
    else if (of || power !== 1) return undefined
    else of = factor
  }
  return of && { by: by * constantValue(product.coefficient)!.h, of }
}

/** |u|, and the interval in which a function holds. */
export function magnitude(m: SingleArithmetic, a: Argument): Argument {
  const abs = (id: Id): Id => m.tape.unary('abs', id)
  return {
    scale: Math.abs(a.scale),
    rounded: () => abs(a.rounded()),
    needs: a.needs,
    ...(a.x === undefined ? { wide: abs(a.wide!) } : { x: abs(a.x) }),
  }
}

/** The needs of a function that holds for |u| <= limit. */
export function interval(m: SingleArithmetic, a: Argument, limit: number): ReadonlySet<Id> {
  return union(a.needs, new Set([a.x === undefined ? m.within(a.rounded(), limit) : m.within(a.x, limit / Math.abs(a.scale))]))
}
