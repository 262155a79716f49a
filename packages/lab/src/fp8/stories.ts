// Experiment 34c: a trained model with one hidden channel scaled up and scaled down again, which is the same function.
import { type Alignment, alignments, fp8, generate, type Llama, loadLlama, type Precision, type TensorRecord } from '@xphi/train'

const channel = 7

export interface StoriesSettings {
  /** Default 2^18. */
  readonly factor?: number
  /** Tokens of its own greedy text. Default 255. */
  readonly tokens?: number
  /** Blocks whose channel is scaled, default all. */
  readonly blocks?: readonly number[]
}

/** What one way of rounding did to the scores. */
export interface Divergence {
  /** Mean Kullback-Leibler divergence of the next token's probabilities from those of the model in f32, in nats. */
  readonly kl: number
  /** Share of the hidden outputs that became 0. */
  readonly flushed: number
}

/** In f32 with the channel scaled, and with the hidden outputs in E4M3, scaled just in time by tensor and smoothly. */
export async function scaledChannel(
  checkpoint: Uint8Array,
  tokenizer: Uint8Array,
  { factor = 2 ** 18, tokens = 255, blocks }: StoriesSettings = {},
): Promise<{ readonly scaled: Divergence; readonly tensor: Divergence; readonly smooth: Divergence }> {
  const plain = await loadLlama(checkpoint, tokenizer)
  const text = greedyText(plain, tokens)
  const expected = logProbabilities(plain, text)
  const measure = async (precision?: Precision): Promise<Divergence> => {
    const llama = await loadLlama(checkpoint, tokenizer, precision && { precision })
    scaleChannel(llama, factor, blocks)
    const kl = divergence(expected, logProbabilities(llama, text), text.length)
    const { roundings } = llama.model
    const sum = (of: 'count' | 'flushed') => roundings.reduce((total, r) => total + r[of], 0)
    return { kl, flushed: sum('flushed') / Math.max(1, sum('count')) }
  }
  const rounding = { format: 'e4m3', scaling: 'just-in-time' } as const
  return {
    scaled: await measure(),
    tensor: await measure({ hidden: rounding }),
    smooth: await measure({ hidden: { ...rounding, per: 'smooth' } }),
  }
}

/** What FP8 by tensor, scaled just in time, does to each tensor of the trained model, and how far the weights of its gated units align. */
export async function fp8Anatomy(
  checkpoint: Uint8Array,
  tokenizer: Uint8Array,
  tokens = 255,
): Promise<{ readonly tensors: readonly TensorRecord[]; readonly alignments: readonly Alignment[] }> {
  const text = greedyText(await loadLlama(checkpoint, tokenizer), tokens)
  // Without a training step before, delayed scales are those of now.
  const { model } = await loadLlama(checkpoint, tokenizer, { precision: fp8('delayed') })
  return { tensors: model.observe(() => model.scores(text)).tensors, alignments: alignments(model) }
}

function greedyText({ model, tokenizer }: Llama, tokens: number): readonly number[] {
  return [tokenizer.begin, ...generate(model, [tokenizer.begin], { tokens, temperature: 0 })]
}

/** A block's parameters: norm, queries | keys | values, output, norm, gate | value, down; the embedding stands before the first. */
function scaleChannel(
  { config, model }: Llama,
  factor: number,
  blocks: readonly number[] = Array.from({ length: config.depth }, (_, i) => i),
) {
  const { width, hidden } = config
  for (const block of blocks) {
    const [packed, down] = [5, 6].map(at => model.parameters[6 * block + at].values)
    for (let i = 0; i < width; i++) {
      packed[(hidden + channel) * width + i] *= factor
      down[i * hidden + channel] /= factor
    }
  }
}

function logProbabilities({ config, model }: Llama, text: readonly number[]): Float64Array {
  const scores = Float64Array.from(model.scores(text))
  const size = config.vocabulary
  for (let row = 0; row < text.length; row++) {
    const of = scores.subarray(row * size, (row + 1) * size)
    const most = Math.max(...of)
    const total = most + Math.log(of.reduce((sum, score) => sum + Math.exp(score - most), 0))
    for (let i = 0; i < size; i++) of[i] -= total
  }
  return scores
}

function divergence(from: Float64Array, to: Float64Array, rows: number): number {
  return from.reduce((sum, p, i) => sum + Math.exp(p) * (p - to[i]), 0) / rows
}
