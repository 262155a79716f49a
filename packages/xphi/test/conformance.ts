/**
 * What every backend must do: the exact values at stored points (MPFR's), at the ends of the number line and at random points (the BigInt reference),
 * for values, derivatives, other parameters, gates, rows and formulas of one's own. A backend joins in one line.
 */
import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import * as vitest from 'vitest'
import { expect } from 'vitest'
import { activation, type Activation, expressionOf, fromFormula, inputsOf } from '../src/activation/activation.ts'
import { catalogue, type Entry } from '../src/catalogue/index.ts'
import { derivative, gradients } from '../src/differentiate/index.ts'
import { type Expr, input, interpret, topological } from '../src/ir/index.ts'
import { exactArithmetic } from '../src/lower/exact.ts'
import {
  abs,
  type BigFloat,
  compare,
  createBigArithmetic,
  fromHex,
  fromNumber,
  scale,
  sub,
  toHex,
  ulpDistance,
} from '../src/number/index.ts'
import { evaluateText } from './catalogue/evaluate.ts'

type Columns = readonly Float64Array[]

/** An activation as a backend runs it: arguments and results as doubles, whatever it computes in. */
export interface Loaded {
  map(columns: Columns, length: number): Float64Array
  /** The gradient of each input from dy. */
  backward(columns: Columns, dy: Float64Array, length: number): Columns
}

export interface Backend {
  readonly format: 'f64' | 'f32'
  /** Undefined where the backend has not this activation. */
  load(a: Activation): Promise<Loaded | undefined>
}

export interface Bounds {
  /** Worst error in ulps of the exact result: values and derivatives. */
  readonly bound: number
}

type Stored = Readonly<Record<string, readonly (readonly string[])[]>>
// Written by scripts/accuracy/fixture.mjs: the arguments, then the value and each derivative as "h l e", which is (h + l) 2^e.
const stored = JSON.parse(readFileSync(new URL('./backend/conformance.json', import.meta.url), 'utf8')) as Stored

const precisions = [160, 480, 4800].map(bits => exactArithmetic(createBigArithmetic(bits)))

/** The exact value of each element of a row: at more and more bits, until two evaluations agree to 2^-80. */
function exactRow(e: Expr, rows: Readonly<Record<string, Float64Array>>, parameters: Readonly<Record<string, number>>): BigFloat[] {
  const inputs = Object.fromEntries(Object.entries(rows).map(([name, row]) => [name, Array.from(row, fromNumber)]))
  const big = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, fromNumber(value)]))
  let before: BigFloat[] = []
  for (const arithmetic of precisions) {
    const values = interpret(e, arithmetic, { inputs, parameters: big })
    if (before.length > 0 && values.every((v, i) => agree(before[i], v))) return values
    before = values
  }
  return before
}

// A zero may be a cancellation, except at the last precision.
const agree = (a: BigFloat, b: BigFloat): boolean =>
  a.kind === 'finite' && b.kind === 'finite' && compare(scale(abs(sub(a, b, 64)), 80), abs(b)) < 0

const fromStored = (text: string): BigFloat => {
  const [h, l, e] = text.split(' ')
  const high = fromNumber(fromHex(h))
  return l === '0' ? scale(high, Number(e)) : scale(precise.add(high, fromNumber(fromHex(l))), Number(e))
}
const precise = createBigArithmetic(200)

const others = (entry: Entry): Readonly<Record<string, number>> =>
  Object.fromEntries(entry.parameters.map(p => [p.name, p.default * 1.25 + (p.maximum === undefined ? 0.0625 : 0)]))

const ones = (length: number): Float64Array => new Float64Array(length).fill(1)

/** Finite arguments at which arithmetic is tried: signed zeros, subnormals, powers of two and their neighbours, the largest. */
const edges = {
  f64: [
    0,
    -0,
    5e-324,
    -5e-324,
    2 ** -1022,
    -(2 ** -1022),
    2 ** -540,
    1,
    -1,
    1 - 2 ** -53,
    2 ** 53,
    -(2 ** 200),
    1.7e308,
    -1.7e308,
    709.5,
    -708.5,
    -745,
    -38.4,
  ],
  f32: [
    0,
    -0,
    2 ** -149,
    -(2 ** -149),
    2 ** -126,
    -(2 ** -126),
    2 ** -70,
    1,
    -1,
    1 - 2 ** -24,
    2 ** 24,
    -(2 ** 100),
    3e38,
    -3e38,
    88.5,
    -87.25,
    -103.75,
    -14.125,
  ].map(Math.fround),
}

