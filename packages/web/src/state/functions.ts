/** An activation as a short text, and back: `gelu`, `elu;alpha=0.5`, `mine=x*sigmoid(a*x);a=1.5`. */
import { type Activation, activation, fromFormula } from 'xphi/formula'
import { findEntry } from 'xphi/catalogue'

export const longestFormula = 500

const formula = /^([A-Za-z_][A-Za-z_0-9]*)=(?!=)(.*)$/s

/** True where a function is the catalogue's, not one's own under its name. */
export const isBuiltIn = ({ name, formula: text }: Activation): boolean => findEntry(name)?.formula === text

/** Without the parameters that have their default. */
export function functionText(a: Activation): string {
  const entry = isBuiltIn(a) ? findEntry(a.name) : undefined
  const given = Object.entries(a.parameters).filter(([name, value]) => entry?.parameters.find(p => p.name === name)?.default !== value)
  return [
    entry ? a.name : `${a.name}=${a.formula}`,
    ...given.map(([name, value]) => `${name}=${Object.is(value, -0) ? '-0' : value}`),
  ].join(';')
}

/** Throws what xphi throws for an unknown name, a formula with a fault, or a parameter that does not fit. */
export function functionOfText(text: string): Activation {
  const [head, ...rest] = text.split(';')
  const parameters = Object.fromEntries(
    rest.map(part => {
      const at = part.indexOf('=')
      return [part.slice(0, at), at < 1 || part.slice(at + 1).trim() === '' ? Number.NaN : Number(part.slice(at + 1))] as const
    }),
  )
  const own = formula.exec(head)
  if (!own) return activation(head, parameters)
  if (own[2].length > longestFormula) throw new RangeError(`a formula has at most ${longestFormula} characters here`)
  return fromFormula(own[1], own[2], parameters)
}
