/**
 * Expression to tape. The rules run first; then each node becomes steps of the chosen precision. A formula with row reductions is cut at each
 * one into phases: the phase before a reduction computes what is reduced, the later ones read its result.
 */
import { rowUniform } from '../differentiate/index.ts'
import { type Expr, interpret, isReduction, type Op, specOf, topological } from '../ir/index.ts'
import { createBigArithmetic } from '../number/index.ts'
import { elementary } from './elementary/index.ts'
import { phase } from './elementary/trigonometric.ts'
import { exactArithmetic } from './exact.ts'
import { keptValues } from './kept.ts'
import { expWeight, inputWeight, type Precision, type Real, RealArithmetic } from './real.ts'
import { rewrite } from './rewrite.ts'
import { type Tape, TapeBuilder } from './tape.ts'
import { expanded, expansionOf } from './zeros.ts'

/** Under which a tape reads the length of the row. No parameter has such a name, nor that of a reduction. */
export const lengthName = 'row length'

export interface Reduction {
  readonly name: string
  readonly op: 'rowsum' | 'rowmax'
  /** Summed in two doubles. */
  readonly paired: boolean
}

export interface Phase {
  /** Reductions that this phase's tape feeds, one output pair (high, low) each; empty in the last phase. */
  readonly reductions: readonly Reduction[]
  /** Names under which later phases read, as inputs, what the tape's last outputs are: a double an element. */
  readonly keeps: readonly string[]
  readonly tape: Tape
}

export interface Program {
  readonly precision: Precision
  readonly phases: readonly Phase[]
}

/** Of a row in plain arithmetic. */
export interface RowOptions {
  /** Functions that several phases need are computed in the first of them and kept. */
  readonly keep: true
  /** One more output of the last phase, a truth. Sums are in two doubles then, but for those that it alone needs. */
  readonly truth?: Expr
}

/** A sum of integers, which doubles hold. */
export const isCount = (e: Expr): boolean =>
  e.op === 'rowsum' && e.args[0].op === 'select' && e.args[0].args.slice(1).every(a => a.op === 'const' && a.denominator === 1n)

/** Lowers the outputs together, sharing what they share. */
export function lower(outputs: readonly Expr[], precision: Precision, options?: RowOptions): Program {
  const roots = outputs.map(rewrite)
  const results = options?.truth ? [...roots, options.truth] : roots
  const reductions = topological(results).filter(e => isReduction(e.op))
  const name = (e: Expr): string => `row ${reductions.indexOf(e)}`
  const own = new Set(topological(roots))
  const paired = (e: Expr): boolean =>
    e.op === 'rowsum' ? precision === 'precise' || (options?.truth !== undefined && own.has(e) && !isCount(e)) : precision === 'precise'
  const depth = new Map<Expr, number>()
  for (const node of topological(results)) {
    const below = Math.max(0, ...node.args.map(a => depth.get(a)!))
    depth.set(node, isReduction(node.op) ? below + 1 : below)
  }
  const levels = Math.max(0, ...reductions.map(r => depth.get(r)!))
  const fed = Array.from({ length: levels }, (_, level) => reductions.filter(r => depth.get(r) === level + 1))
  const wanted = [...fed.map(rs => rs.map(r => r.args[0])), results]
  const kept = options?.keep ? keptValues(wanted) : wanted.map(() => [])
  const phases = wanted.map((exprs, level): Phase => {
    const names = (es: readonly Expr[]): ReadonlyMap<Expr, string> => new Map(es.map(e => [e, `kept ${kept.flat().indexOf(e)}`]))
    const stored = names(kept[level])
    return {
      reductions: (fed[level] ?? []).map(r => ({ name: name(r), op: r.op === 'rowsum' ? 'rowsum' : 'rowmax', paired: paired(r) })),
      keeps: [...stored.values()],
      tape: phaseTape(exprs, precision, {
        name,
        pairs: level < levels,
        rows: levels > 0,
        known: names(kept.slice(0, level).flat()),
        stored,
      }),
    }
  })
  return { precision, phases }
}

interface PhaseContext {
  /** Of a reduction. */
  readonly name: (e: Expr) => string
  /** Each output is a high and a low part; without, one rounded double or a truth. */
  readonly pairs: boolean
  readonly rows: boolean
  /** What earlier phases have kept. */
  readonly known: ReadonlyMap<Expr, string>
  readonly stored: ReadonlyMap<Expr, string>
}

function phaseTape(outputs: readonly Expr[], precision: Precision, { name, pairs, rows, known, stored }: PhaseContext): Tape {
  const builder = new TapeBuilder()
  const m = new RealArithmetic(builder, precision)
  const done = new Map<Expr, Real>()
  const truths = new Map<Expr, number>()
  const uniform = new Map<Expr, boolean>()
  const alike = (e: Expr): boolean => rows && rowUniform(e, uniform)
  const computed = (e: Expr): Real => {
    const already = known.get(e)
    if (already !== undefined) return { h: builder.read('input', already), weight: expWeight }
    // One division for a row, and no more for each element.
    if (!m.precise && e.op === 'div' && alike(e.args[1]) && !alike(e.args[0]))
      return m.mul(visit(e.args[0]), { h: m.round(m.div(m.constant(1), visit(e.args[1]))), weight: expWeight })
    return lowerNode(e, m, visit, truth, name)
  }
  const visit = (e: Expr): Real => {
    let value = done.get(e)
    if (!value) {
      value = computed(e)
      const near = m.precise ? expansionOf(e) : undefined
      if (near) value = expanded(m, near.expansion, visit(near.argument), value)
      if (stored.has(e)) value = { h: m.round(value), weight: expWeight }
      done.set(e, value)
    }
    return value
  }
  const truth = (e: Expr): number => {
    let value = truths.get(e)
    if (value === undefined) {
      const [a, b] = e.args.map(visit)
      value = e.op === 'lt' ? m.less(a, b) : e.op === 'eq' ? m.equal(a, b) : m.atMost(a, b)
      truths.set(e, value)
    }
    return value
  }
  const results = outputs.flatMap(e => {
    if (specOf(e.op).result === 'truth') return [truth(e)]
    const value = visit(e)
    if (!pairs) return [m.round(value)]
    const settled = m.settle(value)
    return [settled.h, settled.l ?? m.literal(0)]
  })
  return builder.finish([...results, ...[...stored.keys()].map(e => m.round(visit(e)))])
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
      return { h: m.tape.read('sum', lengthName) }
    case 'rowsum':
    case 'rowmax':
      return low(m.tape.read('sum', name(e)))
    case 'add':
      return m.add(visit(a), visit(b))
    case 'sub':
      return m.sub(visit(a), visit(b))
    case 'mul': {
      const shift = m.precise ? shiftOf(b) : undefined
      return shift === undefined ? m.mul(visit(a), visit(b)) : m.shifted(visit(a), shift)
    }
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

/** n of a constant 2^n that no product of doubles should meet. */
function shiftOf(e: Expr): number | undefined {
  if (e.op !== 'const') return undefined
  const [bits, rest, sign] = e.denominator === 1n ? [e.numerator, e.denominator, 1] : [e.denominator, e.numerator, -1]
  return rest === 1n && bits >= 2n ** 64n && (bits & (bits - 1n)) === 0n ? sign * (bits.toString(2).length - 1) : undefined
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
