/** How many blocks a tape works on side by side: enough to hide the latency of its steps, not so many that they spill. */
import { type FusedTape, type Id, operands } from '../../lower/tape.ts'

interface Shape {
  /** Steps on the longest way from an input to a result. */
  readonly depth: number
  /** The most values that live at once, constants left out. */
  readonly live: number
}

/** Steps are taken by their distance from the results, as TurboFan orders what has no effects: two chains that meet are computed together. */
export function shapeOf({ steps, outputs }: FusedTape): Shape {
  const level: number[] = new Array(steps.length).fill(0)
  for (let id = steps.length - 1; id >= 0; id--) {
    for (const used of operands(steps[id])) level[used] = Math.max(level[used], level[id] + 1)
  }
  const levels: Id[][] = []
  for (const id of steps.keys()) (levels[level[id]] ??= []).push(id)
  // From the results upwards, a value begins to live at its last use.
  const alive = new Set<Id>(outputs)
  let most = 0
  for (const ids of levels) {
    for (const id of ids.reverse()) {
      for (const used of operands(steps[id])) if (steps[used].op !== 'const') alive.add(used)
      if (steps[id].op !== 'const') most = Math.max(most, alive.add(id).size)
      alive.delete(id)
    }
  }
  return { depth: levels.length - 1, live: most }
}

const mostVectors = 4

/**
 * Budgets of live values, as measured over the catalogue on Node 20 (Zen): beyond them kernels are slower than one vector at a time. Spills cost
 * least where each step waits for the one before, as the error terms of two doubles do.
 */
const budget = { chains: 52, others: 43 }
/** A tape that is wide and not deep keeps the processor busy by itself; one of a few steps gains by fewer turns of the loop. */
const enough = { depth: 16, width: 1.7, steps: 12 }

/** Blocks side by side, when each takes so many vectors. */
export function unrolled(tape: FusedTape, vectors: number): number {
  const { depth, live } = shapeOf(tape)
  const computed = tape.steps.filter(s => 'a' in s).length
  if (depth < enough.depth && computed > enough.width * depth && computed > enough.steps) return 1
  const chains = tape.steps.some(s => s.op === 'sumerror' || s.op === 'producterror')
  const fitting = Math.floor(budget[chains ? 'chains' : 'others'] / Math.max(1, live))
  return Math.max(1, Math.floor(Math.min(mostVectors, fitting) / vectors))
}
