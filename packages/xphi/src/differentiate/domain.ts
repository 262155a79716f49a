/** Where a formula has no value, its derivative has none either: the rule 1 / u for log(u) knows nothing of that. */
import { add, build, eq, type Expr, integer, lt, select, signsOf, topological, zero } from '../ir/index.ts'
import { derivative } from './gradient.ts'

/** The slope, and NaN where the root's value takes the logarithm of a negative number. */
export function defined(slope: Expr, root: Expr): Expr {
  const nodes = topological([root])
  const signs = signsOf(nodes)
  /** By node: 0 where it has a value, else NaN, as the root of a negative number is in every arithmetic. */
  const marks = new Map<Expr, Expr>()
  for (const e of nodes) {
    const [a, b, c] = e.args
    const [p, q, r] = e.args.map(arg => marks.get(arg)!)
    const least = e.op === 'log' ? zero : e.op === 'log1p' ? integer(-1) : undefined
    if (least) marks.set(e, signs.get(a) === 1 ? p : select(lt(a, least), build('sqrt', [a]), p))
    else if (e.op === 'select') marks.set(e, select(a, q, r))
    // Of a row only the element itself; of min and max the first, since what is no larger and no smaller than it is not taken.
    else if (e.op === 'rowsum' || e.op === 'rowmax' || e.args.length === 0) marks.set(e, zero)
    else if (e.op === 'min' || e.op === 'max') marks.set(e, p)
    else marks.set(e, b && c === undefined ? add(p, q) : p)
  }
  const mark = marks.get(root)!
  return mark === zero ? slope : select(eq(mark, zero), slope, mark)
}

/** d root / d input, and NaN where the root has no value: what is evaluated, where `derivative` is what is read. */
export const slopeOf = (root: Expr, wrt: Expr): Expr => defined(derivative(root, wrt), root)
