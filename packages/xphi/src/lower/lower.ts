/**
 * Expression to tape. The rules run first; then each node becomes steps of the chosen precision. A formula with row reductions is cut at each
 * one into phases: the phase before a reduction computes what is reduced, the later ones read its result.
 */
import { type Expr, interpret, isReduction, type Op, topological } from '../ir/index.ts'
import { createBigArithmetic } from '../number/index.ts'
import { elementary } from './elementary/index.ts'
import { phase } from './elementary/trigonometric.ts'
import { exactArithmetic } from './exact.ts'
import { inputWeight, type Precision, type Real, RealArithmetic } from './real.ts'
import { rewrite } from './rewrite.ts'
import { type Tape, TapeBuilder } from './tape.ts'
import { expanded, expansionOf } from './zeros.ts'

export interface Reduction {
  readonly name: string
  readonly op: 'rowsum' | 'rowmax'
}

export interface Phase {
  /** Reductions that this phase's tape feeds, one output pair (high, low) each; empty in the last phase. */
  readonly reductions: readonly Reduction[]
  readonly tape: Tape
}

export interface Program {
  readonly precision: Precision
  readonly phases: readonly Phase[]
}

/** Lowers the outputs together, sharing what they share. */
export function lower(outputs: readonly Expr[], precision: Precision): Program {
  const roots = outputs.map(rewrite)
  const reductions = topological(roots).filter(e => isReduction(e.op))
  const name = (e: Expr): string => `r${reductions.indexOf(e)}`
  const depth = new Map<Expr, number>()
  for (const node of topological(roots)) {
    const below = Math.max(0, ...node.args.map(a => depth.get(a)!))
    depth.set(node, isReduction(node.op) ? below + 1 : below)
  }
  const levels = Math.max(0, ...reductions.map(r => depth.get(r)!))
  const phases: Phase[] = []
  for (let level = 1; level <= levels; level++) {
    const fed = reductions.filter(r => depth.get(r) === level)
    phases.push({
      reductions: fed.map(r => ({ name: name(r), op: r.op === 'rowsum' ? 'rowsum' : 'rowmax' })),
      tape: phaseTape(
        fed.map(r => r.args[0]),
        precision,
        name,
        true,
      ),
    })
  }
  phases.push({ reductions: [], tape: phaseTape(roots, precision, name, false) })
  return { precision, phases }
}

/** With `pairs`, each output is a high and a low part; without, one rounded double. */
function phaseTape(outputs: readonly Expr[], precision: Precision, name: (e: Expr) => string, pairs: boolean): Tape {
  const builder = new TapeBuilder()
  const m = new RealArithmetic(builder, precision)
  const done = new Map<Expr, Real>()
  const truths = new Map<Expr, number>()
  const visit = (e: Expr): Real => {
    let value = done.get(e)
    if (!value) {
      value = lowerNode(e, m, visit, truth, name)
      const near = m.precise ? expansionOf(e) : undefined
      if (near) value = expanded(m, near.expansion, visit(near.argument), value)
      done.set(e, value)
    }
    return value
  }
  const truth = (e: Expr): number => {
    let value = truths.get(e)
    if (value === undefined) {
      const [a, b] = e.args.map(visit)
      value = e.op === 'lt' ? m.less(a, b) : e.op === 'eq' ? m.equal(a, b) : builder.binary('or', m.less(a, b), m.equal(a, b))
      truths.set(e, value)
    }
    return value
  }
  const results = outputs.flatMap(e => {
    const value = visit(e)
    if (!pairs) return [m.round(value)]
    const settled = m.settle(value)
    return [settled.h, settled.l ?? m.literal(0)]
  })
  return builder.finish(results)
}

export function lowerNode(
  e: Expr,
  m: RealArithmetic,
  visit: (e: Expr) => Real,
  truth: (e: Expr) => number,
  name: (e: Expr) => string,
): Real {
  const constant = constantValue(e)
  if (constant) return m.constant(constant.h, constant.l)
  const [a, b, c] = e.args
  const low = (h: number): Real => (m.precise && isReduction(e.op) ? { h, l: m.tape.read('sum', `${name(e)}.low`) } : { h })
  switch (e.op) {
    case 'input':
    case 'param':
      return m.precise ? { h: m.tape.read(e.op, e.name), wild: true } : { h: m.tape.read(e.op, e.name), weight: inputWeight }
    case 'rowlength':
      return { h: m.tape.read('sum', 'length') }
    case 'rowsum':
    case 'rowmax':
      return low(m.tape.read('sum', name(e)))
    case 'add':
      return m.add(visit(a), visit(b))
    case 'sub':
      return m.sub(visit(a), visit(b))
    case 'mul':
      return m.mul(visit(a), visit(b))
    case 'div':
      return m.div(visit(a), visit(b))
    case 'neg':
      return m.neg(visit(a))
    case 'sqrt':
      return m.sqrt(visit(a))
    case 'abs':
      return m.abs(visit(a))
    case 'stopgrad':
      return visit(a)
    case 'pow':
      return power(m, visit(a), Number(b.numerator))
    case 'min':
      return m.select(m.less(visit(b), visit(a)), visit(b), visit(a))
    case 'max':
      return m.select(m.less(visit(a), visit(b)), visit(b), visit(a))
    case 'select':
      return m.select(truth(a), visit(b), visit(c))
    default: {
      const make = elementary[e.op]
      if (!make) throw new Error(`no lowering for ${e.op}`)
      const { of, quarters } = e.op === 'sin' || e.op === 'cos' ? phase(a) : { of: a, quarters: 0 }
      const value = make(m, m.moderate(visit(of)), quarters)
      return vanishing.includes(e.op) ? m.wild(value) : value
    }
  }
}

/** Functions that are small where their argument is. */
const vanishing: readonly Op[] = ['expm1', 'log1p', 'sin', 'tanh', 'erf', 'tanhshrink']

function power(m: RealArithmetic, base: Real, n: number): Real {
  if (n < 0) return m.div(m.constant(1), power(m, base, -n))
  if (n === 1) return base
  const half = power(m, base, n >> 1)
  const square = m.mul(half, half)
  return n & 1 ? m.mul(square, base) : square
}

// Constants such as 1.702 or sqrt(2 / pi) are exact in the definition: rounding them to one double costs many ulps in the tails.
const big = /*@__PURE__*/ createBigArithmetic(200)
const exact = /*@__PURE__*/ exactArithmetic(big)
const constants = new WeakMap<Expr, { readonly h: number; readonly l: number } | null>()

/** The value of an expression without inputs and parameters, as a double and the rest. */
export function constantValue(e: Expr): { readonly h: number; readonly l: number } | undefined {
  let value = constants.get(e)
  if (value === undefined) {
    const varies: readonly Op[] = ['input', 'param', 'rowlength', 'rowsum', 'rowmax', 'lt', 'le', 'eq']
    if (varies.includes(e.op) || e.args.some(a => !constantValue(a))) value = null
    else {
      const number = interpret(e, exact, { inputs: {}, parameters: {} })[0]
      const h = big.toNumber(number)
      value = { h, l: Number.isFinite(h) ? big.toNumber(big.sub(number, big.fromNumber(h))) : 0 }
    }
    constants.set(e, value)
  }
  return value ?? undefined
}
