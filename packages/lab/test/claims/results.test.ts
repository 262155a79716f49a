import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRuns, runLine, runsText } from '../../src/claims/results.ts'
import type { Run } from '../../src/claims/verdict.ts'

const run: Run = { claim: 3, version: 1, seed: 100, seconds: 0.5, machine: 'a machine', values: { accuracy: 99 } }

describe('runs as lines', () => {
  it('come back as they were, whatever the numbers', () => {
    const number = fc.double()
    // A name such as __proto__ is a name.
    const values = fc.dictionary(fc.string(), number, { noNullPrototype: true })
    const series = fc.dictionary(fc.string(), fc.array(number, { maxLength: 4 }), { noNullPrototype: true })
    fc.assert(
      fc.property(values, series, (values, series) => {
        // JSON has no negative zero: nothing here depends on it.
        const plain = (x: number) => (x === 0 ? 0 : x)
        const given: Run = {
          ...run,
          values: Object.fromEntries(Object.entries(values).map(([k, v]) => [k, plain(v)])),
          series: Object.fromEntries(Object.entries(series).map(([k, v]) => [k, v.map(plain)])),
        }
        expect(readRuns(runLine(given))).toEqual([given])
      }),
    )
  })

  it('are sorted by claim and seed', () => {
    const others = [{ ...run, seed: 101 }, { ...run, claim: 2, seed: 105 }, run]
    expect(readRuns(runsText(others)).map(({ claim, seed }) => [claim, seed])).toEqual([
      [2, 105],
      [3, 100],
      [3, 101],
    ])
  })

  it('take the later of two of one seed, and keep versions apart', () => {
    const later = { ...run, values: { accuracy: 1 } }
    expect(readRuns(runsText([run, later, { ...run, version: 2 }]))).toEqual([later, { ...run, version: 2 }])
  })

  it.each([
    ['a line cut short', runLine(run).slice(0, 40)],
    ['no JSON', 'hello\n'],
    ['a number', '3\n'],
    ['a list', '[]\n'],
    ['a run without values', '{"claim":3,"version":1,"seed":100,"seconds":1,"machine":"m"}\n'],
    ['values that are no numbers', '{"claim":3,"version":1,"seed":100,"seconds":1,"machine":"m","values":{"a":"x"}}\n'],
    ['no machine', '{"claim":3,"version":1,"seed":100,"seconds":1,"values":{}}\n'],
    ['a seed that is no number', '{"claim":3,"version":1,"seed":"100","seconds":1,"machine":"m","values":{}}\n'],
  ])('pass over %s', (_, text) => {
    expect(readRuns(text + runLine(run))).toEqual(text.endsWith('\n') ? [run] : [])
  })
})
