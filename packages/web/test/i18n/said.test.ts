import { readFileSync } from 'node:fs'
import { liveTrial, type TableOptions } from '@xphi/lab'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromFormula } from 'xphi/formula'
import type { Reply } from '../../src/engine/messages.ts'
import { readTable } from '../../src/engine/reading.ts'
import { type Sayings, said } from '../../src/i18n/said.ts'
import { chinese } from '../../src/i18n/sayings.ts'
import { draft } from '../../src/parts/draft.ts'
import { read } from '../../src/state/url.ts'
import { thrownBy } from './thrown.ts'

const han = /[\u4e00-\u9fff]/

/** Words that are no Chinese and were not given. */
function leftOver(text: string, given: string): readonly string[] {
  const kept = [
    'gate',
    'value',
    'target',
    'task',
    'ignore',
    'classification',
    'regression',
    'xphi',
    'compare',
    'UTF',
    'NaN',
    'gelu',
    'sigmoid',
    'alpha',
  ]
  return (text.match(/[A-Za-z_]{2,}/g) ?? []).filter(word => !given.includes(word) && !kept.includes(word))
}

async function replyTo(text: string, options: TableOptions = {}): Promise<Reply> {
  const replies: Reply[] = []
  await readTable({ kind: 'read', bytes: new TextEncoder().encode(text), name: 'mine.csv', options }, reply => replies.push(reply))
  return replies[0]
}

