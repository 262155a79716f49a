// Matrix product in the layered scheme of Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication"
// (ACM TOMS 2008): blocks of A and B are copied into panels in the order in which the innermost kernel reads them.
import { ModuleBuilder } from './encoder.ts'
import { addMicroKernel } from './gemmmicro.ts'
import { addPack } from './gemmpack.ts'
import { i32, type } from './opcodes.ts'
import { add, addFunction, get, int, mul, op, seq, set, smaller, sub, upTo, when } from './pieces.ts'

const blockM = 96
const blockN = 512
const blockK = 256
const bytesOfTile = 4 * 8 * 4

/**
 * Scratch memory that `gemm` needs at `work`, in bytes, for any size of matrices.
 *
 * @example
 * gemmWorkBytes % 4 // 0
 */
export const gemmWorkBytes = bytesOfTile + 4 * blockK * (blockM + blockN)

export interface GemmOptions {
  /** The imported memory is shared (then its declared maximum is 65536 pages). */
  readonly shared?: boolean
  /** Use relaxed SIMD's fused multiply-add: faster, but the last bits depend on the processor. Default false. */
  readonly fused?: boolean
}

/**
 * The module of the f32 matrix product C = A B (or C += A B). It imports its memory as "e"."m" and exports
 *
 *   gemm(a, aRow, aColumn, b, bRow, bColumn, c, cRow, m, n, k, accumulate, work)
 *
 * A is m x k, B is k x n, C is m x n; a, b, c, work are byte addresses (work: `gemmWorkBytes` bytes); aRow, aColumn, bRow, bColumn,
 * cRow are distances in bytes between neighbouring rows and columns, so a transposed matrix is one with the two exchanged. C's columns
 * are adjacent. C must not overlap the others. The order of summation depends on k only: equal inputs give equal bits.
 *
 * @example
 * const memory = new WebAssembly.Memory({ initial: 16 })
 * const { gemm } = new WebAssembly.Instance(new WebAssembly.Module(gemmBytes()), { e: { m: memory } }).exports
 * const [a, b, c, work] = [0, 64, 128, 192]
 * const f = new Float32Array(memory.buffer)
 * f.set([1, 2, 3, 4], a / 4)
 * f.set([5, 6], b / 4)
 * gemm(a, 8, 4, b, 4, 4, c, 4, 2, 1, 2, 0, work)
 * f.slice(c / 4, c / 4 + 2) // [17, 39]
 */
export function gemmBytes(options: GemmOptions = {}): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder()
  const shared = options.shared === true
  module.importMemory('e', 'm', shared ? { initial: 0, maximum: 65536, shared } : { initial: 0 })
  const pack = addPack(module)
  const micro = addMicroKernel(module, options.fused === true)
  const p = type.i32
  const params = { a: p, aRow: p, aColumn: p, b: p, bRow: p, bColumn: p, c: p, cRow: p, m: p, n: p, k: p, accumulate: p, work: p }
  addFunction(module, { export: 'gemm', params }, (p, local) => {
    const [panelsA, panelsB, nAt, nSize, kAt, kSize, mAt, mSize, i, j, into] = Array.from({ length: 11 }, () => local())
    const kBytes = (lanes: number) => mul(get(kSize), int(4 * lanes))
    const address = (base: number, row: number, rowStride: number, column: number, columnStride: number) =>
      add(get(base), add(mul(get(row), get(rowStride)), mul(get(column), get(columnStride))))
    const packB = seq(
      set(into, get(panelsB)),
      set(j, int(0)),
      upTo(j, get(nSize), int(4), code => {
        // Panels are 8 wide: two packings of 4 lanes side by side, the second perhaps empty (all zero).
        const from = add(address(p.b, kAt, p.bRow, nAt, p.bColumn), mul(get(j), get(p.bColumn)))
        const half = op(i32.shl, op(i32.and, op(i32.shr_s, get(j), int(2)), int(1)), int(4))
        seq(from, get(p.bColumn), get(p.bRow), sub(get(nSize), get(j)), get(kSize), add(get(into), half), int(32))(code)
        code.call(pack)
        when(half, set(into, add(get(into), kBytes(8))))(code)
      }),
      when(op(i32.and, op(i32.shr_s, get(j), int(2)), int(1)), code => {
        seq(int(0), int(0), int(0), int(0), get(kSize), add(get(into), int(16)), int(32))(code)
        code.call(pack)
      }),
    )
    const packA = seq(
      set(into, get(panelsA)),
      set(i, int(0)),
      upTo(i, get(mSize), int(4), code => {
        const from = add(address(p.a, mAt, p.aRow, kAt, p.aColumn), mul(get(i), get(p.aRow)))
        seq(from, get(p.aRow), get(p.aColumn), sub(get(mSize), get(i)), get(kSize), get(into), int(16))(code)
        code.call(pack)
        set(into, add(get(into), kBytes(4)))(code)
      }),
    )
    const tiles = seq(
      set(j, int(0)),
      upTo(
        j,
        get(nSize),
        int(8),
        set(i, int(0)),
        upTo(i, get(mSize), int(4), code => {
          seq(
            add(get(panelsA), mul(get(i), mul(get(kSize), int(4)))),
            add(get(panelsB), mul(get(j), mul(get(kSize), int(4)))),
            get(kSize),
            add(add(get(p.c), mul(add(get(mAt), get(i)), get(p.cRow))), mul(add(get(nAt), get(j)), int(4))),
            get(p.cRow),
            op(i32.or, get(p.accumulate), get(kAt)),
            sub(get(mSize), get(i)),
            sub(get(nSize), get(j)),
            get(p.work),
          )(code)
          code.call(micro)
        }),
      ),
    )
    return seq(
      set(panelsA, add(get(p.work), int(bytesOfTile))),
      set(panelsB, add(get(panelsA), int(4 * blockM * blockK))),
      upTo(
        nAt,
        get(p.n),
        int(blockN),
        set(nSize, smaller(sub(get(p.n), get(nAt)), int(blockN))),
        set(kAt, int(0)),
        upTo(
          kAt,
          get(p.k),
          int(blockK),
          set(kSize, smaller(sub(get(p.k), get(kAt)), int(blockK))),
          packB,
          set(mAt, int(0)),
          upTo(mAt, get(p.m), int(blockM), set(mSize, smaller(sub(get(p.m), get(mAt)), int(blockM))), packA, tiles),
        ),
      ),
    )
  })
  return module.finish()
}
