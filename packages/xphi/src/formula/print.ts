/** Expression to text that parses back to the same expression. */
import { type Expr, isConst } from '../ir/index.ts'
import { type Rendered, renderer } from './render.ts'

const comparisons = { lt: '<', le: '<=', eq: '==' } as const

/**
 * The text of an expression. Throws a TextLimitError beyond a million characters.
 *
 * @example
 * print(parse('(x)**2+1/2')) // 'x ^ 2 + 0.5'
 */
export const print: (expr: Expr) => string = /*@__PURE__*/ renderer(render, inner => `(${inner})`)

function render(e: Expr, text: (e: Expr, outer: number) => string): Rendered {
  const [a, b, c] = e.args
  switch (e.op) {
    case 'const':
      return constant(e)
    case 'pi':
      return ['pi', 6]
    case 'input':
    case 'param':
      return [e.name, 6]
    case 'rowlength':
      return ['rowsum(1)', 6]
    case 'add':
      return [`${text(a, 2)} + ${text(b, 3)}`, 2]
    case 'sub':
      return [`${text(a, 2)} - ${text(b, 3)}`, 2]
    case 'mul':
      return [`${text(a, 3)} * ${text(b, 4)}`, 3]
    case 'div':
      return [`${text(a, 3)} / ${text(b, 4)}`, 3]
    case 'neg':
      return [`-${text(a, 4)}`, 4]
    case 'pow':
      return [`${text(a, 6)} ^ ${isConst(b) && b.numerator < 0n ? `(${b.numerator})` : b.numerator}`, 5]
    case 'lt':
    case 'le':
    case 'eq':
      return [`${text(a, 2)} ${comparisons[e.op]} ${text(b, 2)}`, 1]
    case 'select':
      return [`${text(a, 1)} ? ${text(b, 1)} : ${text(c, 0)}`, 0]
    case 'exp':
      return isConst(a, 1) ? ['e', 6] : [`exp(${text(a, 0)})`, 6]
    default:
      return [`${e.op}(${e.args.map(arg => text(arg, 0)).join(', ')})`, 6]
  }
}

/** Decimals where they are exact and short, or shorter than the quotient. */
function constant(e: Expr): Rendered {
  const negative = e.numerator < 0n
  let digits = (negative ? -e.numerator : e.numerator).toString()
  if (e.denominator !== 1n) {
    const places = decimalPlaces(e.denominator)
    const quotient = `${e.numerator} / ${e.denominator}`
    if (places === undefined) return [quotient, 3]
    digits = ((BigInt(digits) * 10n ** BigInt(places)) / e.denominator).toString().padStart(places + 1, '0')
    digits = `${digits.slice(0, -places)}.${digits.slice(-places)}`
    const value = Number(digits)
    if (places > 20 && decimalText(value) === digits) digits = String(value)
    if (digits.length > Math.max(20, quotient.length)) return [quotient, 3]
  }
  return negative ? [`-${digits}`, 4] : [digits, 6]
}

function decimalText(value: number): string | undefined {
  const match = /^(\d)(?:\.(\d+))?e-(\d+)$/.exec(String(value))
  return match ? `0.${'0'.repeat(Number(match[3]) - 1)}${match[1]}${match[2] ?? ''}` : undefined
}

function decimalPlaces(denominator: bigint): number | undefined {
  let [twos, fives, rest] = [0, 0, denominator]
  for (; rest % 2n === 0n; rest /= 2n) twos++
  for (; rest % 5n === 0n; rest /= 5n) fives++
  return rest === 1n ? Math.max(twos, fives) : undefined
}
