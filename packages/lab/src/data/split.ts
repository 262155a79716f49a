/** Which rows train and which are measured. */
import { Random } from '@xphi/train'
import { DataError, type DataSet } from './dataset.ts'

/** Row indices, ascending; no row is in both. */
export interface Split {
  readonly train: Uint32Array<ArrayBuffer>
  readonly measured: Uint32Array<ArrayBuffer>
}

export interface SplitOptions {
  readonly seed: number
  readonly measure: 'test' | 'validation'
}

/** One row in so many is held out. */
const oneIn = 5
/** Streams of a seed that no layer's weights use. */
const testStream = 0x7e57
const validationStream = 0x7a11d

/**
 * 'test': trains on all but the test part (the rows from `testFrom` on; else 20 %, drawn by seed) and measures there. 'validation': holds
 * out 20 % of the training part and measures there; the test part is in neither. What is drawn is stratified: of each class a fifth, within
 * one row, and never its only row. Throws a DataError when there are too few rows to hold any out.
 */
export function splitRows(data: DataSet, { seed, measure }: SplitOptions): Split {
  const outer =
    data.testFrom === undefined ? holdOut(data, range(0, data.rows), new Random(seed, testStream)) : ownTestPart(data, data.testFrom)
  return measure === 'test' ? outer : holdOut(data, outer.train, new Random(seed, validationStream))
}

const range = (from: number, to: number): Uint32Array<ArrayBuffer> => Uint32Array.from({ length: to - from }, (_, i) => from + i)

const ownTestPart = (data: DataSet, from: number): Split => ({ train: range(0, from), measured: range(from, data.rows) })

/** Systematic sampling: rows in random order, grouped by class, of which every fifth is held out. A regression is one class. */
function holdOut(data: DataSet, rows: Uint32Array, random: Random): Split {
  const classes = new Map<number, number[]>()
  for (const i of random.permutation(rows.length)) {
    const label = data.task.kind === 'classification' ? data.y[rows[i]] : 0
    const members = classes.get(label)
    if (members) members.push(rows[i])
    else classes.set(label, [rows[i]])
  }
  const train: number[] = []
  const measured: number[] = []
  let place = 0
  for (const members of classes.values())
    for (const row of members) (members.length > 1 && place++ % oneIn === 1 ? measured : train).push(row)
  if (measured.length === 0) throw new DataError(`${data.name}: ${rows.length} rows are too few to hold some out`)
  return { train: Uint32Array.from(train).sort(), measured: Uint32Array.from(measured).sort() }
}
