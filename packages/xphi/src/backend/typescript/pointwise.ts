/** Pointwise and gated functions in doubles. */
import { type Activation, expressionOf, inputsOf } from '../../activation/activation.ts'
import { carry, type GatedScalar, type PointwiseScalar } from '../../activation/functions.ts'
import { slopeOf } from '../../differentiate/index.ts'
import { type Expr, input } from '../../ir/index.ts'
import { lower } from '../../lower/lower.ts'
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
