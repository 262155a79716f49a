import { createModel, fires, type Layer, type Model, Random, type Threshold, trainPerceptron } from '@xphi/train'
import type { DataSet } from '../data/dataset.ts'
import { generators } from '../data/generators.ts'
import { gather, standardiser } from '../data/standardise.ts'
import { mean, seedsFrom, tested } from './claim.ts'
import { stack } from '../compare/depth.ts'
import { shuffledLabels, type Training, trainOn } from './shared/training.ts'

/** The planes that the figures draw go from minus this to this. */
export const planeReach = 2.6
const side = 48
const units = 200

type Classifier = (x: Float32Array) => ArrayLike<number>

const lattice = Float32Array.from({ length: 2 * side * side }, (_, i) => {
  const place = i % 2 === 0 ? Math.floor(i / 2) % side : Math.floor(i / 2 / side)
  return planeReach * ((2 * place) / (side - 1) - 1)
})

interface Rings {
  readonly x: Float32Array
  readonly y: Float32Array
  readonly from: number
}

/** Percent of the rows from `from` on whose class is where the score is above a half. */
function accuracyOf({ x, y, from }: Rings, classify: Classifier): number {
  const scores = classify(x.subarray(2 * from))
  let right = 0
  for (let r = 0; r < scores.length; r++) if (scores[r] > 0.5 === (y[from + r] === 1)) right++
  return (100 * right) / scores.length
}

const each =
  (score: (x: Float32Array, row: number) => number): Classifier =>
  x =>
    Float32Array.from({ length: x.length / 2 }, (_, row) => score(x, row))

const unit = (threshold: Threshold): Classifier => each((x, row) => Number(fires(threshold, x, row)))

const ofModel =
  (model: Model, features: (x: Float32Array) => Float32Array): Classifier =>
  x =>
    model.predict(features(x)).filter((_, i) => i % 2 === 1)

/** Threshold units whose weights are drawn and frozen: directions of a circle, each with a line through the rings, and 0 or 1 behind it. */
function frozenUnits(seed: number, biased: boolean): (x: Float32Array) => Float32Array {
  const random = new Random(seed, 0xf02e)
  const lines = Array.from({ length: units }, () => {
    const [a, b] = [random.normal(), random.normal()]
    const length = Math.hypot(a, b)
    return { weights: Float64Array.of(a / length, b / length), bias: biased ? 5 * random.uniform() - 2.5 : 0 }
  })
  return x => Float32Array.from({ length: (x.length / 2) * units }, (_, i) => Number(fires(lines[i % units], x, Math.floor(i / units))))
}

/** Eight threshold units on the sides of an octagon between the rings, and one behind them that fires where any of them does. */
function octagon(apothem: number): Classifier {
  const root = Math.SQRT1_2
  const sides = [1, root, 0, -root, -1, -root, 0, root].map((c, k, cosines) => ({
    weights: Float64Array.of(c, cosines[(k + 6) % 8]),
    bias: -apothem,
  }))
  const behind: Threshold = { weights: new Float64Array(8).fill(1), bias: -0.5 }
  return each((x, row) =>
    Number(
      fires(
        behind,
        Float32Array.from(sides, line => Number(fires(line, x, row))),
        0,
      ),
    ),
  )
}

async function readout(rings: Rings, features: (x: Float32Array) => Float32Array, epochs: number, seed: number): Promise<Classifier> {
  const model = await createModel({
    inputs: units,
    layers: [{ kind: 'linear', units: 2 }],
    loss: 'cross-entropy',
    batch: 32,
    seed,
  })
  const x = features(rings.x.subarray(0, 2 * rings.from))
  const random = new Random(seed, 0x4ead)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const order = random.permutation(rings.from)
    for (let start = 0; start + 32 <= rings.from; start += 32) {
      const rows = order.subarray(start, start + 32)
      const batch = new Float32Array(32 * units)
      for (let r = 0; r < 32; r++) batch.set(x.subarray(rows[r] * units, (rows[r] + 1) * units), r * units)
      model.step(
        batch,
        Float32Array.from(rows, row => rings.y[row]),
        { kind: 'adam', rate: 0.01 },
      )
    }
  }
  return ofModel(model, features)
}

