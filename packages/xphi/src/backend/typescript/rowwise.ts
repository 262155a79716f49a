/** Row functions in doubles. */
import { type Activation, expressionOf } from '../../activation/activation.ts'
import { carry, type RowFunction } from '../../activation/functions.ts'
import { defined, gradients } from '../../differentiate/index.ts'
import { type Expr, input } from '../../ir/index.ts'
import { lower, type Program } from '../../lower/lower.ts'
import { lowerMoved } from '../../lower/range.ts'
import { rangeOf } from '../../number/extend.ts'
import { rowRunner } from './rows.ts'

type Runner = ReturnType<typeof rowRunner>

/** Runs an expression over a row of any magnitude; made when it is first called. */
function rowEvaluator(make: () => Expr): Runner {
  const once = (program: () => Program): (() => Runner) => {
    let made: Runner | undefined
    return () => (made ??= rowRunner(program()))
  }
  const near = once(() => lower([make()], 'precise'))
  const far = once(() => lowerMoved([make()], 1))
  const tiny = once(() => lowerMoved([make()], -1))
  return (inputs, parameters, outputs) => {
    const range = rangeOf(inputs.x)
    const run = range > 0 ? far() : range < 0 ? tiny() : near()
    run(inputs, parameters, outputs)
  }
}

/**
 * A row activation in doubles. No element is more than 1 ulp off, and no element of the gradient more than 1 ulp of its largest one, but for what cancels
 * beyond two doubles, 2^-100 of the terms. solu_ln meets that where one element x rules, since its gradient is about eps / x^2 of the terms that
 * it is made of: it is lost where x is above 1e5, and above 50 where dy there is the mean of dy: on [-20, 50.5, -23] it is 1e-31 then, and off by 3e-4 of that.
 */
export function rowwise(a: Activation): RowFunction {
  const root = expressionOf(a)
  const value = rowEvaluator(() => root)
  const slope = rowEvaluator(() => defined(gradients(root, input('dy'), [input('x')])[0], root))
  const f = (row: Float64Array, out: Float64Array = new Float64Array(row.length)): Float64Array => {
    value({ x: row }, a.parameters, [out])
    return out
  }
  const gradient = (row: Float64Array, dy: Float64Array, out: Float64Array = new Float64Array(row.length)): Float64Array => {
    slope({ x: row, dy }, a.parameters, [out])
    return out
  }
  return carry(f, { ...a, kind: 'row', derivative: gradient })
}
