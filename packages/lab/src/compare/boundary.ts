import type { Model } from '@xphi/train'
import type { DataSet } from '../data/dataset.ts'
import { gather, type Standardiser } from '../data/standardise.ts'
import type { Boundary } from './types.ts'

const margin = 0.05

/** Predictions of a model over the range of both features and a margin of 5 %. */
export function boundaryOf(model: Model, data: DataSet, standardiser: Standardiser, side: number): Boundary {
  const [first, second] = [rangeOf(data, 0), rangeOf(data, 1)]
  const at = ([low, high]: readonly [number, number], i: number) => low + ((high - low) * i) / (side - 1)
  const rows = Uint32Array.from({ length: side * side }, (_, r) => r)
  const x = new Float32Array(2 * rows.length)
  for (const r of rows) x.set([at(first, r % side), at(second, Math.floor(r / side))], 2 * r)
  gather({ ...data, x }, standardiser, rows, x)
  const { mean, deviation } = standardiser.target
  return {
    side,
    from: [first[0], second[0]],
    to: [first[1], second[1]],
    values: Array.from(model.predict(x), v => v * deviation + mean),
    outputs: model.outputs,
  }
}

function rangeOf({ x, rows }: DataSet, feature: number): readonly [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (let r = 0; r < rows; r++) {
    const value = x[2 * r + feature]
    if (value < low) low = value
    if (value > high) high = value
  }
  if (low > high) return [-1, 1]
  const room = high > low ? margin * (high - low) : 1
  return [low - room, high + room]
}
