/** Each step of a single tape as f32x4 instructions; its doubles are two f64x2 locals, emitted by steps.ts half by half. */
import { type BinaryStep, type FusedStep, type Id, type Step, type FusedTape, type UnaryStep, wideSteps } from '../../lower/tape.ts'
import { lowers, upper } from './blocks.ts'
import type { Code, Locals } from './encoder.ts'
import { f32x4, f64x2, i8x16, i32x4, v128 } from './opcodes.ts'
import { emitStep, lastUses } from './steps.ts'

export interface SingleSources {
  /** Locals of four singles and of two doubles. */
  readonly constant: (value: number) => number
  readonly wideConstant: (value: number) => number
  readonly headMask: () => number
  readonly read: (name: string) => number
  /** A parameter's two halves as doubles. */
  readonly wideParameter: (name: string) => readonly [number, number]
}

const simple: Readonly<Partial<Record<UnaryStep | BinaryStep, number>>> = {
  neg: f32x4.neg,
  abs: f32x4.abs,
  sqrt: f32x4.sqrt,
  floor: f32x4.floor,
  nearest: f32x4.nearest,
  add: f32x4.add,
  sub: f32x4.sub,
  mul: f32x4.mul,
  div: f32x4.div,
  min: f32x4.pmin,
  max: f32x4.pmax,
  lt: f32x4.lt,
  le: f32x4.le,
  eq: f32x4.eq,
  and: v128.and,
  or: v128.or,
}

const evens = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]

/** Emits the steps of a single tape for several blocks of four, as emitTape does, and gives the local of each output, by block. */
export function emitSingleTape(
  tape: FusedTape,
  code: Code,
  locals: Locals,
  blocks: readonly SingleSources[],
): readonly (readonly number[])[] {
  const wide = wideSteps(tape)
  const ends = lastUses(tape, [...tape.steps.keys()])
  const at = blocks.map((): Halves => [[], []])
  for (const [id, step] of tape.steps.entries()) {
    for (const [k, sources] of blocks.entries()) emitInHalves(step, id, at[k], wide, code, locals, sources)
    const ended = ends[id]
    if (ended) for (const used of ended) for (const halves of at) for (const half of halves) locals.release(half[used])
  }
  return at.map(halves => tape.outputs.map(id => halves[0][id]))
}

/** The locals of each step by half; a step of singles has its one local in both. */
type Halves = readonly [number[], number[]]

function emitInHalves(
  step: Step | FusedStep,
  id: Id,
  halves: Halves,
  wide: readonly boolean[],
  code: Code,
  locals: Locals,
  sources: SingleSources,
): void {
  const both = (local: number): void => halves.forEach(h => void h.push(local))
  const doubles = { constant: sources.wideConstant, read: unreadable, table: unreadable }
  if (step.op === 'promote') {
    for (const half of [0, 1] as const) {
      const a = halves[0][step.a]
      code.localGet(a)
      if (half === 1) code.localGet(a).simd(i8x16.shuffle, ...upper)
      code.simd(f64x2.promote_low_f32x4)
      halves[half].push(stored(code, locals))
    }
  } else if (!('a' in step) && step.op !== 'const' && step.wide) {
    sources.wideParameter(step.name).forEach((local, half) => void halves[half].push(local))
  } else if (wide[id] && step.op !== 'const') for (const half of halves) half.push(emitStep(step, half, code, locals, doubles))
  else if (step.op === 'const') both(step.wide ? sources.wideConstant(step.value) : sources.constant(step.value))
  else if (!('a' in step)) both(sources.read(step.name))
  else both(emitSingle(step, halves, wide[step.a], code, locals, sources))
}

function unreadable(name: string): never {
  throw new Error(`${name} is read as doubles`)
}

function stored(code: Code, locals: Locals): number {
  const result = locals.take()
  code.localSet(result)
  return result
}

function emitSingle(
  step: Extract<Step | FusedStep, { readonly a: number }>,
  [low, high]: readonly [readonly number[], readonly number[]],
  fromWide: boolean,
  code: Code,
  locals: Locals,
  sources: SingleSources,
): number {
  const a = low[step.a]
  const opcode = simple[step.op as BinaryStep]
  if (opcode !== undefined) {
    code.localGet(a)
    if ('b' in step) code.localGet(low[step.b])
    code.simd(opcode)
  } else if (step.op === 'madd' || step.op === 'nmadd') {
    const fused = step.op === 'madd' ? f32x4.relaxed_madd : f32x4.relaxed_nmadd
    code.localGet(a).localGet(low[step.b]).localGet(low[step.c]).simd(fused)
  } else if (step.op === 'select') code.localGet(low[step.b]).localGet(low[step.c]).localGet(a).simd(v128.bitselect)
  else if (step.op === 'copysign') code.localGet(low[step.b]).localGet(a).localGet(sources.constant(-0)).simd(v128.bitselect)
  else if (step.op === 'head') code.localGet(a).localGet(sources.headMask()).simd(v128.and)
  else if (step.op === 'demote') {
    code.localGet(a).simd(f32x4.demote_f64x2_zero).localGet(high[step.a]).simd(f32x4.demote_f64x2_zero)
    code.simd(i8x16.shuffle, ...lowers)
  } else if (step.op === 'pow2low') {
    code.localGet(a)
    if (fromWide) code.localGet(high[step.a]).simd(i8x16.shuffle, ...evens)
    code.i32Const(23).simd(i32x4.shl)
  } else throw new Error(`no instruction for ${step.op}`)
  return stored(code, locals)
}
