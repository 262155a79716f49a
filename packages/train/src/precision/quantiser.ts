import type { Arena } from '../arena.ts'
import type { Kernels } from '../kernels/index.ts'
import { gridOf } from '../kernels/quantise.ts'
import { firstNot, isCount, type Memory } from '../memory.ts'
import { type GridStatistics, gridStatistics } from './grid.ts'
import type { Precision, Rounding } from './recipe.ts'
import { historyOf, scaleFor, scalingOf, smoothScale } from './scale.ts'

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

/** Of a step that was not taken yet; magnitudes are 0 or more, or NaN. */
const notYet = -1

/** Which scale holds where: the rows in blocks of `height`, and in each block the group of a column. */
interface Layout {
  readonly groups: number
  readonly blocks: number
  readonly height: number
  readonly groupOf: (block: number, column: number) => number
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

  /** The greatest magnitudes of the last steps, the latest last, and the totals. */
  get memory(): readonly Memory[] {
    const { layer, name, tensor } = this.about
    const [steps, groups] = [scalingOf(this.#rounding) === 'delayed' ? historyOf(this.#rounding) : 0, this.#groups]
    const about = `${layer}.${name} ${tensor}`
    return [
      {
        name: `magnitudes/${about}`,
        shape: [steps, groups],
        read: () => {
          const past = this.#history.flatMap(amax => [...amax])
          return Float64Array.from({ length: steps * groups }, (_, i) => past[i + past.length - steps * groups] ?? notYet)
        },
        fault: firstNot(amax => amax === notYet || !(amax < 0)),
        write: values => {
          const rows = Array.from({ length: steps }, (_, step) => Float64Array.from(values.subarray(step * groups, (step + 1) * groups)))
          this.#history = rows.filter(row => !row.includes(notYet))
        },
      },
      {
        name: `rounded/${about}`,
        shape: [3],
        read: () => Float64Array.of(this.#totals.count, this.#totals.saturated, this.#totals.flushed),
        fault: firstNot(isCount),
        write: ([count, saturated, flushed]) => {
          this.#totals = { count, saturated, flushed }
        },
      },
    ]
  }

  /** How many scales there are. */
  get #groups(): number {
    const { axis, parts, width } = this.about
    return axis === 'columns' && this.#rounding.per === 'channel' ? width : parts
  }

  /** Writes the rounded rows to `into`. `divisors`, powers of two, are divided out first and multiplied in last: one a column, or repeated. */
  run(from: number, into: number, rows: number, divisors?: Float32Array): void {
    const { floats, observer } = this.#rounder
    const layout = this.#layoutOf(rows)
    // Rounding may be in place.
    const given = observer && floats.slice(from / 4, from / 4 + rows * this.about.width)
    if (divisors !== undefined) this.smooth.set(this.smooth.map((_, j) => 1 / divisors[j % divisors.length]))
    const needsPeaks = scalingOf(this.#rounding) !== 'none' || this.#rounding.per === 'smooth' || observer !== undefined
    const amax = needsPeaks ? this.#measure(from, layout) : new Float64Array(layout.groups)
    const scales = this.#scalesFor(amax)
    this.#round(from, into, layout, scales)
    this.#count(rows * this.about.width)
    if (given !== undefined) observer?.(this.#recordOf(given, layout, amax, scales))
  }

  #layoutOf(rows: number): Layout {
    const { axis, width } = this.about
    const groups = this.#groups
    if (axis === 'rows') return { groups, blocks: groups, height: rows / groups, groupOf: block => block }
    return { groups, blocks: 1, height: rows, groupOf: (_, column) => Math.floor((column * groups) / width) }
  }

  /** The greatest magnitude of each group, and the smooth scales before it. */
  #measure(from: number, { groups, blocks, height, groupOf }: Layout): Float64Array {
    const { smooth } = this
    const { width } = this.about
    const amax = new Float64Array(groups)
    for (let block = 0; block < blocks; block++) {
      const peaks = this.#columnPeaks(from + 4 * width * height * block, height)
      for (let j = 0; j < width; j++) {
        if (this.#rounding.per === 'smooth') smooth[j] = smoothScale(peaks[j])
        const group = groupOf(block, j)
        amax[group] = Math.max(amax[group], peaks[j] * smooth[j])
      }
    }
    return amax
  }

  #round(from: number, into: number, { blocks, height, groupOf }: Layout, scales: Float64Array): void {
    const { floats, kernels } = this.#rounder
    const { width } = this.about
    const perColumn = floats.subarray(this.#scales / 4, this.#scales / 4 + width)
    const grid = gridOf(this.#rounding.format)
    for (let block = 0; block < blocks; block++) {
      for (let j = 0; j < width; j++) perColumn[j] = this.smooth[j] * scales[groupOf(block, j)]
      const at = 4 * width * height * block
      kernels.quantise(from + at, into + at, height, width, this.#scales, this.#counts, ...grid)
    }
  }

  #recordOf(given: Float32Array, { height, groupOf }: Layout, amax: Float64Array, scales: Float64Array): TensorRecord {
    const { smooth } = this
    const { width } = this.about
    const scaleOf = (i: number) => smooth[i % width] * scales[groupOf(Math.floor(i / (width * height)), i % width)]
    return {
      ...this.totals,
      ...gridStatistics(given, this.#rounding.format, scaleOf),
      amax: [...amax],
      scales: [...scales],
      ...(this.#rounding.per === 'smooth' ? { smooth: [...smooth] } : {}),
    }
  }

  #columnPeaks(from: number, rows: number): Float32Array {
    const { floats, kernels } = this.#rounder
    const peaks = floats.subarray(this.#peaks / 4, this.#peaks / 4 + this.about.width).fill(0)
    kernels.columnPeaks(from, this.#peaks, rows, this.about.width)
    return peaks
  }

  #scalesFor(amax: Float64Array): Float64Array {
    const scaling = scalingOf(this.#rounding)
    if (scaling === 'none') return new Float64Array(amax.length).fill(1)
    const used =
      scaling === 'delayed' && this.#history.length > 0 ? amax.map((_, g) => Math.max(...this.#history.map(past => past[g]))) : amax
    if (scaling === 'delayed' && this.#rounder.training) this.#history = [...this.#history, amax].slice(-historyOf(this.#rounding))
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
