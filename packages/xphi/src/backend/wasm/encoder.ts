// Writes binary WebAssembly modules: `Code` is one function's body, `ModuleBuilder` the sections around it.
import { type BlockType, control, f32, f64, i32, i64, type, type ValueType, v128 } from './opcodes.ts'

/**
 * A growable byte buffer with one method for each form of instruction. Methods return the buffer, so calls can be chained.
 *
 * @example
 * new Code().i32Const(-1).localSet(0).toBytes() // [0x41, 0x7f, 0x21, 0]
 */
export class Code {
  #bytes = new Uint8Array(256)
  #length = 0

  get length(): number {
    return this.#length
  }

  #reserve(count: number): number {
    const start = this.#length
    this.#length += count
    if (this.#length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(this.#length, this.#bytes.length * 2))
      grown.set(this.#bytes)
      this.#bytes = grown
    }
    return start
  }

  /** One plain opcode or any other byte. */
  op(byte: number): this {
    const at = this.#reserve(1)
    this.#bytes[at] = byte
    return this
  }

  bytes(values: ArrayLike<number>): this {
    const at = this.#reserve(values.length)
    this.#bytes.set(values, at)
    return this
  }

  /** An unsigned LEB128 number below 2^32. */
  unsigned(value: number): this {
    let rest = value >>> 0
    for (; rest >= 0x80; rest >>>= 7) this.op((rest & 0x7f) | 0x80)
    return this.op(rest)
  }

  /** A signed LEB128 number of up to 64 bits. */
  signed(value: number | bigint): this {
    let rest = BigInt(value)
    for (;;) {
      const byte = Number(rest & 0x7fn)
      rest >>= 7n
      if ((rest === 0n && byte < 0x40) || (rest === -1n && byte >= 0x40)) return this.op(byte)
      this.op(byte | 0x80)
    }
  }

  localGet(index: number): this {
    return this.op(control.localGet).unsigned(index)
  }

  localSet(index: number): this {
    return this.op(control.localSet).unsigned(index)
  }

  localTee(index: number): this {
    return this.op(control.localTee).unsigned(index)
  }

  i32Const(value: number): this {
    return this.op(i32.const).signed(value | 0)
  }

  i64Const(value: bigint): this {
    return this.op(i64.const).signed(BigInt.asIntN(64, value))
  }

  f32Const(value: number): this {
    return this.op(f32.const).bytes(new Uint8Array(new Float32Array([value]).buffer))
  }

  f64Const(value: number): this {
    return this.op(f64.const).bytes(new Uint8Array(new Float64Array([value]).buffer))
  }

  /** A vector of 16 bytes, little-endian. */
  v128Const(bytes: ArrayLike<number>): this {
    if (bytes.length !== 16) throw new RangeError(`v128 needs 16 bytes, got ${bytes.length}`)
    return this.simd(v128.const).bytes(bytes)
  }

  /** A vector instruction and its immediate bytes: the lane of extract_lane and replace_lane, the 16 lanes of shuffle. */
  simd(opcode: number, ...immediates: readonly number[]): this {
    this.op(0xfd).unsigned(opcode)
    for (const byte of immediates) this.op(byte)
    return this
  }

  /** A scalar load or store. The alignment hint is 0 (always valid; engines ignore it). */
  memory(opcode: number, offset = 0): this {
    return this.op(opcode).op(0).unsigned(offset)
  }

  /** A vector load or store; `lane` for the lane forms. */
  simdMemory(opcode: number, offset = 0, lane?: number): this {
    this.simd(opcode).op(0).unsigned(offset)
    return lane === undefined ? this : this.op(lane)
  }

  block(result: BlockType = 0x40): this {
    return this.op(control.block).op(result)
  }

  loop(result: BlockType = 0x40): this {
    return this.op(control.loop).op(result)
  }

  if(result: BlockType = 0x40): this {
    return this.op(control.if).op(result)
  }

  else(): this {
    return this.op(control.else)
  }

  end(): this {
    return this.op(control.end)
  }

  br(depth: number): this {
    return this.op(control.br).unsigned(depth)
  }

  brIf(depth: number): this {
    return this.op(control.brIf).unsigned(depth)
  }

  call(functionIndex: number): this {
    return this.op(control.call).unsigned(functionIndex)
  }

  append(code: Code): this {
    return this.bytes(code.#bytes.subarray(0, code.#length))
  }

  toBytes(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length)
  }
}

/**
 * Hands out local indices after the parameters: `const locals = new Locals(3); const sum = locals.add(type.f32)`.
 *
 * @example
 * new Locals(3).add(opcodes.type.f32) // 3
 */
export class Locals {
  readonly types: ValueType[] = []
  readonly #parameters: number
  readonly #free: number[] = []
  /** Of those taken and not released: how many calls of `within` deep that was. */
  readonly #depths: (number | undefined)[] = []
  #taken: number[] = []
  #depth = 0

