import type { Model } from '@xphi/train'
import type { DataSet } from '../data/dataset.ts'
import type { Batch } from './batches.ts'
import { boundaryOf } from './boundary.ts'
import type { Measured } from './measure.ts'
import { optimiserOf } from './network.ts'
import { type Prepared, prepare } from './prepare.ts'
import type { Boundary, TrialSpec } from './types.ts'

/** A trial that is looked at while it is trained. */
export interface LiveTrial {
  /** What is trained. */
  readonly model: Model
  /** Of the whole trial. */
  readonly steps: number
  /** Steps done. */
  readonly step: number
  /** Takes that many steps, or those that are left; gives their mean training loss, NaN where none is left. Throws a DivergenceError. */
  advance(steps: number): number
  measure(): Measured
  /** What the network says now, over a grid of `side` x `side` points. For data of two features. */
  boundary(side: number): Boundary
}

/** The trial that `runTrial` runs, bit for bit, a few steps at a time. Throws as it does. */
export async function liveTrial(data: DataSet, spec: TrialSpec): Promise<LiveTrial> {
  const prepared = await prepare(data, spec)
  const { model, ruler, scaler, steps } = prepared
  const optimiser = optimiserOf(spec.recipe.optimiser, spec.rate, steps)
  const batches = ordered(prepared, spec.recipe.epochs)
  return {
    model,
    steps,
    get step() {
      return model.steps
    },
    advance(count) {
      let [sum, taken] = [0, 0]
      while (taken < count) {
        const { value, done } = batches.next()
        if (done) break
        sum += model.step(value.x, value.y, optimiser)
        taken++
      }
      return sum / taken
    },
    measure: () => ruler.measure(model),
    boundary: side => boundaryOf(model, data, scaler, side),
  }
}

function* ordered({ batches }: Prepared, epochs: number): Generator<Batch, undefined> {
  for (let epoch = 0; epoch < epochs; epoch++) {
    batches.shuffle()
    for (const block of batches.blocks) {
      batches.fetch(block)
      yield* block.batches
    }
  }
}
