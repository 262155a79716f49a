import { activation as named, type Activation } from 'xphi/formula'
import type { Layer } from './layers/index.ts'

export interface TransformerSpec {
  readonly vocabulary: number
  readonly width: number
  readonly depth: number
  readonly heads: number
  /** Default: heads. */
  readonly keyValueHeads?: number
  /** Any activation of the catalogue or of one's own, of any kind: pointwise, row (SoLU) or gated. */
  readonly activation: string | Activation
  /** Units of the feed-forward layer. Default 4 * width; gated units have two thirds of that, so that parameters match (Shazeer 2020),
   * rounded up to a multiple of 4. */
  readonly hidden?: number
  /** Default layernorm. */
  readonly norm?: 'layernorm' | 'rmsnorm'
  /** Default learned. */
  readonly positions?: 'learned' | 'rotary'
  /** Biases of all products but the head, default true. */
  readonly bias?: boolean
  /** tied: the head shares the embedding's weights (default). */
  readonly head?: 'tied' | 'free'
  /** The share dropped of the embedding and of each block's output, default 0. */
  readonly dropout?: number
}

/** A decoder as a list of layers: pre-norm blocks of causal attention and a feed-forward layer, as in GPT-2 and Llama. */
export function transformer(spec: TransformerSpec): readonly Layer[] {
  const { vocabulary, width, depth, heads, keyValueHeads = heads, norm = 'layernorm', positions = 'learned', bias = true } = spec
  const activation = typeof spec.activation === 'string' ? named(spec.activation) : spec.activation
  const hidden = spec.hidden ?? (activation.kind === 'gated' ? 4 * Math.ceil((2 * width) / 3) : 4 * width)
  const normal: Layer = { kind: norm }
  const drop: readonly Layer[] = spec.dropout ? [{ kind: 'dropout', rate: spec.dropout }] : []
  const up: readonly Layer[] =
    activation.kind === 'gated'
      ? [{ kind: 'gated', activation, units: hidden, bias }]
      : [
          { kind: 'linear', units: hidden, bias },
          { kind: 'activation', activation },
        ]
  const attention: Layer = { kind: 'attention', heads, keyValueHeads, rotary: positions === 'rotary', bias }
  const block: readonly Layer[] = [
    { kind: 'residual', layers: [normal, attention, ...drop] },
    { kind: 'residual', layers: [normal, ...up, { kind: 'linear', units: width, bias }, ...drop] },
  ]
  return [
    { kind: 'embedding', vocabulary, units: width, positions: positions === 'learned' },
    ...drop,
    ...Array.from({ length: depth }, () => block).flat(),
    normal,
    spec.head === 'free' ? { kind: 'linear', units: vocabulary, bias: false } : { kind: 'unembedding' },
  ]
}
