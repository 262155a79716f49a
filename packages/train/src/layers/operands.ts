// The three tensors of a product with weights, as they are or rounded by the model's recipe.
import type { Tensor } from '../parameters.ts'
import { Quantiser, type Rounded } from '../precision/quantiser.ts'
import type { Rounding } from '../precision/recipe.ts'
import { type Context, rowOf, type Signal, signal } from './operation.ts'

/** What the product reads in place of its input, its weights and the gradient of its output. */
export interface Operands {
  readonly input: Signal
  readonly weight: () => number
  /** Before the forward pass over these rows. */
  prepare(first: number, rows: number): void
  /** Before the backward pass: where dy is read. */
  gradient(dy: number, rows: number): number
}

/**
 * Rounded tensors lie in buffers of their own, not in the panels that the gemm packs: each is read by two products, and its scale has to be
 * known before the first number is rounded.
 */
export function operandsOf(context: Context, weight: Tensor, parts: number): Operands {
  const { arena, batch, input, layer, rounder, scratch } = context
  const recipe = rounder?.recipe
  if (rounder === undefined || recipe === undefined || !(recipe.layers?.includes(layer) ?? true))
    return { input, weight: () => weight.value, prepare() {}, gradient: dy => dy }
  const [outputs, length] = weight.shape
  const quantiser = (rounding: Rounding | undefined, about: Pick<Rounded, 'tensor' | 'width' | 'axis' | 'parts'>) =>
    rounding && new Quantiser(rounder, rounding, { layer, name: weight.name, ...about })
  const isHidden = input.gated === true
  const rounding = isHidden ? (recipe.hidden ?? recipe.input) : recipe.input
  const ofInput = quantiser(rounding, { tensor: isHidden ? 'hidden' : 'input', width: input.width, axis: 'columns', parts: 1 })
  const ofWeight = quantiser(recipe.weight, {
    tensor: 'weight',
    width: length,
    axis: 'rows',
    parts: recipe.weight?.per === 'channel' ? outputs : parts,
  })
  const ofGradient = quantiser(recipe.gradient, { tensor: 'gradient', width: outputs, axis: 'columns', parts })
  const roundedInput = ofInput && signal(context, input.width)
  const roundedWeight = ofWeight && arena.floats(weight.length)
  const roundedGradient = ofGradient && scratch.floats('rounded gradient', batch * outputs)
  const divisors = isHidden && recipe.fold === true ? ofInput?.smooth : undefined
  return {
    input: roundedInput ?? input,
    weight: () => roundedWeight ?? weight.value,
    prepare(first, rows) {
      if (roundedInput !== undefined) ofInput?.run(rowOf(input, first), rowOf(roundedInput, first), rows)
      if (roundedWeight !== undefined) ofWeight?.run(weight.value, roundedWeight, outputs, divisors)
    },
    gradient(dy, rows) {
      if (roundedGradient === undefined) return dy
      ofGradient?.run(dy, roundedGradient.address, rows)
      return roundedGradient.address
    },
  }
}
