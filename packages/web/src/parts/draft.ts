/** A formula while it is typed: what it is so far, or where its fault lies. */
import { type Activation, FormulaError, fromFormula, ir, parse } from 'xphi/formula'
import { longestFormula } from '../state/functions.ts'

export type Draft =
  | { readonly kind: 'function'; readonly activation: Activation; readonly parameters: readonly string[] }
  | {
      readonly kind: 'fault'
      readonly reason: string
      /** From 1; 0 where the fault has no place. */
      readonly column: number
    }

/** Names in a formula that are no input and no function: its parameters, which are 1 where nothing else is given. */
export function draft(name: string, text: string, given: Readonly<Record<string, number>>): Draft {
  try {
    if (text.length > longestFormula) throw new RangeError(`at most ${longestFormula} characters`)
    const used = ir.topological([parse(text)])
    const parameters = [...new Set(used.filter(e => e.op === 'param').map(e => e.name))]
    const values = Object.fromEntries(parameters.map(p => [p, Object.hasOwn(given, p) ? given[p] : 1]))
    return { kind: 'function', activation: fromFormula(name, text, values), parameters }
  } catch (error) {
    if (error instanceof FormulaError) return { kind: 'fault', reason: error.reason, column: error.column }
    return { kind: 'fault', reason: (error as Error).message, column: 0 }
  }
}
