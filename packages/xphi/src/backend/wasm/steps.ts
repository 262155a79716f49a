/** Each step of a tape as f64x2 instructions: two lanes of doubles in locals. */
import { rareBranches } from '../../lower/rare.ts'
import { type FusedStep, type Id, operands, type Step, type TableName, type FusedTape } from '../../lower/tape.ts'
import type { Code, Locals } from './encoder.ts'
import { type f32x4, f64, f64x2, i32, i64x2, v128 } from './opcodes.ts'

/** Where a vector of elements finds what steps read by name, in locals. */
export interface Sources {
  readonly constant: (value: number) => number
  readonly read: (name: string) => number
  /** The local that holds a table's address. */
  readonly table: (name: TableName) => number
}

type Opcodes = Readonly<Partial<Record<string, number>>>

/** The steps that are one instruction on their operands in order, of doubles or of singles. */
export const simpleSteps = (of: typeof f64x2 | typeof f32x4): Opcodes => ({
  neg: of.neg,
  abs: of.abs,
  sqrt: of.sqrt,
  floor: of.floor,
  nearest: of.nearest,
  add: of.add,
  sub: of.sub,
  mul: of.mul,
  div: of.div,
  min: of.pmin,
  max: of.pmax,
  lt: of.lt,
  le: of.le,
  eq: of.eq,
  and: v128.and,
  or: v128.or,
  madd: of.relaxed_madd,
  nmadd: of.relaxed_nmadd,
})
const simple = /*@__PURE__*/ simpleSteps(f64x2)

/** Leaves the result of a step on the stack that is one instruction; of any other false. */
export function emitSimple(step: Computed, at: readonly number[], code: Code, opcodes: Opcodes, constant: Sources['constant']): boolean {
  const opcode = opcodes[step.op]
  if (opcode !== undefined) {
    for (const id of operands(step)) code.localGet(at[id])
    code.simd(opcode)
  } else if (step.op === 'select') code.localGet(at[step.b]).localGet(at[step.c]).localGet(at[step.a]).simd(v128.bitselect)
  else if (step.op === 'copysign') code.localGet(at[step.b]).localGet(at[step.a]).localGet(constant(-0)).simd(v128.bitselect)
  else return false
  return true
}

/**
 * Emits the steps of a tape for several vectors, each step for all of them before the next: a processor that waits for one has the others to work on.
 * Gives the local of each output, by vector.
 */
export function emitTape(tape: FusedTape, code: Code, locals: Locals, vectors: readonly Sources[]): readonly (readonly number[])[] {
  const at = vectors.map((): number[] => [])
  const { branches, order, ends } = scheduleOf(tape)
  const emit = (id: Id): void => {
    for (let k = 0; k < at.length; k++) at[k][id] = emitStep(tape.steps[id], at[k], code, locals, vectors[k])
    const ended = ends[id]
    if (ended) for (const used of ended) for (const of of at) locals.release(of[used])
  }
  for (const id of order) {
    const branch = branches.get(id)
    if (branch) {
      at.forEach((of, k) => {
        code.localGet(of[operands(tape.steps[id])[0]])
        if (k > 0) code.simd(v128.or)
      })
      code.simd(v128.any_true).if()
      branch.forEach(emit)
      code.end()
    }
    emit(id)
  }
  return at.map(of => tape.outputs.map(id => of[id]))
}

interface Schedule {
  /** By the selection that opens it: steps that only its rare case needs. */
  readonly branches: ReadonlyMap<Id, readonly Id[]>
  /** The other steps. */
  readonly order: readonly Id[]
  readonly ends: LastUses
}

const schedules = new WeakMap<FusedTape, Schedule>()

function scheduleOf(tape: FusedTape): Schedule {
  let schedule = schedules.get(tape)
  if (!schedule) {
    const branches = rareBranches(tape)
    const inside = new Set([...branches.values()].flat())
    const order = [...tape.steps.keys()].filter(id => !inside.has(id))
    const ends = lastUses(
      tape,
      order.flatMap(id => [...(branches.get(id) ?? []), id]),
    )
    schedule = { branches, order, ends }
    schedules.set(tape, schedule)
  }
  return schedule
}

/** By step: the computed steps that it is the last to use. */
type LastUses = readonly (readonly Id[] | undefined)[]

/** When steps come in that order. */
export function lastUses(tape: FusedTape, order: readonly Id[]): LastUses {
  const ends: Id[][] = []
  const seen = new Set(tape.outputs)
  for (let i = order.length - 1; i >= 0; i--) {
    for (const used of operands(tape.steps[order[i]])) {
      if (seen.has(used)) continue
      seen.add(used)
      if ('a' in tape.steps[used]) (ends[order[i]] ??= []).push(used)
    }
  }
  return ends
}

/** A step that is computed from others. */
export type Computed = Extract<Step | FusedStep, { readonly a: Id }>

/** Gives the local of the result. */
export function emitStep(step: Step | FusedStep, at: readonly number[], code: Code, locals: Locals, sources: Sources): number {
  if (step.op === 'const') return sources.constant(step.value)
  if (!('a' in step)) return sources.read(step.name)
  const result = locals.take()
  if (!emitSimple(step, at, code, simple, sources.constant)) locals.within(() => composite(step, at, code, locals, sources))
  code.localSet(result)
  return result
}

