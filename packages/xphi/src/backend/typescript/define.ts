/** Formula to function, without code generation: user-defined activations get everything that a built-in has. */
import { type Activation, expressionOf, fromFormula, inputsOf } from '../../activation/activation.ts'
import { carry, type GatedScalar, type PointwiseScalar, type RowFunction, type ScalarOf } from '../../activation/functions.ts'
import { defined, gradients, slopeOf } from '../../differentiate/index.ts'
import { type Expr, input } from '../../ir/index.ts'
import { lower } from '../../lower/lower.ts'
import { rowRunner } from './rows.ts'
import { endsOf, scalarFunction } from './scalar.ts'

function compiled(e: Expr, a: Activation, parameters: Readonly<Record<string, number>>): (...x: number[]) => number {
  const inputs = inputsOf(a)
  return scalarFunction(lower([e], 'precise'), inputs, parameters, endsOf(e, inputs, parameters))
}

/** Binds parameters given by position, or the activation's own; keeps what was bound last. */
function bound<F>(a: Activation, make: (parameters: Readonly<Record<string, number>>) => F): (given: readonly number[]) => F {
  const names = Object.keys(a.parameters)
  let last: readonly number[] | undefined
  let made: F
  return given => {
    if (!last || given.length !== last.length || given.some((v, i) => v !== last![i])) {
      made = make(Object.fromEntries(names.map((n, i) => [n, given[i] ?? a.parameters[n]])))
      last = [...given]
    }
    return made
  }
}

/** The scalar of a pointwise activation, in doubles. */
export function pointwise(a: Activation): PointwiseScalar {
  const value = bound(a, p => compiled(expressionOf(a), a, p))
  const slope = bound(a, p => compiled(slopeOf(expressionOf(a), input('x')), a, p))
  const f = (x: number, ...p: number[]): number => value(p)(x)
  return carry(f, { ...a, kind: 'pointwise', derivative: (x: number, ...p: number[]) => slope(p)(x) })
}

/** The scalar of a gated activation, in doubles. */
export function gated(a: Activation): GatedScalar {
  const value = bound(a, p => compiled(expressionOf(a), a, p))
  const slopes = bound(a, p => inputsOf(a).map(name => compiled(slopeOf(expressionOf(a), input(name)), a, p)))
  const f = (gate: number, v: number, ...p: number[]): number => value(p)(gate, v)
  const slope = (gate: number, v: number, ...p: number[]) => {
    const [dgate, dvalue] = slopes(p)
    return { gate: dgate(gate, v), value: dvalue(gate, v) }
  }
  return carry(f, { ...a, kind: 'gated', derivative: slope })
}

/**
 * A row activation in doubles. No element is more than 1 ulp off, and no element of the gradient more than 1 ulp of its largest one, but for what cancels
 * beyond two doubles, 2^-100 of the terms, and rows whose squares overflow. solu_ln meets that where one element of the row rules: on
 * [-20, 50.5, -23] its gradient is about 1e-31 of the terms that it is made of, and is lost. Its rows below 1e-290 are off by hundreds of ulps.
 */
export function rowwise(a: Activation): RowFunction {
  const x = input('x')
  const value = rowRunner(lower([expressionOf(a)], 'precise'))
  let slope: ReturnType<typeof rowRunner> | undefined
  const f = (row: Float64Array, out: Float64Array = new Float64Array(row.length)): Float64Array => {
    value({ x: row }, a.parameters, [out])
    return out
  }
  const gradient = (row: Float64Array, dy: Float64Array, out: Float64Array = new Float64Array(row.length)): Float64Array => {
    const root = expressionOf(a)
    slope ??= rowRunner(lower([defined(gradients(root, input('dy'), [x])[0], root)], 'precise'))
    slope({ x: row, dy }, a.parameters, [out])
    return out
  }
  return carry(f, { ...a, kind: 'row', derivative: gradient })
}

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
