// The tokenizer of llama2.c: byte pair encoding with scores, and tokens <0xNN> for bytes that stand in no other token.
import { ModelError } from '../errors.ts'

export interface Tokenizer {
  readonly size: number
  /** The beginning of a text. */
  readonly begin: number
  /** The tokens of a text, `begin` and the blank that the model was trained with before them. */
  encode(text: string): number[]
  /** The bytes of a token; a text's first one has a blank before it. */
  bytes(token: number): Uint8Array
}

const begin = 1
const longest = 1024

/** Bytes as a string of as many characters, to be looked up. */
const key = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
const nameOfByte = (byte: number): string => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`

/** Reads the file that belongs to a checkpoint of `size` tokens; throws a ModelError unless it holds exactly that many. */
export function readTokenizer(file: Uint8Array, size: number): Tokenizer {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength)
  const pieces: Uint8Array[] = []
  const scores: number[] = []
  let at = 4
  for (let token = 0; token < size; token++) {
    if (at + 8 > file.length) throw new ModelError(`the tokenizer ends at token ${token} of ${size}`)
    const [score, length] = [view.getFloat32(at, true), view.getInt32(at + 4, true)]
    at += 8
    if (length < 0 || length > longest || at + length > file.length)
      throw new ModelError(`token ${token} of the tokenizer has ${length} bytes`)
    if (Number.isNaN(score)) throw new ModelError(`token ${token} of the tokenizer has no score`)
    scores.push(score)
    pieces.push(file.slice(at, at + length))
    at += length
  }
  if (at !== file.length) throw new ModelError(`the tokenizer has ${file.length - at} bytes after its ${size} tokens`)

  const tokens = new Map<string, number>()
  const keys = pieces.map(key)
  for (const [token, name] of keys.entries()) if (!tokens.has(name)) tokens.set(name, token)
  const rawByte = new Map(Array.from({ length: 256 }, (_, byte) => [tokens.get(nameOfByte(byte)), byte]))
  const tokenOfByte = (byte: number): number => {
    const token = tokens.get(nameOfByte(byte))
    if (token === undefined) throw new ModelError(`the tokenizer has no token for the byte ${nameOfByte(byte)}`)
    return token
  }
  const utf8 = new TextEncoder()

  // No token ever reaches over two bytes that stand beside each other in none: such a text is encoded in parts.
  const neighbours = new Set(pieces.flatMap(piece => Array.from(piece.subarray(1), (byte, i) => 256 * piece[i] + byte)))
  const mayJoin = (left: number, right: number): boolean => neighbours.has(256 * pieces[left][pieces[left].length - 1] + pieces[right][0])

  /** Again and again the pair whose joint token has the greatest score becomes one. */
  function merge(list: number[]): number[] {
    for (;;) {
      let best = -1
      let joint = 0
      for (let i = 0; i + 1 < list.length; i++) {
        const token = tokens.get(keys[list[i]] + keys[list[i + 1]])
        if (token === undefined || (best >= 0 && scores[token] <= scores[joint])) continue
        best = i
        joint = token
      }
      if (best < 0) return list
      list.splice(best, 2, joint)
    }
  }

  return {
    size,
    begin,
    encode(text) {
      if (text === '') return [begin]
      const list = Array.from(` ${text}`).flatMap(character => {
        const bytes = utf8.encode(character)
        const token = tokens.get(key(bytes))
        return token === undefined ? Array.from(bytes, tokenOfByte) : [token]
      })
      const parts: number[][] = []
      for (const [i, token] of list.entries()) {
        if (i > 0 && mayJoin(list[i - 1], token)) parts[parts.length - 1].push(token)
        else parts.push([token])
      }
      return [begin, ...parts.flatMap(merge)]
    },
    bytes(token) {
      if (!(token in pieces)) throw new ModelError(`token ${token} is not in the vocabulary: use 0 to ${size - 1}`)
      const byte = rawByte.get(token)
      return byte === undefined ? pieces[token] : Uint8Array.of(byte)
    },
  }
}
