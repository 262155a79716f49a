import { describe, expect, test } from 'vitest'
import { derivative } from '../../src/differentiate/index.ts'
import { parse } from '../../src/formula/index.ts'
import { type Expr, input } from '../../src/ir/index.ts'
import { expansionRadius, expansions } from '../../src/lower/expansions.ts'
import { rewrite } from '../../src/lower/rewrite.ts'
import { expansionOf } from '../../src/lower/zeros.ts'
import { big, evaluated } from '../reference.ts'

const x = input('x')
const slopeOf = (formula: string): Expr => derivative(parse(formula), x)

describe.each(expansions)('the expansion of the derivative of $formula', ({ formula, zero, first, rest }) => {
  const slope = slopeOf(formula)
  const exactly = (parts: readonly number[]) => parts.map(big.fromNumber).reduce(big.add)
  const at = exactly([zero.h, zero.l, zero.rest])

  test('starts at a zero, known to 150 bits', () => {
    const left = Math.abs(big.toNumber(evaluated(slope, { x: at })))
    expect(left).toBeLessThan(2 ** -150)
  })

  test.each([-1, -0.5, -0.01, 0.3, 1])('is the derivative at %f of its radius', part => {
    const d = big.fromNumber(part * expansionRadius)
    const coefficients = [exactly([first.h, first.l]), ...rest.map(big.fromNumber)]
    const sum = coefficients.reduceRight((s, c) => big.add(big.mul(s, d), c))
    const exact = evaluated(slope, { x: big.add(at, d) })
    const off = big.toNumber(big.sub(big.div(big.mul(sum, d), exact), big.fromNumber(1)))
    expect(Math.abs(off)).toBeLessThan(2 ** -56)
  })

  test('is found in the rewritten expression, whatever the input is called', () => {
    expect(expansionOf(rewrite(slope))?.expansion.formula).toBe(formula)
    const gate = input('gate')
    const renamed = derivative(parse(formula.replaceAll(/\bx\b/g, 'gate')), gate)
    expect(expansionOf(rewrite(renamed))).toMatchObject({ argument: gate, expansion: { formula } })
  })
})

test('a stretched argument has the expansion of the slope; other expressions have none', () => {
  expect(expansionOf(rewrite(slopeOf('x * sigmoid(1.702 * x)')))?.expansion.formula).toBe('x * sigmoid(x)')
  for (const other of ['sigmoid(x)', 'x ^ 2', 'x * sin(x)', 'tanhshrink(x)']) expect(expansionOf(rewrite(slopeOf(other)))).toBeUndefined()
})
