import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { activation } from '../../src/activation/activation.ts'
import { catalogue, type Entry } from '../../src/catalogue/index.ts'
import { parse } from '../../src/formula/index.ts'
import { generated } from '../../src/generate.ts'
import * as library from '../../src/index.ts'
import { define, type GatedScalar, type PointwiseScalar, type RowFunction } from '../../src/index.ts'
import { ulpDistance } from '../../src/number/index.ts'
import { defaults, evaluateText } from '../catalogue/evaluate.ts'
import { big, evaluated } from '../reference.ts'

const exported: Readonly<Record<string, unknown>> = { ...library }
const builtin = (entry: Entry): unknown => exported[entry.name]
const pointwise = catalogue.filter(e => e.kind === 'pointwise')
const gated = catalogue.filter(e => e.kind === 'gated')

/** Other values in the domain, beside the defaults. */
const others = (entry: Entry): number[] => entry.parameters.map(p => p.default * 1.25 + (p.maximum === undefined ? 0.0625 : 0))

const random = (() => {
  let state = 12345n
  return (): number => {
    state = (state * 6364136223846793005n + 1442695040888963407n) % 2n ** 64n
    return Number(state >> 11n) / 2 ** 53
  }
})()
const special = [
  0,
  -0,
  5e-324,
  -5e-324,
  2 ** -1022,
  1,
  -1,
  3,
  -3,
  0.5,
  -0.5,
  6,
  2 ** 300,
  -(2 ** 301),
  1.7e308,
  -1.7e308,
  Infinity,
  -Infinity,
  NaN,
]
const points = [
  ...special,
  ...Array.from({ length: 300 }, () => 40 * random() - 20),
  ...Array.from({ length: 300 }, () => (random() < 0.5 ? -1 : 1) * 2 ** (2100 * random() - 1070)),
]

/** What an entry states, rounded once from exact reals; infinities and NaN are none. */
const stated = (text: string, values: Readonly<Record<string, number>>): number =>
  /\b(inf|nan)\b|1 \/ 0/.test(text) ? evaluateText(text, values) : big.toNumber(evaluated(parse(text), values))

/** Both numbers, down to the sign of 0. */
const same = (a: number, b: number, what: string): void => {
  if (!Object.is(a, b)) expect(`${what}: ${a}`).toBe(`${what}: ${b}`)
}

test('the generated files are what the catalogue makes', () => {
  const folder = new URL('../../src/', import.meta.url)
  const files = generated()
  expect(files.length).toBe(catalogue.length + 1)
  for (const [path, text] of files) expect(readFileSync(new URL(path, folder), 'utf8') === text, `${path}: npm run generate`).toBe(true)
  expect(readdirSync(new URL('scalar/', folder)).sort()).toEqual(files.map(([path]) => path.replace('scalar/', '')).sort())
})

describe.each(pointwise)('$name', entry => {
  const f = builtin(entry) as PointwiseScalar
  const mine = define('mine', entry.formula, defaults(entry)) as PointwiseScalar

  test('has the bits of its formula defined by a user, value and derivative, with any parameters', () => {
    for (const parameters of [[], others(entry)]) {
      for (const x of points) {
        same(f(x, ...parameters), mine(x, ...parameters), `f(${x}, ${parameters})`)
        same(f.derivative(x, ...parameters), mine.derivative(x, ...parameters), `f'(${x}, ${parameters})`)
      }
    }
  })

  test('comes to the limits that its entry states, at infinity itself', () => {
    for (const values of [defaults(entry), Object.fromEntries(entry.parameters.map((p, i) => [p.name, others(entry)[i]]))]) {
      const parameters = Object.values(values)
      for (const [x, end] of [
        [-Infinity, 'minusInfinity'],
        [Infinity, 'plusInfinity'],
      ] as const) {
        for (const [what, value, text] of [
          ['f', f(x, ...parameters), entry.limits![end]],
          ["f'", f.derivative(x, ...parameters), entry.slopeLimits![end]],
        ] as const) {
          const limit = stated(text, values)
          // Where there is no limit (the slope of a wave) nothing is promised but that it does not run off.
          if (Number.isNaN(limit)) expect(Math.abs(value), `${what}(${x})`).not.toBe(Infinity)
          else expect(value + 0, `${what}(${x})`).toBe(limit + 0)
        }
      }
    }
  })

  test('has the stated derivative at each kink', () => {
    for (const values of [defaults(entry), Object.fromEntries(entry.parameters.map((p, i) => [p.name, others(entry)[i]]))]) {
      for (const kink of entry.kinks) {
        const at = stated(kink.at, values)
        expect(f.derivative(at, ...Object.values(values)), `at ${at}`).toBe(stated(kink.derivative, values))
      }
    }
  })

  test('gives NaN for NaN, and the zero of its formula in IEEE arithmetic', () => {
    expect(f(NaN)).toBeNaN()
    expect(f.derivative(NaN)).toBeNaN()
    for (const zero of [0, -0]) {
      const expected = evaluateText(entry.formula, { ...defaults(entry), x: zero })
      if (expected === 0) same(f(zero), expected, `f(${zero})`)
    }
  })
})

