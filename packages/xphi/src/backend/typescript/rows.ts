/** Row programs on doubles: phase by phase, sums in two doubles, so that a row of any length keeps its accuracy. */
import { renormal, sumError } from '../../number/doubledouble.ts'
import { lengthName, type Program } from '../../lower/lower.ts'
import { type Registers, runner } from './run.ts'

/** Runs a program over one row of each input and writes the outputs, which may be the inputs themselves. */
export function rowRunner(
  program: Program,
): (inputs: Readonly<Record<string, Float64Array>>, parameters: Registers, outputs: readonly Float64Array[]) => void {
  const runs = program.phases.map(phase => runner(phase.tape))
  return (inputs, parameters, outputs) => {
    const names = Object.keys(inputs)
    const length = inputs[names[0]].length
    const values: Record<string, number> = { ...parameters, [lengthName]: length }
    const load = (i: number): void => {
      for (const name of names) values[name] = inputs[name][i]
    }
    program.phases.forEach((phase, p) => {
      const sums = phase.reductions.map(r => (r.op === 'rowsum' ? { h: 0, l: 0 } : { h: Number.NEGATIVE_INFINITY, l: 0 }))
      for (let i = 0; i < length; i++) {
        load(i)
        const out = runs[p](values)
        phase.reductions.forEach((r, n) => {
          const [h, l] = [out[2 * n], out[2 * n + 1]]
          const s = sums[n]
          if (r.op === 'rowsum') sums[n] = renormal(s.h + h, sumError(s.h, h) + (s.l + l))
          else if (h > s.h || (h === s.h && l > s.l) || h !== h) sums[n] = s.h !== s.h ? s : { h, l }
        })
        if (phase.reductions.length === 0) for (let k = 0; k < outputs.length; k++) outputs[k][i] = out[k]
      }
      phase.reductions.forEach((r, n) => {
        values[r.name] = sums[n].h
        // The low part of an infinite sum is NaN.
        values[`${r.name}.low`] = sums[n].l === sums[n].l ? sums[n].l : 0
      })
    })
  }
}
