/**
 * Expression to single tape, for `fast` kernels. The tape's last output is the truth that the results before it are within the bound; lanes where it is
 * false are for the exact kernel. So a form needs to be sound only on the interval where singles do well, and no blend, clamp or held-back power for
 * infinities, NaN and the far tails slows the common case.
 */
import { build, type Expr, isConst, type Op, mul, neg, one, topological, transform } from '../../ir/index.ts'
import { factors, multiplied } from '../factors.ts'
import { constantValue } from '../lower.ts'
import { rewrite } from '../rewrite.ts'
import { type Tape, TapeBuilder } from '../tape.ts'
import { type Argument, argument, functionIn, inDoubles, roundedOnce, steady } from './argument.ts'
import { density, exp, expm1, sigmoid, siluSlope, softplus, tanh, tanhsoftplus } from './exponential.ts'
import { geluSlope, normcdf, normpdf, timesNormcdf } from './normal.ts'
import { inputLimit, none, type Single, SingleArithmetic, Unbounded } from './single.ts'
import { affine, spread } from './forms.ts'
import { shared } from './common.ts'
import { MixedArithmetic } from './mixed.ts'
import { density as mixedDensity, expanded, inMixed } from './mixedfunctions.ts'
import { expansionOf } from '../zeros.ts'

export interface FastTape {
  /** The results, then the truth under which they hold. */
  readonly tape: Tape
  /** Bound of each result in ulps where it is normal. */
  readonly bounds: readonly number[]
}

const functions = {
  exp,
  expm1,
  sigmoid,
  tanh,
  softplus,
  tanhsoftplus,
  normcdf,
  normpdf,
  silu_slope: siluSlope,
  gelu_slope: geluSlope,
} as const

/** Below the normal range results are within this many times 2^-149. */
const subnormalQuanta = 2

export interface FastRequest {
  readonly outputs: readonly Expr[]
  /** Multiplies each output. */
  readonly factor?: Expr
  /** Inputs whose NaN is every output's. */
  readonly inputs: readonly string[]
  /** Parameters that are doubles; the others are singles. */
  readonly doubles?: ReadonlySet<string>
  /** The largest error of a normal result. */
  readonly ulps: number
}

/** From the fewest steps to the fewest roundings. */
const arithmetics: readonly ((tape: TapeBuilder) => SingleArithmetic)[] = [
  tape => new SingleArithmetic(tape, false),
  tape => new SingleArithmetic(tape, true),
  tape => new MixedArithmetic(tape),
]

/** The outputs on singles, with as few steps as their bound allows, `from` the given arithmetic on. Throws an Unbounded that says why where none does. */
export function lowerFast(request: FastRequest, from = 0): FastTape {
  try {
    return lowered(request, arithmetics[from])
  } catch (error) {
    if (from === arithmetics.length - 1 || !(error instanceof Unbounded)) throw error
    return lowerFast(request, from + 1)
  }
}

function lowered(
  { outputs, factor = one, inputs, doubles = none, ulps }: FastRequest,
  arithmetic: (tape: TapeBuilder) => SingleArithmetic,
): FastTape {
  const roots = outputs.map(e => mul(factor, transform(rewrite(transform(rewrite(e), spread)), affine)))
  const tape = new TapeBuilder()
  const m = arithmetic(tape)
  const visit = visitor(m, doubles)
  const results = roots.map(e => m.finish(visit(e)))
  // The last rounding is half an ulp at most.
  const bounds = results.map(r => Math.max(0, r.error - 0.5))
  results.forEach((r, i) => {
    if (bounds[i] > ulps) throw new Unbounded(`the bound is ${bounds[i].toFixed(1)} ulp`)
    if (r.quanta > subnormalQuanta) throw new Unbounded(`the bound is ${r.quanta} quanta below the normal range`)
  })
  const needs = new Set(results.flatMap(r => [...r.needs]))
  const read = topological(roots).flatMap(e => (e.op === 'input' || e.op === 'param' ? [tape.read(e.op, e.name)] : []))
  for (const id of new Set([...read, ...inputs.map(name => tape.read('input', name))])) {
    if (!bounded(m, id, needs)) needs.add(m.within(id, 2 ** inputLimit))
  }
  const sure = m.all([...needs])
  if (sure === undefined) throw new Unbounded('a formula without inputs')
  return { tape: tape.finish([...results.map(r => r.h), sure]), bounds }
}

/** Whether a need bounds that value already. */
function bounded(m: SingleArithmetic, id: number, needs: ReadonlySet<number>): boolean {
  const { steps } = m.tape
  return [...needs].some(n => {
    const step = steps[n]
    if (step.op !== 'le' || !('b' in step)) return false
    const of = steps[step.a]
    return of.op === 'abs' && 'a' in of && of.a === id && (m.tape.constantOf(step.b) ?? Number.POSITIVE_INFINITY) <= 2 ** inputLimit
  })
}

/** The sign of an input or parameter where its comparison with 0 holds (1) or does not (-1); 0 has either. */
function signIn(test: Expr, holds: 1 | -1): readonly [Expr, 1 | -1] | undefined {
  if (test.op === 'eq') return undefined
  const [a, b] = test.args
  const leaf = (e: Expr): boolean => e.op === 'input' || e.op === 'param'
  if (isConst(a, 0) && leaf(b)) return [b, holds]
  return isConst(b, 0) && leaf(a) ? [a, holds === 1 ? -1 : 1] : undefined
}

