import { ModelError } from './errors.ts'
import type { Model } from './model.ts'
import { Random } from './random.ts'

export interface Sampling {
  /** The most tokens to generate; the model's sequence ends them too. */
  readonly tokens: number
  /** Scores are divided by it; 0 takes the greatest. Default 1. */
  readonly temperature?: number
  /** Default 1. */
  readonly seed?: number
  /** Tokens that end the text and are not given. */
  readonly stop?: readonly number[]
}

/**
 * One token with probability softmax(scores / temperature): any token is proposed and taken with probability exp((score - greatest) /
 * temperature), exactly and the same on every machine. The first of the greatest for temperature 0 or where that is infinite. Throws a
 * ModelError for a score that is NaN.
 */
export function sample(scores: ArrayLike<number>, temperature: number, random: Random): number {
  let greatest = 0
  for (let i = 0; i < scores.length; i++) {
    if (Number.isNaN(scores[i])) throw new ModelError(`the score of token ${i} is not a number`)
    if (scores[i] > scores[greatest]) greatest = i
  }
  if (temperature === 0 || !Number.isFinite(scores[greatest])) return greatest
  for (;;) {
    const token = random.below(scores.length)
    if (random.bernoulliExp((scores[greatest] - scores[token]) / temperature)) return token
  }
}

/**
 * The tokens that a language model (one token a row, a score for each token) puts after the prompt, one at a time. Each costs one row: the
 * keys and values of earlier rows are kept. Throws a ModelError for a prompt that is empty or longer than the model's sequence.
 */
export function* generate(model: Model, prompt: ArrayLike<number>, sampling: Sampling): Generator<number, void> {
  const { tokens, temperature = 1, seed = 1, stop = [] } = sampling
  const { sequence = 1, inputs } = model.spec
  if (inputs !== 1) throw new ModelError(`text is generated from one token a row, not ${inputs}`)
  if (!(temperature >= 0 && temperature < Number.POSITIVE_INFINITY)) throw new ModelError(`a temperature is 0 or more, got ${temperature}`)
  if (prompt.length === 0 || prompt.length > sequence) throw new ModelError(`a prompt has 1 to ${sequence} tokens, got ${prompt.length}`)
  const random = new Random(seed)
  let last = model.scores(prompt).subarray(-model.outputs)
  for (let made = 0; made < tokens; made++) {
    const token = sample(last, temperature, random)
    if (stop.includes(token)) return
    yield token
    const row = prompt.length + made
    if (row >= sequence || made + 1 >= tokens) return
    last = model.scores([token], row)
  }
}
