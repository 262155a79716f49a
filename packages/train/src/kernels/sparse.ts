// Products with a matrix that is mostly 0, as pixels are: only its other numbers are visited, in the order of the dense product. The sums
// have the same bits, since a sum that begins at +0 stays as it is when +-0 is added. A factor that is infinite or NaN is the exception:
// where the number beside it is 0, it does not count.
import { ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { zeros } from './width.ts'

type Piece = pieces.Piece
const { f32, f32x4, i32, i32x4, type } = opcodes
const {
  add,
  addFunction,
  equal,
  get,
  int,
  lane,
  loadInt,
  loadSingle,
  loadSplat,
  loadVector,
  mul,
  op,
  seq,
  set,
  storeInt,
  storeSingle,
  storeVector,
} = pieces
const { sub, upTo, vector, when } = pieces
const p32 = type.i32

/** The place of a row of the other factor, in bytes from its first, and the number. */
export const entryBytes = 8

/**
 * compress(from, fromRow, rows, length, otherRow, starts, entries, begin, limit): lists the numbers other than 0 of each row, `length` of
 * them, its neighbour `fromRow` bytes away. Number j belongs to the row of the other factor j * otherRow bytes from its first. The list of
 * row i lies from starts[i] to starts[i + 1] (bytes from `entries`), that of the first row from `begin`. Returns the end of the last list,
 * or the first end beyond `limit`, where it stops: there is to be room for one row and 4 entries more.
 */
function addCompress(module: ModuleBuilder): void {
  const numbers = { from: p32, fromRow: p32, rows: p32, length: p32, otherRow: p32, starts: p32, entries: p32, begin: p32, limit: p32 }
  addFunction(module, { export: 'compress', params: numbers, result: p32 }, (p, local) => {
    const [row, at, place, mask, bytes] = [local(), local(), local(), local(), local()]
    const x = local(type.v128)
    const here = add(get(p.from), get(at))
    // Each number is written, and the next one over it where it is 0.
    const listed = (bits: Piece, bit: number, isListed: Piece) =>
      seq(
        storeInt(add(get(p.entries), get(p.begin)), add(get(place), mul(get(p.otherRow), int(bit)))),
        storeInt(add(get(p.entries), get(p.begin)), bits, 4),
        set(p.begin, add(get(p.begin), mul(isListed, int(entryBytes)))),
      )
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      storeInt(get(p.starts), get(p.begin)),
      upTo(
        row,
        get(p.rows),
        int(1),
        set(at, int(0)),
        set(place, int(0)),
        upTo(
          at,
          sub(get(bytes), int(15)),
          int(16),
          set(x, loadVector(here)),
          set(mask, vector(i32x4.bitmask, vector(f32x4.ne, get(x), zeros))),
          when(
            get(mask),
            seq(
              ...[0, 1, 2, 3].map(i =>
                listed(lane(i32x4.extract_lane, i, get(x)), i, op(i32.and, op(i32.shr_s, get(mask), int(i)), int(1))),
              ),
            ),
          ),
          set(place, add(get(place), mul(get(p.otherRow), int(4)))),
        ),
        upTo(
          at,
          get(bytes),
          int(4),
          listed(loadInt(here), 0, op(f32.ne, loadSingle(here), pieces.single(0))),
          set(place, add(get(place), get(p.otherRow))),
        ),
        set(p.from, add(get(p.from), get(p.fromRow))),
        set(p.starts, add(get(p.starts), int(4))),
        storeInt(get(p.starts), get(p.begin)),
        when(op(i32.lt_s, get(p.limit), get(p.begin)), set(p.rows, int(0))),
      ),
      get(p.begin),
    )
  })
}

/** Vectors of C that are summed side by side, and those that are read at a time: V8 11 spills where it may read all of eight ahead. */
const sums = 8
const together = 4

/** sparseProduct(starts, entries, rows, b, c, n, added): C = A B, A as `compress` lists it, rows of B and C adjacent, `added` as gemm's. */
function addProduct(module: ModuleBuilder, fused: boolean): void {
  const params = { starts: p32, entries: p32, rows: p32, b: p32, c: p32, n: p32, added: p32 }
  addFunction(module, { export: 'sparseProduct', params }, (p, local) => {
    const [row, at, entry, end, from, into, bytes, d, dRow, other] = Array.from({ length: 10 }, () => local())
    const kept = Array.from({ length: sums }, () => local(type.v128))
    const [factor, single] = [local(type.v128), local(type.f32)]
    const walk = (...body: readonly Piece[]) =>
      seq(
        set(entry, add(get(p.entries), loadInt(get(p.starts)))),
        set(end, add(get(p.entries), loadInt(get(p.starts), 4))),
        upTo(entry, get(end), int(entryBytes), set(from, add(add(get(p.b), get(at)), loadInt(get(entry)))), ...body),
        set(into, add(get(p.c), get(at))),
        set(other, add(get(d), get(at))),
      )
    // A branch that is never taken: what stands behind it is not read before.
    const apart: Piece = code => {
      equal(get(entry), int(-1))(code)
      code.brIf(1)
    }
    const term = (sum: Piece, other: Piece) =>
      fused ? vector(f32x4.relaxed_madd, get(factor), other, sum) : vector(f32x4.add, sum, vector(f32x4.mul, get(factor), other))
    const tile = (count: number) =>
      seq(
        ...kept.slice(0, count).map(sum => set(sum, zeros)),
        walk(
          set(factor, loadSplat(get(entry), 4)),
          ...kept
            .slice(0, count)
            .map((sum, i) => seq(i === together ? apart : seq(), set(sum, term(get(sum), loadVector(get(from), 16 * i))))),
        ),
        when(
          get(p.added),
          seq(
            ...kept
              .slice(0, count)
              .map((sum, i) => storeVector(get(into), vector(f32x4.add, loadVector(get(other), 16 * i), get(sum)), 16 * i)),
          ),
          seq(...kept.slice(0, count).map((sum, i) => storeVector(get(into), get(sum), 16 * i))),
        ),
      )
    // The rest of a row lane by lane, in the first lane of a vector where the multiplication is fused.
    const lonely = seq(
      set(kept[0], zeros),
      walk(set(factor, loadSplat(get(entry), 4)), set(kept[0], term(get(kept[0]), loadSplat(get(from))))),
      set(single, lane(f32x4.extract_lane, 0, get(kept[0]))),
      when(get(p.added), set(single, op(f32.add, loadSingle(get(other)), get(single)))),
      storeSingle(get(into), get(single)),
    )
    const across = (vectors: number) => upTo(at, sub(get(bytes), int(16 * vectors - 1)), int(16 * vectors), tile(vectors))
    return seq(
      set(bytes, mul(get(p.n), int(4))),
      set(d, get(p.added)),
      when(equal(get(p.added), int(1)), seq(set(d, get(p.c)), set(dRow, get(bytes)))),
      upTo(
        row,
        get(p.rows),
        int(1),
        set(at, int(0)),
        across(sums),
        across(together),
        across(1),
        upTo(at, get(bytes), int(4), lonely),
        set(p.starts, add(get(p.starts), int(4))),
        set(p.c, add(get(p.c), get(bytes))),
        set(d, add(get(d), get(dRow))),
      ),
    )
  })
}

export function sparseBytes(fused: boolean): Uint8Array<ArrayBuffer> {
  const module = new ModuleBuilder()
  module.importMemory('e', 'm', { initial: 0 })
  addCompress(module)
  addProduct(module, fused)
  return module.finish()
}
