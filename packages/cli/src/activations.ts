/** Activations named on the command line: of the catalogue, or a formula of one's own. */
import { type Activation, activation, definitionOf, fromFormula } from 'xphi/formula'
import { UsageError } from './exit.ts'

export type Parameters = Readonly<Record<string, number>>

const named = /^\s*([A-Za-z_][A-Za-z_0-9]*)\s*=(?!=)(.*)$/s

/** `NAME=TEXT` or TEXT alone, which then has the name given. */
export function splitFormula(text: string, name: string): { readonly name: string; readonly formula: string } {
  const match = named.exec(text)
  return match ? { name: match[1], formula: match[2].trim() } : { name, formula: text.trim() }
}

/** The one activation of a command that takes NAME or --formula. */
export function oneActivation(name: string | undefined, formula: string | undefined, parameters: Parameters): Activation {
  if (formula !== undefined) return fromText(formula, 'formula', parameters)
  if (name === undefined) throw new UsageError("which activation? give a name (see 'xphi list') or --formula TEXT")
  return activation(name, parameters)
}

export function fromText(text: string, name: string, parameters: Parameters): Activation {
  const split = splitFormula(text, name)
  return fromFormula(split.name, split.formula, parameters)
}

/**
 * Several activations; a parameter goes to each one that has it. Throws a UsageError for a parameter that none has, and for a name
 * that comes twice.
 */
export function manyActivations(names: readonly string[], formulas: readonly string[], parameters: Parameters): Activation[] {
  const used = new Set<string>()
  const own = (accepts: (key: string) => boolean): Parameters =>
    Object.fromEntries(
      Object.entries(parameters).filter(([key]) => {
        const accepted = accepts(key)
        if (accepted) used.add(key)
        return accepted
      }),
    )
  const found = [
    ...names.map(name => {
      const definition = definitionOf(name)
      return activation(
        name,
        own(key => definition.parameters.some(p => p.name === key)),
      )
    }),
    ...formulas.map((text, i) => {
      const { formula } = splitFormula(text, '')
      const words = new Set(formula.match(/[A-Za-z_][A-Za-z_0-9]*/g))
      return fromText(
        text,
        formulas.length === 1 ? 'formula' : `formula${i + 1}`,
        own(key => words.has(key)),
      )
    }),
  ]
  const stray = Object.keys(parameters).find(key => !used.has(key))
  if (stray !== undefined) throw new UsageError(`--param: none of ${found.map(a => a.name).join(', ')} has a parameter '${stray}'`)
  const twice = found.find((a, i) => found.findIndex(b => b.name === a.name) < i)
  if (twice) throw new UsageError(`${twice.name} is given twice`)
  return found
}
