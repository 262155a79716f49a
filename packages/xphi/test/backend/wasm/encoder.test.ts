import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Code, Locals, ModuleBuilder } from '../../../src/backend/wasm/encoder.ts'
import * as op from '../../../src/backend/wasm/opcodes.ts'

const { i32, i64, f32, f64 } = op.type
const pick = (condition: boolean, yes: number, no: number) => (condition ? yes : no)
type Exports = Record<string, (...values: (number | bigint)[]) => number | bigint>

function instantiate(module: ModuleBuilder, imports: WebAssembly.Imports = {}): Exports {
  return new WebAssembly.Instance(new WebAssembly.Module(module.finish()), imports).exports as Exports
}

describe('Code', () => {
  it('encodes every i32 and i64 constant', () => {
    const of = (body: Code, result: op.ValueType) => {
      const module = new ModuleBuilder()
      module.addFunction({ params: [], results: [result], body, export: 'f' })
      return instantiate(module).f()
    }
    fc.assert(fc.property(fc.integer(), value => of(new Code().i32Const(value), i32) === value))
    fc.assert(fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), value => of(new Code().i64Const(value), i64) === value))
    for (const edge of [63, 64, 127, 128, -64, -65, 2 ** 31 - 1, -(2 ** 31)]) expect(of(new Code().i32Const(edge), i32)).toBe(edge)
  })

  it('keeps the bits of float constants', () => {
    for (const value of [-0, 0.1, Number.MIN_VALUE, Infinity, Number.NaN]) {
      const module = new ModuleBuilder()
      module.addFunction({ params: [], results: [f64], body: new Code().f64Const(value), export: 'd' })
      module.addFunction({ params: [], results: [f32], body: new Code().f32Const(value), export: 's' })
      const { d, s } = instantiate(module)
      expect(d()).toBe(value)
      expect(s()).toBe(Math.fround(value))
    }
  })

  it('refuses a vector that is not 16 bytes long', () => {
    expect(() => new Code().v128Const([1, 2, 3])).toThrow('v128 needs 16 bytes, got 3')
  })
})

describe('ModuleBuilder', () => {
  it('runs loops, branches, calls and locals of mixed types', () => {
    const module = new ModuleBuilder()
    const square = module.addFunction({ params: [i32], results: [i32], body: new Code().localGet(0).localGet(0).op(op.i32.mul) })
    const locals = new Locals(1)
    const sum = locals.add(i32)
    locals.add(f64)
    const at = locals.add(i32)
    const body = new Code().block().loop()
    body.localGet(at).localGet(0).op(op.i32.ge_s).brIf(1)
    body.localGet(sum).localGet(at).call(square).op(op.i32.add).localSet(sum)
    body.localGet(at).i32Const(1).op(op.i32.add).localSet(at).br(0).end().end()
    body.localGet(sum).i32Const(100).op(op.i32.gt_s).if(i32).i32Const(-1).else().localGet(sum).end()
    module.addFunction({ params: [i32], results: [i32], locals: locals.types, body, export: 'squares' })
    const { squares } = instantiate(module)
    expect([0, 1, 4, 7].map(n => squares(n))).toEqual([0, 0, 14, 91])
    expect(squares(8)).toBe(-1)
  })

  it('reads and writes imported memory, plain and shared, with vectors and lanes', () => {
    for (const shared of [false, true]) {
      const module = new ModuleBuilder()
      module.importMemory('e', 'm', { initial: 1, maximum: 65536, shared })
      module.addFunction({
        params: [],
        results: [],
        export: 'run',
        body: new Code()
          .i32Const(32)
          .i32Const(0)
          .simdMemory(op.v128.load)
          .i32Const(0)
          .simdMemory(op.v128.load32_splat, 16)
          .simd(op.f32x4.mul)
          .simdMemory(op.v128.store)
          .i32Const(48)
          .i32Const(0)
          .simdMemory(op.v128.load)
          .simdMemory(op.v128.store32_lane, 0, 2),
      })
      const memory = new WebAssembly.Memory({ initial: 1, maximum: 65536, shared })
      const floats = new Float32Array(memory.buffer)
      floats.set([1, 2, 3, 4, 10])
      instantiate(module, { e: { m: memory } }).run()
      expect([...floats.slice(8, 13)]).toEqual([10, 20, 30, 40, 3])
    }
  })

  it('moves single lanes between memory and vectors', () => {
    const module = new ModuleBuilder()
    module.importMemory('e', 'm', { initial: 1 })
    const zero = () => new Code().v128Const(new Uint8Array(16))
    const from = (load: Code) => new Code().i32Const(16).append(load).simdMemory(op.v128.store)
    const at = (opcode: number) => new Code().i32Const(0).simdMemory(opcode)
    const lane = (opcode: number, index: number) => new Code().i32Const(0).append(zero()).simdMemory(opcode, 0, index)
    const cases: [string, Code, number[]][] = [
      ['load64_splat', from(at(op.v128.load64_splat)), [1, 2, 1, 2]],
      ['load32_zero', from(at(op.v128.load32_zero)), [1, 0, 0, 0]],
      ['load64_zero', from(at(op.v128.load64_zero)), [1, 2, 0, 0]],
      ['load32_lane', from(lane(op.v128.load32_lane, 3)), [0, 0, 0, 1]],
      ['load64_lane', from(lane(op.v128.load64_lane, 1)), [0, 0, 1, 2]],
      ['store64_lane', new Code().i32Const(16).append(at(op.v128.load)).simdMemory(op.v128.store64_lane, 0, 1), [3, 4, 0, 0]],
    ]
    for (const [name, body] of cases) module.addFunction({ params: [], results: [], body, export: name })
    const memory = new WebAssembly.Memory({ initial: 1 })
    const exports = instantiate(module, { e: { m: memory } })
    const integers = new Int32Array(memory.buffer)
    for (const [name, , expected] of cases) {
      integers.fill(0).set([1, 2, 3, 4])
      exports[name]()
      expect([...integers.slice(4, 8)], name).toEqual(expected)
    }
  })

  it('hands a released local out again, and one that is kept never', () => {
    const locals = new Locals(2)
    const kept = locals.add(i32)
    const inner = locals.within(() => {
      const [a, b] = [locals.take(), locals.take()]
      locals.release(a)
      locals.release(kept)
      expect(locals.take()).toBe(a)
      return b
    })
    expect([locals.take(), locals.take()].sort()).toEqual([3, inner])
    expect(locals.add(i32)).toBe(5)
  })

  it('refuses a shared memory without a maximum', () => {
    expect(() => new ModuleBuilder().importMemory('e', 'm', { initial: 1, shared: true })).toThrow('needs a maximum')
  })
})

