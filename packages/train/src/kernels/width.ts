// A kernel's inner step is written once and emitted twice: for four lanes, and for the one to three elements that are left.
import { opcodes, pieces } from 'xphi/wasm'

type Piece = pieces.Piece
type Name = 'add' | 'sub' | 'mul' | 'div' | 'sqrt' | 'abs' | 'max'
const { f32, f32x4, f64, f64x2, type } = opcodes
const { get, int, lane, op, seq, set, shuffle, sub, upTo, vector } = pieces

/** A vector of zeros. */
export const zeros: Piece = code => code.v128Const(new Uint8Array(16))

export interface Width {
  readonly type: opcodes.ValueType
  readonly bytes: number
  readonly load: (address: Piece) => Piece
  readonly store: (address: Piece, value: Piece) => Piece
  readonly of: (name: Name, ...operands: readonly Piece[]) => Piece
  /** The same f32 in every lane. */
  readonly spread: (value: Piece) => Piece
}

export const four: Width = {
  type: type.v128,
  bytes: 16,
  load: pieces.loadVector,
  store: pieces.storeVector,
  of: (name, ...operands) => vector(f32x4[name], ...operands),
  spread: value => vector(f32x4.splat, value),
}

export const one: Width = {
  type: type.f32,
  bytes: 4,
  load: pieces.loadSingle,
  store: pieces.storeSingle,
  of: (name, ...operands) => op(f32[name], ...operands),
  spread: value => value,
}

/** Runs `step` for the byte offsets `at` = 0, 16, 32, ... and then 4 by 4 up to `limit` bytes. */
export function across(at: number, limit: Piece, step: (width: Width) => Piece): Piece {
  return seq(set(at, int(0)), upTo(at, sub(limit, int(15)), int(16), step(four)), upTo(at, limit, int(4), step(one)))
}

/** As `across` for arrays of the arena, whose padding may be processed with them: four lanes only. */
export function overPadded(at: number, limit: Piece, step: Piece): Piece {
  return seq(set(at, int(0)), upTo(at, limit, int(16), step))
}

const highHalf = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7]

/** Sums f32 terms, or their squares, in f64: `total` = sum over the row. `step` runs before each term. */
export function sumAcross(
  at: number,
  limit: Piece,
  total: number,
  local: (valueType: opcodes.ValueType) => number,
  term: (width: Width) => Piece,
  squared = false,
): Piece {
  const pair = local(type.v128)
  const value = local(type.v128)
  const half = local(type.v128)
  const single = local(type.f64)
  const added = (promoted: Piece) =>
    seq(
      set(half, vector(f64x2.promote_low_f32x4, promoted)),
      set(pair, vector(f64x2.add, get(pair), squared ? vector(f64x2.mul, get(half), get(half)) : get(half))),
    )
  return seq(
    set(at, int(0)),
    set(pair, zeros),
    upTo(at, sub(limit, int(15)), int(16), set(value, term(four)), added(get(value)), added(shuffle(highHalf, get(value), get(value)))),
    set(total, op(f64.add, lane(f64x2.extract_lane, 0, get(pair)), lane(f64x2.extract_lane, 1, get(pair)))),
    upTo(
      at,
      limit,
      int(4),
      set(single, op(f64.promote_f32, term(one))),
      set(total, op(f64.add, get(total), squared ? op(f64.mul, get(single), get(single)) : get(single))),
    ),
  )
}
