/** Networks that differ by their seed alone, trained in step and measured together. */
import { type DataSet, defaultRecipe, interval95, type LiveTrial, liveTrial, type Recipe } from '@xphi/lab'
import { DivergenceError } from '@xphi/train'
import type { Activation } from 'xphi/formula'
import type { CurvePoint, Diverged, Plane, Spread, Task } from './messages.ts'

/** Steps between two looks at the test rows: fixed, so that the step of separation depends on no clock. */
const leastBetween = 10
const mostPoints = 200
const separatedAt = 99
/** Points of the curve, and the share of the loss by which they must fall below all before them: else it has converged. */
const patience = 20
const progress = 0.01

interface Member {
  readonly seed: number
  readonly live: LiveTrial
  /** Of the training loss, since the last point. */
  sum: number
  steps: number
  metric: number
  diverged?: number
}

export class Ensemble {
  readonly data: DataSet
  readonly recipe: Recipe
  readonly points: CurvePoint[] = []
  readonly between: number
  #members: readonly Member[]
  #step = 0

  private constructor(data: DataSet, recipe: Recipe, members: readonly Member[]) {
    this.data = data
    this.recipe = recipe
    this.#members = members
    this.between = leastBetween * Math.ceil(this.steps / (leastBetween * mostPoints))
    this.#look()
  }

  /** Throws what `liveTrial` throws. */
  static async of(data: DataSet, activation: Activation, seeds: readonly number[], { recipe: given, rate }: Omit<Task, 'data'>) {
    const recipe = withFunctions({ ...defaultRecipe(data), ...given })
    const members = seeds.map(async (seed): Promise<Member> => {
      const live = await liveTrial(data, { activation, seed, rate, recipe, measure: 'test' })
      return { seed, live, sum: 0, steps: 0, metric: live.measure().metric }
    })
    return new Ensemble(data, recipe, await Promise.all(members))
  }

  get step(): number {
    return this.#step
  }

  get steps(): number {
    return this.#members[0].live.steps
  }

  get diverged(): readonly Diverged[] {
    return this.#members.flatMap(({ seed, diverged }) => (diverged === undefined ? [] : [{ seed, step: diverged }]))
  }

  /** Of seeds that have not diverged. */
  get #alive(): readonly Member[] {
    return this.#members.filter(m => m.diverged === undefined)
  }

  get separated(): number | undefined {
    return this.data.task.kind === 'classification' ? this.points.find(p => p.metric.mean >= separatedAt)?.step : undefined
  }

  /** The least loss of the last points is no longer below the least before them. */
  get converged(): boolean {
    const losses = this.points.slice(1).map(p => p.loss.mean)
    const before = losses.slice(0, -patience)
    return before.length >= patience && !(Math.min(...losses.slice(-patience)) < (1 - progress) * Math.min(...before))
  }

  /** So many steps, or to the next point of the curve where that is nearer. Throws a DivergenceError once every seed has diverged. */
  advance(count: number): void {
    const next = Math.min(this.#step + count, this.between * (Math.floor(this.#step / this.between) + 1), this.steps)
    for (const member of this.#alive) {
      try {
        member.sum += member.live.advance(next - this.#step) * (next - this.#step)
        member.steps += next - this.#step
      } catch (error) {
        if (!(error instanceof DivergenceError)) throw error
        member.diverged = error.step
        if (this.#alive.length === 0) throw error
      }
    }
    this.#step = next
    if (next % this.between === 0 || next === this.steps) this.#look()
  }

  /** What holds after a step between two points. */
  now(): CurvePoint {
    const last = this.points[this.points.length - 1]
    return last.step === this.#step && last.metric.n === this.#alive.length ? last : this.#measured()
  }

  plane(side: number): Plane | undefined {
    const [first] = this.#alive
    if (this.data.features.length !== 2 || first === undefined) return undefined
    const { from, to, outputs, values } = first.live.boundary(side)
    return { side, from, to, outputs, values: Float32Array.from(values) }
  }

  #measured(): CurvePoint {
    const alive = this.#alive
    for (const member of alive) member.metric = member.live.measure().metric
    return { step: this.#step, metric: spreadOf(alive.map(m => m.metric)), loss: spreadOf(alive.map(m => m.sum / m.steps)) }
  }

  #look(): void {
    this.points.push(this.#measured())
    for (const member of this.#members) member.sum = member.steps = 0
  }
}

/** A function for each hidden layer, where any is given: those that are left out have the compared one. */
function withFunctions(recipe: Recipe): Recipe {
  const { hidden, functions } = recipe
  if (functions === undefined) return recipe
  if (functions.length > hidden.length || (functions.length === hidden.length && !functions.includes(null)))
    throw new RangeError(`functions of ${functions.length} layers do not fit ${hidden.length}: give each its own, one of them 'compared'`)
  return { ...recipe, functions: hidden.map((_, i) => functions[i] ?? null) }
}

function spreadOf(values: readonly number[]): Spread {
  const [low, high] = interval95(values)
  return { mean: values.reduce((sum, v) => sum + v, 0) / values.length, low, high, n: values.length }
}