describe('what libraries say in English', () => {
  // With 7 for what is given.
  test.each([
    'xphi/src/formula/parse.ts',
    'xphi/src/formula/tokens.ts',
    'xphi/src/activation/activation.ts',
    'lab/src/data/delimited.ts',
    'lab/src/data/column.ts',
    'lab/src/data/target.ts',
    'lab/src/data/table.ts',
    'lab/src/data/split.ts',
    'train/src/gain.ts',
    'web/src/engine/reading.ts',
    'web/src/engine/unpack.ts',
    'web/src/engine/ensemble.ts',
    'web/src/parts/draft.ts',
    'web/src/state/functions.ts',
  ])('is said in Chinese, every error of %s', path => {
    const texts = thrownBy(readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8'))
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.filter(text => !han.test(said(text, chinese)))).toEqual([])
  })

  test.each([
    'x * sigmod(x)',
    'x +',
    'x (2)',
    '(x',
    'x < 1',
    'x ? 1 : 2',
    'x != 1 ? 1 : 2',
    'x / 0',
    'x ^ 9999999',
    'x * gelu',
    'max(x)',
    'elu(x, 1, 2)',
    'x # 2',
    '3 * a',
    'x + gate',
    'rowmax(gate)',
    '-'.repeat(300),
    '1e99999 * x',
    `x${' '.repeat(600)}`,
  ])('leaves no English word in the fault of %s', text => {
    const typed = draft('mine', text, {})
    const reason = typed.kind === 'fault' ? said(typed.reason, chinese) : ''
    expect(reason).toMatch(han)
    expect(leftOver(reason, text)).toEqual([])
  })

  test.each([
    'gleu',
    'nothinglikeit',
    'elu;alpha=',
    'elu;beta=1',
    'celu;alpha=0',
    'gelu;a=1',
    '9=x',
    'mine=x*a',
    'mine=x;a=1',
    'gelu&f=gelu',
  ])('leaves none in what is wrong with an address: %s', text => {
    const [{ reason = '' }] = read(`#1/explore?f=${text}`).problems
    expect(said(reason, chinese)).toMatch(han)
    expect(leftOver(said(reason, chinese), text)).toEqual([])
  })

  const rows = Array.from({ length: 20 }, (_, i) => `${i % 7},${(i * 3) % 11},${i % 2 ? 'yes' : 'no'}`).join('\n')
  test.each<[text: string, options?: TableOptions]>([
    [''],
    ['a,b\n1,2\n3\n'],
    ['a,b\n1,"2\n'],
    ['a,b\n1,"2"3\n'],
    ['a\0'],
    [`a,b,c\n${rows.replace('3,9,yes', '3,oops,yes')}`],
    [`a,b,c\n${rows.replace('3,9,yes', '3,1e99,yes')}`],
    [`a,b,c\n${rows.replaceAll('yes', 'no')}`],
    [`a,b,c\n${rows.replace('yes', 'once')}`],
    [`a;b\n${Array.from({ length: 9 }, (_, i) => `${i},5;${i}`).join('\n')}`],
    [`a,b\n${Array.from({ length: 130 }, (_, i) => `${i % 9}.5,level${i % 60}`).join('\n')}`],
    [`a,b\n${Array.from({ length: 130 }, (_, i) => `text${i},${i % 2}`).join('\n')}`],
    [`a,b\n${Array.from({ length: 9 }, (_, i) => `${i},name${i}`).join('\n')}`],
    [`a,b,c\n${rows}`, { target: 'd' }],
    [`a,b,c\n${rows}`, { ignore: ['1', '2', '3'] }],
    [`a,b,c\n${rows}`, { ignore: ['c'], target: 'c' }],
    [`a,b,c\n${rows}`, { ignore: ['a', 'b'] }],
    [`a,b,c\n${rows}`, { task: 'regression' }],
  ])('leaves none in what is wrong with a table: %#', async (text, options) => {
    const reply = await replyTo(text, options)
    const message = reply.kind === 'refused' ? said(reply.message, chinese) : ''
    expect(message).toMatch(han)
    expect(leftOver(message, `${text} mine.csv`)).toEqual([])
  })

  test('leaves none in the notes on a table', async () => {
    const text = `id,colour,weight,same,answer\n${Array.from({ length: 20 }, (_, i) => `${i * 5},${'redblue'.slice((i % 2) * 3, 3 + (i % 2) * 4)},${i === 3 ? '' : i % 7},1,${i === 5 ? '' : i % 3}`).join('\n')}`
    for (const options of [{}, { ignore: ['id'] }, { target: 'weight', task: 'regression' }] as const) {
      const reply = await replyTo(text, options)
      if (reply.kind !== 'table') throw new Error(JSON.stringify(reply))
      for (const note of reply.data.notes) {
        expect(said(note, chinese)).toMatch(han)
        expect(leftOver(said(note, chinese), `${text} mine.csv`)).toEqual([])
      }
    }
  })

  test('is said of a training that diverges and of a formula that none can begin with', async () => {
    const reply = await replyTo(`a,b,c\n${rows}`)
    if (reply.kind !== 'table') throw new Error(JSON.stringify(reply))
    const train = async (formula: string, rate: number) => {
      const recipe = { hidden: [8], epochs: 50, batch: 4, optimiser: 'sgd', trainable: 'none' } as const
      const live = await liveTrial(reply.data, { activation: fromFormula('mine', formula), seed: 1, rate, recipe, measure: 'test' })
      live.advance(1000)
    }
    for (const [formula, rate] of [
      ['x * x * x', 1e20],
      ['0 / (x - x)', 0.1],
    ] as const) {
      const message = await train(formula, rate).then(
        () => '',
        (error: Error) => error.message,
      )
      expect(said(message, chinese)).toMatch(han)
      expect(leftOver(said(message, chinese), 'mine linear activation He Glorot LeCun weight bias')).toEqual([])
    }
  })

  test('keeps in Chinese all that is given', () => {
    for (const [english, other] of [...chinese.messages, ...chinese.phrases]) {
      const marks = (text: string) => new Set(text.match(/[«‹]\d[»›]/g))
      expect(marks(other), english).toEqual(marks(english))
      expect(other, english).not.toMatch(/[\u4e00-\u9fff][,;:?!]|[,;?!][\u4e00-\u9fff]/)
    }
  })

  test('is left as it is where there are no words for it, and what is given is not said anew', () => {
    expect(said('Failed to fetch', chinese)).toBe('Failed to fetch')
    const few: Sayings = { messages: [['«0» is ‹1›', '«0» 是 ‹1›']], phrases: [['late', '迟']] }
    expect(said('late is late', few)).toBe('late 是 迟')
    expect(said('«1»$& is late', few)).toBe('«1»$& 是 迟')
    fc.assert(fc.property(fc.string(), text => said(text, { messages: [], phrases: few.phrases }) === text))
  })
})
