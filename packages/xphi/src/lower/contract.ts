/** Products that feed a sum, and the exact errors of products, as steps that round once. */
import { type FusedStep, type FusedTape, type Id, operands, prune, rename, type Step, type Tape } from './tape.ts'

/**
 * A product that is used once, by a sum or by what is taken from another value, is not rounded any more. One that is used again, or whose
 * error is, is left alone: what is added for it is the error of the rounded product.
 */
export function contract(tape: Tape): FusedTape {
  const uses = new Map<Id, number>()
  for (const id of [...tape.steps.flatMap(operands), ...tape.outputs]) uses.set(id, (uses.get(id) ?? 0) + 1)
  const steps: (Step | FusedStep)[] = []
  const push = (step: Step | FusedStep): Id => steps.push(step) - 1
  const at: Id[] = []
  const pair = (a: Id, b: Id): string => (a < b ? `${a} ${b}` : `${b} ${a}`)
  const corrected = new Set(tape.steps.flatMap(s => (s.op === 'producterror' ? [pair(s.a, s.b)] : [])))
  const product = (id: Id): { readonly a: Id; readonly b: Id } | undefined => {
    const step = tape.steps[id]
    return step.op === 'mul' && uses.get(id) === 1 && !corrected.has(pair(step.a, step.b)) ? { a: at[step.a], b: at[step.b] } : undefined
  }
  const fused = (step: Step): FusedStep | undefined => {
    if (step.op !== 'add' && step.op !== 'sub') return undefined
    const right = product(step.b)
    if (right) return { op: step.op === 'add' ? 'madd' : 'nmadd', ...right, c: at[step.a] }
    const left = step.op === 'add' ? product(step.a) : undefined
    return left && { op: 'madd', ...left, c: at[step.b] }
  }
  for (const step of tape.steps) {
    at.push(step.op === 'producterror' ? productError(at[step.a], at[step.b], push) : push(fused(step) ?? rename(step, id => at[id])))
  }
  return prune(
    steps,
    tape.outputs.map(id => at[id]),
  )
}

/** fl(a b) - a b in one step; 0 where the product is not finite. */
function productError(a: Id, b: Id, push: (step: Step | FusedStep) => Id): Id {
  const error = push({ op: 'nmadd', a, b, c: push({ op: 'mul', a, b }) })
  const zero = push({ op: 'const', value: 0 })
  const finite = push({ op: 'eq', a: push({ op: 'sub', a: error, b: error }), b: zero })
  return push({ op: 'select', a: finite, b: error, c: zero })
}
