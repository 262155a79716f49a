/** The steps that only a rare selection needs, so that a backend may leave them out until they are. */
import { type FusedTape, type Id, operands } from './tape.ts'

/** By the first selection of each rare condition: the steps, in order, that nothing but what its selections take when it is true needs. */
export function rareBranches({ steps, outputs }: FusedTape): ReadonlyMap<Id, readonly Id[]> {
  const first = new Map<Id, Id>()
  for (const [id, step] of steps.entries()) if (step.op === 'select' && step.rare && !first.has(step.a)) first.set(step.a, id)
  const branches = new Map<Id, readonly Id[]>()
  for (const [condition, at] of first) {
    const kept = new Set(outputs)
    const inside: Id[] = []
    // Users come after what they use.
    for (let id = steps.length - 1; id >= 0; id--) {
      const step = steps[id]
      if (!kept.has(id)) {
        if (id < at && 'a' in step) inside.unshift(id)
        continue
      }
      const own = step.op === 'select' && step.rare && step.a === condition
      for (const used of own ? [step.a, step.c] : operands(step)) kept.add(used)
    }
    branches.set(at, inside)
  }
  return branches
}