/** Steps of several instructions. */
function composite(step: Computed, at: readonly Id[], code: Code, locals: Locals, sources: Sources): void {
  const a = at[step.a]
  if (step.op === 'table') gather(code, locals, a, sources.table(step.name))
  else if (step.op === 'pow2') {
    code.localGet(a)
    pow2(code, sources)
  } else if (step.op === 'ldexp') ldexp(code, locals, a, at[step.b], sources)
  else if (step.op === 'exponent') exponent(code, locals, a, sources)
  else if (step.op === 'producterror') productError(code, locals, a, at[step.b], sources.constant(134217729))
  else if (step.op === 'sumerror') sumError(code, locals, a, at[step.b])
  else throw new Error(`no instruction for ${step.op}`)
}

/** 2^n of the vector n on the stack: n + 1.5 2^52 + 1023 holds n + 1023 in its low bits. */
function pow2(code: Code, sources: Sources): void {
  code.localGet(sources.constant(6755399441056767)).simd(f64x2.add).i32Const(52).simd(i64x2.shl)
}

/** As number/machine.ts has it. */
function ldexp(code: Code, locals: Locals, x: number, k: number, sources: Sources): void {
  const [n, half] = [locals.take(), locals.take()]
  code.localGet(k).localGet(sources.constant(-2044)).simd(f64x2.pmax).localGet(sources.constant(2046)).simd(f64x2.pmin).localTee(n)
  code.localGet(sources.constant(0.5)).simd(f64x2.mul).simd(f64x2.floor).localSet(half)
  code.localGet(x).localGet(half)
  pow2(code, sources)
  code.simd(f64x2.mul).localGet(n).localGet(half).simd(f64x2.sub)
  pow2(code, sources)
  code.simd(f64x2.mul)
}

/** The exponent's bits as the low bits of a double 2^52 + e; subnormals are scaled by 2^54 first. */
function exponent(code: Code, locals: Locals, x: number, sources: Sources): void {
  const tiny = locals.take()
  const [one, zero] = [sources.constant(1), sources.constant(0)]
  code
    .localGet(x)
    .simd(f64x2.abs)
    .localGet(sources.constant(2 ** -1022))
    .simd(f64x2.lt)
    .localSet(tiny)
  code
    .localGet(x)
    .localGet(sources.constant(2 ** 54))
    .localGet(one)
    .localGet(tiny)
    .simd(v128.bitselect)
    .simd(f64x2.mul)
  // A double whose bits are 0x7ff.
  code
    .i32Const(52)
    .simd(i64x2.shr_u)
    .localGet(sources.constant(2047 * 2 ** -1074))
    .simd(v128.and)
  code
    .localGet(sources.constant(2 ** 52))
    .simd(v128.or)
    .localGet(sources.constant(2 ** 52 + 1023))
    .simd(f64x2.sub)
  code.localGet(sources.constant(54)).localGet(zero).localGet(tiny).simd(v128.bitselect).simd(f64x2.sub)
}

/** table[index] lane by lane; a NaN index reads element 0. */
function gather(code: Code, locals: Locals, index: number, base: number): void {
  const address = (lane: number): void => {
    code.localGet(index).simd(f64x2.extract_lane, lane)
    code.op(0xfc).unsigned(2) // i32.trunc_sat_f64_s
    code.i32Const(3).op(i32.shl).localGet(base).op(i32.add)
  }
  const v = locals.take()
  address(0)
  code.memory(f64.load).simd(f64x2.splat).localSet(v)
  code.localGet(v)
  address(1)
  code.memory(f64.load).simd(f64x2.replace_lane, 1)
}

/** Dekker's exact error of a product, rounded less exact; 0 where it is NaN (an infinite product). */
function productError(code: Code, locals: Locals, a: number, b: number, splitter: number): void {
  const v = (): number => locals.take()
  const binary = (p: number, q: number, op: number): number => {
    const r = v()
    code.localGet(p).localGet(q).simd(op).localSet(r)
    return r
  }
  const split = (x: number): readonly [number, number] => {
    const t = binary(splitter, x, f64x2.mul)
    const high = binary(t, binary(t, x, f64x2.sub), f64x2.sub)
    return [high, binary(x, high, f64x2.sub)]
  }
  const p = binary(a, b, f64x2.mul)
  const [ah, al] = split(a)
  const [bh, bl] = a === b ? [ah, al] : split(b)
  let e = binary(p, binary(ah, bh, f64x2.mul), f64x2.sub)
  e = binary(e, binary(ah, bl, f64x2.mul), f64x2.sub)
  e = binary(e, binary(al, bh, f64x2.mul), f64x2.sub)
  e = binary(e, binary(al, bl, f64x2.mul), f64x2.sub)
  code.localGet(e).localGet(e).localGet(e).simd(f64x2.eq).simd(v128.and)
}

/** Knuth's exact error of a sum; 0 where it is NaN (an infinite sum). Leaves it on the stack. */
export function sumError(code: Code, locals: Locals, a: number, b: number): void {
  const v = (): number => locals.take()
  const [s, t, e] = [v(), v(), v()]
  code.localGet(a).localGet(b).simd(f64x2.add).localSet(s)
  code.localGet(s).localGet(a).simd(f64x2.sub).localSet(t)
  code.localGet(a).localGet(s).localGet(t).simd(f64x2.sub).simd(f64x2.sub)
  code.localGet(b).localGet(t).simd(f64x2.sub).simd(f64x2.add).localSet(e)
  code.localGet(e).localGet(e).localGet(e).simd(f64x2.eq).simd(v128.and)
}
