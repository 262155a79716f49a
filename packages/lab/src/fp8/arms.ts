// What the training experiments of FP8 share: arms, schedule, and weights with planted channels.
import { DivergenceError, fp8, type HiddenRounding, type Model, type Precision, type Random } from '@xphi/train'

/** f32, or FP8 (weights, inputs and hidden units in E4M3, gradients in E5M2) with one way to round the gated units' output; 'smooth-moments'
 * keeps the moments of Adam in FP8 too. */
export type Arm = 'f32' | HiddenRounding | 'smooth-moments'

export function recipeOf(arm: Arm, history: number, layers: readonly number[]): Precision | undefined {
  if (arm === 'f32') return undefined
  if (arm === 'smooth-moments') return { ...fp8('smooth', history), layers, moments: { first: 'e4m3', second: 'e5m2' } }
  return { ...fp8(arm, history), layers }
}

const warmup = 50

/** Linear warm-up over 50 steps; over the last 40 % a linear fall to a twentieth. Steps count from 0. */
export function rateOf(peak: number, step: number, steps: number): number {
  const fall = step < 0.6 * steps ? 1 : Math.max(0.05, (steps - step) / (0.4 * steps))
  return peak * Math.min(1, (step + 1) / warmup) * fall
}

export const normals = (random: Random, count: number, deviation: number): Float32Array =>
  Float32Array.from({ length: count }, () => deviation * random.normal())

/** Weights of gate | value, [2 units, inputs], that ignore the last input, but for unit 0: both its vectors are `strength` times it. */
export function plantedGates(random: Random, units: number, inputs: number, deviation: number, strength: number): Float32Array {
  const weights = normals(random, 2 * units * inputs, deviation)
  for (let row = 0; row < 2 * units; row++) weights[(row + 1) * inputs - 1] = 0
  for (const row of [0, units]) {
    weights.fill(0, row * inputs, (row + 1) * inputs)
    weights[(row + 1) * inputs - 1] = strength
  }
  return weights
}

export function parameterOf(model: Model, layer: number, name: string): Float32Array {
  const found = model.parameters.find(p => p.layer === layer && p.name === name)
  if (found === undefined) throw new RangeError(`layer ${layer} has no ${name}`)
  return found.values
}

/** What a training came to. */
export interface Training {
  /** Mean loss of the last 300 steps, of those that were made. */
  readonly loss: number
  /** The step, from 0, whose loss was not finite or greater than 1e6. */
  readonly diverged: number | undefined
  readonly losses: readonly number[]
  /** Shares of the hidden units' outputs that rounding replaced by the greatest number or by 0. */
  readonly saturated: number
  readonly flushed: number
}

/** Runs `step` until it diverges. */
export function train(model: Model, steps: number, step: (at: number) => number): Training {
  const losses: number[] = []
  let diverged: number | undefined
  for (let at = 0; at < steps && diverged === undefined; at++) {
    try {
      losses.push(step(at))
      if (losses[at] > 1e6) diverged = at
    } catch (error) {
      if (!(error instanceof DivergenceError)) throw error
      diverged = at
    }
  }
  const last = losses.slice(-300)
  const hidden = model.roundings.filter(({ tensor }) => tensor === 'hidden')
  const share = (of: 'saturated' | 'flushed') =>
    hidden.reduce((sum, r) => sum + r[of], 0) /
    Math.max(
      1,
      hidden.reduce((sum, r) => sum + r.count, 0),
    )
  return {
    loss: last.reduce((sum, loss) => sum + loss, 0) / last.length,
    diverged,
    losses,
    saturated: share('saturated'),
    flushed: share('flushed'),
  }
}
