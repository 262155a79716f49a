/** What FP8 makes of the outputs of an activation's units, one of them scaled up, by each way to choose the scale. */
import { type GridStatistics, gridStatistics, Random, scaleFor, smoothScales } from '@xphi/train'
import { type Activation, inputsOf } from 'xphi/formula'
import { roundTo } from 'xphi/number'
import { compile } from 'xphi/wasm'

type Floats = Float32Array<ArrayBuffer>
export const fp8Formats = ['e4m3', 'e5m2'] as const
export type Fp8Format = (typeof fp8Formats)[number]

/** Outputs of units, a row an example. */
export interface Outputs {
  readonly values: Floats
  readonly channels: number
}

/** No scale; one for the tensor; one for each channel; one for the tensor after a power of two for each channel (Fishman and others 2024). */
export const ways = ['none', 'tensor', 'channel', 'smooth'] as const
export type Way = (typeof ways)[number]

export interface WayResult {
  readonly way: Way
  /** The least and the greatest factor that a channel is multiplied by. */
  readonly scales: readonly [least: number, greatest: number]
  /** Of the first channel, and of all others. */
  readonly outlier: GridStatistics
  readonly others: GridStatistics
  /** Of the others, as `errorOfOthers` has it. */
  readonly error: number
  /** The outputs as the format holds them, scales divided out. */
  readonly rounded: Floats
}

const rows = 512
const channels = 64

/** Outputs for sums that are standard normal; of a gated unit gate and value are, of a row function a whole row. */
export async function normalOutputs(activation: Activation, seed: number): Promise<Outputs> {
  const random = new Random(seed)
  const [first, second] = inputsOf(activation).map(() => Float32Array.from({ length: rows * channels }, () => random.normal()))
  const kernel = await compile(activation)
  const values = 'mapPacked' in kernel ? kernel.map(first, second) : kernel.map(first, undefined, { length: channels })
  return { values, channels }
}

/** With the first channel multiplied by 2^exponent, as weights before and after it can do without changing the network. */
export const withOutlier = ({ values, channels: width }: Outputs, exponent: number): Outputs => ({
  values: values.map((v, i) => (i % width === 0 ? v * 2 ** exponent : v)),
  channels: width,
})

/** Rounds the outputs in every way, scales taken from their own greatest magnitudes. */
export const inAllWays = (outputs: Outputs, format: Fp8Format): readonly WayResult[] => ways.map(way => rounded(outputs, format, way))

function rounded({ values, channels: width }: Outputs, format: Fp8Format, way: Way): WayResult {
  const scales = scalesOf(way, values, width, format)
  const result = values.map((v, i) => {
    const scale = scales[i % width]
    return roundTo(format, Math.fround(v * scale), { saturate: true }) / scale
  })
  const others = values.filter((_, i) => i % width !== 0)
  return {
    way,
    scales: [Math.min(...scales), Math.max(...scales)],
    outlier: gridStatistics(
      values.filter((_, i) => i % width === 0),
      format,
      () => scales[0],
    ),
    others: gridStatistics(others, format, i => scales[1 + (i % (width - 1))]),
    error: errorOfOthers(values, result, width),
    rounded: result,
  }
}

/** The Euclidean error of rounded numbers relative to the numbers themselves, in all channels but the first. */
export function errorOfOthers(values: Float32Array, rounded: Float32Array, width: number): number {
  let [difference, size] = [0, 0]
  for (const [i, v] of values.entries()) {
    if (i % width === 0) continue
    difference += (rounded[i] - v) ** 2
    size += v ** 2
  }
  return Math.sqrt(difference / size)
}

/** The factor of each channel. */
function scalesOf(way: Way, values: Floats, width: number, format: Fp8Format): Floats {
  const peaks = new Float32Array(width)
  for (const [i, v] of values.entries()) peaks[i % width] = Math.max(peaks[i % width], Math.abs(v))
  if (way === 'none') return peaks.fill(1)
  if (way === 'channel') return peaks.map(peak => scaleFor({ format }, peak))
  const smooth = way === 'smooth' ? smoothScales(values, width) : new Float32Array(width).fill(1)
  const scale = scaleFor({ format }, Math.max(...peaks.map((peak, j) => peak * smooth[j])))
  return smooth.map(s => s * scale)
}
