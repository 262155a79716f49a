/**
 * A fault in a formula's text. `column` counts from 1.
 *
 * @example
 * try {
 *   parse('2 * sigmod(x)')
 * } catch (error) {
 *   error.column // 5
 *   error.reason // 'unknown function sigmod, did you mean sigmoid?'
 * }
 */
export class FormulaError extends Error {
  override readonly name = 'FormulaError'
  readonly reason: string
  readonly column: number
  readonly text: string
  constructor(reason: string, text: string, column: number) {
    const from = Math.max(0, column - 61)
    // One line, whatever the text: the mark must stand below its column, and a terminal must not obey a stranger's escapes.
    const line = text.slice(from, from + 120).replace(/[\s\p{Cc}]/gu, ' ')
    super(`${reason}, at column ${column}\n  ${line}\n  ${' '.repeat(column - 1 - from)}^`)
    this.reason = reason
    this.column = column
    this.text = text
  }
}
