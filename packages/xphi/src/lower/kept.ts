/** What a row's phases share: functions that are computed once an element and kept, since they cost more than to be read again. */
import { rowUniform } from '../differentiate/index.ts'
import { type Expr, isReduction } from '../ir/index.ts'
import { elementary } from './elementary/index.ts'

/** By phase, given what each wants: the values that it is the first to compute and that later ones read. */
export function keptValues(wanted: readonly (readonly Expr[])[]): readonly (readonly Expr[])[] {
  const uniform = new Map<Expr, boolean>()
  const first = new Map<Expr, number>()
  const kept = new Set<Expr>()
  for (const [phase, exprs] of wanted.entries()) {
    const seen = new Set<Expr>()
    const visit = (e: Expr): void => {
      if (seen.has(e) || isReduction(e.op)) return
      seen.add(e)
      if (e.op in elementary && !rowUniform(e, uniform)) {
        const before = first.get(e)
        if (before !== undefined) {
          kept.add(e)
          return
        }
        first.set(e, phase)
      }
      e.args.forEach(visit)
    }
    exprs.forEach(visit)
  }
  return wanted.map((_, phase) => [...kept].filter(e => first.get(e) === phase))
}
