/** The steps of a row's phase that are the same for all of its elements, apart: they are computed once. */
import { type FusedStep, type FusedTape, type Id, operands, prune, type Step } from '../../lower/tape.ts'

export interface Hoisted {
  /** Its outputs are what the other reads under `names`. */
  readonly once: FusedTape
  readonly names: readonly string[]
  readonly each: FusedTape
}

/** `varies`: the names whose values differ from element to element. */
export function hoist(tape: FusedTape, varies: (name: string) => boolean): Hoisted {
  const uniform: boolean[] = []
  for (const step of tape.steps)
    uniform.push('a' in step ? operands(step).every(id => uniform[id]) : !('name' in step && varies(step.name)))
  const shared = new Set<Id>()
  for (const id of tape.outputs) shared.add(id)
  for (const [id, step] of tape.steps.entries()) if (!uniform[id]) for (const used of operands(step)) shared.add(used)
  const frontier = [...shared].filter(id => uniform[id] && 'a' in tape.steps[id])
  const name = (id: Id): string => `once ${id}`
  const steps = tape.steps.map((step, id): Step | FusedStep => (frontier.includes(id) ? { op: 'sum', name: name(id) } : step))
  return { once: prune(tape.steps, frontier), names: frontier.map(name), each: prune(steps, tape.outputs) }
}
