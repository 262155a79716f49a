/** What becomes of the results of a block: rounded, mended, stored, or added to the gradients of parameters. */
import { inside, narrow, type Place, store } from './blocks.ts'
import type { Code } from './encoder.ts'
import type { Frame } from './frame.ts'
import { f32x4, f64, f64x2, i32, type, v128 } from './opcodes.ts'

/** The results of one block: by half, then outputs and parameter gradients in order; the inputs as they were read. */
export interface Block {
  readonly place: Place
  readonly results: readonly (readonly number[])[]
  readonly raw: ReadonlyMap<string, number>
}

/** Sums of parameter gradients over all rows, two lanes each. */
export const totalsOf = (f: Frame): readonly number[] => f.plan.shape.parameterGradients.map(() => f.locals.add(type.v128))

/** Where `fast` results and their truth are given, they are taken where they hold. */
export function finish(
  code: Code,
  f: Frame,
  { place, results, raw }: Block,
  totals: readonly number[],
  fast: readonly number[] = [],
): void {
  const { plan, locals } = f
  const { inputs, outputs, parameterGradients } = plan.shape
  const equal = f.wide ? f32x4.eq : f64x2.eq
  for (const n of outputs.keys()) {
    const y = narrow(
      code,
      f,
      results.map(r => r[n]),
    )
    for (const name of plan.nanFrom) {
      const x = raw.get(name)!
      code.localGet(y).localGet(x).localGet(x).localGet(x).simd(equal).simd(v128.bitselect).localSet(y)
    }
    if (plan.keepsZero[n]) {
      const x = raw.get(plan.nanFrom[0])!
      code.localGet(x).localGet(y).localGet(x).localGet(f.double(0)).simd(equal).simd(v128.bitselect).localSet(y)
    }
    if (fast.length > 0) code.localGet(fast[n]).localGet(y).localGet(fast[outputs.length]).simd(v128.bitselect).localSet(y)
    store(code, f, plan.again ? f.scratchAt : f.pointer(inputs.length + n), place, y)
    locals.release(y)
  }
  if (plan.again) {
    for (const half of f.halves) {
      code.localGet(f.certain).localGet(results[half][outputs.length])
      if (place === 'rest')
        code
          .localGet(f.certain)
          .localGet(inside(code, f, half))
          .simd(v128.bitselect)
      code.simd(v128.and).localSet(f.certain)
    }
  }
  for (const [g, name] of parameterGradients.entries()) {
    for (const half of f.halves) {
      const value = results[half][outputs.length + g]
      if (plan.channel.has(name)) addByChannel(code, f, f.gradientAt + g, value, half, place)
      else {
        code.localGet(totals[g]).localGet(value)
        if (place === 'rest') code.localGet(inside(code, f, half)).simd(v128.and)
        code.simd(f64x2.add).localSet(totals[g])
      }
    }
  }
}

/** accumulator[j + lane] += value, one lane at a time. */
function addByChannel(code: Code, f: Frame, array: number, value: number, half: number, place: Place): void {
  for (let lane = 0; lane < 2; lane++) {
    const index = 2 * half + lane
    const at = 8 * (index + (place === 'rest' ? 0 : f.lanes * place))
    if (place === 'rest') code.localGet(f.rest).i32Const(index).op(i32.gt_u).if()
    const address = (): Code => code.localGet(array).localGet(f.j).i32Const(3).op(i32.shl).op(i32.add)
    address()
    address().memory(f64.load, at).localGet(value).simd(f64x2.extract_lane, lane).op(f64.add).memory(f64.store, at)
    if (place === 'rest') code.end()
  }
}

/** The totals into the accumulators of parameters that are one for all. */
export function addTotals(code: Code, f: Frame, totals: readonly number[]): void {
  for (const [g, name] of f.plan.shape.parameterGradients.entries()) {
    if (f.plan.channel.has(name)) continue
    const at = f.gradientAt + g
    code.localGet(at).localGet(at).memory(f64.load)
    code.localGet(totals[g]).simd(f64x2.extract_lane, 0).localGet(totals[g]).simd(f64x2.extract_lane, 1).op(f64.add)
    code.op(f64.add).memory(f64.store)
  }
}
