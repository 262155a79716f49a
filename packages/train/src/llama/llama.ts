import { generate, type Sampling } from '../generate.ts'
import { createModel, type Model } from '../model.ts'
import type { Precision } from '../precision/recipe.ts'
import { transformer } from '../transformer.ts'
import { type LlamaConfig, readCheckpoint } from './checkpoint.ts'
import { readTokenizer, type Tokenizer } from './tokenizer.ts'

/** A language model with its tokenizer. */
export interface Llama {
  readonly config: LlamaConfig
  readonly model: Model
  readonly tokenizer: Tokenizer
}

export interface LlamaOptions {
  /** Rows of a sequence and of a batch of the model: by default what the checkpoint was trained for. Shorter ones take less memory, more
   * sequences a batch serve training. */
  readonly sequence?: number
  readonly batch?: number
  readonly fused?: boolean
  /** A recipe for products in low precision; default none. */
  readonly precision?: Precision
}

/** Reads a checkpoint and a tokenizer of llama2.c. Throws a ModelError for files that are no such thing. */
export async function loadLlama(checkpoint: Uint8Array, tokenizer: Uint8Array, options: LlamaOptions = {}): Promise<Llama> {
  const { config, weights } = readCheckpoint(checkpoint)
  const words = readTokenizer(tokenizer, config.vocabulary)
  const { sequence = config.sequence, batch = sequence, fused = false, precision } = options
  const model = await createModel({
    inputs: 1,
    layers: transformer({
      ...config,
      activation: 'swiglu',
      norm: 'rmsnorm',
      positions: 'rotary',
      bias: false,
      head: config.tied ? 'tied' : 'free',
    }),
    loss: 'cross-entropy',
    batch,
    sequence,
    seed: 1,
    initialisation: 'lecun',
    fused,
    ...(precision && { precision }),
  })
  for (const [i, { values }] of model.parameters.entries()) values.set(weights[i])
  return { config, model, tokenizer: words }
}

/** Continues a prompt, piece by piece as it is generated; the prompt itself is not given. A text ends where the model begins another. */
export function* continueText({ model, tokenizer }: Llama, prompt: string, sampling: Sampling): Generator<string, void> {
  const utf8 = new TextDecoder()
  const tokens = tokenizer.encode(prompt)
  let first = tokens.length === 1
  for (const token of generate(model, tokens, { ...sampling, stop: [tokenizer.begin, ...(sampling.stop ?? [])] })) {
    const piece = utf8.decode(tokenizer.bytes(token), { stream: true })
    yield first && piece.startsWith(' ') ? piece.slice(1) : piece
    first = false
  }
  yield utf8.decode()
}