async function network(data: DataSet, hidden: readonly Layer[], epochs: number, seed: number): Promise<Classifier> {
  const training: Training = { hidden, epochs, batch: 32, optimiser: { kind: 'adam', rate: 0.01 } }
  const { model } = await trainOn(data, training, seed)
  const rows = Uint32Array.from({ length: data.testFrom! }, (_, r) => r)
  const scaler = standardiser(data, rows)
  return ofModel(model, x => {
    const into = new Float32Array(x.length)
    gather(
      { ...data, x, rows: x.length / 2 },
      scaler,
      Uint32Array.from({ length: x.length / 2 }, (_, r) => r),
      into,
    )
    return into
  })
}

const nonlinear = ['relu', 'tanh', 'sigmoid', 'gelu'] as const

export const twoDonuts = tested({
  id: 3,
  version: 1,
  title: 'Threshold networks on two donuts',
  statement: 'A perceptron of many layers collapses to a linear function and fails on two donuts, one inside the other.',
  source:
    'False as it is written. Networks of identity activations collapse; threshold networks do not (those of McCulloch and Pitts compute any Boolean function). True: one layer is linear, and a threshold network cannot be trained by gradients (claim 2).',
  test: 'Rings of radius 1 and 2, noise .15, 600 rows to train and 2000 to test, 10 seeds, means: a perceptron (last and pocket weights) at most 70 %; a linear network at most 65 %; ReLU, tanh, sigmoid and GELU with 16 hidden units at least 99 %; 200 frozen random threshold units with random biases and a trained readout at least 98 %; an octagon of eight threshold units, built by hand, at least 99 %. The claim fails if the last two pass.',
  parts: [
    {
      statement: 'One threshold unit and networks of identity activations fail on the rings; 16 hidden units with a curve are enough.',
      expected: 'holds',
      conditions: [
        mean('perceptron, last', 'at most', 70),
        mean('perceptron, pocket', 'at most', 70),
        mean('linear network', 'at most', 65),
        ...nonlinear.map(name => mean(name, 'at least', 99)),
      ],
    },
    {
      statement: 'Networks of threshold units with more than one layer fail, too.',
      expected: 'fails',
      refutes: true,
      conditions: [mean('random thresholds', 'at least', 98), mean('octagon', 'at least', 99)],
    },
  ],
  seeds: seedsFrom(10),
  seconds: 0.7,
  settings: { shuffled: false, epochs: 100, biased: true, apothem: 1.44 },
  control: { shuffled: true, epochs: 2, biased: false, apothem: 0.5 },
  async experiment({ seed }, { shuffled, epochs, biased, apothem }) {
    const made = generators.get('donuts')!({ seed })
    const data = shuffled ? shuffledLabels(made, seed) : made
    const rings: Rings = { x: Float32Array.from(data.x), y: data.y, from: data.testFrom! }
    const training = { x: rings.x.subarray(0, 2 * rings.from), y: rings.y.subarray(0, rings.from) }
    const { last, pocket } = trainPerceptron(training.x, training.y, { inputs: 2, epochs: 100, seed })
    const names = ['linear network', ...nonlinear]
    const networks = await Promise.all(
      names.map(name => network(data, stack(1, 16, name === 'linear network' ? 'identity' : name), epochs, seed)),
    )
    const classifiers: Readonly<Record<string, Classifier>> = {
      'perceptron, last': unit(last),
      'perceptron, pocket': unit(pocket),
      ...Object.fromEntries(names.map((name, i) => [name, networks[i]])),
      'random thresholds': await readout(rings, frozenUnits(seed, biased), epochs, seed),
      octagon: octagon(apothem),
    }
    const planes = ['perceptron, pocket', 'linear network', 'relu', 'random thresholds', 'octagon']
    return {
      values: Object.fromEntries(Object.entries(classifiers).map(([name, classify]) => [name, accuracyOf(rings, classify)])),
      ...(seed === seedsFrom(1)[0] && {
        series: Object.fromEntries(planes.map(name => [name, Array.from(classifiers[name](lattice), v => Math.round(100 * v) / 100)])),
      }),
    }
  },
})
