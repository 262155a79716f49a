/** Data sets made from a seed: two features, two classes, the same bits on every machine. */
import { Random } from '@xphi/train'
import { define, type PointwiseScalar } from 'xphi'
import type { DataSet } from './dataset.ts'

export type Generator = (options: { readonly seed: number }) => DataSet

const trainingRows = 600
const testRows = 2000

type Point = readonly [x1: number, x2: number]

interface Shape {
  readonly name: string
  readonly note: string
  readonly classes: readonly [string, string]
  readonly suggested: NonNullable<DataSet['suggested']>
  /** A point of class 0 or 1. */
  readonly draw: (label: number, random: Random) => Point
}

/** Classes alternate, so that the training part, the test part and every batch in order are balanced. */
const generator =
  ({ name, note, classes, suggested, draw }: Shape): Generator =>
  ({ seed }) => {
    const random = new Random(seed)
    const rows = trainingRows + testRows
    const x = new Float32Array(2 * rows)
    const y = Float32Array.from({ length: rows }, (_, row) => row % 2)
    for (let row = 0; row < rows; row++) x.set(draw(y[row], random), 2 * row)
    return {
      name,
      notes: [`${note}; ${trainingRows} training and ${testRows} test rows made from seed ${seed}`],
      task: { kind: 'classification', classes },
      features: ['x1', 'x2'],
      rows,
      x,
      y,
      testFrom: trainingRows,
      commonUnit: false,
      suggested,
    }
  }

/** A point of the unit circle, each angle equally likely: a point of the disc, by rejection from the square, pushed out to the rim. */
function direction(random: Random): Point {
  for (;;) {
    const a = 2 * random.uniform() - 1
    const b = 2 * random.uniform() - 1
    const square = a * a + b * b
    if (square > 1 || square < 2 ** -40) continue
    const radius = Math.sqrt(square)
    return [a / radius, b / radius]
  }
}

const noisy = ([a, b]: Point, deviation: number, random: Random): Point => [
  a + deviation * random.normal(),
  b + deviation * random.normal(),
]

const sine = define('sine', 'sin(x)') as PointwiseScalar
const cosine = define('cosine', 'cos(x)') as PointwiseScalar

const shapes: readonly Shape[] = [
  {
    name: 'donuts',
    note: 'two concentric rings of radius 1 and 2, radial noise 0.15',
    classes: ['inner', 'outer'],
    suggested: { hidden: [16], epochs: 60, batch: 32 },
    draw(label, random) {
      const [a, b] = direction(random)
      const radius = 1 + label + 0.15 * random.normal()
      return [radius * a, radius * b]
    },
  },
  {
    // The half circles of scikit-learn's make_moons.
    name: 'moons',
    note: 'two interleaving half circles of radius 1, noise 0.1',
    classes: ['upper', 'lower'],
    suggested: { hidden: [16], epochs: 200, batch: 32 },
    draw(label, random) {
      const [a, b] = direction(random)
      const upper: Point = [a, Math.abs(b)]
      return noisy(label === 0 ? upper : [1 - upper[0], 0.5 - upper[1]], 0.1, random)
    },
  },
  {
    name: 'spirals',
    note: 'two arms of one and a half turns, radius 0.5 to 3.5, noise 0.1',
    classes: ['first', 'second'],
    suggested: { hidden: [32, 32], epochs: 200, batch: 32 },
    draw(label, random) {
      // The root evens out the density: outer turns are longer.
      const along = Math.sqrt(random.uniform())
      const angle = 3 * Math.PI * along
      const radius = (label === 0 ? 1 : -1) * (0.5 + 3 * along)
      return noisy([radius * cosine(angle), radius * sine(angle)], 0.1, random)
    },
  },
]

/** By name: `donuts`, `moons`, `spirals`. */
export const generators: ReadonlyMap<string, Generator> = new Map(shapes.map(shape => [shape.name, generator(shape)]))
