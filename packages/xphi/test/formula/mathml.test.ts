import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activation, expressionOf, inputsOf } from '../../src/activation/activation.ts'
import { catalogue } from '../../src/catalogue/index.ts'
import { derivative } from '../../src/differentiate/index.ts'
import { parse, toMathml } from '../../src/formula/index.ts'
import * as ir from '../../src/ir/index.ts'
import { expressions, whole } from './expressions.ts'

/** How many children each element of fixed arity must have; a browser shows an error for another number. */
const arity: Readonly<Record<string, number>> = { mfrac: 2, msup: 2, munder: 2, msqrt: 1 }
const known = new Set(['math', 'mrow', 'mi', 'mn', 'mo', 'mtext', 'mspace', 'mtable', 'mtr', 'mtd', ...Object.keys(arity)])

/** What an XML parser or MathML's content model would refuse. */
function fault(text: string): string | undefined {
  const open: { readonly name: string; children: number }[] = [{ name: 'top', children: 0 }]
  for (const [whole, close, name, empty, loose] of text.matchAll(/<(\/?)(\w+)[^<>]*?(\/?)>|([^<]+)/g)) {
    const parent = open[open.length - 1]
    if (loose !== undefined) {
      if (!['mi', 'mn', 'mo', 'mtext'].includes(parent.name)) return `${loose} stands in ${parent.name}`
      if (/&(?!lt;|#x2061;)/.test(loose)) return `${loose} is not escaped`
    } else if (close) {
      const { name: of, children } = open.pop()!
      if (of !== name) return `${whole} closes ${of}`
      if (name in arity && children !== arity[name]) return `${name} has ${children} children`
    } else {
      if (!known.has(name)) return `${name} is unknown`
      parent.children++
      if (!empty) open.push({ name, children: 0 })
    }
  }
  return open.length === 1 && open[0].children === 1 ? undefined : `${open.length - 1} elements are open`
}

/** The text that a reader sees, row by row. */
const seen = (text: string): string =>
  toMathml(parse(text))
    .replaceAll('&#x2061;', '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')

describe('MathML', () => {
  test.each([
    ['x + 1', '<mrow><mi>x</mi><mo>+</mo><mn>1</mn></mrow>'],
    ['x / 2', '<mfrac><mi>x</mi><mn>2</mn></mfrac>'],
    ['x ^ 2', '<msup><mi>x</mi><mn>2</mn></msup>'],
    ['x ^ (-2)', '<msup><mi>x</mi><mrow><mo form="prefix">−</mo><mn>2</mn></mrow></msup>'],
    ['exp(-x)', '<msup><mi>e</mi><mrow><mo form="prefix">−</mo><mi>x</mi></mrow></msup>'],
    ['sqrt(x)', '<msqrt><mi>x</mi></msqrt>'],
    ['1e-30 + x', '<mrow><mrow><mn>1</mn><mo>·</mo><msup><mn>10</mn><mn>−30</mn></msup></mrow><mo>+</mo><mi>x</mi></mrow>'],
    ['x < 1 / 3 ? 1 : 2', undefined],
  ])('of %s', (text, inner) => {
    const mathml = toMathml(parse(text))
    expect(fault(mathml)).toBeUndefined()
    if (inner !== undefined) expect(mathml).toBe(`<math display="block">${inner}</math>`)
  })

  test.each([
    ['(x + 1) * (x - 1)', '(x+1)(x−1)'],
    ['x - (x - 1)', 'x−(x−1)'],
    ['-(x + 1)', '−(x+1)'],
    ['-2 * x', '(−2)x'],
    ['expm1(x) * 2', '(ex−1)2'],
    ['abs(x) + max(0, x)', '|x|+max(0,x)'],
    ['normcdf(x) + normpdf(x) * sigmoid(x)', 'Φ(x)+φ(x)σ(x)'],
    ['x > 0 ? x : alpha * x', '{x0<xαxotherwise'],
    ['rowsum(x) * x', '(∑jx)x'],
    ['x - rowmax(x)', 'x−(maxjx)'],
    ['my_rate * eps', 'my_rateε'],
  ])('keeps the order of operations of %s: %s', (text, shown) => expect(seen(text)).toBe(shown))

  test('is well formed for any expression', () => {
    fc.assert(
      fc.property(expressions(whole), e => {
        const mathml = toMathml(e)
        fc.pre(mathml.length < 60_000)
        expect(fault(mathml)).toBeUndefined()
        expect(mathml).not.toMatch(/undefined|NaN/)
      }),
      { numRuns: 300 },
    )
  })

  test.each(catalogue.map(({ name }) => name))('of %s and its derivatives is well formed', name => {
    const a = activation(name)
    expect(fault(toMathml(expressionOf(a)))).toBeUndefined()
    if (a.kind === 'row') return
    for (const input of inputsOf(a)) expect(fault(toMathml(derivative(expressionOf(a), ir.input(input))))).toBeUndefined()
  })

  test('the check of well-formedness finds what is wrong', () => {
    for (const bad of [
      '<mi>x',
      '<mi>x</mn>',
      '<mfrac><mi>x</mi></mfrac>',
      '<mrow>x</mrow>',
      '<mi>a & b</mi>',
      '<script>1</script>',
      '<mi>x</mi><mi>y</mi>',
    ])
      expect(fault(bad), bad).toBeDefined()
  })
})
