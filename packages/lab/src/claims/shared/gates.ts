/** An LSTM in doubles whose gates may be squashed by any function: the one of @xphi/train has sigmoid built in. */
import { Random } from '@xphi/train'
import { type PointwiseScalar, tanh } from 'xphi'

/** The adding problem (Hochreiter and Schmidhuber 1997): of a sequence of numbers in [0, 1), two are marked; their sum is asked. */
export interface Adding {
  readonly length: number
  readonly units: number
  readonly steps: number
  readonly batch: number
  readonly rate: number
}

interface Example {
  readonly numbers: Float64Array
  readonly marks: readonly [number, number]
}

function example(length: number, random: Random): Example {
  const numbers = Float64Array.from({ length }, () => random.uniform())
  const half = length >> 1
  return { numbers, marks: [random.below(half), half + random.below(length - half)] }
}

/** Gates i, f, g, o of `units` each: weights of the number, of its mark, a bias, and of the units before; then the readout with its bias. */
class Cell {
  readonly units: number
  readonly row: number
  readonly weights: Float64Array
  readonly gradient: Float64Array
  readonly #gate: PointwiseScalar

  constructor(units: number, gate: PointwiseScalar, random: Random) {
    this.units = units
    this.row = units + 3
    this.#gate = gate
    const readout = 4 * units * this.row
    const deviation = 1 / Math.sqrt(units)
    this.weights = Float64Array.from({ length: readout + units + 1 }, () => deviation * random.normal())
    this.gradient = new Float64Array(this.weights.length)
  }

  /** The squared error of one example; adds its gradient. */
  learn({ numbers, marks }: Example): number {
    const { units, row, weights, gradient } = this
    const length = numbers.length
    // By time and unit; the cell and the output before the first step are 0.
    const [h, c, squashed] = [0, 1, 2].map(() => new Float64Array((length + 1) * units))
    const [before, gates] = [new Float64Array(length * 4 * units), new Float64Array(length * 4 * units)]
    const inputOf = (t: number) => [numbers[t], marks.includes(t) ? 1 : 0, 1]
    for (let t = 0; t < length; t++) {
      const x = inputOf(t)
      for (let g = 0; g < 4 * units; g++) {
        let sum = x[0] * weights[g * row] + x[1] * weights[g * row + 1] + x[2] * weights[g * row + 2]
        for (let j = 0; j < units; j++) sum += weights[g * row + 3 + j] * h[t * units + j]
        const at = t * 4 * units + g
        before[at] = sum
        gates[at] = this.#squash(g)(sum)
      }
      for (let j = 0; j < units; j++) {
        const [i, f, g, o] = this.#gatesOf(gates, t, j)
        const now = (t + 1) * units + j
        c[now] = f * c[t * units + j] + i * g
        squashed[now] = tanh(c[now])
        h[now] = o * squashed[now]
      }
    }
    const readout = 4 * units * row
    let y = weights[readout + units]
    for (let j = 0; j < units; j++) y += weights[readout + j] * h[length * units + j]
    const error = y - (numbers[marks[0]] + numbers[marks[1]])
    gradient[readout + units] += 2 * error
    let dh = new Float64Array(units)
    const dc = new Float64Array(units)
    for (let j = 0; j < units; j++) {
      gradient[readout + j] += 2 * error * h[length * units + j]
      dh[j] = 2 * error * weights[readout + j]
    }
    for (let t = length - 1; t >= 0; t--) {
      const x = inputOf(t)
      const next = new Float64Array(units)
      for (let j = 0; j < units; j++) {
        const [i, f, g, o] = this.#gatesOf(gates, t, j)
        const now = (t + 1) * units + j
        dc[j] += dh[j] * o * (1 - squashed[now] ** 2)
        const slopes = [dc[j] * g, dc[j] * c[t * units + j], dc[j] * i, dh[j] * squashed[now]]
        dc[j] *= f
        for (const [part, slope] of slopes.entries()) {
          const index = part * units + j
          const d = slope * this.#squash(index).derivative(before[t * 4 * units + index])
          for (let k = 0; k < 3; k++) gradient[index * row + k] += d * x[k]
          for (let k = 0; k < units; k++) {
            gradient[index * row + 3 + k] += d * h[t * units + k]
            next[k] += d * weights[index * row + 3 + k]
          }
        }
      }
      dh = next
    }
    return error * error
  }

  #squash(index: number): PointwiseScalar {
    return Math.floor(index / this.units) === 2 ? tanh : this.#gate
  }

  #gatesOf(gates: Float64Array, t: number, unit: number): readonly number[] {
    return [0, 1, 2, 3].map(part => gates[t * 4 * this.units + part * this.units + unit])
  }
}

/** Mean squared error over the last tenth of the steps of Adam; always answering 1 would give 1/6. */
export function addingLoss(gate: PointwiseScalar, { length, units, steps, batch, rate }: Adding, seed: number): number {
  const random = new Random(seed)
  const cell = new Cell(units, gate, new Random(seed, 1))
  const [first, second] = [new Float64Array(cell.weights.length), new Float64Array(cell.weights.length)]
  const last = Math.ceil(0.9 * steps)
  let total = 0
  for (let step = 0, power1 = 1, power2 = 1; step < steps; step++) {
    cell.gradient.fill(0)
    let loss = 0
    for (let i = 0; i < batch; i++) loss += cell.learn(example(length, random))
    if (step >= last) total += loss / batch
    power1 *= 0.9
    power2 *= 0.999
    for (let i = 0; i < cell.weights.length; i++) {
      const slope = cell.gradient[i] / batch
      first[i] = 0.9 * first[i] + 0.1 * slope
      second[i] = 0.999 * second[i] + 0.001 * slope * slope
      cell.weights[i] -= (rate * first[i]) / (1 - power1) / (Math.sqrt(second[i] / (1 - power2)) + 1e-8)
    }
  }
  return total / (steps - last)
}
