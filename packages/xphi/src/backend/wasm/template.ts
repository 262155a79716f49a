/** The one template of all kernels: rows, phases, blocks, and the rest of a row. */
import type { Phase, Program } from '../../lower/lower.ts'
import type { TableName, Tape } from '../../lower/tape.ts'
import { Code, Locals, ModuleBuilder } from './encoder.ts'
import { control, f32, f32x4, f64, f64x2, i8x16, i32, i32x4, i64x2, type, v128 } from './opcodes.ts'
import { emitConstant, emitTape, sumError } from './steps.ts'
import { emitSingleTape, singles } from './steps32.ts'

/** The arrays of a kernel in argument order, and the tables whose addresses follow. */
export interface KernelShape {
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly parameterGradients: readonly string[]
  readonly parameters: readonly string[]
  readonly tables: readonly TableName[]
}

export interface KernelPlan {
  readonly type: 'f32' | 'f64'
  readonly program: Program
  /** The outputs on singles and the truth under which they hold (lower/fast); the program computes the other lanes. Of one phase and f32 only. */
  readonly fast?: Tape
  readonly shape: KernelShape
  /** Parameters with one value a channel. */
  readonly channel: ReadonlySet<string>
  /** Parameters that are doubles in memory. */
  readonly double: ReadonlySet<string>
  /** Inputs whose infinities are taken as +-2^300: far enough that rounding to f32 gives the limit. */
  readonly bounded: readonly string[]
  /** Inputs whose NaN makes every output NaN. */
  readonly nanFrom: readonly string[]
  /** By output: whether an input of +-0 is the result. */
  readonly keepsZero: readonly boolean[]
  readonly shared: boolean
}

const infinityStandIn = 2 ** 300

