import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activation, expressionOf, inputsOf } from '../../src/activation/activation.ts'
import { catalogue } from '../../src/catalogue/index.ts'
import { derivative } from '../../src/differentiate/index.ts'
import { parse, toLatex } from '../../src/formula/index.ts'
import * as ir from '../../src/ir/index.ts'
import { expressions, whole } from './expressions.ts'

/** What LaTeX itself would stop at: braces, \left with \right, and environments, each closed in its turn. */
function unbalanced(text: string): string | undefined {
  const open: string[] = []
  const partner: Readonly<Record<string, string>> = { '}': '{', '\\right': '\\left', '\\end{cases}': '\\begin{cases}' }
  for (const [token] of text.matchAll(/\\begin\{cases\}|\\end\{cases\}|\\left(?![a-z])|\\right(?![a-z])|\\.|[{}]/g)) {
    if (['{', '\\left', '\\begin{cases}'].includes(token)) open.push(token)
    else if (token in partner && open.pop() !== partner[token]) return `${token} in ${text}`
  }
  return open.length ? `${open.join(' ')} in ${text}` : undefined
}

describe('LaTeX', () => {
  test.each([
    ['x + 1', 'x + 1'],
    ['x / 2', '\\frac{x}{2}'],
    ['(x + 1) * (x - 1)', '\\left(x + 1\\right) \\, \\left(x - 1\\right)'],
    ['x - (x - 1)', 'x - \\left(x - 1\\right)'],
    ['-(x + 1)', '-\\left(x + 1\\right)'],
    ['-2 * x', '\\left(-2\\right) \\, x'],
    ['x / 3 + 1 / 3', '\\frac{x}{3} + \\frac{1}{3}'],
    ['(1 / 3 + x) ^ 2', '{\\left(\\frac{1}{3} + x\\right)}^{2}'],
    ['1e-30 * x', '1 \\cdot 10^{-30} \\, x'],
    ['exp(x) ^ 2', '{\\left(e^{x}\\right)}^{2}'],
    ['expm1(x) * 2', '\\left(e^{x} - 1\\right) \\, 2'],
    ['sqrt(x) * abs(x)', '\\sqrt{x} \\, \\left|x\\right|'],
    ['x > 0 ? x : alpha * x', '\\begin{cases} x & 0 < x \\\\ \\alpha \\, x & \\text{otherwise} \\end{cases}'],
    [
      'x <= 0 ? 1 : x == 1 ? 2 : 3',
      '\\begin{cases} 1 & x \\le 0 \\\\ \\begin{cases} 2 & x = 1 \\\\ 3 & \\text{otherwise} \\end{cases} & \\text{otherwise} \\end{cases}',
    ],
    ['normcdf(x) + normpdf(x) * sigmoid(x)', '\\Phi\\left(x\\right) + \\varphi\\left(x\\right) \\, \\sigma\\left(x\\right)'],
    ['softplus(x)', '\\operatorname{softplus}\\left(x\\right)'],
    ['max(0, x)', '\\max\\left(0, x\\right)'],
    ['rowsum(x) * x', '\\left(\\textstyle\\sum_j x\\right) \\, x'],
    ['rowsum(x * x)', '\\textstyle\\sum_j x \\, x'],
    ['rowsum(x + 1)', '\\textstyle\\sum_j \\left(x + 1\\right)'],
    ['x - rowmax(x)', 'x - \\left(\\max_j x\\right)'],
    ['rowmean(x)', '\\frac{\\textstyle\\sum_j x}{n}'],
    ['a * beta + my_rate * x_1 + eps', 'a \\, \\beta + \\mathrm{my\\_rate} \\, \\mathrm{x\\_1} + \\varepsilon'],
    ['pi * e', '\\pi \\, e^{1}'],
    ['gate * value', '\\mathrm{gate} \\, \\mathrm{value}'],
  ])('of %s', (text, latex) => expect(toLatex(parse(text))).toBe(latex))

  test('is well formed for any expression', () => {
    fc.assert(
      fc.property(expressions(whole), e => {
        const latex = toLatex(e)
        fc.pre(latex.length < 20_000)
        expect(unbalanced(latex)).toBeUndefined()
        expect(latex).not.toMatch(/(^|[^\\])_(?!j)|[*^]\s*$|undefined/)
      }),
      { numRuns: 300 },
    )
  })

  test('the check of well-formedness finds what is open', () => {
    for (const bad of ['{x', 'x}', '\\left(x', '\\left({x\\right)}', '\\begin{cases} x', '\\frac{1}{\\end{cases}}'])
      expect(unbalanced(bad)).toBeDefined()
    expect(unbalanced('\\left\\{x\\right\\}')).toBeUndefined()
  })

  // Golden text: what the printer wrote when each line was read and found right. `npx vitest -u` writes it anew.
  test('of the catalogue, values and derivatives', async () => {
    const lines = catalogue.flatMap(entry => {
      const a = activation(entry.name)
      const root = expressionOf(a)
      const slopes = a.kind === 'row' ? [] : inputsOf(a).map(n => `${entry.name}, d/d${n}: ${toLatex(derivative(root, ir.input(n)))}`)
      return [`${entry.name}: ${toLatex(root)}`, ...slopes]
    })
    for (const line of lines) expect(unbalanced(line)).toBeUndefined()
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('latex.golden.txt')
  })
})
