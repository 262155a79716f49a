// The static tape: operations in order, their buffers, and the two gradient buffers between which the backward pass alternates.
import { Arena } from './arena.ts'
import { ModelError } from './errors.ts'
import type { Kernels } from './kernels/index.ts'
import { loadKernels } from './kernels/index.ts'
import { buildLayer, type Layer } from './layers/index.ts'
import type { Operation, Signal } from './layers/operation.ts'
import { crossEntropy, type Loss, squaredError, type Views } from './loss.ts'
import { type Initial, ParameterBlock } from './parameters.ts'
import { gemmWorkBytes } from 'xphi/wasm'

export interface ModelSpec {
  /** Features a row. */
  readonly inputs: number
  readonly layers: readonly Layer[]
  /** Labels 0 to outputs - 1, or `outputs` numbers a row. */
  readonly loss: 'cross-entropy' | 'mse'
  /** The most rows that one step takes. */
  readonly batch: number
  readonly seed: number
  /** Weights are normal with variance: gain (default) 1 / (inputs E[x^2]), x after the layer's own predecessor; he 2 / inputs; glorot
   * 2 / (inputs + outputs); lecun 1 / inputs. Biases start at 0. */
  readonly initialisation?: 'gain' | 'he' | 'glorot' | 'lecun'
  /** Fused multiply-add in matrix products where the engine has relaxed SIMD: faster, but bits may differ between processors. */
  readonly fused?: boolean
}

export interface Tape {
  readonly arena: Arena
  readonly kernels: Kernels
  readonly parameters: ParameterBlock
  readonly input: Signal
  readonly operations: readonly Operation[]
  readonly loss: Loss
  readonly views: Views
  /** Where the column maxima of a liveness signal go. */
  readonly peaks: number
  forward(rows: number): void
  /** Expects the gradient of the outputs at `outputGradient`. */
  backward(rows: number): void
  readonly outputGradient: number
}

export async function buildTape(spec: ModelSpec): Promise<Tape> {
  const { batch, inputs, layers } = spec
  for (const [name, size] of Object.entries({ inputs, batch }))
    if (!Number.isInteger(size) || size < 1) throw new ModelError(`${name} must be a positive integer, got ${size}`)
  if (layers.length === 0) throw new ModelError('a model needs at least one layer')
  const arena = new Arena()
  const kernels = await loadKernels(arena.memory, spec.fused === true)
  const parameters = new ParameterBlock()
  const work = arena.bytes(gemmWorkBytes)
  const input: Signal = { address: arena.floats(batch * inputs), width: inputs }
  const initialisation = spec.initialisation ?? 'gain'
  const needsMoments = initialisation === 'gain'
  const weightsOf = (fanIn: number, fanOut: number, inputMoment: number): Initial => {
    const variance = { gain: 1 / (fanIn * inputMoment), he: 2 / fanIn, glorot: 2 / (fanIn + fanOut), lecun: 1 / fanIn }[initialisation]
    return { kind: 'normal', deviation: Math.sqrt(variance) }
  }
  const operations: Operation[] = []
  let signal = input
  let inputMoment = 1
  for (const [layer, spec] of layers.entries()) {
    const context = { arena, kernels, parameters, batch, work, layer, input: signal, inputMoment, needsMoments, weightsOf }
    const operation = await buildLayer(context, spec)
    operations.push(operation)
    signal = operation.output
    inputMoment = operation.secondMoment
  }
  const loss = await (spec.loss === 'mse' ? squaredError : crossEntropy)(arena, kernels, signal, batch)
  const widest = Math.max(inputs, ...operations.map(({ output }) => output.width))
  const gradients = [arena.floats(batch * widest), arena.floats(batch * widest)]
  const peaks = arena.floats(widest)
  parameters.allocate(arena)
  const { buffer } = arena.memory
  const views = { floats: new Float32Array(buffer), integers: new Int32Array(buffer) }
  // Nothing before the first layer with parameters needs a gradient.
  const firstTrained = Math.min(...parameters.tensors.map(tensor => tensor.layer))
  const last = operations.length - 1
  return {
    arena,
    kernels,
    parameters,
    input,
    operations,
    loss,
    views,
    peaks,
    outputGradient: gradients[last % 2],
    forward(rows) {
      for (const operation of operations) operation.forward(rows)
    },
    backward(rows) {
      views.floats.fill(0, parameters.gradients / 4, parameters.gradients / 4 + parameters.length)
      for (let i = last; i >= firstTrained; i--)
        operations[i].backward(rows, gradients[i % 2], i > firstTrained ? gradients[(i + 1) % 2] : 0)
    },
  }
}