describe.each(gated)('$name', entry => {
  const f = builtin(entry) as GatedScalar
  const mine = define('mine', entry.formula, defaults(entry)) as GatedScalar

  test('has the bits of its formula defined by a user, value and derivatives, with any parameters', () => {
    const partners = points.map((_, i) => points[(i * 7 + 3) % points.length])
    for (const parameters of [[], others(entry)]) {
      points.forEach((gate, i) => {
        const value = partners[i]
        const where = `(${gate}, ${value}, ${parameters})`
        same(f(gate, value, ...parameters), mine(gate, value, ...parameters), `f${where}`)
        const [a, b] = [f, mine].map(g => g.derivative(gate, value, ...parameters))
        same(a.gate, b.gate, `df/dgate${where}`)
        same(a.value, b.value, `df/dvalue${where}`)
      })
    }
  })

  test('has the stated derivative at each kink, and NaN for NaN', () => {
    const values = defaults(entry)
    for (const { input, at, derivative } of entry.kinks) {
      for (const other of [-2.5, 0.75, 6]) {
        const place = { gate: other, value: other, [input]: stated(at, values) }
        const slope = f.derivative(place.gate, place.value)[input as 'gate']
        const slopeStated = stated(derivative, { ...values, ...place })
        expect(ulpDistance(slope, slopeStated), `${input} = ${at}`).toBeLessThanOrEqual(1)
      }
    }
    for (const [gate, value] of [
      [NaN, 1],
      [1, NaN],
    ]) {
      expect(f(gate, value)).toBeNaN()
      expect(f.derivative(gate, value).gate).toBeNaN()
      expect(f.derivative(gate, value).value).toBeNaN()
    }
  })
})

describe.each(catalogue.filter(e => e.kind === 'row'))('$name', entry => {
  test('has the bits of its formula defined by a user', () => {
    const f = builtin(entry) as RowFunction
    const mine = define('mine', entry.formula, defaults(entry)) as RowFunction
    for (const length of [1, 2, 17]) {
      const row = Float64Array.from({ length }, () => 30 * random() - 15)
      const dy = Float64Array.from({ length }, () => random() - 0.5)
      expect(f(row)).toEqual(mine(row))
      expect(f.derivative(row, dy)).toEqual(mine.derivative(row, dy))
    }
    expect(f(new Float64Array(0))).toEqual(new Float64Array(0))
  })
})

test.each(catalogue)('$name carries its data and is found by name and alias', entry => {
  const f = builtin(entry) as PointwiseScalar
  expect({ name: f.name, kind: f.kind, formula: f.formula, parameters: f.parameters }).toEqual(activation(entry.name))
  for (const alias of entry.aliases) expect(activation(alias)).toEqual(activation(entry.name))
  expect(() => {
    ;(f as { formula: string }).formula = 'x'
  }).toThrow(TypeError)
  expect(() => {
    ;(f.parameters as Record<string, number>).added = 1
  }).toThrow(TypeError)
})
