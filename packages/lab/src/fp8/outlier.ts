// Experiments 34a and 34b: one unit whose two weight vectors are aligned and long, beside others of ordinary size.
import { Random, type Rounds, scaleFor, smoothForward } from '@xphi/train'
import { exponentOf, formats, powerOfTwo, roundTo } from 'xphi/number'
import { activation } from 'xphi/formula'
import { compile, type GatedKernel } from 'xphi/wasm'
import { errorOfOthers } from './ways.ts'

const inputs = 32
const units = 64
const rows = 256

interface Layer {
  readonly gate: Float32Array<ArrayBuffer>
  readonly value: Float32Array<ArrayBuffer>
}

/** Sums before SwiGLU for normal rows and weights; both vectors of unit 0 are `strength` times one direction. */
function planted(seed: number, strength: number): Layer {
  const random = new Random(seed)
  const normals = (count: number, deviation: number) => Float64Array.from({ length: count }, () => deviation * random.normal())
  const x = normals(rows * inputs, 1)
  const direction = normals(inputs, 1)
  const length = Math.sqrt(direction.reduce((sum, v) => sum + v * v, 0))
  const product = () => {
    const weights = normals(units * inputs, 1 / Math.sqrt(inputs))
    weights.set(direction.map(v => (strength * v) / length))
    return Float32Array.from({ length: rows * units }, (_, i) => {
      const [row, unit] = [Math.floor(i / units), i % units]
      let sum = 0
      for (let j = 0; j < inputs; j++) sum += x[row * inputs + j] * weights[unit * inputs + j]
      return sum
    })
  }
  return { gate: product(), value: product() }
}

/** E4M3 by one scale, that of the greatest magnitude now. */
export const perTensor: Rounds = values => {
  const scale = scaleFor(
    { format: 'e4m3' },
    values.reduce((most, v) => Math.max(most, Math.abs(v)), 0),
  )
  return values.map(v => roundTo('e4m3', Math.fround(v * scale), { saturate: true }) / scale)
}

const swiglu = (): Promise<GatedKernel> => compile(activation('swiglu'))

/** 34b: errors of the ordinary units' outputs, Euclidean and relative, when the layer is rounded to E4M3 by one scale, and smoothly. */
export async function outlierErrors(seed: number, strength: number): Promise<{ readonly tensor: number; readonly smooth: number }> {
  const { gate, value } = planted(seed, strength)
  const h = (await swiglu()).map(gate, value)
  const error = (rounded: Float32Array) => errorOfOthers(h, rounded, units)
  return { tensor: error(perTensor(h)), smooth: error((await smoothForward(gate, value, units, perTensor)).h) }
}

/** 34a: numbers of Smooth-SwiGLU, by default without rounding, that differ from SwiGLU in a bit, of those whose scaled product is normal in f32. */
export async function identityFaults(
  seed: number,
  strength: number,
  rounds?: Rounds,
): Promise<{ readonly differing: number; readonly subnormal: number; readonly count: number }> {
  const { gate, value } = planted(seed, strength)
  const plain = (await swiglu()).map(gate, value)
  const { h, scales } = await smoothForward(gate, value, units, rounds)
  const least = powerOfTwo(formats.f32.minimumExponent)
  let [differing, subnormal] = [0, 0]
  for (let i = 0; i < h.length; i++) {
    if (plain[i] !== 0 && exponentOf(plain[i]) + exponentOf(scales[i % units]) < exponentOf(least)) subnormal++
    else if (!Object.is(h[i], plain[i])) differing++
  }
  return { differing, subnormal, count: h.length }
}