  constructor(parameters: number) {
    this.#parameters = parameters
  }

  /** One that is not used for anything else. */
  add(valueType: ValueType): number {
    return this.#parameters + this.types.push(valueType) - 1
  }

  /** A vector's local, perhaps one that was released: few locals make a small frame. */
  take(): number {
    const local = this.#free.pop() ?? this.add(type.v128)
    this.#depths[local] = this.#depth
    this.#taken.push(local)
    return local
  }

  /** Gives one back that was taken in the same call of `within`; any other is left as it is. */
  release(local: number): void {
    if (this.#depths[local] !== this.#depth) return
    this.#depths[local] = undefined
    this.#free.push(local)
  }

  /** Runs `write`, and releases what it took. */
  within<T>(write: () => T): T {
    const outer = this.#taken
    this.#taken = []
    this.#depth++
    const result = write()
    for (const local of this.#taken) this.release(local)
    this.#depth--
    this.#taken = outer
    return result
  }
}

export interface MemoryLimits {
  /** Pages of 64 KiB. */
  readonly initial: number
  /** Pages of 64 KiB; needed when shared. */
  readonly maximum?: number
  readonly shared?: boolean
}

export interface FunctionSpec {
  readonly params: readonly ValueType[]
  readonly results: readonly ValueType[]
  /** The types of the locals after the parameters. */
  readonly locals?: readonly ValueType[]
  /** The instructions without the final `end`. */
  readonly body: Code
  readonly export?: string
}

/**
 * Collects functions and writes one module.
 *
 * @example
 * const module = new ModuleBuilder()
 * const { i32 } = opcodes.type
 * module.addFunction({ params: [i32], results: [i32], body: new Code().localGet(0).localGet(0).op(opcodes.i32.mul), export: 'square' })
 * new WebAssembly.Instance(new WebAssembly.Module(module.finish())).exports.square(7) // 49
 */
export class ModuleBuilder {
  readonly #types: string[] = []
  readonly #imports: Code[] = []
  readonly #functions: number[] = []
  readonly #exports: Code[] = []
  readonly #bodies: Code[] = []

  importMemory(module: string, name: string, limits: MemoryLimits): void {
    const flags = (limits.maximum === undefined ? 0 : 1) | (limits.shared === true ? 2 : 0)
    if (flags === 2) throw new RangeError('a shared memory needs a maximum')
    const entry = text(text(new Code(), module), name).op(2).op(flags).unsigned(limits.initial)
    if (limits.maximum !== undefined) entry.unsigned(limits.maximum)
    this.#imports.push(entry)
  }

  /** Returns the function's index, for `Code.call`. */
  addFunction(spec: FunctionSpec): number {
    const index = this.#functions.push(this.#typeIndex(spec)) - 1
    const body = localDeclarations(spec.locals ?? [])
      .append(spec.body)
      .end()
    this.#bodies.push(new Code().unsigned(body.length).append(body))
    if (spec.export !== undefined) this.#exports.push(text(new Code(), spec.export).op(0).unsigned(index))
    return index
  }

  #typeIndex(spec: FunctionSpec): number {
    const key = [0x60, spec.params.length, ...spec.params, spec.results.length, ...spec.results].join()
    const known = this.#types.indexOf(key)
    return known >= 0 ? known : this.#types.push(key) - 1
  }

  finish(): Uint8Array<ArrayBuffer> {
    const module = new Code().bytes([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])
    const types = this.#types.map(key => new Code().bytes(key.split(',').map(Number)))
    const functions = this.#functions.map(index => new Code().unsigned(index))
    const sections: readonly (readonly [number, readonly Code[]])[] = [
      [1, types],
      [2, this.#imports],
      [3, functions],
      [7, this.#exports],
      [10, this.#bodies],
    ]
    for (const [id, entries] of sections) if (entries.length > 0) section(module, id, entries)
    return module.toBytes()
  }
}

function section(module: Code, id: number, entries: readonly Code[]): void {
  const content = new Code().unsigned(entries.length)
  for (const entry of entries) content.append(entry)
  module.op(id).unsigned(content.length).append(content)
}

function text(code: Code, value: string): Code {
  const bytes = new TextEncoder().encode(value)
  return code.unsigned(bytes.length).bytes(bytes)
}

/** Runs of one type are declared together, as the format asks. */
function localDeclarations(types: readonly ValueType[]): Code {
  const runs: { count: number; readonly type: ValueType }[] = []
  for (const type of types) {
    const last = runs.at(-1)
    if (last?.type === type) last.count++
    else runs.push({ count: 1, type })
  }
  const code = new Code().unsigned(runs.length)
  for (const run of runs) code.unsigned(run.count).op(run.type)
  return code
}
