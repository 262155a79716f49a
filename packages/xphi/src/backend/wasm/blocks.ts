/** Blocks of elements between memory and locals. */
import type { Code } from './encoder.ts'
import type { Frame } from './frame.ts'
import { f32x4, f64x2, i8x16, i32, i64, i64x2, v128 } from './opcodes.ts'

/** A whole block, the one of that number after element j; or the rest of a row, whose lanes beyond `rest` are 0 and not touched in memory. */
export type Place = number | 'rest'

const blockBytes = 16
export const upper = [8, 9, 10, 11, 12, 13, 14, 15, 8, 9, 10, 11, 12, 13, 14, 15]
export const lowers = [0, 1, 2, 3, 4, 5, 6, 7, 16, 17, 18, 19, 20, 21, 22, 23]

/** Lanes beyond the first of a rest. Blocks that a single tape does not hold for go that way whole. */
function restLanes({ plan, lanes }: Frame): readonly number[] {
  return [1, 2, 3].slice(0, plan.singles ? lanes - 1 : lanes - 2)
}

const whenLane = (code: Code, f: Frame, lane: number): Code => code.localGet(f.rest).i32Const(lane).op(i32.gt_u).if()

export function load(code: Code, f: Frame, array: number, place: Place): number {
  const target = f.locals.take()
  f.address(code, array)
  if (place !== 'rest') {
    code.simdMemory(v128.load, blockBytes * place).localSet(target)
    return target
  }
  code.simdMemory(f.wide ? v128.load32_zero : v128.load64_zero).localSet(target)
  for (const lane of restLanes(f)) {
    f.address(whenLane(code, f, lane), array).localGet(target)
    code
      .simdMemory(v128.load32_lane, lane * 4, lane)
      .localSet(target)
      .end()
  }
  return target
}

export function store(code: Code, f: Frame, array: number, place: Place, source: number): void {
  f.address(code, array).localGet(source)
  if (place !== 'rest') {
    code.simdMemory(v128.store, blockBytes * place)
    return
  }
  code.simdMemory(f.wide ? v128.store32_lane : v128.store64_lane, 0, 0)
  for (const lane of restLanes(f)) {
    f.address(whenLane(code, f, lane), array).localGet(source)
    code.simdMemory(v128.store32_lane, lane * 4, lane).end()
  }
}

/** Doubles of one half of a block. */
export function widen(code: Code, f: Frame, raw: number, half: number): number {
  if (!f.wide) return raw
  const v = f.locals.take()
  code.localGet(raw)
  if (half === 1) code.localGet(raw).simd(i8x16.shuffle, ...upper)
  code.simd(f64x2.promote_low_f32x4).localSet(v)
  return v
}

/** The block of both halves, rounded. */
export function narrow(code: Code, f: Frame, halves: readonly number[]): number {
  const y = f.locals.take()
  code.localGet(halves[0])
  if (f.wide)
    code
      .simd(f32x4.demote_f64x2_zero)
      .localGet(halves[1])
      .simd(f32x4.demote_f64x2_zero)
      .simd(i8x16.shuffle, ...lowers)
  code.localSet(y)
  return y
}

/** Masks of the lanes of a half that lie within the row. */
export function inside(code: Code, f: Frame, half: number): number {
  const mask = f.locals.take()
  const valid = (lane: number): Code => {
    code.i32Const(0).localGet(f.rest)
    return code
      .i32Const(2 * half + lane)
      .op(i32.gt_u)
      .op(i32.sub)
      .op(i64.extend_i32_s)
  }
  valid(0).simd(i64x2.splat)
  valid(1).simd(i64x2.replace_lane, 1).localSet(mask)
  return mask
}
