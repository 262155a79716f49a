import { type ModuleBuilder, opcodes, pieces } from 'xphi/wasm'
import { type Format, formats, powerOfTwo } from 'xphi/number'
import { zeros } from './width.ts'

type Piece = pieces.Piece
const { f32x4, i32: integer, i32x4, type, v128 } = opcodes
const { add, addFunction, get, int, lane, mul, op, seq, set, storeSingle, sub, upTo, vector } = pieces
const p32 = type.i32
const real = type.f32

/**
 * quantise(from, into, rows, length, scales, counts, shift, minimum, magic, maximum): into = round(from * scale) / scale, a scale a column,
 * rounded to a format's nearest number, ties to even, and beyond its greatest to that one. Adds to four i32 at `counts` (lane by lane) the
 * elements beyond it, and to the next four those that become 0. In place allowed. The last four: `gridOf`.
 */
export function addQuantise(module: ModuleBuilder): void {
  const format = { shift: p32, minimum: real, magic: real, maximum: real }
  const params = { from: p32, into: p32, rows: p32, length: p32, scales: p32, counts: p32, ...format }
  addFunction(module, { export: 'quantise', params }, (p, local) => {
    const [at, row, bytes] = [local(), local(), local()]
    const names = ['x', 'y', 'size', 'sign', 'bits', 'scale', 'half', 'kept', 'beyond', 'flushed'] as const
    const v = Object.fromEntries(names.map(name => [name, local(type.v128)])) as Readonly<Record<(typeof names)[number], number>>
    const here = (base: number) => add(get(base), get(at))
    const spread = (value: Piece) => vector(f32x4.splat, value)
    const choose = (condition: Piece, yes: Piece, no: Piece) => vector(v128.bitselect, yes, no, condition)
    // Of a normal number the bits above the last kept one are rounded as an integer: a carry is the next exponent.
    const odd = vector(v128.and, vector(i32x4.shr_u, get(v.size), get(p.shift)), vector(i32x4.splat, int(1)))
    const normal = vector(v128.and, vector(i32x4.add, vector(i32x4.add, get(v.size), get(v.half)), odd), get(v.kept))
    // Of a subnormal one the addition rounds, which has the same unit in the last place.
    const subnormal = vector(f32x4.sub, vector(f32x4.add, get(v.size), spread(get(p.magic))), spread(get(p.magic)))
    const isFlushed = vector(v128.and, vector(f32x4.eq, get(v.bits), zeros), vector(f32x4.ne, get(v.x), zeros))
    const count = (total: number, mask: Piece) => set(total, vector(i32x4.sub, get(total), mask))
    const step = (loaded: (address: Piece) => Piece, stored: (address: Piece, value: Piece) => Piece): Piece =>
      seq(
        set(v.x, loaded(here(p.from))),
        set(v.scale, loaded(here(p.scales))),
        set(v.y, vector(f32x4.mul, get(v.x), get(v.scale))),
        set(v.size, vector(f32x4.abs, get(v.y))),
        set(v.sign, vector(v128.xor, get(v.y), get(v.size))),
        set(v.bits, choose(vector(f32x4.lt, get(v.size), spread(get(p.minimum))), subnormal, normal)),
        // The rounding of integers has changed the bits of NaN.
        set(v.bits, choose(vector(f32x4.eq, get(v.y), get(v.y)), get(v.bits), get(v.y))),
        count(v.beyond, vector(f32x4.gt, get(v.bits), spread(get(p.maximum)))),
        count(v.flushed, isFlushed),
        set(v.bits, vector(v128.or, vector(f32x4.min, get(v.bits), spread(get(p.maximum))), get(v.sign))),
        stored(here(p.into), vector(f32x4.div, get(v.bits), get(v.scale))),
      )
    return seq(
      set(bytes, mul(get(p.length), int(4))),
      set(v.half, vector(i32x4.splat, sub(op(integer.shl, int(1), sub(get(p.shift), int(1))), int(1)))),
      set(v.kept, vector(i32x4.splat, op(integer.shl, int(-1), get(p.shift)))),
      set(v.beyond, pieces.loadVector(get(p.counts))),
      set(v.flushed, pieces.loadVector(get(p.counts), 16)),
      upTo(
        row,
        get(p.rows),
        int(1),
        set(at, int(0)),
        upTo(at, sub(get(bytes), int(15)), int(16), step(pieces.loadVector, pieces.storeVector)),
        upTo(
          at,
          get(bytes),
          int(4),
          step(singleLane, (address, value) => storeSingle(address, lane(f32x4.extract_lane, 0, value))),
        ),
        set(p.from, add(get(p.from), get(bytes))),
        set(p.into, add(get(p.into), get(bytes))),
      ),
      pieces.storeVector(get(p.counts), get(v.beyond)),
      pieces.storeVector(get(p.counts), get(v.flushed), 16),
    )
  })
}

/** One element and three zeros, which are counted as nothing. */
const singleLane =
  (address: Piece): Piece =>
  code => {
    address(code)
    code.simdMemory(v128.load32_zero)
  }

/** The arguments by which `quantise` knows a format: bits of f32 dropped, the least normal number, the
 * number whose unit in the last place is the format's least, the greatest number. */
export function gridOf(format: Format): readonly [shift: number, minimum: number, magic: number, maximum: number] {
  const { precision, minimumExponent, maximum } = formats[format]
  const shift = formats.f32.precision - precision
  return [shift, powerOfTwo(minimumExponent), powerOfTwo(minimumExponent + shift), maximum]
}
