import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DataError, type DataSet, gather, gatherTargets, type SplitOptions, splitRows, standardiser } from '../../src/index.ts'

const classes = ['a', 'b', 'c', 'd']

/** Labels in which each class has as many rows as told, in an order of their own. */
const labels = fc.tuple(fc.integer({ min: 2, max: 60 }), fc.integer({ min: 2, max: 60 }), fc.nat(12), fc.nat(3)).chain(counts =>
  fc.shuffledSubarray(
    counts.flatMap((count, label) => new Array<number>(count).fill(label)),
    { minLength: counts.reduce((a, b) => a + b) },
  ),
)
const numbers = fc.array(fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }), { minLength: 3, maxLength: 100 })
const seeds = fc.integer()
const measures = fc.constantFrom<SplitOptions['measure']>('test', 'validation')

const dataSet = (task: DataSet['task']['kind'], y: readonly number[], more: Partial<DataSet> = {}): DataSet => ({
  name: 'd',
  notes: [],
  task: task === 'classification' ? { kind: task, classes } : { kind: task, target: 'y' },
  features: ['f', 'g'],
  rows: y.length,
  x: Float32Array.from({ length: 2 * y.length }, (_, i) => (i * 7919) % 101),
  y: Float32Array.from(y),
  commonUnit: false,
  ...more,
})
const some = fc.oneof(
  labels.map(y => dataSet('classification', y)),
  numbers.map(y => dataSet('regression', y)),
  fc.tuple(labels, fc.nat(3)).map(([y, less]) => dataSet('classification', [...y, ...y.slice(less)], { testFrom: y.length })),
)
const count = (data: DataSet, rows: Iterable<number>, label: number) => [...rows].filter(row => data.y[row] === label).length

describe('splitRows', () => {
  it('tests on all rows that it does not train on, and on no others', () => {
    fc.assert(
      fc.property(some, seeds, (data, seed) => {
        const { train, measured } = splitRows(data, { seed, measure: 'test' })
        expect([...train, ...measured].sort((a, b) => a - b)).toEqual(Array.from({ length: data.rows }, (_, row) => row))
        expect(train).toEqual(train.slice().sort())
        expect(measured).toEqual(measured.slice().sort())
      }),
    )
  })

  it('validates on rows of the training part alone, and leaves no row of it out', () => {
    fc.assert(
      fc.property(some, seeds, (data, seed) => {
        const outer = splitRows(data, { seed, measure: 'test' })
        const inner = splitRows(data, { seed, measure: 'validation' })
        expect([...inner.train, ...inner.measured].sort((a, b) => a - b)).toEqual([...outer.train])
        expect(inner.measured.length).toBeGreaterThan(0)
      }),
    )
  })

  it('takes the own test part', () => {
    const data = dataSet('classification', [0, 1, 0, 1, 0, 1, 0], { testFrom: 5 })
    expect(splitRows(data, { seed: 3, measure: 'test' })).toEqual({ train: Uint32Array.of(0, 1, 2, 3, 4), measured: Uint32Array.of(5, 6) })
    expect(Math.max(...splitRows(data, { seed: 3, measure: 'validation' }).measured)).toBeLessThan(5)
  })

  it('holds out a fifth of each class within one row, a fifth of all within one row, and no class entirely', () => {
    fc.assert(
      fc.property(labels, seeds, measures, (y, seed, measure) => {
        const data = dataSet('classification', y)
        const { train, measured } = splitRows(data, { seed, measure })
        const held = [...train, ...measured]
        let single = 0
        for (const label of classes.keys()) {
          const all = count(data, held, label)
          const out = count(data, measured, label)
          if (all === 1) single++
          if (all > 0) expect(count(data, train, label)).toBeGreaterThan(0)
          expect(Math.abs(out - all / 5)).toBeLessThan(1)
        }
        expect(Math.abs(measured.length - (held.length - single) / 5)).toBeLessThan(1)
      }),
    )
  })

  it('is the same for a seed, whatever the features are', () => {
    fc.assert(
      fc.property(some, seeds, measures, (data, seed, measure) => {
        const other = { ...data, x: data.x.map(value => value + 1) }
        expect(splitRows(other, { seed, measure })).toEqual(splitRows(data, { seed, measure }))
      }),
    )
  })

  it('holds out every row equally often over the seeds, and other rows for validation than for testing', () => {
    const data = dataSet(
      'classification',
      Array.from({ length: 20 }, (_, row) => row % 2),
    )
    const held = { test: new Array(20).fill(0), validation: new Array(20).fill(0) }
    for (let seed = 0; seed < 2000; seed++)
      for (const measure of ['test', 'validation'] as const)
        for (const row of splitRows(data, { seed, measure }).measured) held[measure][row]++
    // Four of 20 rows (400 expected, deviation 17.9), then three of the 16 left (300, deviation 16); five of them.
    for (const times of held.test) expect(Math.abs(times - 400)).toBeLessThan(90)
    for (const times of held.validation) expect(Math.abs(times - 300)).toBeLessThan(80)
  })

  it('of many small classes it does not always hold out the same ones', () => {
    const data = dataSet('classification', [0, 0, 1, 1, 2, 2, 3, 3])
    const held = new Set<number>()
    for (let seed = 0; seed < 50; seed++) for (const row of splitRows(data, { seed, measure: 'test' }).measured) held.add(data.y[row])
    expect([...held].sort()).toEqual([0, 1, 2, 3])
  })

  it('refuses a set too small to hold a row out', () => {
    expect(() => splitRows(dataSet('regression', [1]), { seed: 1, measure: 'test' })).toThrow(DataError)
    expect(() => splitRows(dataSet('classification', [0, 1]), { seed: 1, measure: 'test' })).toThrow(
      'd: 2 rows are too few to hold some out',
    )
  })
})

