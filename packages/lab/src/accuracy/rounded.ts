import type { PointwiseScalar } from 'xphi'
import { rounded } from 'xphi'
import { formats, fromBits, type LowFormat } from 'xphi/number'
import { Hash } from './hash.ts'

/** Every code of a format, in order of its bits. */
export const everyInput = (format: LowFormat): Float64Array =>
  Float64Array.from({ length: 2 ** formats[format].width }, (_, bits) => fromBits(format, bits))

/**
 * What `rounded` gives at every input of a format.
 *
 * @example
 * hashOf(roundedEverywhere(gelu, 'e4m3').value) // '77d496ba09dff1f0'
 */
export function roundedEverywhere(
  f: PointwiseScalar,
  format: LowFormat,
): { readonly value: Float64Array; readonly derivative: Float64Array } {
  const g = rounded(f, format)
  const x = everyInput(format)
  return { value: x.map(v => g(v)), derivative: x.map(v => g.derivative(v)) }
}

export const hashOf = (values: Float64Array): string => new Hash().add(values).digest()
