import type { Model } from '@xphi/train'
import type { DataSet } from '../data/dataset.ts'
import { gather, gatherTargets, type Standardiser } from '../data/standardise.ts'
import { type Batch, pieces } from './batches.ts'
import type { Metric } from './types.ts'

export const metricOf = ({ task }: DataSet): Metric =>
  task.kind === 'classification'
    ? { name: 'test accuracy', unit: '%', better: 'higher' }
    : { name: 'test error (rms)', unit: task.target, better: 'lower' }

export interface Measured {
  /** Mean over the rows; of standardised targets. */
  readonly loss: number
  /** Accuracy in percent, or the root mean square error in the target's unit. */
  readonly metric: number
}

interface Part {
  readonly rows: Uint32Array
  /** Of memory that all parts share. */
  readonly batch: Batch
}

/** Measures a model on the same rows again and again, a batch at a time. */
export class Ruler {
  readonly #data: DataSet
  readonly #standardiser: Standardiser
  readonly #parts: readonly Part[]
  readonly #rows: number

  constructor(data: DataSet, standardiser: Standardiser, rows: Uint32Array, batch: number) {
    const width = data.features.length
    const x = new Float32Array(Math.min(batch, rows.length) * width)
    const y = new Float32Array(Math.min(batch, rows.length))
    this.#data = data
    this.#standardiser = standardiser
    this.#rows = rows.length
    this.#parts = pieces(rows.length, batch).map(([from, to]) => ({
      rows: rows.subarray(from, to),
      batch: { x: x.subarray(0, (to - from) * width), y: y.subarray(0, to - from) },
    }))
  }

  measure(model: Model): Measured {
    let [total, right] = [0, 0]
    for (const part of this.#parts) {
      const { rows, batch } = this.#fetch(part)
      const { loss, correct = 0 } = model.evaluate(batch.x, batch.y)
      total += loss * rows.length
      right += correct
    }
    const loss = total / this.#rows
    const classes = this.#data.task.kind === 'classification'
    return { loss, metric: classes ? (100 * right) / this.#rows : Math.sqrt(loss) * this.#standardiser.target.deviation }
  }

  /** One a row: 1 where the class is wrong and 0 where it is right, or the squared error of the standardised target. */
  errors(model: Model): readonly number[] {
    const classes = this.#data.task.kind === 'classification'
    return this.#parts.flatMap(part => {
      const { x, y } = this.#fetch(part).batch
      const predicted = model.predict(x)
      return Array.from(y, (target, row) => {
        const outputs = predicted.subarray(row * model.outputs, (row + 1) * model.outputs)
        return classes ? Number(outputs.indexOf(Math.max(...outputs)) !== target) : (outputs[0] - target) ** 2
      })
    })
  }

  #fetch(part: Part): Part {
    gather(this.#data, this.#standardiser, part.rows, part.batch.x)
    gatherTargets(this.#data, this.#standardiser, part.rows, part.batch.y)
    return part
  }
}
