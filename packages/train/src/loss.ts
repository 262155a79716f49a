import { activation } from 'xphi/formula'
import { ModelError } from './errors.ts'
import type { Arena } from './arena.ts'
import type { Kernels } from './kernels/index.ts'
import { loadActivation } from './layers/kernel.ts'
import type { Signal } from './layers/operation.ts'

/** Class labels for cross-entropy, one a row; targets for the squared error, `outputs` a row. */
export type Targets = ArrayLike<number>

/** The end of the tape: the loss of a batch and the gradient of the outputs. */
export interface Loss {
  /** Numbers a row of targets. */
  readonly width: number
  /** Copies the targets of `rows` rows from `start` on; throws a ModelError for a label that is no class. */
  place(views: Views, targets: Targets, start: number, rows: number): void
  /** The sum over the rows (not their mean) in f64; writes the gradient of the mean to `gradient`. */
  run(rows: number, gradient: number): number
  correct(rows: number): number | undefined
  /** What `predict` shows: probabilities, or the outputs themselves. */
  predict(rows: number): Signal
}

/** The arena as numbers. */
export interface Views {
  readonly floats: Float32Array
  readonly integers: Int32Array
}

/** -log softmax(scores)[label], averaged over the rows: softmax and log_softmax are the catalogue's kernels. */
export async function crossEntropy(arena: Arena, kernels: Kernels, scores: Signal, batch: number): Promise<Loss> {
  const { width } = scores
  const stride = 4 * width
  const labels = arena.floats(batch)
  const logProbability = arena.floats(batch * width)
  const probability = arena.floats(batch * width)
  const softmax = await loadActivation(arena, { activation: activation('softmax'), job: 'map' }, width)
  const logSoftmax = await loadActivation(arena, { activation: activation('log_softmax'), job: 'map' }, width)
  return {
    width: 1,
    place({ integers }, targets, start, rows) {
      for (let r = 0; r < rows; r++) {
        const label = targets[start + r]
        if (!Number.isInteger(label) || label < 0 || label >= width)
          throw new ModelError(`label ${label} of row ${start + r} is no class: use 0 to ${width - 1}`)
        integers[labels / 4 + r] = label
      }
    },
    run(rows, gradient) {
      logSoftmax(rows, width, scores.address, stride, logProbability, stride)
      softmax(rows, width, scores.address, stride, gradient, stride)
      return kernels.crossEntropy(logProbability, gradient, labels, rows, width, 1 / rows)
    },
    correct: rows => kernels.countCorrect(scores.address, labels, rows, width),
    predict(rows) {
      softmax(rows, width, scores.address, stride, probability, stride)
      return { address: probability, width }
    },
  }
}

/** (y - target)^2 averaged over rows and outputs, as PyTorch's MSELoss. */
export function squaredError(arena: Arena, kernels: Kernels, outputs: Signal, batch: number): Loss {
  const { width } = outputs
  const target = arena.floats(batch * width)
  return {
    width,
    place({ floats }, targets, start, rows) {
      if (start === 0 && targets.length === rows * width) floats.set(targets, target / 4)
      else for (let i = 0; i < rows * width; i++) floats[target / 4 + i] = targets[start * width + i]
    },
    run: (rows, gradient) => kernels.squaredError(outputs.address, target, gradient, rows * width, 2 / (rows * width)) / width,
    correct: () => undefined,
    predict: () => outputs,
  }
}
