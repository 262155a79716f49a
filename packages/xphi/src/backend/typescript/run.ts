/**
 * Runs a tape without generating code (no eval, so that the strictest content security policy allows it): each step becomes one closure
 * over a shared register file. User-defined scalars run here; built-ins are printed as source instead.
 */
import { productError, sumError } from '../../number/doubledouble.ts'
import { copysign, exponent, ldexp, nearest, pow2 } from '../../number/machine.ts'
import { tables } from '../../number/tables.ts'
import type { BinaryStep, SingleStep, Step, Tape, UnaryStep } from '../../lower/tape.ts'

/** Values read by name: inputs, parameters, and results of row reductions. */
export type Registers = Readonly<Record<string, number>>

const unary: Readonly<Record<UnaryStep, (a: number) => number>> = {
  neg: a => -a,
  abs: Math.abs,
  sqrt: Math.sqrt,
  floor: Math.floor,
  nearest,
  pow2,
  exponent,
}

const binary: Readonly<Record<BinaryStep, (a: number, b: number) => number>> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  mul: (a, b) => a * b,
  div: (a, b) => a / b,
  min: (a, b) => (b < a ? b : a),
  max: (a, b) => (a < b ? b : a),
  producterror: productError,
  sumerror: sumError,
  copysign,
  ldexp,
  lt: (a, b) => (a < b ? 1 : 0),
  le: (a, b) => (a <= b ? 1 : 0),
  eq: (a, b) => (a === b ? 1 : 0),
  and: (a, b) => a & b,
  or: (a, b) => a | b,
}

/**
 * A function that runs the tape and gives its outputs (the same array at each call). `round` sees each result with its step's number; `extra` are the
 * steps of single tapes.
 */
export function runner(
  tape: Tape,
  round?: (at: number, value: number) => number,
  extra?: Readonly<Record<SingleStep, (a: number) => number>>,
): (values: Registers) => Float64Array {
  const operations = { ...unary, ...extra }
  const r = new Float64Array(tape.steps.length)
  const results = new Float64Array(tape.outputs.length)
  const reads: { readonly at: number; readonly name: string }[] = []
  const work: (() => void)[] = []
  tape.steps.forEach((step, at) => {
    if (step.op === 'const') r[at] = step.value
    else if ('name' in step && !('a' in step)) reads.push({ at, name: step.name })
    else {
      work.push(closure(step, at, r, operations))
      if (round) {
        work.push(() => {
          r[at] = round(at, r[at])
        })
      }
    }
  })
  return values => {
    for (const { at, name } of reads) r[at] = round ? round(at, values[name]) : values[name]
    for (const f of work) f()
    tape.outputs.forEach((id, i) => {
      results[i] = r[id]
    })
    return results
  }
}

function closure(
  step: Step,
  at: number,
  r: Float64Array,
  operations: Readonly<Partial<Record<UnaryStep | SingleStep, (a: number) => number>>>,
): () => void {
  if (step.op === 'table') {
    const { a, name } = step
    return () => {
      r[at] = tables[name]()[r[a]]
    }
  }
  if (step.op === 'select') {
    const { a, b, c } = step
    return () => {
      r[at] = r[a] !== 0 ? r[b] : r[c]
    }
  }
  if ('b' in step) {
    const { a, b } = step
    const f = binary[step.op]
    return () => {
      r[at] = f(r[a], r[b])
    }
  }
  if ('a' in step) {
    const { a } = step
    const f = operations[step.op as UnaryStep]
    if (!f) throw new Error(`step ${step.op} has no closure`)
    return () => {
      r[at] = f(r[a])
    }
  }
  throw new Error(`step ${step.op} has no closure`)
}
