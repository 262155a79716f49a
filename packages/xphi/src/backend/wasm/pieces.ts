// The words in which the hand-made kernels are written: a piece appends instructions, so expressions nest as they read.
import { Code, type ModuleBuilder } from './encoder.ts'
import { f32, i32, type, type ValueType, v128 } from './opcodes.ts'

export type Piece = (code: Code) => void

export const seq =
  (...pieces: readonly Piece[]): Piece =>
  code => {
    for (const piece of pieces) piece(code)
  }

export const get =
  (local: number): Piece =>
  code =>
    code.localGet(local)

export const set =
  (local: number, value: Piece): Piece =>
  code => {
    value(code)
    code.localSet(local)
  }

export const int =
  (value: number): Piece =>
  code =>
    code.i32Const(value)

export const single =
  (value: number): Piece =>
  code =>
    code.f32Const(value)

export const double =
  (value: number): Piece =>
  code =>
    code.f64Const(value)

/** A scalar instruction applied to its operands. */
export const op =
  (opcode: number, ...operands: readonly Piece[]): Piece =>
  code => {
    seq(...operands)(code)
    code.op(opcode)
  }

/** A vector instruction applied to its operands. */
export const vector =
  (opcode: number, ...operands: readonly Piece[]): Piece =>
  code => {
    seq(...operands)(code)
    code.simd(opcode)
  }

export const lane =
  (opcode: number, index: number, ...operands: readonly Piece[]): Piece =>
  code => {
    seq(...operands)(code)
    code.simd(opcode, index)
  }

export const shuffle =
  (lanes: readonly number[], a: Piece, b: Piece): Piece =>
  code => {
    seq(a, b)(code)
    code.simd(0x0d, ...lanes)
  }

export const add = (a: Piece, b: Piece): Piece => op(i32.add, a, b)
export const sub = (a: Piece, b: Piece): Piece => op(i32.sub, a, b)
export const mul = (a: Piece, b: Piece): Piece => op(i32.mul, a, b)
export const less = (a: Piece, b: Piece): Piece => op(i32.lt_s, a, b)
export const equal = (a: Piece, b: Piece): Piece => op(i32.eq, a, b)

/** The smaller of two i32; both are evaluated twice. */
export const smaller = (a: Piece, b: Piece): Piece => op(0x1b, a, b, less(a, b))

const loadWith =
  (opcode: number) =>
  (address: Piece, offset = 0): Piece =>
  code => {
    address(code)
    code.memory(opcode, offset)
  }

const storeWith =
  (opcode: number) =>
  (address: Piece, value: Piece, offset = 0): Piece =>
  code => {
    seq(address, value)(code)
    code.memory(opcode, offset)
  }

const vectorLoadWith =
  (opcode: number) =>
  (address: Piece, offset = 0): Piece =>
  code => {
    address(code)
    code.simdMemory(opcode, offset)
  }

export const loadInt = loadWith(i32.load)
export const loadSingle = loadWith(f32.load)
export const storeInt = storeWith(i32.store)
export const storeSingle = storeWith(f32.store)
export const loadVector = vectorLoadWith(v128.load)
export const loadSplat = vectorLoadWith(v128.load32_splat)

export const storeVector =
  (address: Piece, value: Piece, offset = 0): Piece =>
  code => {
    seq(address, value)(code)
    code.simdMemory(v128.store, offset)
  }

export const when =
  (condition: Piece, yes: Piece, no?: Piece): Piece =>
  code => {
    condition(code)
    code.if()
    yes(code)
    if (no !== undefined) no(code.else())
    code.end()
  }

/** `while (index < limit) { body; index += step }`, all i32. The limit is read before every turn. */
export const upTo =
  (index: number, limit: Piece, step: Piece, ...body: readonly Piece[]): Piece =>
  code => {
    const turn = seq(...body, set(index, add(get(index), step)))
    less(get(index), limit)(code)
    code.if().loop()
    turn(code)
    less(get(index), limit)(code)
    code.brIf(0).end().end()
  }

/** Adds one function: first its parameters by name, then the locals that the body asks for. Returns its index. */
export function addFunction<Names extends string>(
  module: ModuleBuilder,
  spec: { readonly export?: string; readonly params: Readonly<Record<Names, ValueType>>; readonly result?: ValueType },
  write: (params: Readonly<Record<Names, number>>, local: (valueType?: ValueType) => number) => Piece,
): number {
  const names = Object.keys(spec.params) as Names[]
  const params = Object.fromEntries(names.map((name, index) => [name, index])) as Record<Names, number>
  const locals: ValueType[] = []
  const body = new Code()
  write(params, (valueType = type.i32) => names.length + locals.push(valueType) - 1)(body)
  return module.addFunction({
    params: names.map(name => spec.params[name]),
    results: spec.result === undefined ? [] : [spec.result],
    locals,
    body,
    ...(spec.export === undefined ? {} : { export: spec.export }),
  })
}
