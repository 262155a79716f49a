/** Where doubles are too few: sums whose terms may cancel although they were rounded, and logarithms of what may be next to 1. */
import { type Expr, opposite, signsOf, topological } from '../ir/index.ts'
import { isCount } from './lower.ts'
import { rewrite } from './rewrite.ts'

/** Whether plain doubles may lose what f32 shows of an expression over rows. True where it cannot be told. */
export function cancels(root: Expr): boolean {
  const nodes = topological([rewrite(root)])
  const signs = signsOf(nodes)
  const exact = new Set<Expr>()
  for (const e of nodes) {
    const [p, q] = e.args.map(arg => signs.get(arg))
    const both = e.args.every(arg => exact.has(arg))
    const known = ['input', 'const'].includes(e.op) || isCount(e)
    if (known || (both && ['neg', 'abs', 'max', 'min', 'rowmax', 'stopgrad'].includes(e.op))) exact.add(e)
    if (e.op === 'add' || e.op === 'sub') {
      const other = e.op === 'add' ? q : opposite(q)
      if (!both && (p === undefined || p !== other)) return true
    }
    if (e.op === 'log' || e.op === 'sin' || e.op === 'cos') return true
  }
  return false
}
