/** xphi/formula: formulas as text and expressions, their derivatives, and evaluation in doubles without code generation. */
export {
  type Activation,
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
export { type Evaluation, evaluate, type Inputs } from './backend/typescript/evaluate.ts'
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
