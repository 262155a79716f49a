/** The suite itself: a backend with one wrong bit does not pass. */
import { describe, expect, test } from 'vitest'
import type { Activation } from '../src/activation/activation.ts'
import type { GatedScalar, PointwiseScalar, RowFunction } from '../src/activation/functions.ts'
import { functionOf } from '../src/backend/typescript/define.ts'
import { bitsOf, fromBitsOf } from '../src/number/index.ts'
import { type Backend, conformance, type Loaded } from './conformance.ts'

type Case = readonly [path: string, run: () => Promise<void>]

/** The suite's tests as a list. */
function cases(backend: Backend): readonly Case[] {
  const found: Case[] = []
  const path: string[] = []
  conformance(
    'planted',
    backend,
    { bound: 1 },
    {
      describe(name, body) {
        path.push(name)
        body()
        path.pop()
      },
      test: (name, body) => void found.push([[...path.slice(1), name].join(': '), body]),
    },
  )
  return found
}

function loaded(a: Activation): Loaded {
  const f = functionOf(a)
  if (a.kind === 'row') return { map: ([x]) => (f as RowFunction)(x), backward: ([x], dy) => [(f as RowFunction).derivative(x, dy)] }
  if (a.kind === 'pointwise') {
    const g = f as PointwiseScalar
    return { map: ([x]) => x.map(v => g(v)), backward: ([x]) => [x.map(v => g.derivative(v))] }
  }
  const g = f as GatedScalar
  const slopes = ([gate, value]: readonly Float64Array[]) => Array.from(gate, (v, i) => g.derivative(v, value[i]))
  return {
    map: ([gate, value]) => gate.map((v, i) => g(v, value[i])),
    backward: columns => [Float64Array.from(slopes(columns), d => d.gate), Float64Array.from(slopes(columns), d => d.value)],
  }
}

type Change = (value: number) => number

/** A sound backend but for one result: the value (0) or a gradient (1, 2) of the element `at` of calls of more than `at` elements. */
function backend(output = 0, at = Number.POSITIVE_INFINITY, change: Change = v => v): Backend {
  const planted = (column: Float64Array, own: number): Float64Array =>
    own === output && at < column.length ? column.map((v, i) => (i === at ? change(v) : v)) : column
  return {
    format: 'f64',
    load: async a => {
      const { map, backward } = loaded(a)
      return {
        map: (columns, length) => planted(map(columns, length), 0),
        backward: (columns, dy, length) => backward(columns, dy, length).map((column, k) => planted(column, k + 1)),
      }
    },
  }
}

const flipped: Change = v => fromBitsOf(bitsOf(v) ^ 2n)
const names = ['gelu', 'swiglu', 'softmax', "knows formulas of one's own"]
const chosen = (b: Backend): readonly Case[] => cases(b).filter(([path]) => names.some(name => path.startsWith(name)))

/** The paths of the tests that fail. */
async function failures(b: Backend): Promise<readonly string[]> {
  const failed: string[] = []
  for (const [path, run] of chosen(b)) await run().catch(() => failed.push(path))
  return failed
}

describe('the conformance suite', () => {
  test('passes a sound backend', async () => {
    expect(chosen(backend()).length).toBeGreaterThan(20)
    expect(await failures(backend())).toEqual([])
  })

  test.each([
    ['a value', 0, 9, 'gelu: at the stored points'],
    ['a derivative', 1, 9, 'gelu: at the stored points'],
    ['the derivative by the value', 2, 9, 'swiglu: at the stored points'],
    ['the value of a single element', 0, 0, "knows formulas of one's own"],
    ['an element of a row', 0, 2, 'softmax: on rows of 7'],
    ['a gradient on a row', 1, 1, 'softmax: on the row 4,4,-60'],
  ])('fails a backend with one wrong bit in %s', async (_, output, at, path) => {
    expect(await failures(backend(output, at, flipped))).toContain(path)
  })

  test('fails a backend that loses the sign of zero, or NaN', async () => {
    expect(await failures(backend(0, 0, v => v + 0))).toContain('swiglu: a product that is zero has the sign of its factors')
    expect(await failures(backend(0, 0, v => (v !== v ? 0 : v)))).toContain('gelu: NaN gives NaN, infinities the limits')
  })
})
