import { ModelError } from './errors.ts'
import { Random } from './random.ts'

/** A linear threshold unit: it says 1 where weights . x + bias > 0. */
export interface Threshold {
  readonly weights: Float64Array
  readonly bias: number
}

export interface PerceptronResult {
  /** The weights after the last update. */
  readonly last: Threshold
  /** The weights that made the fewest mistakes on all rows (Gallant's pocket algorithm, with ratchet). */
  readonly pocket: Threshold
  /** Rows that `pocket` gets wrong. */
  readonly pocketMistakes: number
  /** Rows that `last` gets wrong. */
  readonly lastMistakes: number
  readonly updates: number
  /** True when an epoch passed without an update: the rows are separated. */
  readonly converged: boolean
}

export const fires = ({ weights, bias }: Threshold, x: ArrayLike<number>, row: number): boolean => {
  let sum = bias
  for (let j = 0; j < weights.length; j++) sum += weights[j] * x[row * weights.length + j]
  return sum > 0
}

/**
 * Rosenblatt's rule (Psychological Review 1958): on each mistake add or subtract the row. Labels are 0 and 1; rows are visited in a new
 * random order each epoch. The pocket (Gallant 1990, IEEE Transactions on Neural Networks) keeps the best weights for rows that no plane
 * separates. Doubles, exact operations only: the same bits everywhere.
 */
export function trainPerceptron(
  x: ArrayLike<number>,
  labels: ArrayLike<number>,
  options: { readonly inputs: number; readonly epochs: number; readonly seed: number },
): PerceptronResult {
  const { inputs, epochs, seed } = options
  const rows = labels.length
  if (rows === 0 || x.length !== rows * inputs) throw new ModelError(`${x.length} numbers are no ${rows} rows of ${inputs} inputs`)
  for (let r = 0; r < rows; r++)
    if (labels[r] !== 0 && labels[r] !== 1) throw new ModelError(`label ${labels[r]} of row ${r} is not 0 or 1`)
  const random = new Random(seed)
  const weights = new Float64Array(inputs)
  let bias = 0
  const current = (): Threshold => ({ weights: weights.slice(), bias })
  const mistakesOf = (unit: Threshold) => {
    let mistakes = 0
    for (let r = 0; r < rows; r++) if (fires(unit, x, r) !== (labels[r] === 1)) mistakes++
    return mistakes
  }
  let pocket = current()
  let pocketMistakes = mistakesOf(pocket)
  let [run, pocketRun, updates, converged] = [0, 0, 0, false]
  let better: boolean | undefined
  for (let epoch = 0; epoch < epochs && !converged; epoch++) {
    converged = true
    for (const r of random.permutation(rows)) {
      if (fires({ weights, bias }, x, r) === (labels[r] === 1)) {
        run++
        if (run <= pocketRun) continue
        // Weights that outlast the pocket's longest run are counted on all rows, once.
        if (better === undefined) {
          const mistakes = mistakesOf({ weights, bias })
          better = mistakes < pocketMistakes
          if (better) [pocket, pocketMistakes] = [current(), mistakes]
        }
        if (better) pocketRun = run
        continue
      }
      const sign = labels[r] === 1 ? 1 : -1
      for (let j = 0; j < inputs; j++) weights[j] += sign * x[r * inputs + j]
      bias += sign
      updates++
      run = 0
      better = undefined
      converged = false
    }
  }
  const last = current()
  const lastMistakes = mistakesOf(last)
  if (lastMistakes < pocketMistakes) [pocket, pocketMistakes] = [last, lastMistakes]
  return { last, pocket, pocketMistakes, lastMistakes, updates, converged }
}
