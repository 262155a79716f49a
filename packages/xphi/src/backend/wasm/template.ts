/** The one template of all kernels: rows, phases, blocks, and the rest of a row. */
import { contract } from '../../lower/contract.ts'
import type { Phase as LoweredPhase } from '../../lower/lower.ts'
import type { FusedTape, Tape } from '../../lower/tape.ts'
import { far } from '../../number/extend.ts'
import { load, type Place, store, widen } from './blocks.ts'
import { Code, ModuleBuilder } from './encoder.ts'
import { addTotals, type Block, finish, totalsOf } from './finish.ts'
import { Frame, namesIn } from './frame.ts'
import { control, f64x2, i32, i32x4, type, v128 } from './opcodes.ts'
import { hoist } from './hoist.ts'
import type { KernelPlan } from './plan.ts'
import { accumulate, begin, conclude } from './reduce.ts'
import { emitTape, type Sources } from './steps.ts'
import { emitSingleTape, type SingleSources } from './steps32.ts'
import { unrolled } from './unroll.ts'

interface Phase extends Pick<LoweredPhase, 'reductions' | 'keeps'> {
  readonly tape: FusedTape
}

const blocks = (count: number): readonly number[] => Array.from({ length: count }, (_, n) => n)

export function emitKernel({ again, ...plan }: KernelPlan): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder()
  module.importMemory('e', 'm', plan.shared ? { initial: 1, maximum: 65536, shared: true } : { initial: 1 })
  if (again) emitFunction(module, { ...plan, again }, 'run', emitFunction(module, { ...plan, program: again }))
  else emitFunction(module, plan, 'run')
  return module.finish()
}

/** Adds the function of a plan. `precise` is that which computes a row again. */
function emitFunction(module: ModuleBuilder, plan: KernelPlan, name?: string, precise?: number): number {
  const f = new Frame(plan)
  const { locals } = f
  const totals = totalsOf(f)
  const code = new Code()
  code.localGet(f.rows).if().loop()
  const emitted = (tape: Tape): FusedTape => (plan.fma ? contract(tape) : tape)
  const { phases } = plan.program
  for (const { tape, ...lowered } of phases) {
    const phase = { ...lowered, tape: emitted(tape) }
    if (plan.singles) singlesLoop(code, f, phase, emitted(plan.singles), totals)
    else if (phases.length === 1) phaseLoop(code, f, phase, totals)
    else rowLoop(code, f, phase, totals)
  }
  if (precise !== undefined) settle(code, f, precise)
  for (let at = f.pointer(0); at < f.gradientAt; at += 2) {
    code
      .localGet(at)
      .localGet(at + 1)
      .op(i32.add)
      .localSet(at)
  }
  code.localGet(f.rows).i32Const(1).op(i32.sub).localTee(f.rows).brIf(0).end().end()
  addTotals(code, f, totals)
  return module.addFunction({
    params: new Array(f.parameterCount).fill(type.i32),
    results: [],
    locals: locals.types,
    body: f.setup.append(code),
    ...(name === undefined ? {} : { export: name }),
  })
}

/** offset = j in bytes. */
function place(code: Code, f: Frame): void {
  code
    .localGet(f.j)
    .i32Const(f.wide ? 2 : 3)
    .op(i32.shl)
    .localSet(f.offset)
  if (f.kept.length === 0) return
  code
    .localGet(f.j)
    .i32Const(8 * f.kept.length)
    .op(i32.mul)
    .localGet(f.scratchAt)
    .op(i32.add)
    .localSet(f.keptAt)
}

const advanced = (code: Code, f: Frame, elements: number): Code => code.localGet(f.j).i32Const(elements).op(i32.add)

/** Whether so many elements are left. */
const room = (code: Code, f: Frame, elements: number): Code => advanced(code, f, elements).localGet(f.length).op(i32.le_u)

const advance = (code: Code, f: Frame, elements: number): Code => advanced(code, f, elements).localSet(f.j)

/** Inputs, and parameters with one value a channel, that a tape reads. */
function loadNamed(code: Code, f: Frame, at: Place, wanted: (name: string) => boolean): Map<string, number> {
  const { inputs, parameters } = f.plan.shape
  const raw = new Map<string, number>()
  for (const [i, name] of inputs.entries()) if (wanted(name)) raw.set(name, load(code, f, f.pointer(i), at))
  for (const [i, name] of parameters.entries()) {
    if (f.plan.channel.has(name) && wanted(name)) raw.set(name, load(code, f, f.parameterAt + i, at))
  }
  return raw
}

