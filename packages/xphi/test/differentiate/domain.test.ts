import { describe, expect, test } from 'vitest'
import { type Activation, fromFormula } from '../../src/activation/activation.ts'
import { rounded } from '../../src/backend/typescript/rounded.ts'
import { compile } from '../../src/backend/wasm/compile.ts'
import { catalogue } from '../../src/catalogue/index.ts'
import { derivative, slopeOf } from '../../src/differentiate/index.ts'
import { parse } from '../../src/formula/index.ts'
import { evaluate } from '../../src/formula.ts'
import { define, functionOf } from '../../src/backend/typescript/define.ts'
import { input } from '../../src/ir/index.ts'

// Where the value is NaN the slope is, and nowhere else.
const cases = [
  ['log(x)', -1, Number.NaN],
  ['log(x)', 0, Number.POSITIVE_INFINITY],
  ['log(x)', 4, 0.25],
  ['log1p(x)', -2, Number.NaN],
  ['log1p(x)', -0.5, 2],
  ['x + log(2 * x + 1)', -3, Number.NaN],
  ['x * log(abs(x))', -1, 1],
  ['x > 0 ? log(x) : x', -1, 1],
  ['x > 0 ? log(x) : log(1 - 2 * abs(x))', -1, Number.NaN],
  ['max(1, log(x))', -1, 0],
  ['max(log(x), 1)', -1, Number.NaN],
  ['3 * stopgrad(log(x)) + x', -1, Number.NaN],
  ['log(1 + exp(x))', 0, 0.5],
] as const

describe.each(cases)('the slope of %s at %f is %f', (formula, x, slope) => {
  const value = define('own', formula)(x)

  test('as the value is NaN or not', () => {
    expect(Number.isNaN(slope)).toBe(Number.isNaN(value))
  })

  test('of scalars', () => {
    const f = define('own', formula)
    expect(f.derivative(x)).toBe(slope)
    expect(rounded(f, 'f16').derivative(x)).toBe(slope)
  })

  test.each(['exact', 'fast'] as const)('of kernels, %s', async mode => {
    const kernel = await compile(fromFormula('own', formula) as Activation<'pointwise'>, { mode })
    for (const of of [Float32Array, Float64Array]) {
      const row = of.from([x, 0.75, x, x, 0.75])
      expect(kernel.backward(row, row.slice().fill(1))[3]).toBe(slope)
      expect(kernel.both(row).dx[0]).toBe(slope)
    }
  })
})

test('an element of a row that has no value has no gradient', async () => {
  const a = fromFormula('own', 'log(x) * rowmax(x)') as Activation<'row'>
  const [x, dy] = [Float64Array.of(2, -1, 4), Float64Array.of(1, 1, 1)]
  for (const row of [functionOf(a), (await compile(a)).backward(x, dy), evaluate(a, { x }, dy).slopes.x]) {
    const gradient =
      typeof row === 'function'
        ? (row as unknown as { derivative(x: Float64Array, dy: Float64Array): Float64Array }).derivative(x, dy)
        : row
    expect(gradient[1]).toBeNaN()
  }
})

test('nothing is added where the argument is never negative, as in the whole catalogue', () => {
  for (const text of ['log(1 + exp(x))', 'log(x ^ 2)', 'x / (1 + x)', ...catalogue.filter(e => e.kind === 'pointwise').map(e => e.formula)])
    expect(slopeOf(parse(text), input('x'))).toBe(derivative(parse(text), input('x')))
})
