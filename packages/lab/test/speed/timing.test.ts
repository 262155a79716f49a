import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bench, quantile, takeTurns } from '../../src/speed/index.ts'
import { activation } from 'xphi/formula'

/** A clock that only the candidates move. */
function clock() {
  let ms = 0
  return { now: () => ms, candidate: (name: string, takes: () => number) => ({ name, run: () => void (ms += takes()) }) }
}

describe('takeTurns', () => {
  it('gives nanoseconds an element, whatever number of calls fills a turn', async () => {
    const { now, candidate } = clock()
    const timings = await takeTurns([candidate('slow', () => 3), candidate('quick', () => 0.001)], {
      elements: 1000,
      rounds: 5,
      turnMs: 2,
      now,
    })
    expect(timings.map(t => [t.name, t.rounds])).toEqual([
      ['slow', 5],
      ['quick', 5],
    ])
    expect(Math.abs(timings[0].median - 3000)).toBeLessThan(1e-6)
    expect(Math.abs(timings[1].median - 1)).toBeLessThan(1e-6)
  })

  it('is not deceived by a warm-up that was interrupted', async () => {
    let calls = 0
    const fine = clock()
    // The clock of a page tells 5 us apart.
    const now = () => Math.floor(fine.now() / 0.005) * 0.005
    const interrupted = fine.candidate('interrupted', () => (calls++ === 0 ? 10 : 0.001))
    const [timing] = await takeTurns([interrupted], { elements: 1000, rounds: 5, turnMs: 2, now })
    for (const told of [timing.lower, timing.median, timing.upper]) expect(Math.abs(told - 1)).toBeLessThan(0.02)
  })

  it('lets them take turns, so that a disturbance meets all of them', async () => {
    const order: string[] = []
    const { now, candidate } = clock()
    const noted = (name: string) => candidate(name, () => (order.push(name) > 0 ? 5 : 0))
    await takeTurns([noted('a'), noted('b')], { elements: 1, rounds: 3, turnMs: 2, now })
    expect(order.slice(2).join('')).toBe('ababab')
  })

  it('tells the median and quartiles of the rounds', async () => {
    const { now, candidate } = clock()
    const takes = [4, 1, 2, 3, 4, 5]
    let call = 0
    const [timing] = await takeTurns([candidate('x', () => takes[call++])], { elements: 1e6, rounds: 5, turnMs: 4, now })
    expect([timing.lower, timing.median, timing.upper]).toEqual([2, 3, 4])
  })

  it('takes the word of a candidate in another process for what its calls took', async () => {
    const elsewhere = { name: 'elsewhere', run: () => expect.fail('called here'), timed: async (calls: number) => 2 * calls }
    const [timing] = await takeTurns([elsewhere], { elements: 1e6, rounds: 3, turnMs: 4 })
    expect(timing.median).toBe(2)
  })

  it('awaits promises', async () => {
    let finished = 0
    const run = () => Promise.resolve().then(() => void finished++)
    let ms = 0
    await takeTurns([{ name: 'later', run }], { elements: 1, rounds: 2, turnMs: 1, now: () => (ms += finished) })
    expect(finished).toBeGreaterThan(2)
  })
})

describe('quantile', () => {
  it('lies between the least and the greatest, and grows with the share', () => {
    const sorted = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1 }).map(a => a.sort((x, y) => x - y))
    const share = fc.double({ noNaN: true, min: 0, max: 1 })
    fc.assert(
      fc.property(sorted, share, share, (list, p, q) => {
        const [low, high] = [Math.min(p, q), Math.max(p, q)].map(s => quantile(list, s))
        expect(low).toBeGreaterThanOrEqual(list[0])
        expect(high).toBeLessThanOrEqual(list.at(-1)!)
        expect(low).toBeLessThanOrEqual(high + 1e-9)
      }),
    )
  })
})

describe('bench', () => {
  it('times values and backward passes of pointwise, row and gated functions beside a copy and a peer', async () => {
    const peer = { name: 'peer', version: '1', maps: { gelu: async (x: Float32Array) => x }, slopes: {} }
    const rows = []
    const options = { sizes: [1500], jobs: ['value', 'backward'] as const, rounds: 2, turnMs: 0.2, peers: [peer] }
    for await (const row of bench(
      ['gelu', 'softmax', 'swiglu'].map(name => activation(name)),
      options,
    ))
      rows.push(row)
    expect(rows.map(r => [r.activation, r.job, r.elements])).toEqual([
      ['gelu', 'value', 1500],
      ['gelu', 'backward', 1500],
      ['softmax', 'value', 1024],
      ['softmax', 'backward', 1024],
      ['swiglu', 'value', 1500],
      ['swiglu', 'backward', 1500],
    ])
    expect(rows[0].timings.map(t => t.name)).toEqual(['copy', 'xphi exact', 'xphi fast', 'peer'])
    expect(rows[2].timings.map(t => t.name)).toEqual(['copy', 'xphi exact'])
    for (const { timings } of rows) for (const t of timings) expect(t.lower > 0 && t.lower <= t.median && t.median <= t.upper).toBe(true)
  })
})