const formulas: readonly (readonly [text: string, parameters: Readonly<Record<string, number>>])[] = [
  ['x * sigmoid(2 * x + 1)', {}],
  ['x * (erf(x) + 1)', {}],
  ['log1p(exp(-abs(x))) * scale', { scale: 0.3 }],
  ['max(x, 0) - min(expm1(x), 0) * 0.5', {}],
  ['x * exp(-x ^ 2 / 2)', {}],
  ['gate * sigmoid(3 * value)', {}],
]

/** Where tests go: vitest, or a list of them. */
export interface Suite {
  describe(name: string, body: () => void): void
  test(name: string, body: () => Promise<void>): void
}

/** Joins a backend: every test that holds of all. */
export function conformance(name: string, backend: Backend, { bound }: Bounds, { describe, test }: Suite = vitest): void {
  const { format } = backend
  const representable = (x: number): boolean => format === 'f64' || Math.fround(x) === x || x !== x
  const random = fc.oneof(
    fc.double({ min: -8, max: 8, noNaN: true }),
    fc.double({ min: -760, max: 760, noNaN: true }),
    format === 'f64' ? fc.double({ noNaN: true, noDefaultInfinity: true }) : fc.float({ noNaN: true, noDefaultInfinity: true }),
  )
  const point = random.map(x => (format === 'f32' ? Math.fround(x) : x)).filter(Number.isFinite)

  /** Asserts value and derivatives at single points; `expected` gives the exact ones. */
  function check(loaded: Loaded, points: readonly (readonly number[])[], expected: (i: number) => readonly BigFloat[]): void {
    const columns = points[0].map((_, k) => Float64Array.from(points, p => p[k]))
    const results = [loaded.map(columns, points.length), ...loaded.backward(columns, ones(points.length), points.length)]
    points.forEach((p, i) => {
      expected(i).forEach((exact, k) => {
        const actual = results[k][i]
        const error = ulpDistance(actual, exact, format)
        const what = k === 0 ? 'value' : `derivative ${k}`
        if (!(error <= bound))
          expect.fail(`${what} at ${p.map(toHex).join(', ')}: ${actual} is ${error} ulp off ${precise.toNumber(exact, format)}`)
        if (exact.kind === 'zero' && exact.negative && k === 0 && p.length === 1)
          expect(Object.is(actual, -0) || p[0] !== 0, `sign of zero at ${p.map(toHex).join(', ')}`).toBe(true)
      })
    })
  }

  const live = (a: Activation) => {
    const names = inputsOf(a)
    const root = expressionOf(a)
    const outputs = [root, ...names.map(n => derivative(root, input(n)))]
    return (p: readonly number[]) =>
      outputs.map(e => exactRow(e, Object.fromEntries(names.map((n, i) => [n, Float64Array.of(p[i])])), a.parameters)[0])
  }

  async function load(a: Activation): Promise<Loaded> {
    const loaded = await backend.load(a)
    expect(loaded, `${a.name} is missing`).toBeDefined()
    return loaded!
  }

  describe(`conformance of ${name}`, () => {
    const single = catalogue.filter(e => e.kind !== 'row')

    const each = (entries: readonly Entry[], body: (entry: Entry) => void): void => {
      for (const entry of entries) describe(entry.name, () => body(entry))
    }

    each(single, entry => {
      const a = activation(entry.name)
      const arity = inputsOf(a).length
      // A wave has no phase where its argument overflows.
      const waves = topological([expressionOf(a)]).some(e => e.op === 'sin' || e.op === 'cos')
      const phased = (x: number): boolean => !waves || Math.abs(x) < 2 ** 1020

      test('at the stored points', async () => {
        const loaded = await load(a)
        const rows = stored[entry.name].map(row => ({ p: row.slice(0, arity).map(fromHex), exact: row.slice(arity) }))
        const kept = rows.filter(row => row.p.every(representable))
        expect(kept.length).toBeGreaterThan(20)
        check(
          loaded,
          kept.map(row => row.p),
          i => kept[i].exact.map(fromStored),
        )
      })

      test('at the edges and at random, with the default parameters and others', async () => {
        for (const b of entry.parameters.length > 0 ? [a, activation(entry.name, others(entry))] : [a]) {
          const loaded = await load(b)
          const exact = live(b)
          const sound = edges[format].filter(phased)
          const twice = arity === 1 ? sound.map(x => [x]) : sound.map((x, i) => [x, sound[(5 * i + 3) % sound.length]])
          check(loaded, twice, i => exact(twice[i]))
          fc.assert(
            fc.property(fc.tuple(point, point), pair => {
              const p = pair.slice(0, arity)
              if (p.every(phased)) check(loaded, [p], () => exact(p))
            }),
            { numRuns: 12, seed: 20240229 },
          )
        }
      })

      if (arity === 2) {
        test('a product that is zero has the sign of its factors', async () => {
          const loaded = await load(a)
          const exact = live(a)
          for (const gate of [0, -0, 1, -1]) {
            for (const value of [0, -0, 1, -1]) {
              const [y] = loaded.map([Float64Array.of(gate), Float64Array.of(value)], 1)
              const [expected] = exact([gate, value])
              if (expected.kind === 'zero') expect(y, `f(${toHex(gate)}, ${toHex(value)})`).toBe(expected.negative ? -0 : 0)
            }
          }
        })
      }

      test('NaN gives NaN, infinities the limits', async () => {
        const loaded = await load(a)
        const nan = loaded.map(
          [0, 1].slice(0, arity).map(k => Float64Array.of(Number.NaN, k === 0 ? 1 : Number.NaN, 1)),
          3,
        )
        expect(nan[0]).toBeNaN()
        if (arity > 1) return
        const [low, high] = [Float64Array.of(-Infinity), Float64Array.of(Infinity)]
        const slope = (x: Float64Array): number => loaded.backward([x], ones(1), 1)[0][0]
        expect(loaded.backward([Float64Array.of(Number.NaN)], ones(1), 1)[0][0]).toBeNaN()
        const limits: readonly (readonly [string, number])[] = [
          [entry.limits!.minusInfinity, loaded.map([low], 1)[0]],
          [entry.limits!.plusInfinity, loaded.map([high], 1)[0]],
          [entry.slopeLimits!.minusInfinity, slope(low)],
          [entry.slopeLimits!.plusInfinity, slope(high)],
        ]
        for (const [text, actual] of limits) {
          const limit = evaluateText(text, a.parameters)
          // The limit as a formula of doubles may be off by its own rounding.
          const rounded = Math.abs(actual - limit) <= Math.abs(limit) * (format === 'f32' ? 2 ** -24 : 2 ** -52) ? actual : limit
          // No limit: anything that is bounded, or NaN.
          if (text === 'nan') continue
          expect([text, actual + 0]).toEqual([text, rounded + 0])
        }
      })
    })

    test("knows formulas of one's own", async () => {
      for (const [text, parameters] of formulas) {
        const a = fromFormula('own', text, parameters)
        const loaded = await backend.load(a)
        if (!loaded) return
        const exact = live(a)
        const arity = inputsOf(a).length
        fc.assert(
          fc.property(fc.tuple(point, point), pair => {
            const p = pair
              .slice(0, arity)
              .map(x => (Math.abs(x) < 1e30 ? x : 1 / x))
              .map(x => (format === 'f32' ? Math.fround(x) : x))
            check(loaded, [p], () => exact(p))
          }),
          { numRuns: 30, seed: 20240229 },
        )
      }
    })

    each(
      catalogue.filter(e => e.kind === 'row'),
      entry => {
        const a = activation(entry.name)
        const root = expressionOf(a)

        // Two doubles cannot hold the mean of rows below 1e-290.
        for (const length of [1, 2, 7, 64])
          test(`on rows of ${length}`, async () => {
            const loaded = await load(a)
            fc.assert(
              fc.property(
                fc.array(
                  point.filter(x => x === 0 || (Math.abs(x) < 1e5 && Math.abs(x) > 1e-280)),
                  { minLength: length, maxLength: length },
                ),
                row => values(loaded, Float64Array.from(row)),
              ),
              { numRuns: 6, seed: 20240229 },
            )
          })

        const values = (loaded: Loaded, x: Float64Array): void => {
          const y = loaded.map([x], x.length)
          exactRow(root, { x }, a.parameters).forEach((exact, i) => {
            const error = ulpDistance(y[i], exact, format)
            if (!(error <= bound)) expect.fail(`element ${i} of [${[...x].map(toHex)}]: ${y[i]} is ${error} ulp off`)
          })
        }

        const [gradient] = gradients(root, input('dy'), [input('x')])
        // A gradient of a row is a sum whose terms cancel: its error is counted in ulps of the largest element.
        const slopes = (loaded: Loaded, x: Float64Array, dy: Float64Array): void => {
          const [dx] = loaded.backward([x], dy, x.length)
          const exact = exactRow(gradient, { x, dy }, a.parameters)
          const largest = exact.reduce((m, v) => (compare(abs(v), abs(m)) > 0 ? v : m))
          const unit = Math.max(precise.toNumber(abs(largest)) * 2 ** (format === 'f64' ? -52 : -23), format === 'f64' ? 5e-324 : 2 ** -149)
          exact.forEach((v, i) => {
            const error = Math.abs(precise.toNumber(sub(v, fromNumber(dx[i]), 200))) / unit
            if (!(error <= 1)) expect.fail(`gradient ${i} of [${[...x].map(toHex)}]: ${dx[i]} is ${error} units off`)
          })
        }

        // What rowwise's docstring leaves to solu_ln: where one element rules, its gradient is about eps / x^2 of its terms, and less for a dy that is their mean there.
        const lost = (x: Float64Array, dy: Float64Array): boolean => {
          const largest = Math.max(...x)
          const mean = dy.reduce((sum, v) => sum + v, 0) / dy.length
          return largest > 1e5 || (largest > 50 && dy[x.indexOf(largest)] === mean)
        }

        // Elements that vanish beside the largest, lie next to the mean, or are all there is.
        const hard = [
          [1.25],
          [3, -57],
          [-20, 50.5, -23],
          [650, -650, 0],
          [4, 4, -60],
          [0.75, 0.75, 0.75, 0.75, 0.75],
          [1, 1 + 2 ** -20, 1, 1],
          [2 ** 40, 1, -(2 ** 40), 2 ** -20],
          [2 ** -120, 2 ** -122, 0],
          // Their sums and products leave the range of doubles.
          ...(format === 'f64'
            ? [
                [2 ** -1060, 2 ** -1062, 0],
                [1e-310, -3e-310, 2.5e-311],
                [1e155, -3e155, 2e155, 5],
                [1.7e308, 1.6e308, -1.7e308, 1.5e308],
              ]
            : []),
        ]
        for (const row of hard)
          test(`on the row ${row}`, async () => {
            const loaded = await load(a)
            const x = Float64Array.from(row)
            values(loaded, x)
            for (const upstream of [
              (i: number) => (i === 0 ? 1 : 0),
              (i: number) => ((7 * i) % 5) - 1.5,
              (i: number) => Math.fround(Math.sin(3 * i + 1)),
            ]) {
              const dy = Float64Array.from(row, (_, i) => upstream(i))
              if (!(entry.name === 'solu_ln' && lost(x, dy))) slopes(loaded, x, dy)
            }
          })

        test('gradients on rows', async () => {
          const loaded = await load(a)
          fc.assert(
            fc.property(
              fc.array(fc.tuple(fc.double({ min: -20, max: 20, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), {
                minLength: 2,
                maxLength: 40,
              }),
              pairs => {
                const x = Float64Array.from(pairs, ([v]) => Math.fround(v))
                const dy = Float64Array.from(pairs, ([, v]) => Math.fround(v))
                slopes(loaded, x, dy)
              },
            ),
            { numRuns: 8, seed: 20240229 },
          )
        })
      },
    )
  })
}
