/** Runs single tapes (lower/fast) in plain TypeScript, with the same bits as WebAssembly where the tape's truth holds. */
import { type SingleStep, type Tape, wideSteps } from '../../lower/tape.ts'
import { pow2 } from '../../number/machine.ts'
import { type Registers, runner } from './run.ts'

const word = /*@__PURE__*/ new Float32Array(1)
const bits = /*@__PURE__*/ new Int32Array(/*@__PURE__*/ (() => word.buffer)())

const singleSteps: Readonly<Record<SingleStep, (a: number) => number>> = {
  promote: a => a,
  demote: a => a,
  head: a => {
    word[0] = a
    bits[0] &= 0xfffff000
    return word[0]
  },
  pow2low: a => {
    const k = a - (a > 2 ** 40 ? 6755399441055744 : 12582912)
    return k > 0 && k < 255 ? pow2(k - 127) : 0
  },
}

/** As `runner`, each result rounded to single where the tape holds singles. */
export function singleRunner(tape: Tape): (values: Registers) => Float64Array {
  const wide = wideSteps(tape)
  return runner(tape, (at, value) => (wide[at] ? value : Math.fround(value)), singleSteps)
}
