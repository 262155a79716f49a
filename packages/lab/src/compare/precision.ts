import {
  type Alignment,
  alignments,
  fp8,
  type Model,
  type Optimiser,
  type Precision,
  type RoundingTotals,
  type TensorRecord,
} from '@xphi/train'
import type { Batch } from './batches.ts'

const brain = { format: 'bf16' } as const

/** Recipes of low precision by name. They differ in how FP8 rounds what a gated layer gives, which is where the outliers are. */
export const precisions = {
  bf16: { input: brain, weight: brain, gradient: brain },
  fp8: fp8('delayed'),
  'fp8-channel': fp8('channel'),
  'fp8-smooth': fp8('smooth'),
} as const satisfies Readonly<Record<string, Precision>>

export type PrecisionName = keyof typeof precisions

/** What low precision did in one step of a training, the last of an epoch. */
export interface RoundingPoint {
  readonly epoch: number
  readonly tensors: readonly TensorRecord[]
  /** Of the gated layers. */
  readonly alignments: readonly Alignment[]
}

/** What low precision did to a network. */
export interface Roundings {
  readonly points: readonly RoundingPoint[]
  /** Of the whole training, and of what was measured on the way. */
  readonly totals: readonly RoundingTotals[]
}

const mostPoints = 10

/** Looks at a training in low precision, a few times from its beginning to its end. */
export class RoundingWatch {
  readonly #model: Model
  readonly #epochs: number
  readonly #points: RoundingPoint[] = []

  constructor(model: Model, epochs: number) {
    this.#model = model
    this.#epochs = epochs
  }

  /** Whether the last step of this epoch is one to look at. */
  looksAt(epoch: number): boolean {
    return this.#model.spec.precision !== undefined && (epoch % Math.ceil(this.#epochs / mostPoints) === 0 || epoch === this.#epochs)
  }

  /** Takes the step, which looking at it does not change. */
  step({ x, y }: Batch, optimiser: Optimiser, epoch: number): number {
    const { result, tensors } = this.#model.observe(() => this.#model.step(x, y, optimiser))
    this.#points.push({ epoch, tensors, alignments: alignments(this.#model) })
    return result
  }

  /** Nothing where all was f32. */
  get roundings(): Roundings | undefined {
    return this.#model.spec.precision && { points: this.#points, totals: this.#model.roundings }
  }
}
