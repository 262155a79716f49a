import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue/index.ts'
import { gradients } from '../../src/differentiate/index.ts'
import { parse, parseDefinition, print, TextLimitError, toLatex } from '../../src/formula/index.ts'
import { maximumLength } from '../../src/formula/tokens.ts'
import * as ir from '../../src/ir/index.ts'
import { expressions, rationals, whole } from './expressions.ts'

describe('print', () => {
  test.each([
    ['((x))', 'x'],
    ['x+1', 'x + 1'],
    ['x > 0 ? x : alpha*expm1(x)', '0 < x ? x : alpha * expm1(x)'],
    ['(x - 1) - (x - 2)', 'x - 1 - (x - 2)'],
    ['x / (2 * alpha) / x', 'x / (2 * alpha) / x'],
    ['-x^2', '-x ^ 2'],
    ['(-x)^2', '(-x) ^ 2'],
    ['x^-2', 'x ^ (-2)'],
    ['x * (-0.5)', 'x * -0.5'],
    ['x / 3 + 1/3', 'x / 3 + 1 / 3'],
    ['(1/3)*x', '1 / 3 * x'],
    ['x^(1/2)', 'sqrt(x)'],
    ['(x < 1 ? 1 : 2) < 3 ? (x < 4 ? 5 : 6) : x < 7 ? 8 : 9', '(x < 1 ? 1 : 2) < 3 ? (x < 4 ? 5 : 6) : x < 7 ? 8 : 9'],
    ['e^x', 'exp(x)'],
    ['e * pi', 'e * pi'],
    ['rowmean(x)', 'rowsum(x) / rowsum(1)'],
    ['1e-30 * x', '1e-30 * x'],
    ['123456789.5e-3', '123456.7895'],
    ['x**2', 'x ^ 2'],
  ])('writes %s as %s', (text, written) => expect(print(parse(text))).toBe(written))

  test('round-trips every expression', () => {
    fc.assert(
      fc.property(expressions(whole), e => {
        fc.pre(print(e).length < 4000)
        expect(parse(print(e))).toBe(e)
      }),
      { numRuns: 400 },
    )
  })

  test('round-trips every constant', () => {
    fc.assert(
      fc.property(rationals, e => void expect(parse(print(e))).toBe(e)),
      { numRuns: 400 },
    )
  })

  test('round-trips the largest and the smallest constant', () => {
    const large = 2n ** 2048n - 1n
    for (const e of [ir.rational(large), ir.rational(-large, large - 1n), ir.rational(1n, large), ir.rational(1n, 2n ** 2047n)]) {
      expect(parse(print(e))).toBe(e)
    }
  })

  test.each(catalogue)('round-trips $name, its derivatives and their derivatives', entry => {
    const options = { parameters: entry.parameters.map(p => p.name) }
    const root = parseDefinition(entry)
    const names = entry.kind === 'gated' ? ['gate', 'value'] : ['x']
    const all = [...names.map(ir.input), ...options.parameters.map(ir.param)]
    const first = gradients(root, ir.one, all)
    const second = entry.kind === 'row' ? [] : first.flatMap(d => gradients(d, ir.one, all))
    for (const e of [root, ...first, ...second]) {
      const text = print(e)
      // One gradient is longer than what a stranger may write.
      if (text.length > maximumLength) expect([entry.name, e]).toEqual(['solu_ln', first[0]])
      else expect(parse(text, options)).toBe(e)
    }
  })

  test('round-trips the derivatives of the largest powers', () => {
    const x = ir.input('x')
    for (const n of [64, -64]) {
      const [first] = gradients(parse(`x ^ ${n}`), ir.one, [x])
      const [second] = gradients(first, ir.one, [x])
      for (const e of [first, second]) expect(parse(print(e))).toBe(e)
    }
  })

  test('refuses a text without end instead of writing it', () => {
    const e = parse(`${'silu('.repeat(100)}x${')'.repeat(100)}`)
    expect(() => print(e)).toThrow(TextLimitError)
    expect(() => toLatex(e)).toThrow('the expression takes more than 1000000 characters')
  })
})
