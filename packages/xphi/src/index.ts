/**
 * Every activation function as a scalar with its derivative, in doubles; and `define` for one's own. Arrays are for a backend: `xphi/wasm`.
 *
 * @example
 * import { gelu, swiglu, define } from 'xphi'
 * gelu(-6) // -5.9195258702261885e-9
 * gelu.derivative(1)
 * swiglu(1, 2)
 * define('snake', 'x + sin(a*x)^2/a', { a: 1 })(0.5)
 */
export { type Activation, activation, ParameterError, UnknownActivationError } from './activation/activation.ts'
export { define } from './backend/typescript/define.ts'
export { rounded } from './backend/typescript/rounded.ts'
export { FormulaError } from './formula/error.ts'
export type { GatedScalar, PointwiseScalar, RowFunction, ScalarOf } from './activation/functions.ts'
export * from './scalar/index.ts'
