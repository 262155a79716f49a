/**
 * The small language model of the claims: the next character of a name from the eight before it. An embedding for each of the eight, side by side, a
 * linear layer to 32, two residual feed-forward blocks with a norm before each, and a head; nothing mixes positions after the first layer, so that
 * the feed-forward layers do the work. About 20 thousand parameters.
 */
import { alphabetOf, createModel, type Layer, type Optimiser, Random } from '@xphi/train'
import { type Activation, activation as named } from 'xphi/formula'
import { gatedUnits } from '../../compare/network.ts'

export interface CharacterRecipe {
  readonly width: number
  readonly blocks: number
  /** Units of an ungated feed-forward layer; a gated one has two thirds. */
  readonly hidden: number
  readonly steps: number
  readonly batch: number
}

/** 3000 steps of 64 characters. */
export const recipe: CharacterRecipe = { width: 32, blocks: 2, hidden: 128, steps: 3000, batch: 64 }

const context = 8
const embedded = 8
const evaluated = 256
const optimiser = (steps: number): Optimiser => ({
  kind: 'adam',
  rate: { peak: 3e-3, warmup: 50, decay: { shape: 'linear', from: 0.6 * steps, to: steps } },
  beta2: 0.95,
  clip: 1,
})

/** Names as tokens, a line's end before and after each; distinct names in an order of their own, or the last tenth would hold training names. */
interface Text {
  readonly tokens: Int32Array
  readonly vocabulary: number
  readonly split: number
}

function textOf(names: string, shuffled: number | undefined): Text {
  const distinct = [...new Set(names.trim().split('\n'))]
  const order = Array.from(new Random(1).permutation(distinct.length), i => distinct[i])
  const text = `${'\n'.repeat(context)}${order.join('\n')}\n`
  const alphabet = alphabetOf(text)
  const tokens = alphabet.encode(text)
  if (shuffled !== undefined) new Random(shuffled).shuffle(new Uint32Array(tokens.buffer))
  return { tokens, vocabulary: alphabet.characters.length, split: Math.floor(0.9 * tokens.length) }
}

export interface FeedForward {
  readonly activation: string | Activation
  /** In place of the recipe's. */
  readonly hidden?: number
  /** A LayerNorm behind the activation (Elhage and others 2022). */
  readonly norm?: boolean
}

function block({ activation: given, norm = false, ...rest }: FeedForward, { width, hidden }: CharacterRecipe): Layer {
  const activation = typeof given === 'string' ? named(given) : given
  const units = rest.hidden ?? hidden
  const up: readonly Layer[] =
    activation.kind === 'gated'
      ? [{ kind: 'gated', activation, units: gatedUnits(units), bias: false }]
      : [
          { kind: 'linear', units, bias: false },
          { kind: 'activation', activation },
        ]
  const after: readonly Layer[] = norm ? [{ kind: 'layernorm' }] : []
  return { kind: 'residual', layers: [{ kind: 'rmsnorm' }, ...up, ...after, { kind: 'linear', units: width, bias: false }] }
}

/** Nats a character on the last tenth of the names, after training with that feed-forward layer. `shuffled` puts all characters in random order. */
export async function characterLoss(
  names: string,
  feedForward: FeedForward,
  recipe: CharacterRecipe,
  seed: number,
  shuffled = false,
): Promise<number> {
  const { tokens, vocabulary, split } = textOf(names, shuffled ? seed : undefined)
  const layers: readonly Layer[] = [
    { kind: 'embedding', vocabulary, units: embedded },
    { kind: 'linear', units: recipe.width },
    ...Array.from({ length: recipe.blocks }, () => block(feedForward, recipe)),
    { kind: 'rmsnorm' },
    { kind: 'linear', units: vocabulary, bias: false },
  ]
  const model = await createModel({ inputs: context, layers, loss: 'cross-entropy', batch: evaluated, seed })
  const random = new Random(seed, 0xba7c4)
  const x = new Int32Array(recipe.batch * context)
  const y = new Int32Array(recipe.batch)
  const rate = optimiser(recipe.steps)
  for (let step = 0; step < recipe.steps; step++) {
    for (let i = 0; i < recipe.batch; i++) place(tokens, random.below(split - context), i, x, y)
    model.step(x, y, rate)
  }
  const rows = tokens.length - split - context
  const [all, next] = [new Int32Array(rows * context), new Int32Array(rows)]
  for (let i = 0; i < rows; i++) place(tokens, split + i, i, all, next)
  return model.evaluate(all, next).loss
}

/** The window that begins at `start`, and the character after it, as row `row`. */
function place(tokens: Int32Array, start: number, row: number, x: Int32Array, y: Int32Array): void {
  for (let t = 0; t < context; t++) x[row * context + t] = tokens[start + t]
  y[row] = tokens[start + context]
}

/** Losses by name, and the differences of pairs of them, `relu - swiglu`. */
export const differences = (losses: Readonly<Record<string, number>>, pairs: readonly (readonly [string, string])[]) =>
  Object.fromEntries(pairs.map(([a, b]) => [`${a} - ${b}`, losses[a] - losses[b]]))