// One lane of every vector opcode, so that a wrong number in the table cannot stay unseen.
describe('vector opcodes', () => {
  const f32Unary: [string, number, (x: number) => number][] = [
    ['neg', op.f32x4.neg, x => -x],
    ['abs', op.f32x4.abs, Math.abs],
    ['sqrt', op.f32x4.sqrt, x => Math.fround(Math.sqrt(x))],
    ['ceil', op.f32x4.ceil, Math.ceil],
    ['floor', op.f32x4.floor, Math.floor],
    ['trunc', op.f32x4.trunc, Math.trunc],
    ['nearest', op.f32x4.nearest, x => 2 * Math.round(x / 2)],
  ]
  const f64Unary: typeof f32Unary = [
    ['neg', op.f64x2.neg, x => -x],
    ['abs', op.f64x2.abs, Math.abs],
    ['sqrt', op.f64x2.sqrt, Math.sqrt],
    ['ceil', op.f64x2.ceil, Math.ceil],
    ['floor', op.f64x2.floor, Math.floor],
    ['trunc', op.f64x2.trunc, Math.trunc],
    ['nearest', op.f64x2.nearest, x => 2 * Math.round(x / 2)],
  ]
  const binary = (t: typeof op.f32x4 | typeof op.f64x2): [string, number, (x: number, y: number) => number][] => [
    ['add', t.add, (x, y) => x + y],
    ['sub', t.sub, (x, y) => x - y],
    ['mul', t.mul, (x, y) => x * y],
    ['div', t.div, (x, y) => x / y],
    ['min', t.min, Math.min],
    ['max', t.max, Math.max],
    ['pmin', t.pmin, (x, y) => pick(y < x, y, x)],
    ['pmax', t.pmax, (x, y) => pick(x < y, y, x)],
  ]
  const compare = (t: typeof op.f32x4 | typeof op.f64x2): [string, number, (x: number, y: number) => boolean][] => [
    ['eq', t.eq, (x, y) => x === y],
    ['ne', t.ne, (x, y) => x !== y],
    ['lt', t.lt, (x, y) => x < y],
    ['gt', t.gt, (x, y) => x > y],
    ['le', t.le, (x, y) => x <= y],
    ['ge', t.ge, (x, y) => x >= y],
  ]
  const run = (params: op.ValueType[], result: op.ValueType, body: Code, ...values: (number | bigint)[]) => {
    const module = new ModuleBuilder()
    module.addFunction({ params, results: [result], body, export: 'f' })
    return instantiate(module).f(...values)
  }

  it('floats', () => {
    for (const [type, table, unary] of [
      [f32, op.f32x4, f32Unary],
      [f64, op.f64x2, f64Unary],
    ] as const) {
      for (const [name, opcode, expected] of unary)
        for (const x of [2.5, 3.5, -2.25])
          expect(run([type], type, new Code().localGet(0).simd(table.splat).simd(opcode).simd(table.extract_lane, 1), x), name).toBe(
            expected(x),
          )
      const both = () => new Code().localGet(0).simd(table.splat).localGet(1).simd(table.splat)
      for (const [name, opcode, expected] of binary(table))
        for (const [x, y] of [
          [3, 2],
          [2, 4],
          [Number.NaN, 1],
          [1, Number.NaN],
        ] as const)
          expect(run([type, type], type, both().simd(opcode).simd(table.extract_lane, 0), x, y), name).toBe(expected(x, y))
      for (const [name, opcode, expected] of compare(table))
        for (const [x, y] of [
          [3, 2],
          [2, 3],
          [2, 2],
          [Number.NaN, 2],
        ] as const)
          expect(run([type, type], i32, both().simd(opcode).simd(op.i32x4.extract_lane, 0), x, y), name).toBe(expected(x, y) ? -1 : 0)
      const replaced = new Code().localGet(0).simd(table.splat).localGet(1).simd(table.replace_lane, 1).simd(table.extract_lane, 1)
      expect(run([type, type], type, replaced, 3, 4)).toBe(4)
    }
  })

  it('integers', () => {
    const two = () => new Code().localGet(0).simd(op.i32x4.splat).localGet(1).simd(op.i32x4.splat)
    const cases: [keyof typeof op.i32x4, number, number, number][] = [
      ['add', 7, 9, 16],
      ['sub', 7, 9, -2],
      ['mul', 7, -9, -63],
      ['min_s', -7, 9, -7],
      ['min_u', -7, 9, 9],
      ['max_s', -7, 9, 9],
      ['max_u', -7, 9, -7],
      ['eq', 7, 7, -1],
      ['ne', 7, 7, 0],
      ['lt_s', -7, 9, -1],
      ['lt_u', -7, 9, 0],
      ['gt_s', -7, 9, 0],
      ['gt_u', -7, 9, -1],
      ['le_s', 9, 9, -1],
      ['le_u', -7, 9, 0],
      ['ge_s', -7, 9, 0],
      ['ge_u', -7, 9, -1],
    ]
    for (const [name, x, y, expected] of cases)
      expect(run([i32, i32], i32, two().simd(op.i32x4[name]).simd(op.i32x4.extract_lane, 3), x, y), name).toBe(expected)
    for (const [name, expected] of [
      ['shl', -28],
      ['shr_s', -2],
      ['shr_u', 2 ** 30 - 2],
    ] as const)
      expect(
        run(
          [i32, i32],
          i32,
          new Code().localGet(0).simd(op.i32x4.splat).localGet(1).simd(op.i32x4[name]).simd(op.i32x4.extract_lane, 0),
          -7,
          2,
        ),
      ).toBe(expected)
    for (const [name, expected] of [
      ['abs', 7],
      ['neg', 7],
    ] as const)
      expect(run([i32], i32, new Code().localGet(0).simd(op.i32x4.splat).simd(op.i32x4[name]).simd(op.i32x4.extract_lane, 0), -7)).toBe(
        expected,
      )
    const wide = () => new Code().localGet(0).simd(op.i64x2.splat).localGet(1).simd(op.i64x2.splat)
    const wideCases: [keyof typeof op.i64x2, bigint][] = [
      ['add', 2n],
      ['sub', -16n],
      ['mul', -63n],
      ['eq', 0n],
      ['ne', -1n],
      ['lt_s', -1n],
      ['gt_s', 0n],
      ['le_s', -1n],
      ['ge_s', 0n],
    ]
    for (const [name, expected] of wideCases)
      expect(run([i64, i64], i64, wide().simd(op.i64x2[name]).simd(op.i64x2.extract_lane, 1), -7n, 9n), name).toBe(expected)
    for (const [name, expected] of [
      ['shl', -28n],
      ['shr_s', -2n],
      ['shr_u', 2n ** 62n - 2n],
    ] as const)
      expect(
        run(
          [i64, i32],
          i64,
          new Code().localGet(0).simd(op.i64x2.splat).localGet(1).simd(op.i64x2[name]).simd(op.i64x2.extract_lane, 0),
          -7n,
          2,
        ),
      ).toBe(expected)
    for (const [name, expected] of [
      ['abs', 7n],
      ['neg', 7n],
    ] as const)
      expect(run([i64], i64, new Code().localGet(0).simd(op.i64x2.splat).simd(op.i64x2[name]).simd(op.i64x2.extract_lane, 0), -7n)).toBe(
        expected,
      )
    for (const [name, expected] of [
      ['extend_low_i32x4_s', -7n],
      ['extend_high_i32x4_s', 3n],
      ['extend_low_i32x4_u', 2n ** 32n - 7n],
      ['extend_high_i32x4_u', 3n],
    ] as const) {
      const code = new Code().i32Const(-7).simd(op.i32x4.splat).i32Const(3).simd(op.i32x4.replace_lane, 2)
      expect(BigInt.asUintN(64, run([], i64, code.simd(op.i64x2[name]).simd(op.i64x2.extract_lane, 0)) as bigint), name).toBe(
        BigInt.asUintN(64, expected),
      )
    }
  })

  it('conversions, masks and shuffles', () => {
    const from = (splat: number) => new Code().localGet(0).simd(splat)
    expect(run([f64], f32, from(op.f64x2.splat).simd(op.f32x4.demote_f64x2_zero).simd(op.f32x4.extract_lane, 1), 0.1)).toBe(
      Math.fround(0.1),
    )
    expect(run([f32], f64, from(op.f32x4.splat).simd(op.f64x2.promote_low_f32x4).simd(op.f64x2.extract_lane, 1), 0.1)).toBe(
      Math.fround(0.1),
    )
    expect(run([f32], i32, from(op.f32x4.splat).simd(op.i32x4.trunc_sat_f32x4_s).simd(op.i32x4.extract_lane, 3), -2.5)).toBe(-2)
    expect(run([f64], i32, from(op.f64x2.splat).simd(op.i32x4.trunc_sat_f64x2_s_zero).simd(op.i32x4.extract_lane, 1), -2.5)).toBe(-2)
    expect(run([i32], f32, from(op.i32x4.splat).simd(op.f32x4.convert_i32x4_s).simd(op.f32x4.extract_lane, 3), -2)).toBe(-2)
    expect(run([i32], f64, from(op.i32x4.splat).simd(op.f64x2.convert_low_i32x4_s).simd(op.f64x2.extract_lane, 1), -2)).toBe(-2)
    const pair = () => new Code().i32Const(0b1100).simd(op.i32x4.splat).i32Const(0b1010).simd(op.i32x4.splat)
    const lane = (code: Code) => run([], i32, code.simd(op.i32x4.extract_lane, 0))
    expect(lane(pair().simd(op.v128.and))).toBe(0b1000)
    expect(lane(pair().simd(op.v128.andnot))).toBe(0b0100)
    expect(lane(pair().simd(op.v128.or))).toBe(0b1110)
    expect(lane(pair().simd(op.v128.xor))).toBe(0b0110)
    expect(lane(pair().simd(op.v128.xor).simd(op.v128.not))).toBe(~0b0110)
    expect(lane(pair().i32Const(0b0110).simd(op.i32x4.splat).simd(op.v128.bitselect))).toBe(0b1100)
    expect(run([], i32, pair().simd(op.i32x4.eq).simd(op.v128.any_true))).toBe(0)
    expect(run([], i32, pair().simd(op.i32x4.ne).simd(op.i32x4.all_true))).toBe(1)
    expect(run([], i32, pair().simd(op.i32x4.ne).simd(op.i32x4.bitmask))).toBe(15)
    expect(run([], i32, pair().simd(op.i64x2.ne).simd(op.i64x2.bitmask))).toBe(3)
    expect(run([], i32, pair().simd(op.i64x2.ne).simd(op.i64x2.all_true))).toBe(1)
    const lanes = Array.from({ length: 16 }, (_, i) => 31 - i)
    expect(
      run(
        [],
        i32,
        new Code()
          .v128Const(new Uint8Array(16))
          .v128Const(Array.from({ length: 16 }, (_, i) => i))
          .simd(op.i8x16.shuffle, ...lanes)
          .simd(op.i32x4.extract_lane, 0),
      ),
    ).toBe(0x0c0d0e0f)
    expect(
      run(
        [],
        i32,
        new Code()
          .v128Const(Array.from({ length: 16 }, (_, i) => i))
          .v128Const(new Uint8Array(16).fill(5))
          .simd(op.i8x16.swizzle)
          .simd(op.i32x4.extract_lane, 0),
      ),
    ).toBe(0x05050505)
  })
})
