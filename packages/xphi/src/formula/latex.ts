/** Expression to LaTeX. */
import type { Expr } from '../ir/index.ts'
import { print } from './print.ts'
import { type Rendered, renderer } from './render.ts'

const greek = new Set(['alpha', 'beta', 'gamma', 'delta', 'lambda', 'mu', 'sigma', 'tau', 'eps'])
const functions: Readonly<Record<string, string>> = {
  sigmoid: '\\sigma',
  normcdf: '\\Phi',
  normpdf: '\\varphi',
  tanh: '\\tanh',
  log: '\\ln',
  sin: '\\sin',
  cos: '\\cos',
  max: '\\max',
  min: '\\min',
}

/**
 * LaTeX of an expression, for mathematics mode. Throws a TextLimitError beyond a million characters.
 *
 * @example
 * toLatex(parse('x / 2')) // '\\frac{x}{2}'
 */
export const toLatex: (expr: Expr) => string = /*@__PURE__*/ renderer(render, inner => `\\left(${inner}\\right)`)

const escaped = (name: string): string => name.replaceAll('_', '\\_')
const symbol = (name: string): string =>
  name === 'eps' ? '\\varepsilon' : greek.has(name) ? `\\${name}` : name.length > 1 ? `\\mathrm{${escaped(name)}}` : escaped(name)

function render(e: Expr, latex: (e: Expr, outer: number) => string): Rendered {
  const [a, b, c] = e.args
  switch (e.op) {
    case 'const':
      return constant(e)
    case 'pi':
      return ['\\pi', 6]
    case 'rowlength':
      return ['n', 6]
    case 'input':
    case 'param':
      return [symbol(e.name), 6]
    case 'add':
      return [`${latex(a, 2)} + ${latex(b, 3)}`, 2]
    case 'sub':
      return [`${latex(a, 2)} - ${latex(b, 3)}`, 2]
    case 'mul':
      return [`${latex(a, 3)} \\, ${latex(b, 4)}`, 3]
    case 'div':
      return [`\\frac{${latex(a, 0)}}{${latex(b, 0)}}`, 6]
    case 'neg':
      return [`-${latex(a, 3)}`, 2]
    case 'pow':
      return [`{${latex(a, 6)}}^{${b.numerator}}`, 5]
    case 'lt':
      return [`${latex(a, 2)} < ${latex(b, 2)}`, 1]
    case 'le':
      return [`${latex(a, 2)} \\le ${latex(b, 2)}`, 1]
    case 'eq':
      return [`${latex(a, 2)} = ${latex(b, 2)}`, 1]
    case 'select':
      return [`\\begin{cases} ${latex(b, 0)} & ${latex(a, 0)} \\\\ ${latex(c, 0)} & \\text{otherwise} \\end{cases}`, 6]
    case 'abs':
      return [`\\left|${latex(a, 0)}\\right|`, 6]
    case 'sqrt':
      return [`\\sqrt{${latex(a, 0)}}`, 6]
    case 'exp':
      return [`e^{${latex(a, 0)}}`, 5]
    case 'expm1':
      return [`e^{${latex(a, 0)}} - 1`, 2]
    case 'rowsum':
      return [`\\textstyle\\sum_j ${latex(a, 3)}`, 2]
    case 'rowmax':
      return [`\\max_j ${latex(a, 3)}`, 2]
    case 'stopgrad':
      return render(a, latex)
    default:
      return [`${functions[e.op] ?? `\\operatorname{${escaped(e.op)}}`}\\left(${e.args.map(x => latex(x, 0)).join(', ')}\\right)`, 6]
  }
}

/** A decimal, its power of ten written as one, or a fraction. */
function constant(e: Expr): Rendered {
  const [top, bottom] = print(e).split(' / ')
  const [digits, power] = top.split('e')
  if (power !== undefined) return [`${digits} \\cdot 10^{${power}}`, digits.startsWith('-') ? 2 : 3]
  if (bottom === undefined) return [digits, digits.startsWith('-') ? 2 : 6]
  return digits.startsWith('-') ? [`-\\frac{${digits.slice(1)}}{${bottom}}`, 2] : [`\\frac{${digits}}{${bottom}}`, 6]
}
