import { DivergenceError, ModelError } from './errors.ts'
import { firstNot, isCount, type Memory } from './memory.ts'
import { Random } from './random.ts'
import { type Optimiser, OptimiserState } from './optimiser.ts'
import type { Targets } from './loss.ts'
import type { RoundingTotals, TensorRecord } from './precision/quantiser.ts'
import { buildTape, leaves, type ModelSpec, type Tape } from './tape.ts'

export interface Evaluation {
  /** Mean over the rows. */
  readonly loss: number
  /** Rows whose greatest score is the label's; undefined for mse. */
  readonly correct: number | undefined
  readonly rows: number
}

export interface Statistics {
  readonly parameters: number
  /** Hidden units (of activation and gated layers) that are dead on every row given, as a share; NaN without such layers. Dead: the
   * slope is 0, or for row, gated and trained activations the output. */
  readonly deadShare: number
  /** Euclidean norms of the loss gradient on the first batch, of the first and the last layer that have parameters. */
  readonly gradientNorms: { readonly first: number; readonly last: number }
}

/** A parameter tensor; `values` and `gradient` are live views: writing them changes the model. */
export interface Parameter {
  readonly layer: number
  readonly name: string
  readonly shape: readonly number[]
  readonly values: Float32Array<ArrayBuffer>
  readonly gradient: Float32Array<ArrayBuffer>
}

/** Apart from the streams of the layers, which are numbered from 0. */
const noiseStream = 0xffffffff

/** A network on one memory. The same spec and data give the same bits on every machine. */
export class Model {
  readonly spec: ModelSpec
  readonly parameters: readonly Parameter[]
  readonly outputs: number
  readonly #tape: Tape
  readonly #state = new OptimiserState()
  #noise: Random
  #steps = 0

  constructor(spec: ModelSpec, tape: Tape) {
    this.spec = spec
    this.#tape = tape
    this.outputs = tape.operations[tape.operations.length - 1].output.width
    const { floats } = tape.views
    const view = (address: number, length: number) => floats.subarray(address / 4, address / 4 + length) as Float32Array<ArrayBuffer>
    this.parameters = tape.parameters.tensors.map(({ layer, name, shape, length, value, gradient }) => {
      return { layer, name, shape, values: view(value, length), gradient: view(gradient, length) }
    })
    this.#noise = new Random(spec.seed, noiseStream)
    this.reset(spec.seed)
  }

  /** Steps taken since the start or the last reset. */
  get steps(): number {
    return this.#steps
  }

