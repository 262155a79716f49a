/** Expression to MathML Core: what browsers lay out themselves, and screen readers read. */
import type { Expr } from '../ir/index.ts'
import { print } from './print.ts'
import { type Rendered, renderer } from './render.ts'

const greek: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  lambda: 'λ',
  mu: 'μ',
  sigma: 'σ',
  tau: 'τ',
  eps: 'ε',
}
const functions: Readonly<Record<string, string>> = { sigmoid: 'σ', normcdf: 'Φ', normpdf: 'φ', log: 'ln' }
const space = '<mspace width="0.167em"/>'
const apply = '<mo>&#x2061;</mo>'

const row = (inner: string): string => `<mrow>${inner}</mrow>`
const fence = (inner: string, open = '(', close = ')'): string =>
  row(`<mo fence="true" form="prefix">${open}</mo>${inner}<mo fence="true" form="postfix">${close}</mo>`)
const operator = (text: string): string => `<mo>${text}</mo>`
const number = (text: string): string => `<mn>${text}</mn>`

const body: (expr: Expr) => string = /*@__PURE__*/ renderer(render, fence)

/**
 * MathML of an expression: the element `math`, to be shown as a block. Names are those that the parser takes, so that it needs no escaping.
 * Throws a TextLimitError beyond a million characters.
 *
 * @example
 * toMathml(parse('x / 2')) // '<math display="block"><mfrac><mi>x</mi><mn>2</mn></mfrac></math>'
 */
export const toMathml = (expr: Expr): string => `<math display="block">${body(expr)}</math>`

const symbol = (name: string): string => `<mi>${greek[name] ?? name}</mi>`

function render(e: Expr, mathml: (e: Expr, outer: number) => string): Rendered {
  const [a, b, c] = e.args
  const two = (sign: string, left: number, right: number, strength: number): Rendered => [
    row(`${mathml(a, left)}${operator(sign)}${mathml(b, right)}`),
    strength,
  ]
  switch (e.op) {
    case 'const':
      return constant(e)
    case 'pi':
      return ['<mi>π</mi>', 6]
    case 'rowlength':
      return ['<mi>n</mi>', 6]
    case 'input':
    case 'param':
      return [symbol(e.name), 6]
    case 'add':
      return two('+', 2, 3, 2)
    case 'sub':
      return two('−', 2, 3, 2)
    case 'mul':
      return [row(`${mathml(a, 3)}${space}${mathml(b, 4)}`), 3]
    case 'div':
      return [`<mfrac>${mathml(a, 0)}${mathml(b, 0)}</mfrac>`, 6]
    case 'neg':
      return [row(`<mo form="prefix">−</mo>${mathml(a, 3)}`), 2]
    case 'pow':
      return [`<msup>${mathml(a, 6)}${constant(b)[0]}</msup>`, 5]
    case 'lt':
      return two('&lt;', 2, 2, 1)
    case 'le':
      return two('≤', 2, 2, 1)
    case 'eq':
      return two('=', 2, 2, 1)
    case 'select':
      return [cases(mathml(b, 0), mathml(a, 0), mathml(c, 0)), 6]
    case 'abs':
      return [fence(mathml(a, 0), '|', '|'), 6]
    case 'sqrt':
      return [`<msqrt>${mathml(a, 0)}</msqrt>`, 6]
    case 'exp':
      return [`<msup><mi>e</mi>${mathml(a, 0)}</msup>`, 5]
    case 'expm1':
      return [row(`<msup><mi>e</mi>${mathml(a, 0)}</msup>${operator('−')}${number('1')}`), 2]
    case 'rowsum':
      return [row(`<munder><mo>∑</mo><mi>j</mi></munder>${mathml(a, 3)}`), 2]
    case 'rowmax':
      return [row(`<munder><mi>max</mi><mi>j</mi></munder>${apply}${mathml(a, 3)}`), 2]
    case 'stopgrad':
      return render(a, mathml)
    default:
      return [row(`<mi>${functions[e.op] ?? e.op}</mi>${apply}${fence(e.args.map(x => mathml(x, 0)).join(operator(',')))}`), 6]
  }
}

function cases(then: string, test: string, otherwise: string): string {
  const line = (value: string, when: string): string => `<mtr><mtd>${value}</mtd><mtd>${when}</mtd></mtr>`
  return row(`<mo fence="true" form="prefix">{</mo><mtable>${line(then, test)}${line(otherwise, '<mtext>otherwise</mtext>')}</mtable>`)
}

/** A decimal, its power of ten written as one, or a fraction. */
function constant(e: Expr): Rendered {
  const [top, bottom] = print(e).split(' / ')
  const negative = /^-/.test(top)
  const [digits, power] = top.replace(/^-/, '').split('e')
  const value =
    power !== undefined
      ? row(`${number(digits)}${operator('·')}<msup>${number('10')}${number(power.replace('-', '−'))}</msup>`)
      : bottom === undefined
        ? number(digits)
        : `<mfrac>${number(digits)}${number(bottom)}</mfrac>`
  if (negative) return [row(`<mo form="prefix">−</mo>${value}`), 2]
  return [value, power === undefined ? 6 : 3]
}
