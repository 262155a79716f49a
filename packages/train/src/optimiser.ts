import type { Kernels } from './kernels/index.ts'
import { firstNot, type Memory } from './memory.ts'
import type { ParameterBlock } from './parameters.ts'
import { rateAt, type Schedule } from './schedule.ts'

interface Common {
  readonly rate: number | Schedule
  readonly weightDecay?: number
  /** The greatest Euclidean norm of the gradient of all parameters: a longer one is scaled down to it (Pascanu and others 2013). */
  readonly clip?: number
}

/** An update rule as plain data; `rate` may differ from step to step, `kind` should not. Defaults and order of operations are PyTorch's. */
export type Optimiser =
  | (Common & { readonly kind: 'sgd'; readonly momentum?: number })
  /** `weightDecay` is L2 for adam (added to the gradient) and decoupled for adamw (default 0.01). */
  | (Common & { readonly kind: 'adam' | 'adamw'; readonly beta1?: number; readonly beta2?: number; readonly epsilon?: number })

/** Counts steps and keeps beta^t as products: Math.pow may differ between engines. The moments lie in the parameter block. */
export class OptimiserState {
  #power1 = 1
  #power2 = 1

  reset(): void {
    this.#power1 = 1
    this.#power2 = 1
  }

  get memory(): Memory {
    return {
      name: 'powers of beta',
      shape: [2],
      read: () => Float64Array.of(this.#power1, this.#power2),
      fault: firstNot(power => power >= 0 && power <= 1),
      write: ([power1, power2]) => {
        this.#power1 = power1
        this.#power2 = power2
      },
    }
  }

  /** Steps are counted from 0. */
  update(kernels: Kernels, block: ParameterBlock, optimiser: Optimiser, step: number): void {
    const { values, gradients, first, second, length } = block
    const rate = rateAt(optimiser.rate, step)
    if (optimiser.clip !== undefined) {
      // As PyTorch's clip_grad_norm_, its 1e-6 included.
      const factor = optimiser.clip / (Math.sqrt(kernels.sumOfSquares(gradients, length)) + 1e-6)
      if (factor < 1) kernels.scale(gradients, factor, length)
    }
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
