// The innermost kernel: a tile of 4 x 8 sums in 8 vector registers. Measured in V8 11.3: taller or wider tiles, or unrolling over k,
// make the compiler spill registers and lose a third of the speed.
import type { ModuleBuilder } from './encoder.ts'
import { f32, f32x4, i32, type } from './opcodes.ts'
import {
  add,
  addFunction,
  get,
  int,
  less,
  loadSingle,
  loadSplat,
  loadVector,
  mul,
  op,
  type Piece,
  seq,
  set,
  storeSingle,
  storeVector,
  upTo,
  vector,
  when,
} from './pieces.ts'

const tileRows = [0, 1, 2, 3]
const tileRowBytes = 32

/** micro(a, b, k, c, cRow, accumulate, m, n, work): one tile of C; m and n beyond the tile mean a whole tile. Returns its index. */
export function addMicroKernel(module: ModuleBuilder, fused: boolean): number {
  const p = type.i32
  const params = { a: p, b: p, k: p, c: p, cRow: p, accumulate: p, m: p, n: p, work: p }
  return addFunction(module, { params }, (p, local) => {
    const sums = tileRows.map(() => [local(type.v128), local(type.v128)])
    const [left, right, factor] = [local(type.v128), local(type.v128), local(type.v128)]
    const [end, row, column] = [local(), local(), local()]
    const accumulated = (sum: number, other: number): Piece =>
      fused
        ? vector(f32x4.relaxed_madd, get(factor), get(other), get(sum))
        : vector(f32x4.add, get(sum), vector(f32x4.mul, get(factor), get(other)))
    const products = upTo(
      p.a,
      get(end),
      int(16),
      set(left, loadVector(get(p.b))),
      set(right, loadVector(get(p.b), 16)),
      ...tileRows.flatMap(r => [
        set(factor, loadSplat(get(p.a), 4 * r)),
        set(sums[r][0], accumulated(sums[r][0], left)),
        set(sums[r][1], accumulated(sums[r][1], right)),
      ]),
      set(p.b, add(get(p.b), int(tileRowBytes))),
    )
    const whole = tileRows.map(r => {
      const at = (half: number) =>
        when(
          get(p.accumulate),
          storeVector(get(p.c), vector(f32x4.add, loadVector(get(p.c), 16 * half), get(sums[r][half])), 16 * half),
          storeVector(get(p.c), get(sums[r][half]), 16 * half),
        )
      return seq(at(0), at(1), set(p.c, add(get(p.c), get(p.cRow))))
    })
    const spilled = tileRows.flatMap(r => [0, 1].map(half => storeVector(get(p.work), get(sums[r][half]), tileRowBytes * r + 16 * half)))
    const from = add(add(get(p.work), mul(get(row), int(tileRowBytes))), get(column))
    const into = add(get(p.c), get(column))
    const part = upTo(
      row,
      get(p.m),
      int(1),
      set(column, int(0)),
      upTo(
        column,
        mul(get(p.n), int(4)),
        int(4),
        when(get(p.accumulate), storeSingle(into, op(f32.add, loadSingle(into), loadSingle(from))), storeSingle(into, loadSingle(from))),
      ),
      set(p.c, add(get(p.c), get(p.cRow))),
    )
    return seq(
      set(end, add(get(p.a), mul(get(p.k), int(16)))),
      products,
      when(
        op(i32.and, less(int(3), get(p.m)), less(int(7), get(p.n))),
        seq(...whole),
        seq(...spilled, when(less(int(4), get(p.m)), set(p.m, int(4))), when(less(int(8), get(p.n)), set(p.n, int(8))), part),
      ),
    )
  })
}
