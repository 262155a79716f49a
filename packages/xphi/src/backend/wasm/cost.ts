/**
 * Whether a fast kernel is faster than the exact one. Their instructions for a block of four tell: of all kernels of the catalogue those that were
 * slower (softshrink's value; the derivatives of mish, squareplus and gelu_tanh: 1.36 to 1.01 times the time, `scripts/fast/bench.mjs`) have 0.95 times as
 * many and more, and those that were faster fewer.
 */
import { type FusedTape, type Step, wideSteps } from '../../lower/tape.ts'
import type { KernelPlan } from './plan.ts'

/** Instructions that a step is made into, where they are not one; a division by its time. */
const instructions: Readonly<Partial<Record<Step['op'], number>>> = {
  const: 0,
  input: 0,
  param: 0,
  select: 3,
  div: 3,
  sqrt: 3,
  pow2: 3,
  promote: 3,
  demote: 3,
  sumerror: 6,
  table: 6,
  ldexp: 8,
  exponent: 8,
  producterror: 17,
}

const cost = ({ steps }: FusedTape, vectors: (id: number) => number): number =>
  steps.reduce((sum, { op }, id) => sum + vectors(id) * (instructions[op as Step['op']] ?? 1), 0)

const enough = 0.95

export function worthwhile(fast: FusedTape, { program, shape, bounded, nanFrom, keepsZero, singles }: KernelPlan): boolean {
  const tape = program.phases[0].tape
  // On singles already, or without anything to compute from an input.
  if (singles || !tape.steps.some(s => s.op === 'input' && nanFrom.includes(s.name))) return false
  const wide = wideSteps(fast)
  // What is widened, clamped, narrowed and mended about the tape.
  const read = shape.inputs.length * 3 + bounded.length * 4
  const written = shape.outputs.length * (3 + 4 * nanFrom.length) + keepsZero.filter(Boolean).length * 4
  const exact = cost(tape, () => 2) + read + written
  return cost(fast, id => (wide[id] && fast.steps[id].op !== 'promote' ? 2 : 1)) < enough * exact
}
