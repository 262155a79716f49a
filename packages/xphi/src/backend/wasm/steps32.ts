/** Each step of a single tape as f32x4 instructions; its doubles are two f64x2 locals, emitted by steps.ts half by half. */
import { type FusedStep, type FusedTape, type Id, type Step, wideSteps } from '../../lower/tape.ts'
import { lowers, upper } from './blocks.ts'
import type { Code, Locals } from './encoder.ts'
import { f32x4, f64x2, i8x16, i32x4, v128 } from './opcodes.ts'
import { type Computed, emitSimple, emitStep, lastUses, simpleSteps } from './steps.ts'

export interface SingleSources {
  /** Locals of four singles and of two doubles. */
  readonly constant: (value: number) => number
  readonly wideConstant: (value: number) => number
  readonly headMask: () => number
  readonly read: (name: string) => number
  /** A parameter's two halves as doubles. */
  readonly wideParameter: (name: string) => readonly [number, number]
}

const simple = /*@__PURE__*/ simpleSteps(f32x4)

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
  step: Computed,
  [low, high]: readonly [readonly number[], readonly number[]],
  fromWide: boolean,
  code: Code,
  locals: Locals,
  sources: SingleSources,
): number {
  if (emitSimple(step, low, code, simple, sources.constant)) return stored(code, locals)
  const a = low[step.a]
  if (step.op === 'head') code.localGet(a).localGet(sources.headMask()).simd(v128.and)
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