export function emitKernel(plan: KernelPlan): Uint8Array<ArrayBuffer> {
  const { shape } = plan
  const arrays = [...shape.inputs.map(n => `in ${n}`), ...shape.outputs.map(n => `out ${n}`)]
  const parameterCount = 2 + 2 * arrays.length + shape.parameterGradients.length + shape.parameters.length + shape.tables.length
  const locals = new Locals(parameterCount)
  const [rows, length] = [0, 1]
  const pointer = (i: number): number => 2 + 2 * i
  const gradientAt = 2 + 2 * arrays.length
  const parameterAt = gradientAt + shape.parameterGradients.length
  const tableAt = parameterAt + shape.parameters.length

  const setup = new Code()
  const constants = new Map<string, number>()
  const constant = (value: number): number => {
    const key = Object.is(value, -0) ? '-0' : String(value)
    let local = constants.get(key)
    if (local === undefined) {
      local = locals.add(type.v128)
      constants.set(key, local)
      emitConstant(setup, value, local)
    }
    return local
  }

  /** Constants and parameters of single tapes. */
  const setOnce = (key: string, write: () => void): number => {
    let local = constants.get(key)
    if (local === undefined) {
      write()
      local = locals.add(type.v128)
      setup.localSet(local)
      constants.set(key, local)
    }
    return local
  }

  const wide = plan.type === 'f32'
  // Sums of rows in two doubles.
  const pairs = plan.program.precision === 'precise'
  const size = wide ? 4 : 8
  const lanes = wide ? 4 : 2
  // Blocks that the fast tape does not hold for go the way of the rest of a row, whole.
  const tailLanes = plan.fast ? lanes : lanes - 1
  const halves = wide ? [0, 1] : [0]
  const j = locals.add(type.i32)
  const offset = locals.add(type.i32)
  const rest = locals.add(type.i32)
  const named = new Map<string, number>()
  const scratch = locals.add(type.v128)

  shape.parameters.forEach((name, i) => {
    if (plan.channel.has(name)) return
    const local = locals.add(type.v128)
    setup.localGet(parameterAt + i)
    if (plan.double.has(name)) setup.memory(f64.load)
    else setup.memory(f32.load).op(f64.promote_f32)
    setup.simd(f64x2.splat).localSet(local)
    named.set(name, local)
  })
  const lengthVector = locals.add(type.v128)
  setup.localGet(length).op(f64.convert_i32_u).simd(f64x2.splat).localSet(lengthVector)
  named.set('length', lengthVector)
  const totals = shape.parameterGradients.map(() => locals.add(type.v128))

  /** The vector at pointer + j elements. In the rest of a row lanes beyond it are 0 and their memory is not touched. */
  function load(code: Code, at: number, tail: boolean, target: number): void {
    const address = (): Code => code.localGet(at).localGet(offset).op(i32.add)
    if (!tail) address().simdMemory(v128.load)
    else address().simdMemory(wide ? v128.load32_zero : v128.load64_zero)
    code.localSet(target)
    if (!tail) return
    for (let lane = 1; lane < tailLanes; lane++) {
      code.localGet(rest).i32Const(lane).op(i32.gt_u).if()
      address()
        .localGet(target)
        .simdMemory(v128.load32_lane, lane * 4, lane)
        .localSet(target)
        .end()
    }
  }

  function store(code: Code, at: number, tail: boolean, source: number): void {
    const address = (): Code => code.localGet(at).localGet(offset).op(i32.add).localGet(source)
    if (!tail) {
      address().simdMemory(v128.store)
      return
    }
    address().simdMemory(wide ? v128.store32_lane : v128.store64_lane, 0, 0)
    for (let lane = 1; lane < tailLanes; lane++) {
      code.localGet(rest).i32Const(lane).op(i32.gt_u).if()
      address()
        .simdMemory(v128.store32_lane, lane * 4, lane)
        .end()
    }
  }

  /** Doubles of one half of a raw vector. */
  function widen(code: Code, raw: number, half: number): number {
    if (!wide) return raw
    const v = locals.add(type.v128)
    code.localGet(raw)
    if (half === 1) code.localGet(raw).simd(i8x16.shuffle, 8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15)
    code.simd(f64x2.promote_low_f32x4).localSet(v)
    return v
  }

  /** Masks of the lanes of a half that lie within the row. */
  function inside(code: Code, half: number): number {
    const mask = locals.add(type.v128)
    const valid = (lane: number): Code =>
      code
        .i32Const(0)
        .localGet(rest)
        .i32Const(2 * half + lane)
        .op(i32.gt_u)
        .op(i32.sub)
        .op(0xac) // i64.extend_i32_s
    valid(0).simd(i64x2.splat)
    valid(1).simd(i64x2.replace_lane, 1).localSet(mask)
    return mask
  }

  function body(
    code: Code,
    phase: Phase,
    tail: boolean,
    accumulators: readonly (readonly [number, number])[],
    fast: readonly number[] = [],
  ): void {
    const raw = new Map<string, number>()
    const loadNamed = (name: string, at: number): void => {
      const target = locals.add(type.v128)
      load(code, at, tail, target)
      raw.set(name, target)
    }
    const used = new Set(phase.tape.steps.flatMap(s => ('name' in s && !('a' in s) ? [s.name] : [])))
    const last = phase.reductions.length === 0
    shape.inputs.forEach((name, i) => {
      if (used.has(name) || (last && plan.nanFrom.includes(name)) || last) loadNamed(name, pointer(i))
    })
    shape.parameters.forEach((name, i) => {
      if (plan.channel.has(name) && used.has(name)) loadNamed(name, parameterAt + i)
    })
    const results = halves.map(half => {
      const local = new Map(named)
      for (const [name, vector] of raw) {
        if (!used.has(name)) continue
        const value = widen(code, vector, half)
        if (plan.bounded.includes(name)) {
          const kept = locals.add(type.v128)
          code.localGet(value).localGet(constant(-infinityStandIn)).simd(f64x2.pmax)
          code.localGet(constant(infinityStandIn)).simd(f64x2.pmin).localSet(kept)
          local.set(name, kept)
        } else local.set(name, value)
      }
      return emitTape(phase.tape, code, locals, {
        constant,
        read: name => local.get(name)!,
        table: name => tableAt + shape.tables.indexOf(name),
      })
    })
    if (last) finish(code, results, raw, tail, fast)
    else for (const half of halves) accumulate(code, phase, results[half], half, tail, accumulators)
  }

  function accumulate(
    code: Code,
    phase: Phase,
    out: readonly number[],
    half: number,
    tail: boolean,
    accumulators: readonly (readonly [number, number])[],
  ): void {
    const mask = tail ? inside(code, half) : undefined
    phase.reductions.forEach((r, n) => {
      const [high, low] = accumulators[n]
      const value = (k: number): number => {
        if (mask === undefined) return out[2 * n + k]
        const v = locals.add(type.v128)
        code
          .localGet(out[2 * n + k])
          .localGet(constant(r.op === 'rowmax' && k === 0 ? Number.NEGATIVE_INFINITY : 0))
          .localGet(mask)
        code.simd(v128.bitselect).localSet(v)
        return v
      }
      if (r.op === 'rowmax') larger(code, high, low, value(0), pairs ? value(1) : undefined)
      else addTo(code, high, low, value(0), pairs ? value(1) : undefined)
    })
  }

  /** (high, low) = the larger of it and (h, l), whose low parts settle a tie; NaN stays. */
  function larger(code: Code, high: number, low: number, h: number, l: number | undefined): void {
    if (l !== undefined) {
      code.localGet(l).localGet(low)
      code.localGet(high).localGet(h).simd(f64x2.lt).localGet(high).localGet(h).simd(f64x2.eq)
      code.localGet(low).localGet(l).simd(f64x2.lt).simd(v128.and).simd(v128.or).simd(v128.bitselect).localSet(low)
    }
    code.localGet(high).localGet(h).simd(f64x2.max).localSet(high)
  }

  /** (high, low) += (h, l), the error kept in pairs. */
  function addTo(code: Code, high: number, low: number, h: number, l: number | undefined): void {
    if (l !== undefined) {
      sumError(code, locals, high, h)
      code.localGet(l).simd(f64x2.add).localGet(low).simd(f64x2.add).localSet(low)
    }
    code.localGet(high).localGet(h).simd(f64x2.add).localSet(high)
  }

  /** Rounds, mends NaN and zeros, takes the fast results where they hold, stores; adds to the parameter gradients. */
  function finish(
    code: Code,
    results: readonly (readonly number[])[],
    raw: ReadonlyMap<string, number>,
    tail: boolean,
    fast: readonly number[],
  ): void {
    const [eq, isNumber] = [wide ? f32x4.eq : f64x2.eq, locals.add(type.v128)]
    shape.outputs.forEach((_, n) => {
      const y = locals.add(type.v128)
      if (wide) {
        code.localGet(results[0][n]).simd(f32x4.demote_f64x2_zero).localGet(results[1][n]).simd(f32x4.demote_f64x2_zero)
        code.simd(i8x16.shuffle, 0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23).localSet(y)
      } else code.localGet(results[0][n]).localSet(y)
      for (const name of plan.nanFrom) {
        const x = raw.get(name)!
        code.localGet(x).localGet(x).simd(eq).localSet(isNumber)
        code.localGet(y).localGet(x).localGet(isNumber).simd(v128.bitselect).localSet(y)
      }
      if (plan.keepsZero[n]) {
        const x = raw.get(plan.nanFrom[0])!
        code.localGet(x).localGet(y).localGet(x).localGet(constant(0)).simd(eq).simd(v128.bitselect).localSet(y)
      }
      if (fast.length > 0) code.localGet(fast[n]).localGet(y).localGet(fast[shape.outputs.length]).simd(v128.bitselect).localSet(y)
      store(code, pointer(shape.inputs.length + n), tail, y)
    })
    shape.parameterGradients.forEach((name, g) => {
      for (const half of halves) {
        const value = results[half][shape.outputs.length + g]
        if (tail) code.localGet(value).localGet(inside(code, half)).simd(v128.and).localSet(scratch)
        else code.localGet(value).localSet(scratch)
        if (plan.channel.has(name)) addChannel(code, gradientAt + g, half, tail)
        else code.localGet(totals[g]).localGet(scratch).simd(f64x2.add).localSet(totals[g])
      }
    })
  }

  /** accumulator[j + lane] += scratch, one lane at a time. */
  function addChannel(code: Code, at: number, half: number, tail: boolean): void {
    for (let lane = 0; lane < 2; lane++) {
      const index = 2 * half + lane
      if (tail) code.localGet(rest).i32Const(index).op(i32.gt_u).if()
      const address = (): Code => code.localGet(at).localGet(j).i32Const(3).op(i32.shl).op(i32.add)
      address()
      address()
        .memory(f64.load, 8 * index)
        .localGet(scratch)
        .simd(f64x2.extract_lane, lane)
        .op(f64.add)
        .memory(f64.store, 8 * index)
      if (tail) code.end()
    }
  }

  /** The single tape on a block of four: its results and their truth. */
  function singleBlock(code: Code, tape: Tape, tail: boolean): number[] {
    const raw = new Map<string, number>()
    const used = new Set(tape.steps.flatMap(s => ('name' in s && !('a' in s) ? [s.name] : [])))
    const loadNamed = (name: string, at: number): void => {
      if (!used.has(name)) return
      const target = locals.add(type.v128)
      load(code, at, tail, target)
      raw.set(name, target)
    }
    shape.inputs.forEach((name, i) => void loadNamed(name, pointer(i)))
    shape.parameters.forEach((name, i) => {
      if (plan.channel.has(name)) loadNamed(name, parameterAt + i)
    })
    return emitSingleTape(tape, code, locals, {
      constant: value => setOnce(`single ${Object.is(value, -0) ? '-0' : value}`, () => setup.v128Const(singles(value))),
      wideConstant: constant,
      headMask: () => setOnce('head', () => setup.i32Const(0xfffff000).simd(i32x4.splat)),
      read: name =>
        raw.get(name) ??
        setOnce(`single ${name}`, () => {
          setup.localGet(parameterAt + shape.parameters.indexOf(name))
          if (plan.double.has(name)) setup.memory(f64.load).op(f32.demote_f64)
          else setup.memory(f32.load)
          setup.simd(f32x4.splat)
        }),
      wideParameter: name => {
        const channel = raw.get(name)
        return channel === undefined ? [named.get(name)!, named.get(name)!] : [widen(code, channel, 0), widen(code, channel, 1)]
      },
    })
  }

  /**
   * Blocks of singles for as long as their truth holds in every lane. A block where it does not, and the rest of a row, are computed both ways and
   * each lane takes its own, so that a result depends on its element alone.
   */
  function fastLoop(code: Code, phase: Phase, tape: Tape): void {
    const at = (): Code => code.localGet(j).i32Const(2).op(i32.shl).localSet(offset)
    code.i32Const(0).localSet(j)
    code.localGet(length).if().loop()
    code.block().loop()
    code.localGet(j).i32Const(lanes).op(i32.add).localGet(length).op(i32.gt_u).brIf(1)
    at()
    const block = singleBlock(code, tape, false)
    code.localGet(block[shape.outputs.length]).simd(i32x4.all_true).op(i32.eqz).brIf(1)
    shape.outputs.forEach((_, n) => void store(code, pointer(shape.inputs.length + n), false, block[n]))
    code.localGet(j).i32Const(lanes).op(i32.add).localSet(j).br(0).end().end()
    code.localGet(length).localGet(j).op(i32.sub).localTee(rest).i32Const(lanes).localGet(rest).i32Const(lanes).op(i32.lt_u)
    code.op(control.select).localTee(rest).if()
    at()
    body(code, phase, true, [], singleBlock(code, tape, true))
    code.end()
    code.localGet(j).localGet(rest).op(i32.add).localTee(j).localGet(length).op(i32.lt_u).brIf(0).end().end()
  }

  function phaseLoop(code: Code, phase: Phase): void {
    const accumulators = phase.reductions.map(() => [locals.add(type.v128), locals.add(type.v128)] as const)
    phase.reductions.forEach((r, n) => {
      code.localGet(constant(r.op === 'rowmax' ? Number.NEGATIVE_INFINITY : 0)).localSet(accumulators[n][0])
      code.localGet(constant(0)).localSet(accumulators[n][1])
    })
    const at = (): void =>
      void code
        .localGet(j)
        .i32Const(size === 4 ? 2 : 3)
        .op(i32.shl)
        .localSet(offset)
    code.i32Const(0).localSet(j)
    code.block().localGet(length).i32Const(lanes).op(i32.lt_u).brIf(0).loop()
    at()
    body(code, phase, false, accumulators)
    code.localGet(j).i32Const(lanes).op(i32.add).localTee(j).i32Const(lanes).op(i32.add).localGet(length).op(i32.le_u).brIf(0).end().end()
    code.localGet(length).localGet(j).op(i32.sub).localTee(rest).if()
    at()
    body(code, phase, true, accumulators)
    code.end()
    for (const [n, r] of phase.reductions.entries()) combine(code, r, accumulators[n])
  }

  /** Both lanes of an accumulator into one value, splat, under the reduction's name. */
  function combine(code: Code, r: Phase['reductions'][number], [high, low]: readonly [number, number]): void {
    const swap = (v: number): Code => code.localGet(v).localGet(v).simd(i8x16.shuffle, 8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7)
    const [h, l] = [locals.add(type.v128), locals.add(type.v128)]
    swap(high).localSet(h)
    swap(low).localSet(l)
    if (r.op === 'rowmax') larger(code, high, low, h, pairs ? l : undefined)
    else addTo(code, high, low, h, pairs ? l : undefined)
    named.set(r.name, high)
    named.set(`${r.name}.low`, low)
  }

  const main = new Code()
  main.localGet(rows).if().loop()
  for (const phase of plan.program.phases) {
    if (plan.fast) fastLoop(main, phase, plan.fast)
    else phaseLoop(main, phase)
  }
  arrays.forEach(
    (_, i) =>
      void main
        .localGet(pointer(i))
        .localGet(pointer(i) + 1)
        .op(i32.add)
        .localSet(pointer(i)),
  )
  main.localGet(rows).i32Const(1).op(i32.sub).localTee(rows).brIf(0).end().end()
  shape.parameterGradients.forEach((name, g) => {
    if (plan.channel.has(name)) return
    main
      .localGet(gradientAt + g)
      .localGet(gradientAt + g)
      .memory(f64.load)
    main.localGet(totals[g]).simd(f64x2.extract_lane, 0).localGet(totals[g]).simd(f64x2.extract_lane, 1).op(f64.add)
    main.op(f64.add).memory(f64.store)
  })

  const module = new ModuleBuilder()
  module.importMemory('e', 'm', plan.shared ? { initial: 1, maximum: 65536, shared: true } : { initial: 1 })
  module.addFunction({
    params: new Array(parameterCount).fill(type.i32),
    results: [],
    locals: locals.types,
    body: setup.append(main),
    export: 'run',
  })
  return module.finish()
}
