/** Formula to function, without code generation: user-defined activations get everything that a built-in has. */
import { type Activation, fromFormula } from '../../activation/activation.ts'
import type { GatedScalar, PointwiseScalar, RowFunction, ScalarOf } from '../../activation/functions.ts'
import { gated, pointwise } from './pointwise.ts'
import { rowwise } from './rowwise.ts'

/**
 * An activation from a formula: the same kind of object as a built-in. Pointwise formulas take x; gated ones gate and value; a formula with
 * rowmax, rowsum or rowmean is a function of a row. Throws a FormulaError that points at the column.
 *
 * @example
 * const snake = define('snake', 'x + sin(a*x)^2/a', { a: 1 })
 * snake(0) // 0
 * snake.derivative(0) // 1
 */
export function define<const Formula extends string>(
  name: string,
  formula: Formula,
  parameters: Readonly<Record<string, number>> = {},
): ScalarOf<Formula> {
  return functionOf(fromFormula(name, formula, parameters)) as ScalarOf<Formula>
}

/**
 * The function of an activation that is plain data, in doubles, with its derivative.
 *
 * @example
 * functionOf(activation('relu'))(3) // 3
 */
export function functionOf(a: Activation): PointwiseScalar | GatedScalar | RowFunction {
  return a.kind === 'pointwise' ? pointwise(a) : a.kind === 'gated' ? gated(a) : rowwise(a)
}
