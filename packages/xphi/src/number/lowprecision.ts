import { exponentOf, powerOfTwo } from './bits.ts'
import { type Format, formats, quantumExponent } from './formats.ts'

export type LowFormat = 'f16' | 'bf16' | 'e4m3' | 'e5m2'

export interface RoundingOptions {
  /**
   * true: what is too large, infinities included, becomes the largest finite value of its sign (OFP8 calls it SAT).
   * false (default): it becomes an infinity, and NaN in e4m3, which has none (NONSAT).
   */
  readonly saturate?: boolean
}

// Adding and subtracting 2^52 rounds a double below 2^51 to an integer, ties to even: IEEE 754 does the work.
const integerMagic = 2 ** 52

/**
 * The format's number nearest to x, ties to even, rounded once from the double, subnormals included. The sign of zero is kept.
 * NaN gives NaN. What rounds beyond the largest finite value overflows as the options say: in e4m3 that is |x| > 464, as 464 ties
 * to the even 448. Source: OFP8 1.0, 5.2; IEEE 754-2019, 4.3.1.
 */
export function roundTo(format: Format, x: number, options: RoundingOptions = {}): number {
  if (Number.isNaN(x) || x === 0) return x
  const magnitude = Math.abs(x)
  const { maximum, hasInfinity } = formats[format]
  const rounded = magnitude === Infinity ? magnitude : roundMagnitude(format, magnitude)
  if (rounded <= maximum) return x < 0 ? -rounded : rounded
  const overflow = options.saturate ? maximum : hasInfinity ? Infinity : Number.NaN
  return x < 0 ? -overflow : overflow
}

function roundMagnitude(format: Format, magnitude: number): number {
  if (format === 'f64') return magnitude
  if (format === 'f32') return Math.fround(magnitude)
  const quantum = quantumExponent(format, exponentOf(magnitude))
  return (magnitude * powerOfTwo(-quantum) + integerMagic - integerMagic) * powerOfTwo(quantum)
}

// What NaN is written as: positive and quiet. Its sign and payload are lost, as JavaScript does not show them.
const canonicalNaN: Readonly<Record<LowFormat, number>> = { f16: 0x7e00, bf16: 0x7fc0, e4m3: 0x7f, e5m2: 0x7e }

/** The bits of roundTo(format, x, options). NaN is 0x7e00 (f16), 0x7fc0 (bf16), 0x7f (e4m3), 0x7e (e5m2), whatever its sign. */
export function toBits(format: LowFormat, x: number, options: RoundingOptions = {}): number {
  const value = roundTo(format, x, options)
  if (Number.isNaN(value)) return canonicalNaN[format]
  const { precision, minimumExponent, maximumExponent, width } = formats[format]
  const sign = value < 0 || Object.is(value, -0) ? 1 << (width - 1) : 0
  const stored = precision - 1
  const magnitude = Math.abs(value)
  if (magnitude === Infinity) return sign | ((maximumExponent - minimumExponent + 2) << stored)
  const exponent = Math.max(exponentOf(magnitude), minimumExponent)
  const units = magnitude * powerOfTwo(stored - exponent)
  // A normal number brings the hidden bit, which adds the last one to the exponent field; a subnormal one does not.
  return sign | (((exponent - minimumExponent) << stored) + units)
}

/** The value of the low `width` bits. Infinities and NaN as the format has them: in e4m3 only 0x7f and 0xff are NaN. */
export function fromBits(format: LowFormat, bits: number): number {
  const { precision, minimumExponent, maximumExponent, width, hasInfinity } = formats[format]
  const stored = precision - 1
  const magnitude = bits & ((1 << (width - 1)) - 1)
  const field = magnitude >> stored
  const fraction = magnitude & ((1 << stored) - 1)
  const top = maximumExponent - minimumExponent + 2
  if (hasInfinity ? field === top && fraction !== 0 : magnitude === 0x7f) return Number.NaN
  const value =
    hasInfinity && field === top
      ? Infinity
      : (field === 0 ? fraction : fraction + 2 ** stored) * powerOfTwo(Math.max(field, 1) - 1 + minimumExponent - stored)
  return (bits >> (width - 1)) & 1 ? -value : value
}
