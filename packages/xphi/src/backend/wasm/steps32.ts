/** Each step of a single tape as f32x4 instructions; its doubles are two f64x2 locals, emitted by steps.ts half by half. */
import { type BinaryStep, type Step, type Tape, type UnaryStep, wideSteps } from '../../lower/tape.ts'
import type { Code, Locals } from './encoder.ts'
import { f32x4, f64x2, i8x16, i32x4, type, v128 } from './opcodes.ts'
import { emitStep } from './steps.ts'

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

export const singles = (value: number): Uint8Array => new Uint8Array(new Float32Array([value, value, value, value]).buffer)

const upper = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15]
const lowers = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]
const evens = [0, 1, 2, 3, 8, 9, 10, 11, 16, 17, 18, 19, 24, 25, 26, 27]

/** Emits the steps of a single tape and gives the local of each output. */
export function emitSingleTape(tape: Tape, code: Code, locals: Locals, sources: SingleSources): number[] {
  const wide = wideSteps(tape)
  /** The locals of each step by half; a step of singles has its one local in both. */
  const halves: readonly [number[], number[]] = [[], []]
  const both = (local: number): void => halves.forEach(h => void h.push(local))
  const doubles = { constant: sources.wideConstant, read: unreadable, table: unreadable }
  for (const [id, step] of tape.steps.entries()) {
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
  return tape.outputs.map(id => halves[0][id])
}

function unreadable(name: string): never {
  throw new Error(`${name} is read as doubles`)
}

function stored(code: Code, locals: Locals): number {
  const result = locals.add(type.v128)
  code.localSet(result)
  return result
}

function emitSingle(
  step: Extract<Step, { readonly a: number }>,
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
