// The innermost loops: a tile of C is a few sums in registers, through which the terms of the product pass.
import type { ModuleBuilder } from './encoder.ts'
import { f32x4, i32, type, v128 } from './opcodes.ts'
import {
  add,
  addFunction,
  equal,
  get,
  int,
  less,
  loadSplat,
  loadVector,
  mul,
  op,
  type Piece,
  seq,
  set,
  storeVector,
  sub,
  upTo,
  vector,
  when,
} from './pieces.ts'

/** Columns of a tile, in bytes: two vectors. */
export const tileBytes = 32
/** Terms a turn of the loop. */
const unrolled = 4
/** What is narrower than a vector. */
const parts = [
  { bytes: 8, load: v128.load64_zero, store: v128.store64_lane },
  { bytes: 4, load: v128.load32_zero, store: v128.store32_lane },
] as const
const zeros: Piece = code => code.v128Const(new Uint8Array(16))

/**
 * tiles(a, aRow, aColumn, b, bRow, panel, c, cRow, m, n, k, adds, d, dRow): C = A B or, if `adds` is not 0, A B + D, which may be C; k > 0
 * terms are summed from 0 on in their order. Rows of A or its columns are adjacent. Eight columns of B are adjacent, its rows `bRow` bytes
 * apart and the next eight `panel` bytes. Returns its index.
 *
 * V8 11 loads all that a stretch of code without a branch reads before it computes, and more than 15 vectors at once it spills. So every
 * term ends in a branch, which also lets the loop be left at any term. Tiles of 4 x 8 keep two multipliers and two adders busy. A fused
 * product takes 4 cycles, and two begin in each, so it wants more than 8 sums: 6 x 8, with a branch before every row. GFLOP/s of these
 * loops, strict and fused: 52 and 56, of about 57 that two vectors a cycle are; without the branches 31 and 36.
 */
