import { describe, expect, it } from 'vitest'
import { durationText, progressOn } from '../../src/compare/progress.ts'

/** Progress on a stream that remembers, with a clock that the test sets. */
function watched(animate: boolean, columns = 80) {
  const written: string[] = []
  const clock = { ms: 0 }
  const progress = progressOn({ columns, write: text => written.push(text) }, animate, () => clock.ms)
  const at = (ms: number, done: number): void => {
    clock.ms = ms
    progress.update({ done, planned: 10, etaSeconds: done > 0 ? (10 - done) * 5 : Number.NaN, doing: 'gelu, seed 2, loss 0.031' })
  }
  return { written, progress, at }
}

describe('progressOn', () => {
  it('redraws one line on a terminal, at once and then not too often', () => {
    const { written, at, progress } = watched(true)
    at(1, 0)
    at(2, 0.5)
    at(1000, 2.5)
    expect(written).toEqual([
      `\r${'░'.repeat(24)}  0/10  gelu, seed 2, loss 0.031\u001b[K`,
      `\r${'█'.repeat(6)}${'░'.repeat(18)}  2/10  38 s left  gelu, seed 2, loss 0.031\u001b[K`,
    ])
    progress.clear()
    progress.clear()
    expect(written.slice(2)).toEqual(['\r\u001b[K'])
  })

  it('never fills the last column', () => {
    const { written, at } = watched(true, 40)
    at(1000, 5)
    expect([...written[0].replace('\r', '').replace('\u001b[K', '')]).toHaveLength(39)
  })

  it('writes a plain line elsewhere: when the first is trained, and every ten seconds', () => {
    const { written, at, progress } = watched(false)
    for (let ms = 100; ms <= 26_000; ms += 100) at(ms, ms / 5000)
    progress.clear()
    expect(written).toEqual([
      '1 of 10 trained  45 s left  gelu, seed 2, loss 0.031\n',
      '3 of 10 trained  35 s left  gelu, seed 2, loss 0.031\n',
      '5 of 10 trained  25 s left  gelu, seed 2, loss 0.031\n',
    ])
  })
})

describe('durationText', () => {
  it.each([
    [0.2, '1 s'],
    [59, '59 s'],
    [100, '2 min'],
    [5400, '90 min'],
    [7260, '2 h 1 min'],
  ])('%d s is %s', (seconds, text) => expect(durationText(seconds)).toBe(text))
})
