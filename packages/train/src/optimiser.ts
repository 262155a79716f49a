import type { Kernels } from './kernels/index.ts'
import type { ParameterBlock } from './parameters.ts'

/** An update rule as plain data; `rate` may differ from step to step, `kind` should not. Defaults and order of operations are PyTorch's. */
export type Optimiser =
  | { readonly kind: 'sgd'; readonly rate: number; readonly momentum?: number; readonly weightDecay?: number }
  | {
      /** `weightDecay` is L2 for adam (added to the gradient) and decoupled for adamw (default 0.01). */
      readonly kind: 'adam' | 'adamw'
      readonly rate: number
      readonly beta1?: number
      readonly beta2?: number
      readonly epsilon?: number
      readonly weightDecay?: number
    }

/** Counts steps and keeps beta^t as products: Math.pow may differ between engines. The moments lie in the parameter block. */
export class OptimiserState {
  #power1 = 1
  #power2 = 1

  reset(): void {
    this.#power1 = 1
    this.#power2 = 1
  }

  update(kernels: Kernels, block: ParameterBlock, optimiser: Optimiser): void {
    const { values, gradients, first, second, length } = block
    const { rate } = optimiser
    if (optimiser.kind === 'sgd') {
      kernels.sgd(values, gradients, first, length, rate, optimiser.momentum ?? 0, optimiser.weightDecay ?? 0)
      return
    }
    const { kind, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, weightDecay = kind === 'adamw' ? 0.01 : 0 } = optimiser
    this.#power1 *= beta1
    this.#power2 *= beta2
    const corrected = rate / (1 - this.#power1)
    const root = 1 / Math.sqrt(1 - this.#power2)
    const [decay, shrink] = kind === 'adamw' ? [0, 1 - rate * weightDecay] : [weightDecay, 1]
    const numbers = [corrected, root, beta1, 1 - beta1, beta2, 1 - beta2, epsilon, decay, shrink]
    kernels.adam(values, gradients, first, second, length, ...numbers)
  }
}
