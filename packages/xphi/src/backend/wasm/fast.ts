/** Which requests have a fast tape. */
import { expressionOf, inputsOf } from '../../activation/activation.ts'
import { slopeOf } from '../../differentiate/index.ts'
import { input } from '../../ir/index.ts'
import { lowerFast } from '../../lower/fast/lower.ts'
import { Unbounded } from '../../lower/fast/single.ts'
import { worthwhile } from './cost.ts'
import type { PlanFast } from './kernel.ts'

// A derivative is within 4 ulp; its product with dy rounds once more.
const ulps = { map: 4, 'map+slope': 4, backward: 5 } as const

export const planFast: PlanFast = (request, exact) => {
  if (request.type === 'f64') return 'arrays of doubles have one mode'
  if (request.activation.kind === 'row') return 'row functions are summed in doubles'
  if (request.parameterGradients?.length) return 'parameter gradients are summed in doubles'
  const root = expressionOf(request.activation)
  const inputs = inputsOf(request.activation)
  const slopes = request.job === 'map' ? [] : inputs.map(n => slopeOf(root, input(n)))
  const outputs = request.job === 'backward' ? slopes : [root, ...slopes]
  const factor = request.job === 'backward' ? { factor: input('dy') } : {}
  try {
    const fast = lowerFast({ outputs, ...factor, inputs, doubles: exact.double, ulps: ulps[request.job] })
    return worthwhile(fast.tape, exact) ? fast : 'the exact kernel takes no longer'
  } catch (error) {
    if (error instanceof Unbounded) return error.message
    throw error
  }
}
