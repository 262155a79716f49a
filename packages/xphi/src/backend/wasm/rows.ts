/** What row functions in f32 are computed by. */
import type { Expr } from '../../ir/index.ts'
import { cancels } from '../../lower/cancel.ts'
import { certificate } from '../../lower/certificate.ts'
import { lower } from '../../lower/lower.ts'
import { rewrite } from '../../lower/rewrite.ts'
import type { PlanRow } from './kernel.ts'

export { rowwise } from '../typescript/rowwise.ts'

/** Plain doubles; where terms may cancel, pairs for a row whose certificate does not hold, and for all where there is none. */
export const planRow: PlanRow = (roots: readonly Expr[]) => {
  if (!roots.some(cancels)) return { program: lower(roots, 'plain', { keep: true }) }
  const again = lower(roots, 'precise')
  const truth = roots.length === 1 ? certificate(rewrite(roots[0])) : undefined
  return truth ? { program: lower(roots, 'plain', { keep: true, truth }), again } : { program: again }
}
