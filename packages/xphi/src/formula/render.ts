/** Expression to text, whatever the notation: parentheses where an operand binds more weakly than its place asks. */
import type { Expr } from '../ir/index.ts'

/** How strongly the text binds: ternary 0, comparison 1, sum 2, product 3, sign 4, power 5, primary 6. */
export type Rendered = readonly [text: string, strength: number]

export class TextLimitError extends Error {
  override readonly name = 'TextLimitError'
}

export const maximumText = 1_000_000

/** Each node is rendered once; what is shared is written out at each use, so a short formula may have an endless text, which is refused. */
export function renderer(
  render: (e: Expr, text: (e: Expr, outer: number) => string) => Rendered,
  group: (inner: string) => string,
): (e: Expr) => string {
  return root => {
    const done = new Map<Expr, Rendered>()
    const text = (e: Expr, outer: number): string => {
      let rendered = done.get(e)
      if (!rendered) {
        rendered = render(e, text)
        if (rendered[0].length > maximumText) throw new TextLimitError(`the expression takes more than ${maximumText} characters`)
        done.set(e, rendered)
      }
      return rendered[1] < outer ? group(rendered[0]) : rendered[0]
    }
    return text(root, 0)
  }
}
