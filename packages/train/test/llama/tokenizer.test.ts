import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModelError, readTokenizer } from '../../src/index.ts'

type Piece = readonly [text: string, score: number]

function file(pieces: readonly Piece[], extra = 0): Uint8Array {
  const encoded = pieces.map(([text, score]) => [new TextEncoder().encode(text), score] as const)
  const view = new DataView(new ArrayBuffer(4 + encoded.reduce((sum, [bytes]) => sum + 8 + bytes.length, 0) + extra))
  let at = 4
  for (const [bytes, score] of encoded) {
    view.setFloat32(at, score, true)
    view.setInt32(at + 4, bytes.length, true)
    new Uint8Array(view.buffer).set(bytes, at + 8)
    at += 8 + bytes.length
  }
  return new Uint8Array(view.buffer)
}

const bytePieces = Array.from({ length: 256 }, (_, byte): Piece => [`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`, 0])
const words = ['a', 'b', ' ', 'ab', ' a', 'aba', 'é', '<', 'bb']
const all: readonly Piece[] = [['<unk>', 0], ['<s>', 0], ['</s>', 0], ...bytePieces, ...words.map((word, i): Piece => [word, -i])]
const tokenizer = readTokenizer(file(all), all.length)
const named = (tokens: readonly number[]) => tokens.map(token => all[token][0])

describe('readTokenizer', () => {
  it('joins the pair of the greatest score first', () => {
    expect(named(tokenizer.encode('ab'))).toEqual(['<s>', ' ', 'ab'])
    expect(named(tokenizer.encode('aab'))).toEqual(['<s>', ' a', 'ab'])
    // ab before bb, then ' a' finds no a: greedy by score, not the fewest tokens.
    expect(named(tokenizer.encode('abb'))).toEqual(['<s>', ' ', 'ab', 'b'])
    expect(named(tokenizer.encode('aba'))).toEqual(['<s>', ' ', 'aba'])
    expect(tokenizer.encode('')).toEqual([1])
  })

  it('joins as over the whole text at once', () => {
    const score = new Map(all.map(([text, score]) => [text, score] as const))
    const text = fc.array(fc.constantFrom('a', 'b', ' ', '<')).map(list => list.join(''))
    fc.assert(
      fc.property(text, text => {
        const list = [...` ${text}`]
        for (;;) {
          const pairs = list.slice(1).map((right, i) => list[i] + right)
          const best = Math.max(...pairs.map(pair => score.get(pair) ?? Number.NEGATIVE_INFINITY))
          const at = pairs.findIndex(pair => score.get(pair) === best)
          if (at < 0) break
          list.splice(at, 2, pairs[at])
        }
        expect(named(tokenizer.encode(text))).toEqual(text === '' ? ['<s>'] : ['<s>', ...list])
      }),
    )
  })

  it('falls back to bytes', () => {
    expect(named(tokenizer.encode('é'))).toEqual(['<s>', ' ', 'é'])
    expect(named(tokenizer.encode('ü'))).toEqual(['<s>', ' ', '<0xC3>', '<0xBC>'])
    expect([...tokenizer.bytes(3 + 0xbc)]).toEqual([0xbc])
  })

  it('gives back the bytes of any text, a blank before it', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(fc.constantFrom('a', 'b', ' ', '<')).map(list => list.join('')),
    )
    fc.assert(
      fc.property(
        text.filter(text => text.isWellFormed()),
        text => {
          const bytes = tokenizer
            .encode(text)
            .slice(1)
            .flatMap(token => [...tokenizer.bytes(token)])
          expect(new TextDecoder().decode(Uint8Array.from(bytes))).toBe(text === '' ? '' : ` ${text}`)
        },
      ),
    )
  })

  it('names what is wrong', () => {
    const reading =
      (bytes: Uint8Array, size = all.length) =>
      () =>
        readTokenizer(bytes, size)
    const whole = file(all)
    expect(reading(whole.subarray(0, 10))).toThrow(`the tokenizer ends at token 0 of ${all.length}`)
    expect(reading(whole.subarray(0, 2))).toThrow(ModelError)
    expect(reading(whole, all.length + 1)).toThrow(`the tokenizer ends at token ${all.length} of ${all.length + 1}`)
    expect(reading(whole, all.length - 1)).toThrow('bytes after its')
    expect(reading(file(all, 5))).toThrow(`the tokenizer has 5 bytes after its ${all.length} tokens`)
    for (const length of [-1, 100, 2 ** 31 - 1]) {
      const broken = whole.slice()
      new DataView(broken.buffer).setInt32(8, length, true)
      expect(reading(broken.subarray(0, 40)), `${length}`).toThrow(`token 0 of the tokenizer has ${length} bytes`)
    }
    expect(reading(file([['a', Number.NaN]]), 1)).toThrow('token 0 of the tokenizer has no score')
    expect(() => readTokenizer(file([['a', 0]]), 1).encode('b')).toThrow('the tokenizer has no token for the byte <0x20>')
    expect(() => tokenizer.bytes(all.length)).toThrow(`token ${all.length} is not in the vocabulary`)
    expect(() => tokenizer.bytes(0.5)).toThrow(ModelError)
  })
})
