import { ModelError } from './errors.ts'
import type { Random } from './random.ts'

/** The distinct characters of a text in the order of their code points: a model's vocabulary. */
export interface Alphabet {
  readonly characters: readonly string[]
  /** Throws a ModelError for a character that is not in the alphabet. */
  encode(text: string): Int32Array<ArrayBuffer>
  decode(tokens: Iterable<number>): string
}

export function alphabetOf(text: string): Alphabet {
  const characters = [...new Set(text)].sort((a, b) => a.codePointAt(0)! - b.codePointAt(0)!)
  const tokens = new Map(characters.map((character, token) => [character, token]))
  return {
    characters,
    encode: text =>
      Int32Array.from(Array.from(text), character => {
        const token = tokens.get(character)
        if (token === undefined) throw new ModelError(`the character ${JSON.stringify(character)} is not in the alphabet`)
        return token
      }),
    decode: given => Array.from(given, token => characters[token]).join(''),
  }
}

/** Room for `count` sequences of `sequence` tokens, and for the token after each. */
export interface Windows {
  readonly x: Int32Array<ArrayBuffer>
  readonly y: Int32Array<ArrayBuffer>
  /** Fills both with spans of the tokens that begin anywhere, each place equally likely. */
  draw(random: Random): void
}

export function windowsOf(tokens: Int32Array, sequence: number, count: number): Windows {
  if (tokens.length <= sequence) throw new ModelError(`a window of ${sequence} needs more than ${tokens.length} tokens`)
  const [x, y] = [new Int32Array(count * sequence), new Int32Array(count * sequence)]
  return {
    x,
    y,
    draw(random) {
      for (let i = 0; i < count; i++) {
        const start = random.below(tokens.length - sequence)
        for (let t = 0; t < sequence; t++) {
          x[i * sequence + t] = tokens[start + t]
          y[i * sequence + t] = tokens[start + t + 1]
        }
      }
    },
  }
}
