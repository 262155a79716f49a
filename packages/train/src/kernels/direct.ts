// The product of matrices where they lie. As long as both stay in the cache, copying them into panels as the gemm of xphi does costs more
// than it gains: measured in V8 11.3, 1.1 to 1.2 times as fast from 128 x 256 x 256 to 1024 x 688 x 128, twice for narrow ones.
import { gemmWorkBytes, ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { zeros } from './width.ts'

type Piece = pieces.Piece
const { f32, f32x4, type } = opcodes
const { add, addFunction, get, int, lane, loadSingle, loadSplat, loadVector, mul, op, seq, set, storeSingle, storeVector, sub, upTo } =
  pieces
const { vector, when } = pieces
const p32 = type.i32

type Procedure = (...values: number[]) => void

/** Terms that the gemm sums before it adds them to C. */
export const block = 256

/**
 * The gemm, with its arguments and its bits, that works on B where it lies or, if its columns are not adjacent, on its transpose in the work
 * space. What does not fit there is left to the gemm.
 */
export function productOf({
  gemm,
  direct,
  transpose,
}: {
  readonly gemm: Procedure
  readonly direct: Procedure
  readonly transpose: Procedure
}) {
  return (
    a: number,
    aRow: number,
    aColumn: number,
    b: number,
    bRow: number,
    bColumn: number,
    c: number,
    cRow: number,
    m: number,
    n: number,
    k: number,
    accumulate: number,
    work: number,
  ): void => {
    const turned = bColumn !== 4
    if (4 * n * Math.min(k, block) > gemmWorkBytes || (turned && bRow !== 4)) {
      gemm(a, aRow, aColumn, b, bRow, bColumn, c, cRow, m, n, k, accumulate, work)
      return
    }
    for (let at = 0; at < k; at += block) {
      const count = Math.min(block, k - at)
      const from = b + bRow * at
      const adds = at > 0 ? 1 : accumulate
      if (turned) {
        transpose(from, bColumn, work, n, count)
        direct(a + aColumn * at, aRow, aColumn, work, 4 * n, c, cRow, m, n, count, adds)
      } else direct(a + aColumn * at, aRow, aColumn, from, bRow, c, cRow, m, n, count, adds)
    }
  }
}

/** Rows and vectors of C that are summed side by side: the gemm's tile, and less at the edges. */
const heights = [4, 1]
const widths = [2, 1]

/**
 * direct(a, aRow, aColumn, b, bRow, c, cRow, m, n, k, accumulate): the gemm's arguments but for its work space, B with adjacent columns, and
 * for k up to `block` its bits.
 */
export function directBytes(fused: boolean): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder()
  module.importMemory('e', 'm', { initial: 0 })
  const params = { a: p32, aRow: p32, aColumn: p32, b: p32, bRow: p32, c: p32, cRow: p32, m: p32, n: p32, k: p32, accumulate: p32 }
  addFunction(module, { export: 'direct', params }, (p, local) => {
    const [column, row, step, left, other, into, bytes] = Array.from({ length: 7 }, () => local())
    const rows = Array.from({ length: 4 }, () => local())
    const sums = Array.from({ length: 8 }, () => local(type.v128))
    const [factor, single] = [local(type.v128), local(type.f32)]
    const values = [local(type.v128), local(type.v128)]
    const term = (sum: number, value: Piece) =>
      set(
        sum,
        fused
          ? vector(f32x4.relaxed_madd, get(factor), value, get(sum))
          : vector(f32x4.add, get(sum), vector(f32x4.mul, get(factor), value)),
      )
    /** Sums of `height` rows by `width` vectors, or by one column, and what becomes of them. */
    const tile = (height: number, width: number, load: (index: number) => Piece, store: (sum: number, index: number) => Piece) =>
      seq(
        set(other, add(get(p.b), get(column))),
        ...rows.slice(0, height).map((at, r) => set(at, r === 0 ? get(left) : add(get(rows[r - 1]), get(p.aRow)))),
        ...sums.slice(0, height * width).map(sum => set(sum, zeros)),
        set(step, int(0)),
        upTo(
          step,
          get(p.k),
          int(1),
          ...values.slice(0, width).map((value, i) => set(value, load(i))),
          ...rows
            .slice(0, height)
            .flatMap((at, r) => [
              set(factor, loadSplat(get(at))),
              set(at, add(get(at), get(p.aColumn))),
              ...values.slice(0, width).map((value, i) => term(sums[r * width + i], get(value))),
            ]),
          set(other, add(get(other), get(p.bRow))),
        ),
        set(other, add(get(into), get(column))),
        ...sums
          .slice(0, height * width)
          .map((sum, i) => seq(store(sum, i % width), i % width === width - 1 ? set(other, add(get(other), get(p.cRow))) : seq())),
      )
    const vectors = (height: number, width: number) =>
      tile(
        height,
        width,
        i => loadVector(get(other), 16 * i),
        (sum, i) =>
          seq(
            when(get(p.accumulate), set(sum, vector(f32x4.add, loadVector(get(other), 16 * i), get(sum)))),
            storeVector(get(other), get(sum), 16 * i),
          ),
      )
    const lonely = (height: number) =>
      tile(
        height,
        1,
        () => loadSplat(get(other)),
        sum =>
          seq(
            set(single, lane(f32x4.extract_lane, 0, get(sum))),
            when(get(p.accumulate), set(single, op(f32.add, loadSingle(get(other)), get(single)))),
            storeSingle(get(other), get(single)),
          ),
      )
    return seq(
      set(bytes, mul(get(p.n), int(4))),
      set(left, get(p.a)),
      set(into, get(p.c)),
      ...heights.map(height =>
        upTo(
          row,
          sub(get(p.m), int(height - 1)),
          int(height),
          set(column, int(0)),
          ...widths.map(width => upTo(column, sub(get(bytes), int(16 * width - 1)), int(16 * width), vectors(height, width))),
          upTo(column, get(bytes), int(4), lonely(height)),
          set(left, add(get(left), mul(get(p.aRow), int(height)))),
          set(into, add(get(into), mul(get(p.cRow), int(height)))),
        ),
      ),
    )
  })
  return module.finish()
}
