/** The table of errors: each activation's functions in each implementation, measured at the same kinds of places. */
import { type Activation, functionOf, inputsOf } from 'xphi/formula'
import { measure, type Worst } from './measure.ts'
import type { Oracle } from './oracle.ts'
import { landmarks, stratified } from './points.ts'
import { type Columns, type Implementation, type Part, partsOf } from './subjects.ts'

export interface AccuracyRow {
  readonly activation: string
  readonly quantity: Part['quantity']
  readonly format: Implementation['format']
  readonly implementation: string
  readonly worst: Worst
}

export interface TableOptions {
  /** Arguments of each function, before the search about the worst of them. */
  readonly points: number
  /** Rounds of that search. */
  readonly climbs: number
  readonly seed: number
  readonly oracle: Oracle
}

const rowLength = 64

/** Rows as they are measured: all implementations of one function, then the next. Infinities and NaN are not among the arguments. */
export async function* accuracyTable(
  activations: readonly Activation[],
  implementations: readonly Implementation[],
  options: TableOptions,
): AsyncGenerator<AccuracyRow> {
  for (const a of activations) {
    const marks = marksOf(a)
    const places = { f64: argumentsOf(a, marks, options, 'f64'), f32: argumentsOf(a, marks, options, 'f32') }
    for (const part of partsOf(a))
      for (const implementation of implementations) {
        const { format, name } = implementation
        const worst = await worstOf(a, part, implementation, places[format], options)
        if (worst) yield { activation: a.name, quantity: part.quantity, format, implementation: name, worst }
      }
  }
}

async function worstOf(
  a: Activation,
  part: Part,
  { evaluator, format }: Implementation,
  columns: Columns,
  { climbs, oracle }: TableOptions,
): Promise<Worst | undefined> {
  const evaluate = await evaluator(a, part)
  if (!evaluate) return undefined
  const names = inputsOf(a)
  const length = a.kind === 'row' ? rowLength : 1
  const subject = {
    format,
    evaluate: (columns: Columns) => evaluate(columns, length),
    exact: async (columns: Columns) => {
      const inputs = Object.fromEntries(names.map((name, i) => [name, columns[i]]))
      return (await oracle({ outputs: [part.expression], inputs, parameters: a.parameters, length }))[0]
    },
  }
  return measure(subject, columns, a.kind === 'row' ? 0 : climbs)
}

/** The landmarks of each input. */
function marksOf(a: Activation): readonly (readonly number[])[] {
  if (a.kind === 'row') return [[]]
  const f = functionOf(a) as unknown as ((...x: number[]) => number) & { derivative(x: number): number }
  if (a.kind === 'pointwise') return [landmarks([f, x => f.derivative(x)])]
  return [landmarks([x => f(x, 1), x => f(x, -1.5)]), landmarks([x => f(1, x), x => f(-1.5, x)])]
}

function argumentsOf(a: Activation, marks: readonly (readonly number[])[], { points, seed }: TableOptions, format: 'f64' | 'f32'): Columns {
  if (a.kind === 'row') return [rows(points, seed, format)]
  return marks.map((own, i) => (i === 0 ? stratified(points, seed, own, format) : shuffled(stratified(points, seed + i, own, format))))
}

/** Rows as networks have them, of different spreads. */
function rows(points: number, seed: number, format: 'f64' | 'f32'): Float64Array {
  const whole = Math.max(1, Math.round(points / rowLength)) * rowLength
  const spread = (i: number): number => 2 ** ((Math.floor(i / rowLength) % 8) - 4)
  return stratified(whole, seed, [], format).map((x, i) => {
    const y = (Math.abs(x) > 1e3 || Math.abs(x) < 1e-30 ? (i % 7) - 3 : x) * spread(i)
    return format === 'f32' ? Math.fround(y) : y
  })
}

/** Pairs of unlike places too: places follow each other in a fixed turn, which is broken up here. */
const shuffled = (column: Float64Array): Float64Array => column.map((_, i) => column[(i * 12_345 + (i >> 3)) % column.length])
