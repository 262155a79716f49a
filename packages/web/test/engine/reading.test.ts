import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { Reply } from '../../src/engine/messages.ts'
import { readTable } from '../../src/engine/reading.ts'
import { unpacked } from '../../src/engine/unpack.ts'

async function read(text: string | Uint8Array<ArrayBuffer>, options = {}): Promise<Reply> {
  const replies: Reply[] = []
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  await readTable({ kind: 'read', bytes, name: 'mine.csv', options }, reply => replies.push(reply))
  expect(replies).toHaveLength(1)
  return replies[0]
}

const rows = Array.from({ length: 20 }, (_, i) => `${i % 7},${(i * 3) % 11},${i % 2 ? 'yes' : 'no'}`).join('\n')

describe("a table of one's own", () => {
  test('is read as xphi compare reads it, with the names of its columns', async () => {
    const reply = await read(`a,b,answer\n${rows}\n`)
    if (reply.kind !== 'table') throw new Error(JSON.stringify(reply))
    expect(reply.columns).toEqual(['a', 'b', 'answer'])
    expect(reply.data.task).toEqual({ kind: 'classification', classes: ['no', 'yes'] })
    expect(reply.data.features).toEqual(['a', 'b'])
  })

  test('takes another target, as a number', async () => {
    const reply = await read(`a,b,answer\n${rows}\n`, { target: '2', task: 'regression' })
    expect(reply.kind === 'table' && reply.data.task).toEqual({ kind: 'regression', target: 'b' })
  })

  test.each([
    ['a,b\n1,2\n3\n', /line 3 has 1 cell/],
    ['a,b\n1,"2\n', /never closed/],
    ['', /is empty/],
    [`a,b,c\n${rows.replace('3,9,yes', '3,oops,yes')}`, /line \d+, column 'b': 'oops'/],
    [new Uint8Array([0xff, 0xfe, 0x00]), /binary/],
    [`${Array.from({ length: 130 }, (_, i) => `${i % 9}.5,level${i % 60}`).join('\n')}`, /60 classes are over the limit of 50/],
  ])('is refused with its place and a way out, and not more: %#', async (text, message) => {
    const reply = await read(text)
    expect(reply.kind).toBe('refused')
    expect(reply.kind === 'refused' && reply.message).toMatch(message)
  })

  test('of which a column cannot be used still tells its columns, so that it can be left out', async () => {
    const text = `a,b,c\n${rows.replace('3,9,yes', '3,oops,yes')}`
    const reply = await read(text)
    expect(reply.kind === 'refused' && reply.columns).toEqual(['a', 'b', 'c'])
    expect((await read(text, { ignore: ['b'] })).kind).toBe('table')
  })

  const packed = (content: string | Uint8Array) => new Uint8Array(gzipSync(content))

  test('is the same gzipped', async () => {
    const text = `a,b,answer\n${rows}\n`
    expect(await read(packed(text))).toEqual(await read(text))
  })

  test('that unpacks to too much is refused before it is whole, and so is one that was cut off', async () => {
    const bomb = packed(new Uint8Array(1_000_000))
    expect((await unpacked(bomb, 'bomb.gz', 1_000_000)).length).toBe(1_000_000)
    await expect(unpacked(bomb, 'bomb.gz', 999_999)).rejects.toThrow('bomb.gz unpacks to more than 999999 bytes')
    const cut = await read(packed(rows).subarray(0, 40))
    expect(cut.kind === 'refused' && cut.message).toBe('mine.csv is no whole gzip file: pack it again')
  })
})
