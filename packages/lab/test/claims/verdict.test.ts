import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Condition, exact, mean, type Part, seedwise, tested } from '../../src/claims/claim.ts'
import { findingOf, type Run, verdictOf } from '../../src/claims/verdict.ts'

const verdict = (condition: Condition, values: readonly number[], planned = values.length) => findingOf(condition, values, planned).verdict

const claimOf = (parts: readonly Part[], seeds = [100, 101, 102]) =>
  tested({
    id: 99,
    version: 2,
    title: 'a title',
    statement: 'a statement',
    source: 'a source',
    test: 'a test',
    seconds: 1,
    parts,
    seeds,
    settings: {},
    control: {},
    experiment: () => ({ values: {} }),
  })

const runOf = (seed: number, values: Run['values'], version = 2, claim = 99): Run => ({
  claim,
  version,
  seed,
  seconds: 1,
  machine: 'one',
  values,
})

describe('a mean', () => {
  const atLeast = mean('x', 'at least', 10)

  // Student's interval of [9, 10, 11]: 10 +- 4.303 / sqrt(3) = [7.52, 12.48].
  it.each([
    [[12, 12.1, 12.2], 'holds'],
    [[8, 8.1, 8.2], 'fails'],
    [[9, 10, 11], 'undecided'],
    [[10, 10, 10], 'holds'],
    [[11], 'undecided'],
    [[], 'undecided'],
    [[12, Number.NaN, 12], 'undecided'],
  ] as const)('%j of at least 10: %s', (values, expected) => {
    expect(verdict(atLeast, values)).toBe(expected)
  })

  it('shows its interval', () => {
    const { value, interval, n, passed } = findingOf(atLeast, [9, 10, 11], 3)
    expect([value, n, passed]).toEqual([10, 3, 2])
    expect(interval[0]).toBeCloseTo(10 - 4.302653 / Math.sqrt(3), 5)
  })

  it('is undecided until all planned seeds are there', () => {
    expect(verdict(atLeast, [12, 12.1, 12.2], 4)).toBe('undecided')
    expect(verdict(atLeast, [8, 8.1, 8.2], 4)).toBe('undecided')
  })

  it('holds, fails or straddles alike when all is mirrored', () => {
    const values = fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(values, fc.double({ min: -100, max: 100, noNaN: true }), (list, threshold) => {
        const mirrored = list.map(v => -v)
        expect(verdict(mean('x', 'at most', -threshold), mirrored)).toBe(verdict(mean('x', 'at least', threshold), list))
      }),
    )
  })

  it('never both satisfies a bound and its reverse', () => {
    const values = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2, maxLength: 6 })
    fc.assert(
      fc.property(values, fc.double({ min: -1, max: 1, noNaN: true }), (list, threshold) => {
        const both = [verdict(mean('x', 'above', threshold), list), verdict(mean('x', 'at most', threshold), list)]
        expect([
          ['holds', 'fails'],
          ['fails', 'holds'],
          ['undecided', 'undecided'],
        ]).toContainEqual(both)
      }),
    )
  })
})

describe('a share of seeds', () => {
  const most = seedwise(0.8, 'x', 'below', 0)
  const list = (below: number, above: number) => [...Array(below).fill(-1), ...Array(above).fill(1)]

  it.each([
    [8, 2, 10, 'holds'],
    [7, 3, 10, 'fails'],
    [8, 0, 10, 'holds'],
    [7, 0, 10, 'undecided'],
    [0, 3, 10, 'fails'],
    [0, 2, 10, 'undecided'],
    [4, 1, 5, 'holds'],
  ] as const)('%i of those below and %i not, of %i planned: %s', (below, above, planned, expected) => {
    expect(verdict(most, list(below, above), planned)).toBe(expected)
  })

  it('counts what is no number as not satisfied', () => {
    expect(verdict(seedwise(1, 'x', 'below', 0), [-1, Number.NaN])).toBe('fails')
  })
})

describe('an exact value', () => {
  it.each([
    ['at most', 2, 'holds'],
    ['below', 2, 'fails'],
    ['at least', 2, 'holds'],
    ['above', 2, 'fails'],
  ] as const)('2 is %s %d: %s', (is, threshold, expected) => {
    expect(verdict(exact('x', is, threshold), [2])).toBe(expected)
  })
})

