import { type BigFloat, bitLength, div, infinity, isNegative, make, notANumber, roundShift, shiftLeft, zero } from './bigfloat.ts'
import { bitsOf, parseHex, powerOfTwo } from './bits.ts'
import { type Format, formats, quantumExponent } from './formats.ts'
import type { RoundingOptions } from './lowprecision.ts'

/** The double itself, no bit lost. */
export function fromNumber(x: number): BigFloat {
  if (Number.isNaN(x)) return notANumber
  const bits = bitsOf(x)
  const negative = bits >> 63n === 1n
  const biased = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  if (biased === 0x7ff) return infinity(negative)
  if (biased === 0 && fraction === 0n) return zero(negative)
  const mantissa = biased === 0 ? fraction : fraction | 0x10000000000000n
  return { kind: 'finite', mantissa: negative ? -mantissa : mantissa, exponent: Math.max(biased, 1) - 1075 }
}

const integer = (n: bigint): BigFloat => (n === 0n ? zero(false) : { kind: 'finite', mantissa: n, exponent: 0 })

/** numerator / denominator rounded once to `bits` bits. Throws a RangeError when the denominator is 0. */
export function fromRational(numerator: bigint, denominator: bigint, bits: number): BigFloat {
  if (denominator === 0n) throw new RangeError(`not a number: ${numerator}/0`)
  return denominator === 1n ? make(numerator, 0, bits) : div(integer(numerator), integer(denominator), bits)
}

/** The exact fraction that a decimal text stands for: '1.702' is 1702/1000. Throws a RangeError on other text. */
export function decimalFraction(text: string): { readonly numerator: bigint; readonly denominator: bigint } {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d+))?$/i.exec(text.trim())
  const digits = `${match?.[2] ?? ''}${match?.[3] ?? ''}`
  if (!match || digits === '') throw new RangeError(`not a decimal number: '${text}'`)
  const power = Number(match[4] ?? 0) - (match[3] ?? '').length
  if (Math.abs(power) > 10000) throw new RangeError(`exponent out of range: '${text}': at most 10000 decimal places either way`)
  const magnitude = BigInt(digits) * 10n ** BigInt(Math.max(power, 0))
  return { numerator: match[1] === '-' ? -magnitude : magnitude, denominator: 10n ** BigInt(Math.max(-power, 0)) }
}

/** A decimal text rounded once to `bits` bits; also 'inf', 'Infinity', 'nan' with an optional sign. Throws a RangeError on other text. */
export function fromDecimal(text: string, bits: number): BigFloat {
  const special = /^([+-]?)(inf|infinity|nan)$/i.exec(text.trim())
  if (special) return special[2].toLowerCase() === 'nan' ? notANumber : infinity(special[1] === '-')
  const { numerator, denominator } = decimalFraction(text)
  if (numerator === 0n) return zero(text.trim().startsWith('-'))
  return fromRational(numerator, denominator, bits)
}

/** The exact value of a hexadecimal text of any length, such as MPFR's %Ra prints: 0x1.5bf0a8b145769535p+1, inf, nan. Throws a RangeError on other text. */
export function fromHexadecimal(text: string): BigFloat {
  if (/^[+-]?(inf|infinity|nan)$/i.test(text)) return fromDecimal(text, 1)
  const { negative, mantissa, exponent } = parseHex(text)
  return mantissa === 0n ? zero(negative) : { kind: 'finite', mantissa: negative ? -mantissa : mantissa, exponent }
}

/**
 * The format's number nearest to x, ties to even, rounded once, as a double: subnormals and the sign of zero are kept, overflow is an
 * infinity (NaN in e4m3) or saturates, as in roundTo.
 */
export function toNumber(x: BigFloat, format: Format = 'f64', options: RoundingOptions = {}): number {
  if (x.kind === 'nan') return Number.NaN
  const sign = isNegative(x) ? -1 : 1
  if (x.kind === 'zero') return sign * 0
  const { maximum, hasInfinity } = formats[format]
  const magnitude = x.kind === 'infinity' ? Infinity : magnitudeToNumber(x.mantissa < 0n ? -x.mantissa : x.mantissa, x.exponent, format)
  if (magnitude <= maximum) return sign * magnitude
  return sign * (options.saturate ? maximum : hasInfinity ? Infinity : Number.NaN)
}

function magnitudeToNumber(mantissa: bigint, exponent: number, format: Format): number {
  const top = bitLength(mantissa) - 1 + exponent
  if (top > formats[format].maximumExponent) return Infinity
  const quantum = quantumExponent(format, top)
  // Less than half of the least subnormal, and no need to build a long shift for it.
  if (top < quantum - 1) return 0
  const shift = quantum - exponent
  return Number(shift > 0 ? roundShift(mantissa, shift) : shiftLeft(mantissa, -shift)) * powerOfTwo(quantum)
}
