import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { singleRunner } from '../../src/backend/typescript/single.ts'
import { parse, print } from '../../src/formula/index.ts'
import { add, build, div, type Expr, input, lt, mul, neg, pow, rational, select, sub } from '../../src/ir/index.ts'
import { type FastTape, lowerFast } from '../../src/lower/fast/lower.ts'
import { Unbounded } from '../../src/lower/fast/single.ts'
import { formats, ulpDistance } from '../../src/number/index.ts'
import { evaluated } from '../reference.ts'

const x = input('x')
const constants = fc
  .constantFrom([1n, 1n], [-2n, 1n], [1n, 2n], [3n, 10n], [7n, 3n], [1702n, 1000n] as const)
  .map(([n, d]) => rational(n, d))
const calls = [
  'exp',
  'expm1',
  'sigmoid',
  'tanh',
  'softplus',
  'normcdf',
  'normpdf',
  'abs',
  'sqrt',
  'tanhsoftplus',
  'silu_slope',
  'gelu_slope',
  'mish_slope',
  'tanhshrink',
  'sin',
  'cos',
] as const

/** Expressions of x: arithmetic, ternaries and functions. */
const { expression } = fc.letrec<{ expression: Expr }>(tie => ({
  expression: fc.oneof(
    { maxDepth: 4, depthSize: 'small', withCrossShrink: true },
    fc.oneof({ arbitrary: fc.constant(x), weight: 3 }, constants),
    fc.tuple(fc.constantFrom(add, sub, mul, div), tie('expression'), tie('expression')).map(([op, a, b]) => op(a, b)),
    fc.tuple(fc.constantFrom(...calls), tie('expression')).map(([op, a]) => build(op, [a])),
    tie('expression').map(neg),
    fc.tuple(tie('expression'), fc.constantFrom(2, 3)).map(([a, n]) => pow(a, n)),
    fc.tuple(constants, tie('expression'), tie('expression')).map(([c, a, b]) => select(lt(c, x), a, b)),
  ),
}))

const points = fc
  .oneof(
    fc.double({ min: -12, max: 12, noNaN: true }),
    fc.double({ min: -100, max: 100, noNaN: true }),
    fc.float({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, 2 ** -149, 2 ** -126, -(2 ** -140), 2 ** 40, 0.3, 7 / 3),
  )
  .map(Math.fround)

function lowered(e: Expr): FastTape | undefined {
  try {
    return lowerFast({ outputs: [e], inputs: ['x'], ulps: 4 })
  } catch (error) {
    if (error instanceof Unbounded) return undefined
    throw error
  }
}

describe('lowering to singles', () => {
  test('keeps every formula that it takes within the bound that it states, wherever its truth holds', () => {
    let [taken, held] = [0, 0]
    fc.assert(
      fc.property(expression, fc.array(points, { minLength: 6, maxLength: 6 }), (e, at) => {
        const fast = lowered(e)
        if (!fast) return
        taken++
        const run = singleRunner(fast.tape)
        for (const v of at) {
          const [y, holds] = run({ x: v })
          if (!holds) continue
          held++
          const exact = evaluated(e, { x: v })
          // A removable singularity: the rules cancel x / x.
          if (exact.kind === 'nan') continue
          const error = ulpDistance(y, exact, 'f32')
          const normal = Math.abs(y) > 2 ** formats.f32.minimumExponent
          expect(error, `${print(e)} at ${v}: ${y}`).toBeLessThanOrEqual(normal ? Math.max(0.5, fast.bounds[0]) : 4)
        }
      }),
      { numRuns: 3000, seed: 20240229 },
    )
    expect(taken).toBeGreaterThan(300)
    expect(held).toBeGreaterThan(1000)
  })

  test('refuses what cancels, passes the bound or has no form, and says which', () => {
    const why = (text: string): string => {
      try {
        lowerFast({ outputs: [parse(text)], inputs: ['x'], ulps: 4 })
      } catch (error) {
        return (error as Error).message
      }
      return 'taken'
    }
    expect(why('log(x)')).toBe('log has no fast form')
    expect(why('tanh(exp(x))')).toBe('the argument of a function holds exp')
    expect(why('tanh((x ^ 2 - x) / x + 1)')).toBe('the argument of a function may cancel')
    expect(why('x ^ 30')).toBe('a product overflows')
    expect(why('exp(x) < 2 ? 1 : 0')).toBe('a test of an inexact value')
    expect(why('tanh(3 * x) ^ 9')).toMatch(/^the bound is \d+\.\d ulp$/)
    expect(why('x * sigmoid(x)')).toBe('taken')
  })
})