describe('a part', () => {
  const both = [exact('a', 'at most', 1), exact('b', 'at most', 1)]
  const of = (values: Run['values'], refutes?: true) =>
    verdictOf(claimOf([{ statement: 's', expected: 'holds', conditions: both, ...(refutes && { refutes }) }], [100]), [runOf(100, values)])
      .parts[0]

  it('holds where all of its bounds do, and fails where one does', () => {
    expect(of({ a: 0, b: 0 }).verdict).toBe('holds')
    expect(of({ a: 0, b: 2 }).verdict).toBe('fails')
    // A bound that fails decides, whatever is still open.
    expect(of({ a: 2 }).verdict).toBe('fails')
    expect(of({ a: 0 }).verdict).toBe('undecided')
  })

  it('turns round where the test contradicts the statement', () => {
    expect(of({ a: 0, b: 0 }, true).verdict).toBe('fails')
    expect(of({ a: 0, b: 2 }, true).verdict).toBe('holds')
    expect(of({ a: 0 }, true).verdict).toBe('undecided')
  })

  it('is a surprise where it comes out otherwise than expected, and not while it is open', () => {
    expect(of({ a: 0, b: 0 }).surprise).toBe(false)
    expect(of({ a: 2, b: 2 }).surprise).toBe(true)
    expect(of({ a: 0 }).surprise).toBe(false)
  })
})

describe('the verdicts of a claim', () => {
  const claim = claimOf([{ statement: 's', expected: 'holds', conditions: [mean('x', 'above', 0)] }])
  const runs = [100, 101, 102].map(seed => runOf(seed, { x: seed }))

  it('count the runs of its version and its seeds alone', () => {
    const others = [runOf(100, { x: -1e9 }, 1), runOf(103, { x: -1e9 }), runOf(101, { x: -1e9 }, 2, 98)]
    const found = verdictOf(claim, [...others, ...runs])
    expect(found.runs).toEqual(runs)
    expect(found.parts[0].verdict).toBe('holds')
    expect(found.seconds).toBe(3)
  })

  it('take of a part with fewer seeds the first alone, whatever the others lack', () => {
    const parts: readonly Part[] = [
      { statement: 'all', expected: 'holds', conditions: [mean('x', 'above', 0)] },
      { statement: 'two', expected: 'holds', conditions: [seedwise(1, 'y', 'above', 0)], seeds: 2 },
      { statement: 'one', expected: 'holds', conditions: [exact('z', 'at most', 1)], seeds: 1 },
    ]
    const made = [runOf(100, { x: 1, y: 1, z: 1 }), runOf(101, { x: 1, y: 1 }), runOf(102, { x: 1, y: -1, z: 9 })]
    const { parts: found } = verdictOf(claimOf(parts), made)
    expect(found.map(({ verdict, findings: [{ n, planned }] }) => [verdict, n, planned])).toEqual([
      ['holds', 3, 3],
      ['holds', 2, 2],
      ['holds', 1, 1],
    ])
    // Seeds that are still to run count where the part takes them.
    expect(verdictOf(claimOf(parts), made.slice(0, 1)).parts.map(({ verdict }) => verdict)).toEqual(['undecided', 'undecided', 'holds'])
  })

  it('take of a part that was registered later the seeds that nobody had seen', () => {
    const later: Part = { statement: 'later', expected: 'holds', conditions: [mean('x', 'above', 0)], unseenFrom: 1 }
    const made = [runOf(100, { x: -1e9 }), runOf(101, { x: 1 }), runOf(102, { x: 1.01 })]
    const { verdict, findings } = verdictOf(claimOf([later]), made).parts[0]
    expect([verdict, findings[0].n, findings[0].planned]).toEqual(['holds', 2, 2])
    expect(verdictOf(claimOf([later]), made.slice(0, 2)).parts[0].verdict).toBe('undecided')
  })

  it('wait for every seed', () => {
    expect(verdictOf(claim, runs.slice(1)).parts[0].verdict).toBe('undecided')
  })
})
