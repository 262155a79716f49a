/** Text to tokens. Bounded: a formula from a stranger may not be longer than `maximumLength`. */
import { FormulaError } from './error.ts'

export interface Token {
  readonly kind: 'number' | 'name' | 'symbol' | 'end'
  readonly text: string
  /** From 1. */
  readonly column: number
}

export const maximumLength = 4096
const pattern = /\s*(?:((?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|([A-Za-z_][A-Za-z_0-9]*)|(<=|>=|==|!=|\*\*|[-+*/^(),?:<>]))/y

export function tokenize(text: string): Token[] {
  if (text.length > maximumLength)
    throw new FormulaError(`a formula of ${text.length} characters is over the limit of ${maximumLength}`, text, maximumLength)
  const tokens: Token[] = []
  let at = 0
  while (text.slice(at).trim() !== '') {
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) {
      const column = at + text.slice(at).search(/\S/) + 1
      throw new FormulaError(`unexpected character '${String.fromCodePoint(text.codePointAt(column - 1)!)}'`, text, column)
    }
    const [, number, name, symbol] = match
    const word = number ?? name ?? symbol
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'symbol'
    tokens.push({ kind, text: word === '**' ? '^' : word, column: pattern.lastIndex - word.length + 1 })
    at = pattern.lastIndex
  }
  tokens.push({ kind: 'end', text: '', column: text.length + 1 })
  return tokens
}
