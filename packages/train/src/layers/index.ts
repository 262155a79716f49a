import { type Activation, activation as named } from 'xphi/formula'
import { ModelError } from '../errors.ts'
import { buildActivation } from './activation.ts'
import { buildAppend } from './append.ts'
import { buildAttention } from './attention.ts'
import { buildDropout } from './dropout.ts'
import { buildEmbedding } from './embedding.ts'
import { buildGated } from './gated.ts'
import type { Trainable } from './kernel.ts'
import { buildLinear, buildUnembedding } from './linear.ts'
import { buildLstm } from './lstm.ts'
import { buildNorm } from './norm.ts'
import type { Context, Operation } from './operation.ts'
import { residual } from './residual.ts'
import { buildSequence } from './sequence.ts'

/** A layer as plain data. Activations are catalogue names, entries or definitions of one's own. */
export type Layer =
  /** With `taps` a causal convolution over so many rows of the sequence, the last of which is the row itself. Default 1. */
  | { readonly kind: 'linear'; readonly units: number; readonly bias?: boolean; readonly taps?: number }
  | { readonly kind: 'activation'; readonly activation: string | Activation; readonly trainable?: Trainable }
  | {
      readonly kind: 'gated'
      readonly activation: string | Activation
      readonly units: number
      readonly bias?: boolean
      readonly taps?: number
      readonly trainable?: Trainable
    }
  | { readonly kind: 'layernorm'; readonly epsilon?: number }
  | { readonly kind: 'rmsnorm'; readonly epsilon?: number }
  /** Adds what the layers make of their input to it. */
  | { readonly kind: 'residual'; readonly layers: readonly Layer[] }
  /** Puts features of the model's input, by their index, behind each row, times `factor` (default 1): a way around the layers between. */
  | { readonly kind: 'append'; readonly features: readonly number[]; readonly factor?: number }
  /** Only first: the inputs are whole numbers from 0 to vocabulary - 1, each of which becomes `units` learned numbers. `positions` adds
   * learned numbers for the place in the sequence. */
  | { readonly kind: 'embedding'; readonly vocabulary: number; readonly units: number; readonly positions?: boolean }
  /** A score for each token by the embedding's own weights. */
  | { readonly kind: 'unembedding' }
  /** Self-attention over each sequence, by default causal. `keyValueHeads` (default: heads) are shared by groups of heads. `rotary` turns
   * queries and keys by their position, `theta` (default 10000) sets the slowest turn. */
  | {
      readonly kind: 'attention'
      readonly heads: number
      readonly keyValueHeads?: number
      readonly causal?: boolean
      readonly rotary?: boolean
      readonly theta?: number
      readonly bias?: boolean
    }
  /** A recurrent layer over each sequence; its gates are the catalogue's sigmoid and tanh. */
  | { readonly kind: 'lstm'; readonly units: number; readonly bias?: boolean }
  /** Drops a share of its input in training. */
  | { readonly kind: 'dropout'; readonly rate: number }

export async function buildLayer(context: Context, layer: Layer): Promise<Operation> {
  switch (layer.kind) {
    case 'linear':
      return buildLinear(context, whole('units', layer.units), layer.bias ?? true, whole('taps', layer.taps ?? 1))
    case 'layernorm':
    case 'rmsnorm':
      return buildNorm(context, layer.kind, layer.epsilon ?? 1e-5)
    case 'activation':
      return buildActivation(context, activationOf(layer), layer.trainable)
    case 'gated': {
      const { units, bias = true, taps = 1, trainable } = layer
      return buildGated(context, activationOf(layer), whole('units', units), bias, whole('taps', taps), trainable)
    }
    case 'residual':
      return residual(context, await buildInner(context, layer.layers))
    case 'append':
      return buildAppend(context, layer.features, layer.factor ?? 1)
    case 'embedding':
      return buildEmbedding(context, whole('vocabulary', layer.vocabulary), whole('units', layer.units), layer.positions ?? false)
    case 'unembedding':
      return buildUnembedding(context)
    case 'attention': {
      needSequence(context, layer.kind)
      const { heads, keyValueHeads = heads, causal = true, rotary = false, theta = 10000, bias = true } = layer
      if (!(theta > 0 && theta < Number.POSITIVE_INFINITY)) throw new ModelError(`theta must be a positive number, got ${theta}`)
      const counts = { heads: whole('heads', heads), keyValueHeads: whole('keyValueHeads', keyValueHeads) }
      return buildAttention(context, { ...counts, causal, rotary, theta, biased: bias })
    }
    case 'lstm':
      needSequence(context, layer.kind)
      return buildLstm(context, whole('units', layer.units), layer.bias ?? true)
    case 'dropout':
      if (!(layer.rate >= 0 && layer.rate < 1)) throw new ModelError(`a dropout rate lies in [0, 1), got ${layer.rate}`)
      return buildDropout(context, layer.rate)
    default:
      throw new ModelError(`unknown layer '${(layer as { readonly kind: string }).kind}'`)
  }
}

function buildInner(context: Context, layers: readonly Layer[]) {
  if (layers.length === 0) throw new ModelError('a residual needs at least one layer')
  return buildSequence({ ...context, depth: context.depth + 1 }, layers, (inner, layer, index) =>
    buildLayer({ ...inner, prefix: `${context.prefix}${index}.` }, layer),
  )
}

function needSequence({ sequence }: Context, kind: string): void {
  if (sequence < 2) throw new ModelError(`${kind} looks at the rows of a sequence: set the model's sequence to more than ${sequence}`)
}

function activationOf(layer: { readonly kind: 'activation' | 'gated'; readonly activation: string | Activation }): Activation {
  const activation = typeof layer.activation === 'string' ? named(layer.activation) : layer.activation
  if ((activation.kind === 'gated') !== (layer.kind === 'gated'))
    throw new ModelError(
      activation.kind === 'gated'
        ? `${activation.name} takes a gate and a value: write { kind: 'gated', activation: '${activation.name}', units }`
        : `${activation.name} is no gated function: write { kind: 'activation', activation: '${activation.name}' }`,
    )
  return activation
}

function whole(name: string, count: number): number {
  if (!Number.isInteger(count) || count < 1) throw new ModelError(`${name} must be a positive integer, got ${count}`)
  return count
}
