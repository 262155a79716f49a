/** How many blocks a tape works on side by side: enough to hide the latency of its steps, not so many that they spill. */
import { type FusedTape, type Id, operands } from '../../lower/tape.ts'

/**
 * The most values that live at once, constants left out, when steps stand by their distance from the results, as TurboFan orders what has no
 * effects: two chains that meet in a result are computed together.
 */
export function liveValues({ steps, outputs }: FusedTape): number {
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
  return most
}

const mostVectors = 4

/**
 * Budgets of live values, as measured over the catalogue on Node 20 (Zen): beyond them kernels are slower than one vector at a time. Spills cost
 * least where each step waits for the one before, as the error terms of two doubles do.
 */
const budget = { chains: 52, others: 43 }

/** Blocks side by side, when each takes so many vectors. */
export function unrolled(tape: FusedTape, vectors: number): number {
  const chains = tape.steps.some(s => s.op === 'sumerror' || s.op === 'producterror')
  const fitting = Math.floor(budget[chains ? 'chains' : 'others'] / Math.max(1, liveValues(tape)))
  return Math.max(1, Math.floor(Math.min(mostVectors, fitting) / vectors))
}
