import { toHex } from 'xphi/number'
import type { Kernel } from 'xphi/wasm'
import type { Hash } from './hash.ts'
import { piece, quartic, samples, tabulate } from './interpolate.ts'

export interface Sweep {
  /** Worst error in ulps of the f64 kernel's result, which is itself within one ulp of f64: 2^-29 of an f32's. 0.5 where all are correctly rounded. */
  readonly ulps: number
  /** The f32 argument of it. */
  readonly at: number
  readonly points: number
  /** Results that differ from the rounded f64 ones. */
  readonly misrounded: number
}

const block = 1 << 14

/** ulp(y) in f32 for a finite double y: 2^-149 below the normal range. */
function quantum(y: number): number {
  const size = Math.abs(y)
  if (!(size >= 2 ** -126)) return 2 ** -149
  word[0] = size
  return powers[Math.min((halves[1] >>> 20) - 1023, 127) + 126]
}
const word = new Float64Array(1)
const halves = new Int32Array(word.buffer)
const powers = Float64Array.from({ length: 254 }, (_, i) => 2 ** (i - 126 - 23))

/**
 * Runs an f32 kernel over f32 arguments by their bits, `first`, `first + stride`, ... below `last` (at most 2^32), and measures it against the
 * f64 kernel of the same formula; where all neighbours are asked for, against the quartic through a few of its values if that gives the others to
 * 2^-50 (`interpolate.ts`). Infinities and NaN are left to others. Pointwise functions only. `hash` takes every result.
 */
export function sweep(
  kernel: Kernel,
  job: 'map' | 'backward',
  first: number,
  last: number,
  stride: number,
  progress?: (done: number) => void,
  hash?: Hash,
): Sweep {
  const bits = new Uint32Array(block)
  const x = new Float32Array(bits.buffer)
  const [y, ones] = [new Float32Array(block), new Float32Array(block).fill(1)]
  const [wideX, wideY, wideOnes] = [new Float64Array(block), new Float64Array(block), new Float64Array(block).fill(1)]
  const sampleX = new Float64Array(samples.length * (block / piece))
  const sampleY = new Float64Array(sampleX.length)
  const run = <A extends Float32Array | Float64Array>(v: A, dy: A, out: A): A =>
    job === 'map' ? kernel.map(v, out) : kernel.backward(v, dy, out)

  /** The f64 results of the block. */
  function reference(): Float64Array {
    wideX.set(x)
    if (stride !== 1) return run(wideX, wideOnes, wideY)
    for (let i = 0; i < sampleX.length; i++) sampleX[i] = x[Math.floor(i / samples.length) * piece + samples[i % samples.length]]
    run(sampleX, wideOnes.subarray(0, sampleX.length), sampleY)
    for (let k = 0; k < block / piece; k++) {
      const polynomial = quartic(sampleY.subarray(k * samples.length, (k + 1) * samples.length))
      if (polynomial === undefined) return run(wideX, wideOnes, wideY)
      tabulate(polynomial, wideY.subarray(k * piece, (k + 1) * piece))
    }
    return wideY
  }

  let [worst, worstAt, points, misrounded] = [0, 0, 0, 0]
  for (let at = first; at < last; at += block * stride) {
    for (let i = 0; i < block; i++) bits[i] = Math.min(at + i * stride, last - 1)
    run(x, ones, y)
    hash?.add(y)
    const wide = reference()
    for (let i = 0; i < block; i++) {
      const got = y[i]
      const exact = wide[i]
      if (got === exact || x[i] - x[i] !== 0) continue
      if (got === Math.fround(exact)) {
        if (worst < 0.5 && got - got === 0) [worst, worstAt] = [0.5, x[i]]
        continue
      }
      if (got !== got && exact !== exact) continue
      misrounded++
      const finite = got - got === 0 ? got : got > 0 ? 2 ** 128 : -(2 ** 128)
      const ulps = got !== got ? Number.POSITIVE_INFINITY : Math.abs(finite - exact) / quantum(exact)
      if (!(ulps <= worst)) [worst, worstAt] = [ulps, x[i]]
    }
    points += block
    progress?.(Math.min(1, (at + block * stride - first) / (last - first)))
  }
  return { ulps: worst, at: worstAt, points, misrounded }
}

export const describeSweep = (s: Sweep): string =>
  `${s.ulps.toFixed(5)} ulp at ${toHex(s.at)} (${s.points} points, ${s.misrounded} misrounded)`
