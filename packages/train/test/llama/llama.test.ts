import { beforeAll, describe, expect, it } from 'vitest'
import { continueText, generate, type Llama, loadLlama } from '../../src/index.ts'
import { hasShared, orMissing, readShared } from '../shared.ts'

// Made by an independent implementation in doubles, whose greedy text is that of llama2.c itself.
interface Golden {
  readonly greedy_tokens: readonly number[]
  readonly greedy_text: string
  readonly logits: Readonly<Record<string, readonly number[]>>
}

const folder = 'models/stories260K'
const load = (options?: Parameters<typeof loadLlama>[2]) =>
  loadLlama(readShared(`${folder}/stories260K.bin`), readShared(`${folder}/tok512.bin`), options)

describe.skipIf(!hasShared)(`stories260K${orMissing}`, () => {
  let llama: Llama
  let golden: Golden

  beforeAll(async () => {
    llama = await load()
    golden = JSON.parse(readShared(`${folder}/golden.json`).toString()) as Golden
  })

  it('gives the golden logits within 1e-5', () => {
    const { model } = llama
    const scores = model.scores(golden.greedy_tokens)
    for (const [position, expected] of Object.entries(golden.logits)) {
      expect(expected).toHaveLength(512)
      const worst = Math.max(...expected.map((v, j) => Math.abs(v - scores[Number(position) * 512 + j])))
      expect(worst, `position ${position}`).toBeLessThan(1e-5)
    }
    expect(Object.keys(golden.logits)).toHaveLength(7)
  })

  it('takes all 255 greedy steps and ends the text as llama2.c does', () => {
    const tokens = [...generate(llama.model, [llama.tokenizer.begin], { tokens: 255, temperature: 0 })]
    expect(tokens).toEqual(golden.greedy_tokens.slice(1))
    expect([...continueText(llama, '', { tokens: 255, temperature: 0 })].join('')).toBe(golden.greedy_text)
  })

  it('computes a row with kept keys and values to the same bits as the whole text', () => {
    const { model } = llama
    const text = golden.greedy_tokens.slice(0, 100)
    const whole = model.scores(text)
    // A run through other tokens leaves other keys and values behind.
    model.scores(golden.greedy_tokens.slice(100, 250))
    const rows = [model.scores(text.slice(0, 40)), model.scores(text.slice(40, 43), 40)]
    for (let row = 43; row < 100; row++) rows.push(model.scores([text[row]], row))
    expect(rows.flatMap(row => [...row])).toEqual([...whole])
  })

  it('encodes its own text to its own tokens', () => {
    expect(llama.tokenizer.encode(golden.greedy_text)).toEqual(golden.greedy_tokens)
  })

  it('continues a prompt by chance, the same for a seed', () => {
    const told = (seed: number) => [...continueText(llama, 'One day, Tom', { tokens: 40, temperature: 0.8, seed })].join('')
    expect(told(5)).toBe(told(5))
    expect(told(5)).not.toBe(told(6))
    expect(told(5)).not.toContain('One day, Tom')
  })

  it('ends at the sequence and refuses a longer prompt', async () => {
    const short = await load({ sequence: 8 })
    expect([...generate(short.model, [1, 2, 3], { tokens: 100, temperature: 0 })]).toHaveLength(6)
    expect(() => [...generate(short.model, new Array(9).fill(1), { tokens: 1 })]).toThrow('a prompt has 1 to 8 tokens, got 9')
  })

  it('learns a text it has never seen', async () => {
    const { model, tokenizer } = await load({ sequence: 64, batch: 256 })
    const text = readShared('tinyshakespeare/input.txt').toString().slice(0, 2000)
    const tokens = text.split('\n').flatMap(line => tokenizer.encode(line))
    const [x, y] = [tokens.slice(0, 256), tokens.slice(1, 257)]
    const before = model.evaluate(x, y).loss
    for (let step = 0; step < 40; step++) model.step(x, y, { kind: 'adamw', rate: { peak: 1e-3, warmup: 10 }, clip: 1 })
    expect(model.evaluate(x, y).loss).toBeLessThan(before - 1)
  })
})
