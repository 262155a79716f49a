/** Reductions of rows: accumulators of two lanes, one for each half of a block so that one need not wait for the other. */
import type { Reduction } from '../../lower/lower.ts'
import { inside } from './blocks.ts'
import type { Code } from './encoder.ts'
import type { Frame } from './frame.ts'
import { f64x2, i8x16, type, v128 } from './opcodes.ts'
import { sumError } from './steps.ts'

interface Accumulator {
  readonly high: number
  /** What a pair lacks; of a maximum of single doubles, which lanes met NaN. */
  readonly low: number
}

const swapped = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7]
const neutral = ({ op }: Reduction): number => (op === 'rowmax' ? Number.NEGATIVE_INFINITY : 0)

/** By reduction, then half. */
export type Accumulators = readonly (readonly Accumulator[])[]

export function begin(code: Code, f: Frame, reductions: readonly Reduction[]): Accumulators {
  return reductions.map(r =>
    f.halves.map(() => {
      const accumulator = { high: f.locals.add(type.v128), low: f.locals.add(type.v128) }
      code.localGet(f.double(neutral(r))).localSet(accumulator.high)
      code.localGet(f.double(0)).localSet(accumulator.low)
      return accumulator
    }),
  )
}

/** Takes in one half of a block: `results` has a high and a low part for each reduction. */
export function accumulate(
  code: Code,
  f: Frame,
  reductions: readonly Reduction[],
  accumulators: Accumulators,
  results: readonly number[],
  half: number,
  rest: boolean,
): void {
  const mask = rest ? inside(code, f, half) : undefined
  const masked = (value: number, beyond: number): number => {
    if (mask === undefined) return value
    const v = f.locals.take()
    code.localGet(value).localGet(f.double(beyond)).localGet(mask).simd(v128.bitselect).localSet(v)
    return v
  }
  for (const [n, r] of reductions.entries()) {
    add(code, f, r, accumulators[n][half], masked(results[2 * n], neutral(r)), r.paired ? masked(results[2 * n + 1], 0) : undefined)
  }
}

/** All lanes into one value, splat, under the reduction's name. */
export function conclude(code: Code, f: Frame, reductions: readonly Reduction[], accumulators: Accumulators): void {
  for (const [n, r] of reductions.entries()) {
    const [first, ...others] = accumulators[n]
    const { high, low } = first
    const single = r.op === 'rowmax' && !r.paired
    f.locals.within(() => {
      for (const other of others) {
        if (single) code.localGet(low).localGet(other.low).simd(v128.or).localSet(low)
        add(code, f, r, first, other.high, r.paired ? other.low : undefined)
      }
    })
    f.locals.within(() => {
      const [h, l] = [high, low].map(v => {
        const other = f.locals.take()
        code
          .localGet(v)
          .localGet(v)
          .simd(i8x16.shuffle, ...swapped)
          .localSet(other)
        return other
      })
      add(code, f, r, first, h, r.paired ? l : undefined)
    })
    if (single) code.localGet(low).simd(v128.any_true).if().localGet(f.double(Number.NaN)).localSet(high).end()
    // Plain tapes read one double.
    if (r.paired && f.plan.program.precision === 'plain') code.localGet(high).localGet(low).simd(f64x2.add).localSet(high)
    f.named.set(r.name, high)
    f.named.set(`${r.name}.low`, low)
  }
}

function add(code: Code, f: Frame, { op }: Reduction, to: Accumulator, h: number, l: number | undefined): void {
  if (op === 'rowmax') l === undefined ? larger(code, to, h) : largerPair(code, to, h, l)
  else sum(code, f, to, h, l)
}

/** The larger of the accumulator and h. One that keeps NaN would take seven instructions, each waiting for the last block's. */
function larger(code: Code, { high, low }: Accumulator, h: number): void {
  code.localGet(low).localGet(h).localGet(h).simd(f64x2.ne).simd(v128.or).localSet(low)
  code.localGet(high).localGet(h).simd(f64x2.pmax).localSet(high)
}

/** The larger of the accumulator and (h, l), whose low parts settle a tie; NaN stays. */
function largerPair(code: Code, { high, low }: Accumulator, h: number, l: number): void {
  code.localGet(l).localGet(low)
  code.localGet(high).localGet(h).simd(f64x2.lt).localGet(high).localGet(h).simd(f64x2.eq)
  code.localGet(low).localGet(l).simd(f64x2.lt).simd(v128.and).simd(v128.or).simd(v128.bitselect).localSet(low)
  code.localGet(high).localGet(h).simd(f64x2.max).localSet(high)
}

/** += (h, l), the error kept in pairs. */
function sum(code: Code, f: Frame, { high, low }: Accumulator, h: number, l: number | undefined): void {
  if (l !== undefined) {
    sumError(code, f.locals, high, h)
    code.localGet(l).simd(f64x2.add).localGet(low).simd(f64x2.add).localSet(low)
  }
  code.localGet(high).localGet(h).simd(f64x2.add).localSet(high)
}
