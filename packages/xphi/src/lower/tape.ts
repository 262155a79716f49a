/**
 * The straight-line tape: what every backend prints. Values are doubles; the only operations are those that IEEE 754 fixes, exact
 * error terms, selections, and a few steps on the bits. A tape is built with sharing: the same operation on the same values is one step.
 *
 * On a single tape (lower/fast) values are singles, and each operation rounds to single, but for what is made of `promote`, of wide
 * constants and of wide parameters: those are doubles until `demote`.
 */
import type { tables } from '../number/tables.ts'

export type Id = number

export type Step =
  | { readonly op: 'input' | 'param' | 'sum' | 'peak'; readonly name: string; readonly wide?: true }
  | { readonly op: 'const'; readonly value: number; readonly wide?: true }
  | { readonly op: UnaryStep | SingleStep; readonly a: Id }
  | { readonly op: BinaryStep; readonly a: Id; readonly b: Id }
  | { readonly op: 'select'; readonly a: Id; readonly b: Id; readonly c: Id; readonly rare?: true }
  | { readonly op: 'table'; readonly name: TableName; readonly a: Id }

/** pow2: 2^a for an integral a in [-1022, 1023]. exponent: floor(log2 |a|), -1077 for 0, 1024 for infinities. */
export type UnaryStep = 'neg' | 'abs' | 'sqrt' | 'floor' | 'nearest' | 'pow2' | 'exponent'
/**
 * Steps of single tapes alone. head: the upper 12 bits of a's significand. pow2low: the single 2^(k - 127) whose k, in [1, 254], stands in the low
 * bits of a = 1.5 2^23 + k (a single) or 1.5 2^52 + k (a double).
 */
export type SingleStep = 'promote' | 'demote' | 'head' | 'pow2low'
/**
 * min and max take the second argument only when it is smaller (larger), so that a NaN in the first stays.
 * producterror: fl(a b) - a b, which is +0 where it vanishes, so that taking it from a product of -0 leaves -0; sumerror: (a + b) - fl(a + b). Both are
 * exact, and 0 where the rounded result is not finite.
 * ldexp: a 2^b for any integral b.
 * lt, le, eq, and, or give truths, which only select, and, or, not take.
 */
export type BinaryStep =
  | 'add'
  | 'sub'
  | 'mul'
  | 'div'
  | 'min'
  | 'max'
  | 'producterror'
  | 'sumerror'
  | 'copysign'
  | 'ldexp'
  | 'lt'
  | 'le'
  | 'eq'
  | 'and'
  | 'or'

/** c + a b and c - a b, rounded once: what `contract` makes of products and sums, for a backend that can do so. */
export interface FusedStep {
  readonly op: 'madd' | 'nmadd'
  readonly a: Id
  readonly b: Id
  readonly c: Id
}

/** Tables are built on first use by number/tables.ts; a step reads one element at an integral index. */
export type TableName = keyof typeof tables

export interface Tape<S = Step> {
  readonly steps: readonly S[]
  readonly outputs: readonly Id[]
}

export type FusedTape = Tape<Step | FusedStep>

/** A number as text that tells -0. */
export const written = (value: number): string => (Object.is(value, -0) ? '-0' : String(value))

export class TapeBuilder {
  readonly steps: Step[] = []
  readonly #known = new Map<string, Id>()

  #push(step: Step, key: string): Id {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.steps.length)
    return this.steps.push(step) - 1
  }

  constant(value: number): Id {
    return this.#push({ op: 'const', value }, `const ${written(value)}`)
  }
  /** A double on a single tape. */
  wideConstant(value: number): Id {
    return this.#push({ op: 'const', value, wide: true }, `wide ${written(value)}`)
  }
  /** A parameter as a double on a single tape. */
  wideParameter(name: string): Id {
    return this.#push({ op: 'param', name, wide: true }, `wide param ${name}`)
  }
  read(op: 'input' | 'param' | 'sum' | 'peak', name: string): Id {
    return this.#push({ op, name }, `${op} ${name}`)
  }
  unary(op: UnaryStep, a: Id): Id {
    const inner = this.steps[a]
    if (inner.op === 'neg' && (op === 'neg' || op === 'abs')) return op === 'neg' ? inner.a : this.unary('abs', inner.a)
    return this.#push({ op, a }, `${op} ${a}`)
  }
  single(op: SingleStep, a: Id): Id {
    return this.#push({ op, a }, `${op} ${a}`)
  }
  binary(op: BinaryStep, a: Id, b: Id): Id {
    return this.#push({ op, a, b }, `${op} ${a} ${b}`)
  }
  /** `rare`: a is seldom true, so that what only b needs is worth a branch. */
  select(a: Id, b: Id, c: Id, rare = false): Id {
    return b === c ? b : this.#push({ op: 'select', a, b, c, ...(rare ? { rare } : {}) }, `select ${a} ${b} ${c}`)
  }
  table(name: TableName, a: Id): Id {
    return this.#push({ op: 'table', name, a }, `table ${name} ${a}`)
  }
  /** The constant that a step is, if it is one. */
  constantOf(id: Id): number | undefined {
    const step = this.steps[id]
    return step.op === 'const' ? step.value : undefined
  }
  finish(outputs: readonly Id[]): Tape {
    return prune(this.steps, outputs)
  }
}

/** The tape without the steps that no output needs. */
export function prune<S extends Step | FusedStep>(steps: readonly S[], outputs: readonly Id[]): Tape<S> {
  const needed: boolean[] = []
  for (const id of outputs) needed[id] = true
  // Users come after what they use.
  for (let id = steps.length - 1; id >= 0; id--) if (needed[id]) for (const used of operands(steps[id])) needed[used] = true
  const kept: S[] = []
  const renamed: Id[] = []
  for (const [id, step] of steps.entries()) if (needed[id]) renamed[id] = kept.push(rename(step, used => renamed[used])) - 1
  return { steps: kept, outputs: outputs.map(id => renamed[id]) }
}

/** Of a single tape: which steps hold doubles. */
export function wideSteps(tape: FusedTape): readonly boolean[] {
  const wide: boolean[] = []
  for (const step of tape.steps) {
    if (!('a' in step)) wide.push(step.wide === true)
    else if (step.op === 'demote' || step.op === 'pow2low') wide.push(false)
    else wide.push(step.op === 'promote' || wide[step.op === 'select' ? step.b : step.a])
  }
  return wide
}

export function operands(step: Step | FusedStep): readonly Id[] {
  if (!('a' in step)) return []
  if ('c' in step) return [step.a, step.b, step.c]
  return 'b' in step ? [step.a, step.b] : [step.a]
}

export function rename<S extends Step | FusedStep>(step: S, to: (id: Id) => Id): S {
  if (!('a' in step)) return step
  if ('c' in step) return { ...step, a: to(step.a), b: to(step.b), c: to(step.c) }
  return 'b' in step ? { ...step, a: to(step.a), b: to(step.b) } : { ...step, a: to(step.a) }
}
