/** Formulas as MathML, and their derivatives. */
import { type Activation, derivative, expressionOf, inputsOf, ir, toMathml } from 'xphi/formula'

type Expression = ReturnType<typeof expressionOf>

// MathML of a derivative that shares much can be endless; what is longer than this is no formula that one reads.
const longest = 20_000

export interface Shown {
  /** What is derived by: x, gate or value; nothing for the function itself. */
  readonly by?: 'x' | 'gate' | 'value'
  /** Nothing where it is too long to be read. */
  readonly mathml?: string
}

/** A function and its derivatives. A row function has none that is a formula of one number. `otherwise`: the word at the last branch. */
export function formulasOf(a: Activation, otherwise: string): readonly Shown[] {
  const expression = expressionOf(a)
  const derivatives = a.kind === 'row' ? [] : (inputsOf(a) as readonly ('x' | 'gate' | 'value')[])
  const shown = (e: Expression): Shown => written(e, otherwise)
  return [shown(expression), ...derivatives.map(by => ({ by, ...shown(derivative(expression, ir.input(by))) }))]
}

function written(expression: Expression, otherwise: string): Shown {
  try {
    const mathml = toMathml(expression).replaceAll('<mtext>otherwise<', `<mtext>${otherwise}<`)
    return mathml.length > longest ? {} : { mathml }
  } catch {
    return {}
  }
}
