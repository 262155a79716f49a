/**
 * The network of LeCun and others 1989 (Neural Computation 1, page 541): two layers of feature maps with shared weights, 12 maps of 8 x 8 and 12 of
 * 4 x 4, each of which sees 8 of the maps below; 30 units; 10 outputs. 9760 parameters, trained by plain gradient descent, one image at a time.
 */
import { Random } from '@xphi/train'
import { sigmoid, tanh } from 'xphi'

export type Output = 'tanh' | 'sigmoid'

/** A layer whose units share weights: of each unit the places of its inputs and of its weights. Place `size` of the inputs is the background, -1. */
interface Layer {
  readonly units: number
  readonly fan: number
  readonly inputs: Int32Array
  readonly places: Int32Array
  readonly weights: Float64Array
  readonly biases: Float64Array
  readonly y: Float64Array
  readonly delta: Float64Array
}

type Link = readonly [input: number, weight: number]

function layer(units: number, shared: number, links: (unit: number) => readonly Link[], random: Random): Layer {
  const all = Array.from({ length: units }, (_, unit) => links(unit))
  const fan = all[0].length
  const bound = 2.4 / Math.sqrt(fan)
  const y = new Float64Array(units + 1)
  y[units] = -1
  return {
    units,
    fan,
    inputs: Int32Array.from(all.flat(), ([input]) => input),
    places: Int32Array.from(all.flat(), ([, weight]) => weight),
    weights: Float64Array.from({ length: shared }, () => bound * (2 * random.uniform() - 1)),
    biases: new Float64Array(units),
    y,
    delta: new Float64Array(units + 1),
  }
}

/** Fields of 5 x 5, two apart, over maps of `side` x `side` that a border of two surrounds. `weightOf` says where the weights of a map begin. */
function fields(side: number, sources: (map: number) => readonly number[]): (unit: number) => readonly Link[] {
  const half = side / 2
  const width = sources(0).length
  return unit => {
    const [map, row, column] = [Math.floor(unit / half ** 2), Math.floor(unit / half) % half, unit % half]
    return sources(map).flatMap((source, s) =>
      Array.from({ length: 25 }, (_, i): Link => {
        const [r, c] = [2 * row + Math.floor(i / 5) - 2, 2 * column + (i % 5) - 2]
        const inside = r >= 0 && c >= 0 && r < side && c < side
        return [inside ? source * side ** 2 + r * side + c : -1, (map * width + s) * 25 + i]
      }),
    )
  }
}

const dense =
  (inputs: number) =>
  (unit: number): readonly Link[] =>
    Array.from({ length: inputs }, (_, i): Link => [i, unit * inputs + i])

export class ZipCodeNet {
  readonly #layers: readonly Layer[]
  readonly #output: Output
  readonly #input = new Float64Array(257)

  constructor(seed: number, output: Output) {
    const random = new Random(seed, 0x1989)
    // Which 8 of the 12 maps: 1989 does not say; neighbours, as the reproduction by Karpathy has thirds of them.
    const eight = (map: number) => Array.from({ length: 8 }, (_, s) => (4 * Math.floor(map / 4) + s) % 12)
    this.#output = output
    this.#input[256] = -1
    this.#layers = [
      layer(
        768,
        12 * 25,
        fields(16, () => [0]),
        random,
      ),
      layer(192, 12 * 8 * 25, fields(8, eight), random),
      layer(30, 30 * 192, dense(192), random),
      layer(10, 300, dense(30), random),
    ]
    for (const [l, { inputs }] of this.#layers.entries()) {
      const background = l === 0 ? 256 : this.#layers[l - 1].units
      for (let i = 0; i < inputs.length; i++) if (inputs[i] < 0) inputs[i] = background
    }
  }

  get parameters(): number {
    return this.#layers.reduce((sum, { weights, biases }) => sum + weights.length + biases.length, 0)
  }

  /** The scores of an image of 256 numbers in [-1, 1]. */
  forward(image: ArrayLike<number>): Float64Array {
    for (let i = 0; i < 256; i++) this.#input[i] = image[i]
    let x: Float64Array = this.#input
    for (const [l, { units, fan, inputs, places, weights, biases, y }] of this.#layers.entries()) {
      const squash = l === 3 && this.#output === 'sigmoid' ? sigmoid : tanh
      for (let unit = 0, i = 0; unit < units; unit++) {
        let sum = biases[unit]
        for (const end = i + fan; i < end; i++) sum += weights[places[i]] * x[inputs[i]]
        y[unit] = squash(sum)
      }
      x = y
    }
    return x.subarray(0, 10)
  }

  /** One step down the squared error against 1 for the label and the other end of the output's range for the rest. */
  learn(image: ArrayLike<number>, label: number, rate: number): void {
    const scores = this.forward(image)
    const low = this.#output === 'sigmoid' ? 0 : -1
    const last = this.#layers[3]
    for (let k = 0; k < 10; k++) last.delta[k] = (2 / 10) * (scores[k] - (k === label ? 1 : low))
    for (let l = 3; l >= 0; l--) {
      const { units, fan, inputs, places, weights, biases, y, delta } = this.#layers[l]
      const x = l === 0 ? this.#input : this.#layers[l - 1].y
      const into = l === 0 ? undefined : this.#layers[l - 1].delta
      into?.fill(0)
      const logistic = l === 3 && this.#output === 'sigmoid'
      for (let unit = 0; unit < units; unit++) delta[unit] *= logistic ? y[unit] * (1 - y[unit]) : 1 - y[unit] * y[unit]
      // What goes down is computed with the weights before the step.
      if (into)
        for (let unit = 0, i = 0; unit < units; unit++) {
          const d = delta[unit]
          for (const end = i + fan; i < end; i++) into[inputs[i]] += d * weights[places[i]]
        }
      for (let unit = 0, i = 0; unit < units; unit++) {
        const step = rate * delta[unit]
        biases[unit] -= step
        for (const end = i + fan; i < end; i++) weights[places[i]] -= step * x[inputs[i]]
      }
    }
  }
}

/** Images of 28 x 28 bytes as 16 x 16 numbers in [-1, 1], by the mean over the area of each new pixel. */
export function shrink(pixels: ArrayLike<number>, row: number): Float64Array {
  const scale = 28 / 16
  const image = new Float64Array(256)
  for (let r = 0; r < 16; r++) {
    for (let c = 0; c < 16; c++) {
      let sum = 0
      for (let y = Math.floor(r * scale); y < (r + 1) * scale; y++) {
        const high = Math.min(y + 1, (r + 1) * scale) - Math.max(y, r * scale)
        for (let x = Math.floor(c * scale); x < (c + 1) * scale; x++) {
          const wide = Math.min(x + 1, (c + 1) * scale) - Math.max(x, c * scale)
          sum += high * wide * pixels[row * 784 + y * 28 + x]
        }
      }
      image[r * 16 + c] = (2 * sum) / (scale * scale * 255) - 1
    }
  }
  return image
}