export function addTiles(module: ModuleBuilder, fused: boolean): number {
  const p = type.i32
  const params = { a: p, aRow: p, aColumn: p, b: p, bRow: p, panel: p, c: p, cRow: p, m: p, n: p, k: p, adds: p, d: p, dRow: p }
  return addFunction(module, { params }, (p, local) => {
    const [column, row, left, other, added, into, bytes, first, rest] = Array.from({ length: 9 }, () => local())
    const rows = Array.from({ length: 6 }, () => local())
    const sums = Array.from({ length: 12 }, () => local(type.v128))
    const factor = local(type.v128)
    const values = [local(type.v128), local(type.v128)]

    type Store = (sum: number, index: number, adds: boolean) => Piece
    const asVectors: Store = (sum, i, adds) =>
      storeVector(get(other), adds ? vector(f32x4.add, loadVector(get(added), 16 * i), get(sum)) : get(sum), 16 * i)
    /** Sums of `height` rows by `width` vectors: what adds the terms, and what becomes of the sums. */
    const tile = (height: number, width: number, terms: (used: readonly number[]) => Piece, store: Store): Piece => {
      const used = sums.slice(0, height * width)
      const rowEnds = (adds: boolean): Piece =>
        seq(set(other, add(get(other), get(p.cRow))), adds ? set(added, add(get(added), get(p.dRow))) : seq())
      const stored = (adds: boolean): Piece =>
        seq(
          set(other, add(get(into), get(column))),
          adds ? set(added, add(get(p.d), get(column))) : seq(),
          ...used.map((sum, i) => seq(store(sum, i % width, adds), i % width < width - 1 ? seq() : rowEnds(adds))),
        )
      const panel = op(i32.shr_s, get(column), int(Math.log2(tileBytes)))
      return seq(
        set(other, add(add(get(p.b), mul(panel, get(p.panel))), op(i32.and, get(column), int(tileBytes - 1)))),
        ...rows.slice(0, height).map((at, r) => set(at, r === 0 ? get(first) : add(get(rows[r - 1]), get(p.aRow)))),
        ...used.map(sum => set(sum, zeros)),
        terms(used),
        when(get(p.adds), stored(true), stored(false)),
      )
    }
    const term = (sum: number, value: number): Piece =>
      set(
        sum,
        fused
          ? vector(f32x4.relaxed_madd, get(factor), get(value), get(sum))
          : vector(f32x4.add, get(sum), vector(f32x4.mul, get(factor), get(value))),
      )
    const across = (used: readonly number[], r: number, width: number): readonly Piece[] =>
      values.slice(0, width).map((value, i) => term(used[r * width + i], value))

    /** For edges: one term a turn, any strides. */
    const plain = (height: number, width: number, load: (index: number) => Piece) => (used: readonly number[]) =>
      seq(
        set(left, int(0)),
        upTo(
          left,
          get(p.k),
          int(1),
          ...values.slice(0, width).map((value, i) => set(value, load(i))),
          ...rows
            .slice(0, height)
            .flatMap((at, r) => [set(factor, loadSplat(get(at))), set(at, add(get(at), get(p.aColumn))), ...across(used, r, width)]),
          set(other, add(get(other), get(p.bRow))),
        ),
      )

    const unrolledTerms = (height: number, adjacent: 'rows' | 'columns') => (used: readonly number[]) => {
      const leaveAt =
        (count: number): Piece =>
        code => {
          equal(get(left), int(count))(code)
          code.brIf(1)
        }
      const one = (index: number): Piece =>
        seq(
          ...values.map((value, i) => set(value, loadVector(get(other), 16 * i))),
          set(other, add(get(other), get(p.bRow))),
          ...rows.slice(0, height).flatMap((at, r) => [
            // It never is negative: only to end a stretch of code.
            height > 4 && r > 0 ? leaveAt(-height * index - r) : seq(),
            set(factor, adjacent === 'columns' ? loadSplat(get(at), 4 * index) : loadSplat(get(rows[0]), 4 * r)),
            ...across(used, r, 2),
          ]),
          adjacent === 'columns' ? seq() : set(rows[0], add(get(rows[0]), get(p.aColumn))),
          index < unrolled - 1 ? leaveAt(index + 1) : seq(),
        )
      return seq(set(left, get(p.k)), code => {
        code.block().loop()
        seq(
          ...Array.from({ length: unrolled }, (_, index) => one(index)),
          ...(adjacent === 'columns' ? rows.slice(0, height).map(at => set(at, add(get(at), int(4 * unrolled)))) : []),
          set(left, sub(get(left), int(unrolled))),
          less(int(0), get(left)),
        )(code)
        code.brIf(0).end().end()
      })
    }

    const vectors = (height: number, width: number): Piece =>
      tile(
        height,
        width,
        plain(height, width, i => loadVector(get(other), 16 * i)),
        asVectors,
      )
    /** Two columns or one, in the first lanes of a vector. */
    const part = (height: number, { load, store }: (typeof parts)[number]): Piece => {
      const from =
        (address: number): Piece =>
        code => {
          get(address)(code)
          code.simdMemory(load)
        }
      const stored: Store = (sum, _, adds) => code => {
        seq(get(other), adds ? vector(f32x4.add, from(added), get(sum)) : get(sum))(code)
        code.simdMemory(store, 0, 0)
      }
      return tile(
        height,
        1,
        plain(height, 1, () => from(other)),
        stored,
      )
    }
    const whole = (height: number): Piece =>
      height === 1
        ? vectors(1, 2)
        : when(
            equal(get(p.aColumn), int(4)),
            tile(height, 2, unrolledTerms(height, 'columns'), asVectors),
            tile(height, 2, unrolledTerms(height, 'rows'), asVectors),
          )
    const band = (height: number, limit: Piece): Piece =>
      upTo(
        row,
        limit,
        int(height),
        set(column, int(0)),
        upTo(column, sub(get(bytes), int(31)), int(32), whole(height)),
        upTo(column, sub(get(bytes), int(15)), int(16), vectors(height, 1)),
        ...parts.map(narrow => upTo(column, sub(get(bytes), int(narrow.bytes - 1)), int(narrow.bytes), part(height, narrow))),
        set(first, add(get(first), mul(get(p.aRow), int(height)))),
        set(into, add(get(into), mul(get(p.cRow), int(height)))),
        set(p.d, add(get(p.d), mul(get(p.dRow), int(height)))),
      )
    // As many rows in sixes as leave a multiple of four, and one where they are odd.
    const sixes = seq(
      set(rest, op(i32.div_u, get(p.m), int(6))),
      set(rest, sub(get(rest), op(i32.and, op(i32.xor, get(rest), op(i32.shr_s, get(p.m), int(1))), int(1)))),
      band(6, mul(get(rest), int(6))),
    )
    return seq(
      set(bytes, mul(get(p.n), int(4))),
      set(first, get(p.a)),
      set(into, get(p.c)),
      fused ? sixes : seq(),
      band(4, sub(get(p.m), int(3))),
      band(1, get(p.m)),
    )
  })
}
