// Matrix product in the layered scheme of Goto and van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (ACM TOMS 2008): blocks
// of A and B are copied into panels in the order in which the innermost loops read them, but stay where they lie if that is as good.
import { ModuleBuilder } from './encoder.ts'
import { addPack } from './gemmpack.ts'
import { addTiles, tileBytes } from './gemmtiles.ts'
import { control, i32, type } from './opcodes.ts'
import { add, addFunction, equal, get, int, less, mul, op, type Piece, seq, set, smaller, sub, upTo, when } from './pieces.ts'

/**
 * Terms that `gemm` sums before it adds them to C: what sums in the same order has the same bits.
 *
 * @example
 * gemmTerms // 256
 */
export const gemmTerms = 256
/** Columns of B and rows of A that are copied at a time: the rows, in fours and in sixes, stay in the first cache. */
const blockN = 512
const blockM = 12
/** So often read, B is worth a copy, and A where it lies so many bytes apart: on few sets of the cache, and each time on another page. */
const often = 256
const far = 1024

/**
 * Scratch memory that `gemm` needs at `work`, in bytes, for any size of matrices.
 *
 * @example
 * gemmWorkBytes % 4 // 0
 */
export const gemmWorkBytes = 4 * gemmTerms * (blockN + blockM)

export interface GemmOptions {
  /** The imported memory is shared (then its declared maximum is 65536 pages). */
  readonly shared?: boolean
  /** Use relaxed SIMD's fused multiply-add: faster, but the last bits depend on the processor. Default false. */
  readonly fused?: boolean
}

/**
 * The module of the f32 matrix product C = A B, which may be added to C or to a row. It imports its memory as "e"."m" and exports
 *
 *   gemm(a, aRow, aColumn, b, bRow, bColumn, c, cRow, m, n, k, added, work)
 *
 * A is m x k, B is k x n, C is m x n; a, b, c, work are byte addresses (work: `gemmWorkBytes` bytes); aRow, aColumn, bRow, bColumn,
 * cRow are distances in bytes between neighbouring rows and columns, so a transposed matrix is one with the two exchanged. C's columns
 * are adjacent. C must not overlap the others. `added` is 0, or 1 for C += A B, or the address of n numbers that are added to each row.
 * The order of summation depends on k only: equal inputs give equal bits.
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
  const tiles = addTiles(module, options.fused === true)
  const p = type.i32
  const params = { a: p, aRow: p, aColumn: p, b: p, bRow: p, bColumn: p, c: p, cRow: p, m: p, n: p, k: p, added: p, work: p }
  addFunction(module, { export: 'gemm', params }, (p, local) => {
    const [copiesA, copiesB, lane, mAt, mSize, nAt, nSize, kAt, kSize, from, line, panel] = Array.from({ length: 12 }, () => local())
    const both = (x: Piece, y: Piece) => op(i32.and, x, y)
    const either = (x: Piece, y: Piece) => op(i32.or, x, y)
    const differs = (x: number, value: number) => op(i32.ne, get(x), int(value))
    const reaches = (x: number, value: number) => less(int(value - 1), get(x))
    /** Copies `lanes` rows or columns, four at a time; `into` may depend on `lane`, the first of the four. */
    const copied = (at: Piece, across: number, along: number, lanes: number, into: Piece, step: number): Piece =>
      seq(
        set(lane, int(0)),
        upTo(lane, get(lanes), int(4), code => {
          const strides = [get(across), get(along)]
          seq(add(at, mul(get(lane), get(across))), ...strides, sub(get(lanes), get(lane)), get(kSize), into, int(step))(code)
          code.call(pack)
        }),
      )
    const panels = add(mul(op(i32.shr_s, get(lane), int(3)), get(panel)), mul(both(get(lane), int(4)), int(4)))
    const blockB = seq(
      set(from, add(get(p.b), add(mul(get(kAt), get(p.bRow)), mul(get(nAt), get(p.bColumn))))),
      set(line, get(p.bRow)),
      set(panel, int(tileBytes)),
      when(
        get(copiesB),
        seq(
          set(line, int(tileBytes)),
          set(panel, mul(get(kSize), int(tileBytes))),
          copied(get(from), p.bColumn, p.bRow, nSize, add(get(p.work), panels), tileBytes),
          set(from, get(p.work)),
        ),
      ),
    )
    const fromA = add(get(p.a), add(mul(get(mAt), get(p.aRow)), mul(get(kAt), get(p.aColumn))))
    const workA = add(get(p.work), int(4 * gemmTerms * blockN))
    const product =
      (a: Piece, row: Piece, column: Piece): Piece =>
      code => {
        const c = add(get(p.c), add(mul(get(mAt), get(p.cRow)), mul(get(nAt), int(4))))
        const sizes = [get(mSize), get(nSize), get(kSize)]
        const toC = (yes: Piece, no: Piece) => op(control.select, yes, no, either(equal(get(p.added), int(1)), differs(kAt, 0)))
        const d = [either(get(p.added), get(kAt)), toC(c, add(get(p.added), mul(get(nAt), int(4)))), toC(get(p.cRow), int(0))]
        seq(a, row, column, get(from), get(line), get(panel), c, get(p.cRow), ...sizes, ...d)(code)
        code.call(tiles)
      }
    return seq(
      set(copiesA, both(differs(p.aColumn, 4), either(differs(p.aRow, 4), both(reaches(p.aColumn, far), reaches(p.n, often))))),
      set(copiesB, either(differs(p.bColumn, 4), reaches(p.m, often))),
      upTo(
        nAt,
        get(p.n),
        get(nSize),
        set(nSize, sub(get(p.n), get(nAt))),
        when(get(copiesB), set(nSize, smaller(get(nSize), int(blockN)))),
        set(kAt, int(0)),
        upTo(
          kAt,
          get(p.k),
          int(gemmTerms),
          set(kSize, smaller(sub(get(p.k), get(kAt)), int(gemmTerms))),
          blockB,
          set(mAt, int(0)),
          upTo(
            mAt,
            get(p.m),
            get(mSize),
            set(mSize, sub(get(p.m), get(mAt))),
            when(
              get(copiesA),
              seq(
                set(mSize, smaller(get(mSize), int(blockM))),
                copied(fromA, p.aRow, p.aColumn, mSize, add(workA, mul(get(lane), int(4))), 4 * blockM),
                product(workA, int(4), int(4 * blockM)),
              ),
              product(fromA, get(p.aRow), get(p.aColumn)),
            ),
          ),
        ),
      ),
    )
  })
  return module.finish()
}