/** The phase's tape on several blocks side by side. */
function compute(code: Code, f: Frame, phase: Phase, places: readonly Place[]): readonly Block[] {
  const used = namesIn(phase.tape)
  const mended = phase.reductions.length === 0 ? f.plan.nanFrom : []
  const raws = places.map(at => loadNamed(code, f, at, name => used.has(name) || mended.includes(name)))
  const vectors = raws.flatMap((raw, n) => f.halves.map(half => sources(code, f, raw, places[n], half, used)))
  const results = emitTape(phase.tape, code, f.locals, vectors)
  return places.map((at, n) => ({ place: at, raw: raws[n], results: f.halves.map(half => results[f.halves.length * n + half]) }))
}

/** Where a kept value of a half of a block lies, from `keptAt` on. */
const keptPlace = (f: Frame, name: string, at: Place, half: number): number =>
  16 * ((f.halves.length * (at === 'rest' ? 0 : at) + half) * f.kept.length + f.kept.indexOf(name))

function sources(code: Code, f: Frame, raw: ReadonlyMap<string, number>, at: Place, half: number, used: ReadonlySet<string>): Sources {
  const local = new Map(f.named)
  for (const name of f.kept) {
    if (!used.has(name)) continue
    const value = f.locals.take()
    code
      .localGet(f.keptAt)
      .simdMemory(v128.load, keptPlace(f, name, at, half))
      .localSet(value)
    local.set(name, value)
  }
  for (const [name, vector] of raw) {
    if (!used.has(name)) continue
    const value = widen(code, f, vector, half)
    if (f.plan.bounded.includes(name)) {
      const kept = f.locals.take()
      code.localGet(value).localGet(f.double(-far)).simd(f64x2.pmax)
      code.localGet(f.double(far)).simd(f64x2.pmin).localSet(kept)
      local.set(name, kept)
    } else local.set(name, value)
  }
  return sourcesOf(f, local)
}

const sourcesOf = (f: Frame, local: ReadonlyMap<string, number>): Sources => ({
  constant: value => f.double(value),
  read: name => local.get(name)!,
  table: name => f.table(name),
})

/** A phase over a row: first what all elements share. */
function rowLoop(code: Code, f: Frame, phase: Phase, totals: readonly number[]): void {
  const { once, names, each } = hoist(phase.tape, name => f.varies(name))
  f.locals.within(() => {
    const [shared] = emitTape(once, code, f.locals, [sourcesOf(f, f.named)])
    for (const [i, name] of names.entries()) f.named.set(name, shared[i])
    phaseLoop(code, f, { ...phase, tape: each }, totals)
  })
}

/** Calls `body` for all blocks of a row, `most` side by side, and for its rest. */
function eachBlock(code: Code, f: Frame, most: number, body: (places: readonly Place[]) => void): void {
  const within = (places: readonly Place[]): void =>
    f.locals.within(() => {
      place(code, f)
      body(places)
    })
  code.i32Const(0).localSet(f.j)
  for (const count of most > 1 ? [most, 1] : [1]) {
    const elements = count * f.lanes
    room(code, f, elements).if().loop()
    within(blocks(count))
    advance(code, f, elements)
    room(code, f, elements).brIf(0).end().end()
  }
  code.localGet(f.length).localGet(f.j).op(i32.sub).localTee(f.rest).if()
  within(['rest'])
  code.end()
}

function phaseLoop(code: Code, f: Frame, phase: Phase, totals: readonly number[]): void {
  const { reductions, keeps } = phase
  const accumulators = begin(code, f, reductions)
  if (reductions.length === 0 && f.plan.again)
    code.localGet(f.once('all', setup => setup.i32Const(-1).simd(i32x4.splat))).localSet(f.certain)
  eachBlock(code, f, unrolled(phase.tape, f.halves.length), places => {
    for (const block of compute(code, f, phase, places)) {
      if (reductions.length === 0) finish(code, f, block, totals)
      else f.halves.forEach(half => void accumulate(code, f, reductions, accumulators, block.results[half], half, block.place === 'rest'))
      for (const half of f.halves) {
        for (const [n, name] of keeps.entries()) {
          code.localGet(f.keptAt).localGet(block.results[half][2 * reductions.length + n])
          code.simdMemory(v128.store, keptPlace(f, name, block.place, half))
        }
      }
    }
  })
  conclude(code, f, reductions, accumulators)
}

