/** xphi/formula: formulas as text and expressions, their derivatives, and evaluation in doubles without code generation. */
import { type Activation, expressionOf, inputsOf } from './activation/activation.ts'
import { rowRunner } from './backend/typescript/rows.ts'
import { gated, pointwise } from './backend/typescript/define.ts'
import { defined, gradients } from './differentiate/index.ts'
import { input } from './ir/index.ts'
import { lower } from './lower/lower.ts'

export {
  activation,
  definitionOf,
  derivativeTexts,
  domain,
  expressionOf,
  fromFormula,
  inputsOf,
  ParameterError,
  UnknownActivationError,
} from './activation/activation.ts'
export { functionOf } from './backend/typescript/define.ts'
export { derivative, gradients, secondDerivative } from './differentiate/index.ts'
export { didYouMean, FormulaError, functionNames, type ParseOptions, parse, print, suggest, toLatex, toMathml } from './formula/index.ts'
/**
 * Expressions: immutable, shared, so that equal ones are one object.
 *
 * @example
 * ir.add(ir.input('x'), ir.one) === parse('x + 1') // true
 */
export * as ir from './ir/index.ts'
export { exactArithmetic } from './lower/exact.ts'
export { rewriteRules } from './lower/rewrite.ts'

export type Inputs = { readonly x: Float64Array } | { readonly gate: Float64Array; readonly value: Float64Array }

export interface Evaluation {
  readonly y: Float64Array
  /** By input: dy times the derivative (dy = 1 where left out); for a row function the gradient of sum(dy y). */
  readonly slopes: Readonly<Record<string, Float64Array>>
}

/**
 * Values and derivatives in doubles; a row function takes the array as one row.
 *
 * @example
 * evaluate(activation('relu'), { x: Float64Array.of(-1, 2) }).y // [0, 2]
 */
export function evaluate(a: Activation, inputs: Inputs, dy?: Float64Array): Evaluation {
  const columns = inputs as Readonly<Record<string, Float64Array>>
  const length = columns[inputsOf(a)[0]].length
  const seed = dy ?? new Float64Array(length).fill(1)
  if (a.kind === 'row') {
    const y = new Float64Array(length)
    const x = new Float64Array(length)
    const root = expressionOf(a)
    const [gradient] = gradients(root, input('dy'), [input('x')])
    rowRunner(lower([root], 'precise'))({ x: columns.x }, a.parameters, [y])
    rowRunner(lower([defined(gradient, root)], 'precise'))({ x: columns.x, dy: seed }, a.parameters, [x])
    return { y, slopes: { x } }
  }
  if (a.kind === 'gated') {
    const f = gated(a)
    const y = columns.gate.map((g, i) => f(g, columns.value[i]))
    const both = Array.from(columns.gate, (g, i) => f.derivative(g, columns.value[i]))
    return { y, slopes: { gate: seed.map((s, i) => s * both[i].gate), value: seed.map((s, i) => s * both[i].value) } }
  }
  const f = pointwise(a)
  return { y: columns.x.map(v => f(v)), slopes: { x: seed.map((s, i) => s * f.derivative(columns.x[i])) } }
}

export type { Activation }
