/** Reductions of rows: accumulators of two lanes, each a double and what it lacks. */
import type { Reduction } from '../../lower/lower.ts'
import { inside } from './blocks.ts'
import type { Code } from './encoder.ts'
import type { Frame } from './frame.ts'
import { f64x2, i8x16, type, v128 } from './opcodes.ts'
import { sumError } from './steps.ts'

interface Accumulator {
  readonly high: number
  readonly low: number
}

const swapped = [8, 9, 10, 11, 12, 13, 14, 15, 0, 1, 2, 3, 4, 5, 6, 7]
const neutral = ({ op }: Reduction): number => (op === 'rowmax' ? Number.NEGATIVE_INFINITY : 0)

export function begin(code: Code, f: Frame, reductions: readonly Reduction[]): readonly Accumulator[] {
  return reductions.map(r => {
    const accumulator = { high: f.locals.add(type.v128), low: f.locals.add(type.v128) }
    code.localGet(f.double(neutral(r))).localSet(accumulator.high)
    code.localGet(f.double(0)).localSet(accumulator.low)
    return accumulator
  })
}

/** Takes in one half of a block: `results` has a high and a low part for each reduction. */
export function accumulate(
  code: Code,
  f: Frame,
  reductions: readonly Reduction[],
  accumulators: readonly Accumulator[],
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
    add(code, f, r, accumulators[n], masked(results[2 * n], neutral(r)), r.paired ? masked(results[2 * n + 1], 0) : undefined)
  }
}

/** Both lanes into one value, splat, under the reduction's name. */
export function conclude(code: Code, f: Frame, reductions: readonly Reduction[], accumulators: readonly Accumulator[]): void {
  for (const [n, r] of reductions.entries()) {
    const { high, low } = accumulators[n]
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
      add(code, f, r, accumulators[n], h, r.paired ? l : undefined)
    })
    // Plain tapes read one double.
    if (r.paired && f.plan.program.precision === 'plain') code.localGet(high).localGet(low).simd(f64x2.add).localSet(high)
    f.named.set(r.name, high)
    f.named.set(`${r.name}.low`, low)
  }
}

function add(code: Code, f: Frame, { op }: Reduction, to: Accumulator, h: number, l: number | undefined): void {
  if (op === 'rowmax') larger(code, to, h, l)
  else sum(code, f, to, h, l)
}

/** The larger of the accumulator and (h, l), whose low parts settle a tie; NaN stays. */
function larger(code: Code, { high, low }: Accumulator, h: number, l: number | undefined): void {
  if (l !== undefined) {
    code.localGet(l).localGet(low)
    code.localGet(high).localGet(h).simd(f64x2.lt).localGet(high).localGet(h).simd(f64x2.eq)
    code.localGet(low).localGet(l).simd(f64x2.lt).simd(v128.and).simd(v128.or).simd(v128.bitselect).localSet(low)
  }
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