/** The results of a row from the scratch memory to their place if they are certain; else it is computed again, and its inputs are still there. */
function settle(code: Code, f: Frame, precise: number): void {
  const output = f.pointer(f.plan.shape.inputs.length)
  code.localGet(f.certain).simd(i32x4.all_true).if()
  eachBlock(code, f, 2, places => {
    for (const at of places) store(code, f, output, at, load(code, f, f.scratchAt, at))
  })
  code.else().i32Const(1)
  for (let argument = f.length; argument < f.parameterCount; argument++) code.localGet(argument)
  code.call(precise).end()
}

/** The single tape on several blocks of four: the results of each and their truth. */
function singles(code: Code, f: Frame, tape: FusedTape, places: readonly Place[]): readonly (readonly number[])[] {
  const used = namesIn(tape)
  const vectors = places.map((at): SingleSources => {
    const raw = loadNamed(code, f, at, name => used.has(name))
    return {
      constant: value => f.single(value),
      wideConstant: value => f.double(value),
      headMask: () => f.once('head', setup => setup.i32Const(0xfffff000).simd(i32x4.splat)),
      read: name => raw.get(name) ?? f.singleParameter(name),
      wideParameter: name => {
        const channel = raw.get(name)
        return channel === undefined ? [f.named.get(name)!, f.named.get(name)!] : [widen(code, f, channel, 0), widen(code, f, channel, 1)]
      },
    }
  })
  return emitSingleTape(tape, code, f.locals, vectors)
}

/**
 * Blocks of singles for as long as their truth holds in every lane. A block where it does not, and the rest of a row, are computed both ways and
 * each lane takes its own, so that a result depends on its element alone.
 */
function singlesLoop(code: Code, f: Frame, phase: Phase, tape: FusedTape, totals: readonly number[]): void {
  const { inputs, outputs } = f.plan.shape
  const until = f.locals.add(type.i32)
  /** Leaves the loop and the block around it where there is no room, or where a lane does not hold. */
  const whole = (count: number): void => {
    const elements = count * f.lanes
    code.block().loop()
    room(code, f, elements).op(i32.eqz).brIf(1)
    f.locals.within(() => {
      place(code, f)
      const results = singles(code, f, tape, blocks(count))
      results.forEach((block, n) => {
        code.localGet(block[outputs.length])
        if (n > 0) code.simd(v128.and)
      })
      code.simd(i32x4.all_true).op(i32.eqz).brIf(1)
      for (const [n, block] of results.entries()) {
        for (const o of outputs.keys()) store(code, f, f.pointer(inputs.length + o), n, block[o])
      }
    })
    advance(code, f, elements)
  }
  code.i32Const(0).localSet(f.j)
  code.localGet(f.length).if().loop()
  const most = unrolled(tape, 1)
  if (most > 1) {
    whole(most)
    code.br(0).end().end()
    advanced(code, f, most * f.lanes).localSet(until)
  }
  whole(1)
  // One by one through the blocks among which one does not hold.
  if (most > 1) code.localGet(f.j).localGet(until).op(i32.lt_u).brIf(0).br(2)
  else code.br(0)
  code.end().end()
  code.localGet(f.length).localGet(f.j).op(i32.sub).localTee(f.rest).i32Const(f.lanes).localGet(f.rest).i32Const(f.lanes).op(i32.lt_u)
  code.op(control.select).localSet(f.rest)
  code.localGet(f.rest).if()
  f.locals.within(() => {
    place(code, f)
    const [fast] = singles(code, f, tape, ['rest'])
    for (const block of compute(code, f, phase, ['rest'])) finish(code, f, block, totals, fast)
  })
  code.end()
  code.localGet(f.j).localGet(f.rest).op(i32.add).localTee(f.j).localGet(f.length).op(i32.lt_u).brIf(0).end().end()
}