/** `signs`: of inputs and parameters, in a branch that their signs choose. */
function visitor(m: SingleArithmetic, doubles: ReadonlySet<string>, signs: ReadonlyMap<Expr, -1 | 1> = new Map()): (e: Expr) => Single {
  const done = new Map<Expr, Single>()
  const visit = (e: Expr): Single => {
    let value = done.get(e)
    if (!value) {
      value = node(e)
      if (m instanceof MixedArithmetic) {
        const near = expansionOf(e)
        if (near) value = expanded(m, near.expansion, inDoubles(m, near.argument), value)
      }
      done.set(e, value)
    }
    return value
  }
  const truth = (e: Expr) => {
    const [a, b] = e.args.map(visit)
    return m.compare(e.op as 'lt', m.settle(a), m.settle(b))
  }
  const call = (op: Op, of: Expr): Single => {
    const at = (e: Expr): Argument => argument(m, e, visit)
    const mixed = m instanceof MixedArithmetic ? inMixed(m, op, of, at) : undefined
    if (mixed) return mixed
    const inSingles = functions[op as keyof typeof functions]
    if (!inSingles) throw new Unbounded(`${op} has no fast form`)
    return m.widened(inSingles(m, at(of)))
  }
  const node = (e: Expr): Single => {
    const constant = constantValue(e)
    if (constant) return m.constant(constant.h)
    const [a, b, c] = e.args
    switch (e.op) {
      case 'input':
      case 'param':
        return { ...m.read(e.op, e.name, e.op === 'input' || !doubles.has(e.name)), sign: signs.get(e) ?? 0 }
      case 'add':
      case 'sub':
        return sum(e)
      case 'neg':
        return m.neg(visit(a))
      case 'mul':
      case 'div':
      case 'pow':
        return product(e)
      case 'sqrt':
        return m.sqrt(visit(a))
      case 'abs':
        return m.abs(visit(a))
      case 'stopgrad':
        return visit(a)
      case 'min':
      case 'max':
        return m.extreme(e.op, visit(a), visit(b))
      case 'select': {
        const test = truth(a)
        const [then, otherwise] = ([1, -1] as const).map(holds => {
          const known = signIn(a, holds)
          return known && !signs.has(known[0]) ? visitor(m, doubles, new Map([...signs, known])) : visit
        })
        return m.select(test.id, test.needs, then(b), otherwise(c))
      }
      default:
        return call(e.op, a)
    }
  }
  /** Arithmetic that may cancel is done in doubles and rounded once. */
  function sum(e: Expr): Single {
    const form = m instanceof MixedArithmetic ? shared(e) : e
    if (form !== e) return visit(form)
    const [left, right] = e.args
    const [a, b] = [visit(left), e.op === 'sub' ? m.neg(visit(right)) : visit(right)]
    if (m instanceof MixedArithmetic) return !functionIn(e) && steady(e) ? m.steady(a, b) : m.add(a, b)
    return m.cancels(m.settle(a), m.settle(b)) && !functionIn(e) && steady(e) ? roundedOnce(m, e) : m.add(a, b)
  }
  /** Inputs first, so that what multiplies them is at most about 1 and an underflow stays the last rounding. */
  function product(e: Expr): Single {
    const { coefficient, powers } = factors(e)
    const left = new Map(powers)
    const take = (of: Expr): boolean => {
      const power = left.get(of) ?? 0
      if (power < 1) return false
      if (power === 1) left.delete(of)
      else left.set(of, power - 1)
      return true
    }
    const above: Single[] = []
    // Several roundings before the functions come in: one instead.
    const plain = [...powers].filter(([of]) => !functionIn(of))
    const roundings = plain.reduce((n, [of, power]) => n + Math.abs(power) * (m.settle(visit(of)).error + 1), -1)
    if (roundings >= 2 && plain.length < powers.size && plain.every(([of]) => steady(of))) {
      for (const [of] of plain) left.delete(of)
      above.push(roundedOnce(m, multiplied({ coefficient: one, powers: new Map(plain) })))
    }
    for (const of of powers.keys()) {
      const [u] = of.args
      if (of.op === 'sigmoid') {
        const other = build('sigmoid', [neg(u)])
        while ((left.get(of) ?? 0) > 0 && take(other)) {
          take(of)
          above.push(m instanceof MixedArithmetic ? mixedDensity(m, argument(m, u, visit)) : density(m, argument(m, u, visit)))
        }
      } else if (of.op === 'normcdf' && left.has(of) && take(u)) {
        take(of)
        above.push(m.widened(timesNormcdf(m, argument(m, u, visit))))
      }
    }
    const below: Single[] = []
    for (const [of, power] of left) for (let n = 0; n < Math.abs(power); n++) (power > 0 ? above : below).push(visit(of))
    if (!isConst(coefficient, 1)) above.push(m.constant(constantValue(coefficient)!.h))
    above.sort((p, q) => q.high - p.high)
    const [first = m.constant(1), ...rest] = above
    const top = rest.reduce((p, q) => m.mul(p, q), first)
    if (below.length === 0) return top
    const [divisor, ...divisors] = below
    return m.div(
      top,
      divisors.reduce((p, q) => m.mul(p, q), divisor),
    )
  }
  return visit
}
