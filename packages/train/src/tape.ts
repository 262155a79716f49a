// The static tape: operations in order and their buffers.
import { Arena } from './arena.ts'
import { checkOne, ModelError } from './errors.ts'
import type { Kernels } from './kernels/index.ts'
import { loadKernels } from './kernels/index.ts'
import { buildLayer, type Layer } from './layers/index.ts'
import type { Operation, Signal } from './layers/operation.ts'
import { buildSequence } from './layers/sequence.ts'
import { crossEntropy, type Loss, squaredError, type Views } from './loss.ts'
import { type Initial, ParameterBlock } from './parameters.ts'
import { MomentRounding } from './precision/moments.ts'
import { Rounder } from './precision/quantiser.ts'
import { checkPrecision, type Precision } from './precision/recipe.ts'
import type { Random } from './random.ts'
import { Scratch } from './scratch.ts'
import { gemmWorkBytes, type Mode } from 'xphi/wasm'

export interface ModelSpec {
  /** Features a row; tokens a row where the first layer is an embedding. */
  readonly inputs: number
  readonly layers: readonly Layer[]
  /** Labels 0 to outputs - 1, or `outputs` numbers a row. */
  readonly loss: 'cross-entropy' | 'mse'
  /** The most rows that one step takes. */
  readonly batch: number
  /** Rows that belong together, in order (default 1): attention and positions know no others. The batch holds whole sequences; only the
   * last one that a call gives may be shorter. */
  readonly sequence?: number
  readonly seed: number
  /** Weights are normal with variance: gain (default) 1 / (inputs E[x^2]), x after the layer's own predecessor; he 2 / inputs; glorot
   * 2 / (inputs + outputs); lecun 1 / inputs. Biases start at 0. */
  readonly initialisation?: 'gain' | 'he' | 'glorot' | 'lecun'
  /** Fused multiply-add in matrix products and activations, where the engine has relaxed SIMD: faster, but bits may differ between
   * processors. */
  readonly fused?: boolean
  /** Pointwise and gated activations: exact within 0.51 ulp (default), or fast within 4 ulp where the formula has such a form. Both give the
   * same bits on every machine. */
  readonly mode?: Mode
  /** A recipe for products, and moments, in low precision; default none: everything is f32. */
  readonly precision?: Precision
}

export interface Tape {
  readonly arena: Arena
  readonly kernels: Kernels
  readonly parameters: ParameterBlock
  readonly input: Signal
  /** Inputs are integers below this where the first layer is an embedding. */
  readonly vocabulary: number | undefined
  readonly operations: readonly Operation[]
  readonly loss: Loss
  readonly rounder: Rounder | undefined
  readonly moments: MomentRounding | undefined
  readonly views: Views
  /** Where the column maxima of a liveness signal go. */
  readonly peaks: number
  forward(first: number, rows: number, noise?: Random): void
  /** Expects the gradient of the outputs at `outputGradient`. */
  backward(rows: number): void
  readonly outputGradient: number
}

export async function buildTape(spec: ModelSpec): Promise<Tape> {
  const { batch, inputs, layers, sequence = 1, loss: lossName, initialisation = 'gain', mode = 'exact' } = spec
  for (const [name, size] of Object.entries({ inputs, batch, sequence }))
    if (!Number.isInteger(size) || size < 1) throw new ModelError(`${name} must be a positive integer, got ${size}`)
  if (batch % sequence > 0) throw new ModelError(`a batch of ${batch} rows holds no whole number of sequences of ${sequence}`)
  if (layers.length === 0) throw new ModelError('a model needs at least one layer')
  checkOne('loss', lossName, ['cross-entropy', 'mse'])
  checkOne('initialisation', initialisation, ['gain', 'he', 'glorot', 'lecun'])
  checkOne('mode', mode, ['exact', 'fast'])
  if (spec.precision !== undefined) checkPrecision(spec.precision, layers.length)
  const arena = new Arena()
  const fma = spec.fused === true
  const kernels = await loadKernels(arena.memory, fma)
  const parameters = new ParameterBlock()
  const work = arena.bytes(gemmWorkBytes)
  const rounder = spec.precision && new Rounder(spec.precision, arena, kernels)
  const input: Signal = { address: arena.floats(batch * inputs), width: inputs }
  const needsMoments = initialisation === 'gain'
  const weightsOf = (fanIn: number, fanOut: number, inputMoment: number): Initial => {
    const variance = { gain: 1 / (fanIn * inputMoment), he: 2 / fanIn, glorot: 2 / (fanIn + fanOut), lecun: 1 / fanIn }[initialisation]
    return { kind: 'normal', deviation: Math.sqrt(variance) }
  }
  const scratch = new Scratch()
  const context = {
    arena,
    kernels,
    parameters,
    rounder,
    mode,
    fma,
    scratch,
    batch,
    sequence,
    work,
    layer: 0,
    prefix: '',
    depth: 0,
    input,
    features: input,
  }
  const { operations, output, forward, backward } = await buildSequence(
    { ...context, inputMoment: 1, needsMoments, weightsOf },
    layers,
    (inner, layer, index) => buildLayer({ ...inner, layer: index }, layer),
  )
  const loss = await (lossName === 'mse' ? squaredError : crossEntropy)(arena, kernels, output, batch)
  const outputGradient = arena.floats(batch * output.width)
  const peaks = arena.floats(Math.max(...leaves(operations).map(operation => operation.output.width)))
  const moments = rounder && spec.precision?.moments && new MomentRounding(rounder, parameters, spec.precision.moments)
  scratch.allocate(arena)
  parameters.allocate(arena)
  const { buffer } = arena.memory
  const views = { floats: new Float32Array(buffer), integers: new Int32Array(buffer) }
  return {
    arena,
    kernels,
    parameters,
    input,
    vocabulary: parameters.embedding?.shape[0],
    operations,
    loss,
    rounder,
    moments,
    views,
    peaks,
    outputGradient,
    forward(first, rows, noise) {
      if (rounder !== undefined) rounder.training = noise !== undefined
      forward(first, rows, noise)
    },
    backward(rows) {
      parameters.clearGradients(views.floats)
      backward(rows, outputGradient, 0)
    },
  }
}

/** The operations that are made of no others. */
export function leaves(operations: readonly Operation[]): readonly Operation[] {
  return operations.flatMap(operation => (operation.inner === undefined ? [operation] : leaves(operation.inner)))
}
