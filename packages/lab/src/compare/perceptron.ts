import { fires, trainPerceptron } from '@xphi/train'
import type { DataSet } from '../data/dataset.ts'
import { splitRows } from '../data/split.ts'
import { gather, gatherTargets, standardiser } from '../data/standardise.ts'

const mostEpochs = 100
/** Numbers that are visited in all: about a second. */
const mostVisits = 2e8

/** True where a single threshold unit can answer: two classes. */
export const suitsPerceptron = ({ task }: DataSet): boolean => task.kind === 'classification' && task.classes.length === 2

/** Percent of the test part that Rosenblatt's rule gets right with its pocket weights, on the split and the features of the trials of a seed. */
export function perceptronAccuracy(data: DataSet, seed: number): number {
  const { train, measured } = splitRows(data, { seed, measure: 'test' })
  const scaler = standardiser(data, train)
  const inputs = data.features.length
  const fetch = (rows: Uint32Array) => {
    const x = new Float32Array(rows.length * inputs)
    const labels = new Float32Array(rows.length)
    gather(data, scaler, rows, x)
    gatherTargets(data, scaler, rows, labels)
    return { x, labels }
  }
  const training = fetch(train)
  const epochs = Math.max(1, Math.min(mostEpochs, Math.floor(mostVisits / training.x.length)))
  const { pocket } = trainPerceptron(training.x, training.labels, { inputs, epochs, seed })
  const test = fetch(measured)
  return (100 * test.labels.reduce((right, label, r) => right + Number(fires(pocket, test.x, r) === (label === 1)), 0)) / measured.length
}
