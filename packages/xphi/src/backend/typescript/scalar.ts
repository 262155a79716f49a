/** A pointwise or gated program as a function of doubles: the tape, and around it NaN, zero and the far ends. */
import { extend, isFar } from '../../number/extend.ts'
import type { Program } from '../../lower/lower.ts'
import { type Registers, runner } from './run.ts'

export interface Ends {
  /** False when logarithms or waves take part: then no power law holds far out. */
  readonly tame: boolean
  /** True when f(+-0) = +-0. */
  readonly keepsZero: boolean
}

/** Evaluates one output at the inputs' values; parameters are bound. */
export function scalarFunction(program: Program, inputs: readonly string[], parameters: Registers, ends: Ends): (...x: number[]) => number {
  const run = runner(program.phases[0].tape)
  const values: Record<string, number> = { ...parameters }
  const evaluate = (x: readonly number[]): number => {
    inputs.forEach((name, i) => {
      values[name] = x[i]
    })
    return run(values)[0]
  }
  const whole = (x: readonly number[]): number => {
    if (ends.tame) {
      const i = x.findIndex(isFar)
      if (i >= 0) return extend(v => whole(x.map((u, n) => (n === i ? v : u))), x[i])
    }
    return evaluate(x)
  }
  return (...x) => {
    if (x.some(v => v !== v)) return Number.NaN
    if (ends.keepsZero && x[0] === 0) return x[0]
    return whole(x)
  }
}
