/** What the parts of a kernel share while it is written: arguments, locals, constants. */
import { lengthName } from '../../lower/lower.ts'
import { type FusedTape, written } from '../../lower/tape.ts'
import { Code, Locals } from './encoder.ts'
import { f32, f32x4, f64, f64x2, i32, type } from './opcodes.ts'
import type { KernelPlan } from './plan.ts'

const doubles = (value: number): Uint8Array => new Uint8Array(new Float64Array([value, value]).buffer)
const singles = (value: number): Uint8Array => new Uint8Array(new Float32Array([value, value, value, value]).buffer)

export class Frame {
  readonly plan: KernelPlan
  readonly locals: Locals
  /** Runs once, before all rows. */
  readonly setup = new Code()
  /** f32: doubles are two halves of a block. */
  readonly wide: boolean
  readonly size: 4 | 8
  readonly lanes: 4 | 2
  readonly halves: readonly number[]
  readonly rows = 0
  readonly length = 1
  readonly gradientAt: number
  readonly parameterAt: number
  readonly tableAt: number
  /** The last argument, where there is one. */
  readonly scratchAt: number
  readonly parameterCount: number
  /** The element that a block begins with, its offset in bytes, and how many elements are left where they are no whole block. */
  readonly j: number
  readonly offset: number
  readonly rest: number
  /** Names of kept values, and the address of those of element j: in turn, for two elements at a time. */
  readonly kept: readonly string[]
  readonly keptAt: number
  /** Whether the results of a row hold, so far. */
  readonly certain: number
  /** Vectors of two doubles by name: parameters, and reductions when they are known. */
  readonly named = new Map<string, number>()
  readonly #once = new Map<string, number>()

  constructor(plan: KernelPlan) {
    const { inputs, outputs, parameterGradients, parameters, tables, scratch } = plan.shape
    this.plan = plan
    this.wide = plan.type === 'f32'
    this.size = this.wide ? 4 : 8
    this.lanes = this.wide ? 4 : 2
    this.halves = this.wide ? [0, 1] : [0]
    this.gradientAt = this.pointer(inputs.length + outputs.length)
    this.parameterAt = this.gradientAt + parameterGradients.length
    this.tableAt = this.parameterAt + parameters.length
    this.scratchAt = this.tableAt + tables.length
    this.parameterCount = this.scratchAt + (scratch === 0 ? 0 : 1)
    this.kept = plan.program.phases.flatMap(p => p.keeps)
    this.locals = new Locals(this.parameterCount)
    this.j = this.locals.add(type.i32)
    this.offset = this.locals.add(type.i32)
    this.rest = this.locals.add(type.i32)
    this.keptAt = this.kept.length > 0 ? this.locals.add(type.i32) : this.offset
    this.certain = plan.again ? this.locals.add(type.v128) : this.offset
    for (const name of parameters) if (!plan.channel.has(name)) this.named.set(name, this.#parameter(name))
    this.named.set(lengthName, this.#set(this.setup.localGet(this.length).op(f64.convert_i32_u).simd(f64x2.splat)))
  }

  /** The argument that holds an array's address: inputs, then outputs. The next one holds the distance of its rows. */
  pointer(array: number): number {
    return 2 + 2 * array
  }

  #set(code: Code): number {
    const local = this.locals.add(type.v128)
    code.localSet(local)
    return local
  }

  #at(name: string): number {
    return this.parameterAt + this.plan.shape.parameters.indexOf(name)
  }

  #parameter(name: string): number {
    this.setup.localGet(this.#at(name))
    if (this.plan.double.has(name)) this.setup.memory(f64.load)
    else this.setup.memory(f32.load).op(f64.promote_f32)
    return this.#set(this.setup.simd(f64x2.splat))
  }

  /** A local that `write` fills before all rows. */
  once(key: string, write: (setup: Code) => Code): number {
    let local = this.#once.get(key)
    if (local === undefined) {
      local = this.#set(write(this.setup))
      this.#once.set(key, local)
    }
    return local
  }

  /** Constants stand in locals: in Node 24 one that is written where it is used is made anew in every turn of a loop. */
  double(value: number): number {
    return this.once(`double ${written(value)}`, setup => setup.v128Const(doubles(value)))
  }

  single(value: number): number {
    return this.once(`single ${written(value)}`, setup => setup.v128Const(singles(value)))
  }

  /** A parameter as four singles. */
  singleParameter(name: string): number {
    return this.once(`parameter ${name}`, setup => {
      setup.localGet(this.#at(name))
      if (this.plan.double.has(name)) setup.memory(f64.load).op(f32.demote_f64)
      else setup.memory(f32.load)
      return setup.simd(f32x4.splat)
    })
  }

  /** The address of the element j of an array. */
  address(code: Code, array: number): Code {
    return code.localGet(array).localGet(this.offset).op(i32.add)
  }

  /** Whether what a tape reads under that name differs from element to element. */
  varies(name: string): boolean {
    return this.plan.shape.inputs.includes(name) || this.plan.channel.has(name) || this.kept.includes(name)
  }

  table(name: KernelPlan['shape']['tables'][number]): number {
    return this.tableAt + this.plan.shape.tables.indexOf(name)
  }
}

/** What a tape reads by name. */
export function namesIn(tape: FusedTape): ReadonlySet<string> {
  return new Set(tape.steps.flatMap(s => ('name' in s && !('a' in s) ? [s.name] : [])))
}