  /** Draws new weights and forgets the optimiser's moments: the model is as `createModel` with that seed makes it. */
  reset(seed: number): void {
    const { parameters, views } = this.#tape
    views.floats.fill(0, parameters.values / 4, parameters.second / 4 + parameters.length)
    parameters.initialise(views.floats, layer => new Random(seed, layer))
    this.#state.reset()
    for (const quantiser of this.#tape.rounder?.quantisers ?? []) quantiser.reset()
    this.#noise = new Random(seed, noiseStream)
    this.#steps = 0
  }

  /**
   * One step of gradient descent on up to `batch` rows: x has inputs numbers a row, y a label (cross-entropy) or `outputs` targets (mse) a
   * row. Returns the mean loss before the update. Throws a DivergenceError when it is not finite.
   */
  step(x: ArrayLike<number>, y: Targets, optimiser: Optimiser): number {
    const loss = this.gradients(x, y)
    this.#state.update(this.#tape.kernels, this.#tape.parameters, optimiser, this.#steps)
    if (optimiser.kind !== 'sgd') this.#tape.moments?.round()
    this.#steps++
    return loss
  }

  /** The mean loss of up to `batch` rows in training, dropout included; leaves its gradient in `parameters[i].gradient`. Throws as `step`. */
  gradients(x: ArrayLike<number>, y: Targets): number {
    return this.#gradients(x, y, this.#noise)
  }

  #gradients(x: ArrayLike<number>, y: Targets, noise?: Random): number {
    const { kernels, loss, operations, outputGradient } = this.#tape
    const rows = this.#rowsOf(x, y)
    if (rows > this.spec.batch) throw new ModelError(`${rows} rows do not fit a batch of ${this.spec.batch}`)
    this.#place(x, 0, rows)
    loss.place(this.#tape.views, y, 0, rows)
    this.#tape.forward(0, rows, noise)
    const mean = loss.run(rows, outputGradient) / rows
    // The scores are looked at too: the softmax of two infinities has a limit.
    const { output } = operations[operations.length - 1]
    if (!Number.isFinite(mean + kernels.sumOfSquares(output.address, rows * output.width))) throw this.#divergence(rows)
    this.#tape.backward(rows)
    return mean
  }

  /** Loss and correct rows over any number of rows. */
  evaluate(x: ArrayLike<number>, y: Targets): Evaluation {
    const { loss, outputGradient, views } = this.#tape
    const rows = this.#rowsOf(x, y)
    let total = 0
    let correct: number | undefined = 0
    this.#batches(x, rows, (start, count) => {
      loss.place(views, y, start, count)
      total += loss.run(count, outputGradient)
      const right = loss.correct(count)
      correct = right === undefined || correct === undefined ? undefined : correct + right
    })
    return { loss: total / rows, correct, rows }
  }

  /** Class probabilities (cross-entropy) or outputs (mse), `outputs` numbers a row, for any number of rows. */
  predict(x: ArrayLike<number>): Float32Array<ArrayBuffer> {
    const rows = this.#rowsOf(x)
    const result = new Float32Array(rows * this.outputs)
    this.#batches(x, rows, (start, count) => {
      const { address, width } = this.#tape.loss.predict(count)
      result.set(this.#tape.views.floats.subarray(address / 4, address / 4 + count * width), start * width)
    })
    return result
  }

  /**
   * The outputs before the softmax, for the rows `first`, `first` + 1, ... of a batch, in evaluation. Earlier rows of the same sequence are
   * not computed again: their keys and values lie in the tape where the last calls left them, so a text grows by one row a call.
   */
  scores(x: ArrayLike<number>, first = 0): Float32Array<ArrayBuffer> {
    const rows = this.#rowsOf(x)
    if (!Number.isInteger(first) || first < 0) throw new ModelError(`rows count from 0, got ${first}`)
    if (first + rows > this.spec.batch) throw new ModelError(`${first + rows} rows do not fit a batch of ${this.spec.batch}`)
    this.#place(x, 0, rows, first)
    this.#tape.forward(first, rows)
    const { operations, views } = this.#tape
    const { address, width } = operations[operations.length - 1].output
    return views.floats.slice(address / 4 + first * width, address / 4 + (first + rows) * width) as Float32Array<ArrayBuffer>
  }

  /** What a training carries from step to step beside the weights, for `saveTraining`. */
  get memory(): readonly Memory[] {
    const { parameters, rounder, views } = this.#tape
    const moments = (['first', 'second'] as const).flatMap(moment =>
      parameters.tensors.map(({ layer, name, shape, length, offset }): Memory => {
        const values = views.floats.subarray(parameters[moment] / 4 + offset, parameters[moment] / 4 + offset + length)
        return { name: `${moment} moment/${layer}.${name}`, shape, read: () => values, write: given => values.set(given) }
      }),
    )
    const steps: Memory = {
      name: 'steps',
      shape: [1],
      read: () => Float64Array.of(this.#steps),
      fault: firstNot(isCount),
      write: ([count]) => {
        this.#steps = count
      },
    }
    const roundings = (rounder?.quantisers ?? []).flatMap(({ memory }) => memory)
    return [steps, this.#state.memory, this.#noise.memory('noise'), ...moments, ...roundings]
  }

  /** What `precision` has rounded since the start or the last reset, tensor by tensor; nothing without a recipe. */
  get roundings(): readonly RoundingTotals[] {
    return this.#tape.rounder?.quantisers.map(({ totals }) => totals) ?? []
  }

  /** Calls `run`, and says of each rounding that it causes what the format did to the tensor: `observe(() => model.step(x, y, optimiser))`. */
  observe<T>(run: () => T): { readonly result: T; readonly tensors: readonly TensorRecord[] } {
    const { rounder } = this.#tape
    const tensors: TensorRecord[] = []
    if (rounder === undefined) return { result: run(), tensors }
    rounder.observer = record => tensors.push(record)
    try {
      return { result: run(), tensors }
    } finally {
      rounder.observer = undefined
    }
  }

  statistics(x: ArrayLike<number>, y: Targets): Statistics {
    const { kernels, operations, parameters, peaks, views } = this.#tape
    const rows = this.#rowsOf(x, y)
    const hidden = leaves(operations)
    const alive = hidden.map(({ liveness }) => new Float32Array(liveness?.width ?? 0))
    this.#batches(x, rows, (_, count) => {
      for (const [i, { liveness }] of hidden.entries()) {
        if (liveness === undefined) continue
        const seen = views.floats.subarray(peaks / 4, peaks / 4 + liveness.width)
        seen.set(alive[i])
        kernels.columnPeaks(liveness.address, peaks, count, liveness.width)
        alive[i].set(seen)
      }
    })
    const units = alive.reduce((sum, { length }) => sum + length, 0)
    const dead = alive.reduce((sum, peaks) => sum + peaks.filter(peak => peak === 0).length, 0)
    const first = Math.min(rows, this.spec.batch)
    this.#gradients(
      Array.from({ length: first * this.spec.inputs }, (_, i) => x[i]),
      Array.from({ length: first * this.#tape.loss.width }, (_, i) => y[i]),
    )
    const normOf = (layer: number) =>
      Math.sqrt(parameters.tensors.filter(t => t.layer === layer).reduce((sum, t) => sum + kernels.sumOfSquares(t.gradient, t.length), 0))
    const layers = parameters.tensors.map(tensor => tensor.layer)
    return {
      parameters: parameters.count,
      deadShare: dead / units,
      gradientNorms: { first: normOf(Math.min(...layers)), last: normOf(Math.max(...layers)) },
    }
  }

  #rowsOf(x: ArrayLike<number>, y?: Targets): number {
    const rows = x.length / this.spec.inputs
    if (!Number.isInteger(rows) || rows === 0) throw new ModelError(`${x.length} numbers are no rows of ${this.spec.inputs} inputs`)
    const { width } = this.#tape.loss
    if (y !== undefined && y.length !== rows * width) throw new ModelError(`${rows} rows need ${rows * width} targets, got ${y.length}`)
    return rows
  }

  /** Copies rows of x from `start` on to the rows of the input from `into` on. */
  #place(x: ArrayLike<number>, start: number, rows: number, into = 0): void {
    const { input, views, vocabulary } = this.#tape
    const { width } = input
    const at = input.address / 4 + into * width
    if (vocabulary !== undefined) {
      for (let i = 0; i < rows * width; i++) {
        const token = x[start * width + i]
        if (!Number.isInteger(token) || token < 0 || token >= vocabulary)
          throw new ModelError(
            `token ${token} of row ${start + Math.floor(i / width)} is not in the vocabulary: use 0 to ${vocabulary - 1}`,
          )
        views.integers[at + i] = token
      }
    } else if (start === 0 && x.length === rows * width) views.floats.set(x, at)
    else for (let i = 0; i < rows * width; i++) views.floats[at + i] = x[start * width + i]
  }

  #batches(x: ArrayLike<number>, rows: number, visit: (start: number, count: number) => void): void {
    for (let start = 0; start < rows; start += this.spec.batch) {
      const count = Math.min(this.spec.batch, rows - start)
      this.#place(x, start, count)
      this.#tape.forward(0, count)
      visit(start, count)
    }
  }

  /** Finds where the numbers stop being finite, layer by layer. */
  #divergence(rows: number): DivergenceError {
    const { input, kernels, operations, parameters } = this.#tape
    const step = this.#steps + 1
    const finite = (address: number, length: number) => Number.isFinite(kernels.sumOfSquares(address, length))
    if (!finite(input.address, rows * input.width)) return new DivergenceError(step, 0, 'the input is not finite')
    for (const [i, { name, output }] of operations.entries()) {
      const broken = parameters.tensors.find(t => t.layer === i && !finite(t.value, t.length))
      if (broken !== undefined) return new DivergenceError(step, i, `the ${broken.name} of layer ${i} (${name}) is not finite`)
      if (!finite(output.address, rows * output.width))
        return new DivergenceError(step, i, `the output of layer ${i} (${name}) is not finite`)
    }
    return new DivergenceError(step, operations.length - 1, 'the loss is not finite')
  }
}

/**
 * Builds a network: `createModel({ inputs: 2, layers: [{ kind: 'linear', units: 16 }, { kind: 'activation', activation: 'gelu' }, { kind:
 * 'linear', units: 2 }], loss: 'cross-entropy', batch: 64, seed: 1 })`. Throws a ModelError for sizes or layers that do not fit, and what
 * xphi throws for unknown activations.
 */
export async function createModel(spec: ModelSpec): Promise<Model> {
  return new Model(spec, await buildTape(spec))
}