describe('standardiser', () => {
  const gathered = (data: DataSet, train: Uint32Array, rows: Uint32Array): Float32Array => {
    const into = new Float32Array(rows.length * data.features.length)
    gather(data, standardiser(data, train), rows, into)
    return into
  }

  it('gives the training rows mean 0 and deviation 1 in each feature', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 2, maxLength: 50 }), values => {
        const data = dataSet('regression', values, { x: Float32Array.from(values.flatMap(v => [v, 3 - v])) })
        const z = gathered(data, Uint32Array.from(values.keys()), Uint32Array.from(values.keys()))
        for (const feature of [0, 1]) {
          const column = [...z].filter((_, i) => i % 2 === feature)
          const mean = column.reduce((a, b) => a + b) / column.length
          // 2^-24 is the rounding of one standardised number of size 1; none is above the root of 50.
          expect(Math.abs(mean)).toBeLessThan(8 * 2 ** -24)
          expect(Math.abs(Math.sqrt(column.reduce((a, b) => a + b * b, 0) / column.length) - 1)).toBeLessThan(8 * 2 ** -24)
        }
      }),
    )
  })

  it('is not changed, not in a bit, by any row outside the training part', () => {
    fc.assert(
      fc.property(some, seeds, measures, fc.float({ noDefaultInfinity: true }), (data, seed, measure, poison) => {
        const { train } = splitRows(data, { seed, measure })
        const inside = new Set(train)
        const poisoned = {
          ...data,
          x: (data.x as Float32Array).map((value, i) => (inside.has(Math.floor(i / 2)) ? value : poison)),
          y: data.y.map((value, row) => (inside.has(row) ? value : poison)),
        }
        expect(standardiser(poisoned, train)).toEqual(standardiser(data, train))
      }),
    )
  })

  it('leaves missing numbers out of the mean, and puts them there', () => {
    const data = dataSet('classification', [0, 1, 0, 1], { x: Float32Array.of(1, Number.NaN, 3, Number.NaN, Number.NaN, Number.NaN, 9, 5) })
    const train = Uint32Array.of(0, 1, 2)
    const { mean, scale } = standardiser(data, train)
    expect([...mean]).toEqual([2, 0])
    expect([...scale]).toEqual([1, 0])
    expect([...gathered(data, train, Uint32Array.of(0, 1, 2, 3))]).toEqual([-1, 0, 1, 0, 0, 0, 7, 0])
  })

  it('gives 0 for a feature that does not vary in the training part, whatever the others hold', () => {
    const data = dataSet('classification', [0, 1, 0], { x: Float32Array.of(0.1, 1, 0.1, 2, 77, 3) })
    expect([...gathered(data, Uint32Array.of(0, 1), Uint32Array.of(0, 2)).filter((_, i) => i % 2 === 0)]).toEqual([0, 0])
  })

  it('keeps the digits of a small spread on a large mean', () => {
    const data = dataSet('classification', [0, 1], { x: Float32Array.of(2 ** 23, 0, 2 ** 23 + 1, 1) })
    expect([...gathered(data, Uint32Array.of(0, 1), Uint32Array.of(0, 1))]).toEqual([-1, -1, 1, 1])
  })

  it('pools features of one unit, bytes too', () => {
    const data = dataSet('classification', [0, 1], { x: Uint8Array.of(0, 10, 20, 30), commonUnit: true })
    const { mean, scale } = standardiser(data, Uint32Array.of(0, 1))
    expect([...mean]).toEqual([15, 15])
    // The mean square of -15, -5, 5, 15 is 125.
    expect([...scale]).toEqual([1 / Math.sqrt(125), 1 / Math.sqrt(125)])
  })

  it('takes the target of a regression to deviation 1, and leaves labels alone', () => {
    const rows = Uint32Array.of(2, 0)
    const into = new Float32Array(2)
    const regression = dataSet('regression', [10, 30, 50])
    const fitted = standardiser(regression, Uint32Array.of(0, 1))
    expect(fitted.target).toEqual({ mean: 20, deviation: 10 })
    gatherTargets(regression, fitted, rows, into)
    expect([...into]).toEqual([3, -1])
    const classification = dataSet('classification', [3, 1, 2])
    gatherTargets(classification, standardiser(classification, Uint32Array.of(0, 1)), rows, into)
    expect([...into]).toEqual([2, 3])
  })

  it('writes only the rows it was given', () => {
    const data = dataSet('classification', [0, 1, 0, 1])
    const into = new Float32Array(6).fill(99)
    gather(data, standardiser(data, Uint32Array.of(0, 1, 2)), Uint32Array.of(3, 1), into)
    expect([...into.subarray(4)]).toEqual([99, 99])
  })
})
