/**
 * Expression to single tape with the bits of the plain tape: for formulas whose results are rounded once at most, as those of the ReLU family are. One
 * operation on singles that is computed in doubles and then rounded is the operation rounded once (Figueroa 1995, SIGNUM Newsletter 30(3):21), so singles
 * give the same in half the steps.
 */
import { type Expr, isConst, topological } from '../ir/index.ts'
import { constantValue } from './lower.ts'
import { rewrite } from './rewrite.ts'
import { type Id, type Tape, TapeBuilder } from './tape.ts'

/** A value on the tape. */
interface Value {
  readonly id: Id
  /** It is the single nearest to the value, and not the value itself. */
  readonly rounded: boolean
  /** It is 0, 1 or -1: a factor that nothing is rounded for. */
  readonly unit: boolean
  /** It is below 2^lift times the largest input; undefined where it holds more than inputs of the function. */
  readonly lift: number | undefined
}

export interface SinglesRequest {
  readonly outputs: readonly Expr[]
  /** The function's own inputs, which the truth asks to be finite. */
  readonly inputs: readonly string[]
  /** Parameters that are doubles; the others are singles. */
  readonly doubles: ReadonlySet<string>
  /** By output: whether an input of +-0 is the result, whatever the parameters. */
  readonly keepsZero: readonly boolean[]
}

/** Some operation would round what is rounded, or is none of singles. */
class Rounded extends Error {}

const largest = 2 ** 128 - 2 ** 104

/**
 * The outputs, then the truth under which they are those of the plain tape; undefined where a result is rounded more than once, and where none depends on
 * an input, which leaves nothing to compute.
 */
export function lowerSingles({ outputs, inputs, doubles, keepsZero }: SinglesRequest): Tape | undefined {
  const roots = outputs.map(rewrite)
  if (!topological(roots).some(e => e.op === 'input' && inputs.includes(e.name))) return undefined
  const tape = new TapeBuilder()
  const truths = new Set<Id>()
  const done = new Map<Expr, Value>()
  let lift = 0

  const visit = (e: Expr): Value => {
    let value = done.get(e)
    if (!value) {
      value = node(e)
      lift = Math.max(lift, value.lift ?? 0)
      done.set(e, value)
    }
    return value
  }

  const literal = (value: number, low: number): Value => {
    const id = tape.constant(Math.fround(value))
    return { id, rounded: low !== 0 || Math.fround(value) !== value, unit: [-1, 0, 1].includes(value), lift: undefined }
  }

  /** The operands of an operation that rounds, or compares. */
  const exact = (a: Value, b: Value): readonly [Id, Id] => {
    if (a.rounded || b.rounded) throw new Rounded()
    return [a.id, b.id]
  }

  const rounding = (op: 'add' | 'sub' | 'mul' | 'div', a: Value, b: Value): Value => {
    return { id: tape.binary(op, ...exact(a, b)), rounded: true, unit: false, lift: undefined }
  }

  function product(a: Value, b: Value): Value {
    const rounded = rounding('mul', a, b)
    for (const [p, q] of [
      [a, b],
      [b, a],
    ]) {
      if (p.unit) return { ...q, id: rounded.id }
      const power = Math.log2(tape.constantOf(p.id) ?? 0)
      // Nothing is lost of an input doubled, unless it overflows.
      if (q.lift !== undefined && power > 0 && Number.isInteger(power)) return { ...q, id: rounded.id, lift: q.lift + power }
    }
    return rounded
  }

  function choice(id: Id, a: Value, b: Value): Value {
    const both = a.lift !== undefined && b.lift !== undefined ? Math.max(a.lift, b.lift) : undefined
    return { id, rounded: a.rounded || b.rounded, unit: a.unit && b.unit, lift: both }
  }

  function truth(test: Expr): Id {
    const [a, b] = test.args.map(visit)
    if (test.op === 'lt' || test.op === 'le' || test.op === 'eq') {
      if (a.rounded && b.rounded) throw new Rounded()
      // Rounding keeps the order of what it does not make equal.
      if (a.rounded || b.rounded) truths.add(tape.binary('or', tape.binary('lt', a.id, b.id), tape.binary('lt', b.id, a.id)))
      return tape.binary(test.op, a.id, b.id)
    }
    throw new Rounded()
  }

  function node(e: Expr): Value {
    const constant = constantValue(e)
    if (constant) return literal(constant.h, constant.l)
    const [a, b, c] = e.args
    switch (e.op) {
      case 'input':
        return { id: tape.read('input', e.name), rounded: false, unit: false, lift: inputs.includes(e.name) ? 0 : undefined }
      case 'param':
        return { id: tape.read('param', e.name), rounded: doubles.has(e.name), unit: false, lift: undefined }
      case 'neg':
      case 'abs': {
        const of = visit(a)
        return { ...of, id: tape.unary(e.op, of.id) }
      }
      case 'stopgrad':
        return visit(a)
      case 'add':
      case 'sub': {
        const [p, q] = [visit(a), visit(b)]
        return { ...rounding(e.op, p, q), rounded: !(p.unit && q.unit) }
      }
      case 'div':
        return rounding('div', visit(a), visit(b))
      case 'mul':
        return product(visit(a), visit(b))
      case 'pow':
        if (!isConst(b, 2)) throw new Rounded()
        return rounding('mul', visit(a), visit(a))
      case 'min':
      case 'max': {
        const [p, q] = [visit(a), visit(b)]
        return choice(tape.binary(e.op, ...exact(p, q)), p, q)
      }
      case 'select': {
        const [p, q] = [visit(b), visit(c)]
        return choice(tape.select(truth(a), p.id, q.id), p, q)
      }
      default:
        throw new Rounded()
    }
  }

  try {
    const zero = tape.constant(0)
    const results = roots.map((e, i) => {
      const { id } = visit(e)
      // Only a parameter's sign can give it another sign.
      if (!keepsZero[i] || !topological([e]).some(n => n.op === 'param')) return id
      const x = tape.read('input', inputs[0])
      return tape.select(tape.binary('eq', x, zero), x, id)
    })
    const limit = tape.constant(largest * 2 ** -lift)
    for (const name of inputs) truths.add(tape.binary('le', tape.unary('abs', tape.read('input', name)), limit))
    return tape.finish([...results, [...truths].reduce((p, q) => tape.binary('and', p, q))])
  } catch (error) {
    if (error instanceof Rounded) return undefined
    throw error
  }
}
