// Smooth-SwiGLU (Fishman and others 2024, arXiv 2409.12517): SwiGLU whose channels are brought to one magnitude while they are rounded.
import { activation } from 'xphi/formula'
import { compile, type GatedGradient, type GatedKernel } from 'xphi/wasm'
import { ModelError } from '../errors.ts'
import { smoothScale } from './scale.ts'

type Floats = Float32Array<ArrayBuffer>

/** Rounds an array to a low format, or leaves it as it is. */
export type Rounds = (values: Floats) => Floats
const exact: Rounds = values => values

/** s of each channel: 2^floor(log2(1 / its greatest magnitude)), a power of two, so that s * magnitude lies in (1/2, 1]; 1 for a channel
 * of zeros. `values` has `channels` numbers a row. */
export function smoothScales(values: Float32Array, channels: number): Floats {
  if (values.length % channels !== 0) throw new ModelError(`${values.length} numbers are no rows of ${channels} channels`)
  const peaks = new Float32Array(channels)
  for (const [i, v] of values.entries()) peaks[i % channels] = Math.max(peaks[i % channels], Math.abs(v))
  return peaks.map(smoothScale)
}

let swiglu: Promise<GatedKernel> | undefined
const kernelOf = (): Promise<GatedKernel> => {
  swiglu ??= compile(activation('swiglu'))
  return swiglu
}

/** h = rounds(s swish(gate) value) / s. Without rounding it is SwiGLU, bit for bit except where s h is subnormal in f32. */
export async function smoothForward(
  gate: Floats,
  value: Floats,
  channels: number,
  rounds: Rounds = exact,
): Promise<{ readonly h: Floats; readonly scales: Floats }> {
  const h = (await kernelOf()).map(gate, value)
  const scales = smoothScales(h, channels)
  const rounded = rounds(h.map((v, i) => v * scales[i % channels]))
  return { h: rounded.map((v, i) => v / scales[i % channels]), scales }
}

/** The gradient passes the rounding as if it were not there, and with it the scales: that of SwiGLU. */
export async function smoothBackward(gate: Floats, value: Floats, dy: Floats): Promise<GatedGradient<Floats>> {
  return (await kernelOf()).backward(gate, value, dy)
}

/**
 * For inference with scales that no longer change: the value's weights [channels, inputs] become rounds(s w1), and the weights after the
 * unit [outputs, channels] rounds(w3 / s), so that the network with plain SwiGLU computes what Smooth-SwiGLU does.
 */
export function foldScales(
  value: Floats,
  down: Floats,
  scales: Float32Array,
  rounds: Rounds = exact,
): { readonly value: Floats; readonly down: Floats } {
  const channels = scales.length
  if (value.length % channels !== 0 || down.length % channels !== 0)
    throw new ModelError(`weights of ${value.length} and ${down.length} numbers do not have ${channels} channels`)
  const inputs = value.length / channels
  return {
    value: rounds(value.map((w, i) => w * scales[Math.floor(i / inputs)])),
    down: rounds(down.map((w, i) => w / scales[i % channels])),
  }
}
