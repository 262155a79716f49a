import { toHex } from 'xphi/number'
import type { Kernel } from 'xphi/wasm'
import type { Hash } from './hash.ts'

export interface Sweep {
  /** Worst error in ulps of the f64 kernel's result, which is itself within one ulp of f64: 2^-29 of an f32's. */
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
 * f64 kernel of the same formula. Infinities and NaN are left to others. Pointwise functions only. `hash` takes every result.
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
  const ones = new Float32Array(block).fill(1)
  const wideOnes = new Float64Array(block).fill(1)
  const run = <A extends Float32Array | Float64Array>(v: A, dy: A): A => (job === 'map' ? kernel.map(v) : kernel.backward(v, dy))
  let worst: { ulps: number; at: number } = { ulps: 0, at: 0 }
  let [points, misrounded] = [0, 0]
  for (let at = first; at < last; at += block * stride) {
    for (let i = 0; i < block; i++) bits[i] = Math.min(at + i * stride, last - 1)
    const narrow = run(x, ones)
    hash?.add(narrow)
    const wide = run(Float64Array.from(x), wideOnes)
    for (let i = 0; i < block; i++) {
      const [y, exact] = [narrow[i], wide[i]]
      if (x[i] - x[i] !== 0 || y === exact) continue
      if (y !== Math.fround(exact)) misrounded++
      else if (y - y !== 0) continue
      const finite = y - y === 0 ? y : y > 0 ? 2 ** 128 : -(2 ** 128)
      const ulps = y !== y ? Number.POSITIVE_INFINITY : Math.abs(finite - exact) / quantum(exact)
      if (!(ulps <= worst.ulps)) worst = { ulps, at: x[i] }
    }
    points += block
    progress?.(Math.min(1, (at + block * stride - first) / (last - first)))
  }
  return { ...worst, points, misrounded }
}

export const describeSweep = (s: Sweep): string =>
  `${s.ulps.toFixed(5)} ulp at ${toHex(s.at)} (${s.points} points, ${s.misrounded} misrounded)`
