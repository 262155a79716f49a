/**
 * Expression to single tape, for `fast` kernels. The tape's last output is the truth that the results before it are within the bound; lanes where it is
 * false are for the exact kernel. So a form needs to be sound only on the interval where singles do well, and no blend, clamp or held-back power for
 * infinities, NaN and the far tails slows the common case.
 */
import { build, type Expr, isConst, mul, neg, one, topological, transform } from '../../ir/index.ts'
import { factors, multiplied } from '../factors.ts'
import { constantValue } from '../lower.ts'
import { rewrite } from '../rewrite.ts'
import { type Tape, TapeBuilder } from '../tape.ts'
import { argument, functionIn, roundedOnce, steady } from './argument.ts'
import { density, exp, expm1, sigmoid, siluSlope, softplus, tanh, tanhsoftplus } from './exponential.ts'
import { geluSlope, normcdf, normpdf, timesNormcdf } from './normal.ts'
import { inputLimit, none, type Single, SingleArithmetic, Unbounded } from './single.ts'
import { affine, spread } from './forms.ts'

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

/** The outputs on singles; `careful` as SingleArithmetic has it, where it must be. Throws an Unbounded that says why where there is no such form. */
export function lowerFast(request: FastRequest, careful = false): FastTape {
  try {
    return lowered(request, careful)
  } catch (error) {
    if (careful || !(error instanceof Unbounded)) throw error
    return lowered(request, true)
  }
}

function lowered({ outputs, factor = one, inputs, doubles = none, ulps }: FastRequest, careful: boolean): FastTape {
  const roots = outputs.map(e => mul(factor, transform(rewrite(transform(rewrite(e), spread)), affine)))
  const tape = new TapeBuilder()
  const m = new SingleArithmetic(tape, careful)
  const visit = visitor(m, doubles)
  const results = roots.map(e => m.settle(visit(e)))
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

function visitor(m: SingleArithmetic, doubles: ReadonlySet<string>): (e: Expr) => Single {
  const done = new Map<Expr, Single>()
  const visit = (e: Expr): Single => {
    let value = done.get(e)
    if (!value) {
      value = node(e)
      done.set(e, value)
    }
    return value
  }
  const truth = (e: Expr) => {
    const [a, b] = e.args.map(visit)
    return m.compare(e.op as 'lt', m.settle(a), m.settle(b))
  }
  const call = (op: keyof typeof functions, of: Expr): Single => functions[op](m, argument(m, of, visit))
  const node = (e: Expr): Single => {
    const constant = constantValue(e)
    if (constant) return m.constant(constant.h)
    const [a, b, c] = e.args
    switch (e.op) {
      case 'input':
      case 'param':
        return m.read(e.op, e.name, e.op === 'input' || !doubles.has(e.name))
      case 'add':
        return sum(e, visit(a), visit(b))
      case 'sub':
        return sum(e, visit(a), m.neg(visit(b)))
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
        return m.select(test.id, test.needs, visit(b), visit(c))
      }
      default:
        if (e.op in functions) return call(e.op as 'exp', a)
        throw new Unbounded(`${e.op} has no form in singles`)
    }
  }
  /** Arithmetic that may cancel is done in doubles and rounded once. */
  function sum(e: Expr, a: Single, b: Single): Single {
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
          above.push(density(m, argument(m, u, visit)))
        }
      } else if (of.op === 'normcdf' && left.has(of) && take(u)) {
        take(of)
        above.push(timesNormcdf(m, argument(m, u, visit)))
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
