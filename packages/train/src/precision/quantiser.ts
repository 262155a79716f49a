import type { Arena } from '../arena.ts'
import type { Kernels } from '../kernels/index.ts'
import { gridOf } from '../kernels/quantise.ts'
import { type GridStatistics, gridStatistics } from './grid.ts'
import type { Precision, Rounding } from './recipe.ts'
import { scaleFor, scalingOf, smoothScale } from './scale.ts'

/** What one tensor went through in one step. */
export interface TensorRecord extends GridStatistics {
  readonly layer: number
  /** The name of the weight in its product. */
  readonly name: string
  readonly tensor: 'input' | 'hidden' | 'weight' | 'gradient' | 'first moment' | 'second moment'
  readonly format: Rounding['format']
  /** Greatest magnitudes and scales, one for each part or channel that has its own; after the smooth scales, where there are any. */
  readonly amax: readonly number[]
  readonly scales: readonly number[]
  /** Of each channel, where they are smooth. */
  readonly smooth?: readonly number[]
}

/** Sums since the model's start, of training and evaluation. */
export interface RoundingTotals extends Pick<TensorRecord, 'layer' | 'name' | 'tensor' | 'format' | 'count' | 'saturated' | 'flushed'> {}

/** What all roundings of a model share. */
export class Rounder {
  readonly recipe: Precision
  readonly arena: Arena
  readonly kernels: Kernels
  readonly quantisers: Quantiser[] = []
  /** Delayed scales remember this pass. */
  training = false
  observer: ((record: TensorRecord) => void) | undefined
  #floats: Float32Array | undefined
  #words: Int32Array | undefined

  constructor(recipe: Precision, arena: Arena, kernels: Kernels) {
    this.recipe = recipe
    this.arena = arena
    this.kernels = kernels
  }

  /** Taken at the first pass, when the memory no longer grows. */
  get floats(): Float32Array {
    this.#floats ??= new Float32Array(this.arena.memory.buffer)
    return this.#floats
  }

  get words(): Int32Array {
    this.#words ??= new Int32Array(this.arena.memory.buffer)
    return this.#words
  }
}

export interface Rounded extends Pick<TensorRecord, 'layer' | 'name' | 'tensor'> {
  /** Numbers a row. */
  readonly width: number
  /** The tensor's parts lie side by side in each row, or below one another. */
  readonly axis: 'columns' | 'rows'
  /** Equal parts that have scales of their own; a tensor by channel has as many as channels. */
  readonly parts: number
}

/** Rounds one tensor of rows, step after step, and keeps its history. */
export class Quantiser {
  readonly about: Rounded
  /** Powers of two, one a column, by which the last tensor was multiplied first. */
  readonly smooth: Float32Array
  readonly #rounder: Rounder
  readonly #rounding: Rounding
  readonly #peaks: number
  readonly #scales: number
  readonly #counts: number
  #history: Float64Array[] = []
  #totals = { count: 0, saturated: 0, flushed: 0 }

  constructor(rounder: Rounder, rounding: Rounding, about: Rounded) {
    const { arena } = rounder
    this.#rounder = rounder
    this.#rounding = rounding
    this.about = about
    this.smooth = new Float32Array(about.width).fill(1)
    this.#peaks = arena.floats(about.width)
    this.#scales = arena.floats(about.width)
    this.#counts = arena.floats(8)
    rounder.quantisers.push(this)
  }

  get totals(): RoundingTotals {
    const { layer, name, tensor } = this.about
    return { layer, name, tensor, format: this.#rounding.format, ...this.#totals }
  }

  reset(): void {
    this.#history = []
    this.#totals = { count: 0, saturated: 0, flushed: 0 }
  }

  /** Writes the rounded rows to `into`. `divisors` are undone first and redone last: powers of two, one a column. */
  run(from: number, into: number, rows: number, divisors?: Float32Array): void {
    const { about, smooth } = this
    const { width, axis } = about
    const { floats, kernels, observer, training } = this.#rounder
    const given = observer === undefined ? undefined : floats.slice(from / 4, from / 4 + rows * width)
    if (divisors !== undefined) for (let j = 0; j < width; j++) smooth[j] = 1 / divisors[j % divisors.length]
    const groups = this.#rounding.per === 'channel' ? (axis === 'rows' ? rows : width) : about.parts
    const blocks = axis === 'rows' ? groups : 1
    const height = rows / blocks
    const size = 4 * width * height
    const amax = new Float64Array(groups)
    if (scalingOf(this.#rounding) !== 'none' || observer !== undefined)
      for (let block = 0; block < blocks; block++) {
        const peaks = this.#columnPeaks(from + size * block, height)
        for (let j = 0; j < width; j++) {
          if (this.#rounding.per === 'smooth') smooth[j] = smoothScale(peaks[j])
          const group = axis === 'rows' ? block : Math.floor((j * groups) / width)
          amax[group] = Math.max(amax[group], peaks[j] * smooth[j])
        }
      }
    const scales = this.#scalesFor(amax, training)
    const perColumn = floats.subarray(this.#scales / 4, this.#scales / 4 + width)
    for (let block = 0; block < blocks; block++) {
      for (let j = 0; j < width; j++) perColumn[j] = smooth[j] * scales[axis === 'rows' ? block : Math.floor((j * groups) / width)]
      const [x, y] = [from + size * block, into + size * block]
      kernels.quantise(x, y, height, width, this.#scales, this.#counts, ...gridOf(this.#rounding.format))
    }
    this.#count(rows * width)
    if (given === undefined) return
    const scaleOf = (i: number) =>
      smooth[i % width] * scales[axis === 'rows' ? Math.floor(i / (width * height)) : Math.floor(((i % width) * groups) / width)]
    observer?.({
      ...this.totals,
      ...gridStatistics(given, this.#rounding.format, scaleOf),
      amax: [...amax],
      scales: [...scales],
      ...(this.#rounding.per === 'smooth' ? { smooth: [...smooth] } : {}),
    })
  }

  #columnPeaks(from: number, rows: number): Float32Array {
    const { floats, kernels } = this.#rounder
    const peaks = floats.subarray(this.#peaks / 4, this.#peaks / 4 + this.about.width).fill(0)
    kernels.columnPeaks(from, this.#peaks, rows, this.about.width)
    return peaks
  }

  #scalesFor(amax: Float64Array, training: boolean): Float64Array {
    const { history = 16 } = this.#rounding
    const scaling = scalingOf(this.#rounding)
    if (scaling === 'none') return new Float64Array(amax.length).fill(1)
    const used =
      scaling === 'delayed' && this.#history.length > 0 ? amax.map((_, g) => Math.max(...this.#history.map(past => past[g]))) : amax
    if (scaling === 'delayed' && training) this.#history = [...this.#history, amax].slice(-history)
    return used.map(greatest => scaleFor(this.#rounding, greatest))
  }

  /** Empties the kernel's counters, one a lane. */
  #count(numbers: number): void {
    const lanes = this.#rounder.words.subarray(this.#counts / 4, this.#counts / 4 + 8)
    const total = this.#totals
    total.count += numbers
    for (let lane = 0; lane < 4; lane++) {
      total.saturated += lanes[lane]
      total.flushed += lanes[4 + lane]
    }
    lanes.fill(0)
  }
}
