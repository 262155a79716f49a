/** Features with mean 0 and deviation 1, by the training part alone. */
import type { DataSet } from './dataset.ts'

export interface Standardiser {
  /** A number a feature, in its unit. */
  readonly mean: Float64Array
  /** Reciprocal deviation of each feature; 0 for one that does not vary. */
  readonly scale: Float64Array
  /** Of the target, in its unit: a regression is trained on (y - mean) / deviation. Classes have mean 0 and deviation 1. */
  readonly target: { readonly mean: number; readonly deviation: number }
}

interface Moments {
  readonly mean: number
  readonly deviation: number
}

/**
 * Means and deviations (of the population: divided by n) over the training rows, summed in doubles; missing numbers do not count. Features of
 * one unit are pooled.
 */
export function standardiser(data: DataSet, trainRows: Uint32Array): Standardiser {
  const width = data.features.length
  const mean = new Float64Array(width)
  const scale = new Float64Array(width)
  const set = (feature: number, { mean: m, deviation }: Moments) => {
    mean[feature] = m
    scale[feature] = deviation > 0 ? 1 / deviation : 0
  }
  if (data.commonUnit) {
    const pooled = moments(data.x, trainRows, width, 0, width)
    for (let feature = 0; feature < width; feature++) set(feature, pooled)
  } else {
    for (let feature = 0; feature < width; feature++) set(feature, moments(data.x, trainRows, width, feature, feature + 1))
  }
  const target = data.task.kind === 'regression' ? moments(data.y, trainRows, 1, 0, 1) : { mean: 0, deviation: 1 }
  return { mean, scale, target }
}

/** Over the columns from `from` to before `to` of the rows, together; two passes, so that a large mean costs no digits. */
function moments(x: ArrayLike<number>, rows: Uint32Array, width: number, from: number, to: number): Moments {
  let [count, sum, squares] = [0, 0, 0]
  for (const row of rows) {
    for (let i = row * width + from; i < row * width + to; i++) {
      if (x[i] !== x[i]) continue
      count++
      sum += x[i]
    }
  }
  if (count === 0) return { mean: 0, deviation: 0 }
  const mean = sum / count
  for (const row of rows) {
    for (let i = row * width + from; i < row * width + to; i++) if (x[i] === x[i]) squares += (x[i] - mean) * (x[i] - mean)
  }
  return { mean, deviation: Math.sqrt(squares / count) }
}

/** Writes the standardised features of the rows to the start of `into`, rows adjacent; a missing number is 0, the mean. Allocates nothing. */
export function gather(data: DataSet, { mean, scale }: Standardiser, rows: Uint32Array, into: Float32Array): void {
  const { x } = data
  const width = mean.length
  let to = 0
  for (let r = 0; r < rows.length; r++) {
    const start = rows[r] * width
    for (let feature = 0; feature < width; feature++) {
      const value = x[start + feature]
      into[to++] = value === value ? (value - mean[feature]) * scale[feature] : 0
    }
  }
}

/** Writes the targets of the rows to the start of `into`: labels as they are, numbers standardised. */
export function gatherTargets(data: DataSet, { target }: Standardiser, rows: Uint32Array, into: Float32Array): void {
  const scale = target.deviation > 0 ? 1 / target.deviation : 0
  for (let r = 0; r < rows.length; r++) into[r] = (data.y[rows[r]] - target.mean) * scale
}
