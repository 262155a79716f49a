/** The binary floating-point formats the project speaks of. */
export type Format = 'f64' | 'f32' | 'f16' | 'bf16' | 'e4m3' | 'e5m2'

/** Facts of one format. A normal number is m * 2^e with 1 <= |m| < 2 and minimumExponent <= e <= maximumExponent. */
export interface FormatFacts {
  /** Bits of the significand, the hidden one included. */
  readonly precision: number
  readonly minimumExponent: number
  readonly maximumExponent: number
  /** Largest finite value. */
  readonly maximum: number
  /** e4m3 has none: an overflow there is NaN. */
  readonly hasInfinity: boolean
  /** Bits of storage. */
  readonly width: number
}

/**
 * f64, f32, f16: IEEE 754-2019 table 3.5. bf16: f32 cut to 16 bits. e4m3 and e5m2: OCP 8-bit floating point specification (OFP8),
 * revision 1.0, 2023, table 1: e4m3 spends only mantissa 111 of its top binade on NaN, so its maximum is 1.75 * 2^8.
 */
export const formats: Readonly<Record<Format, FormatFacts>> = {
  f64: { precision: 53, minimumExponent: -1022, maximumExponent: 1023, maximum: Number.MAX_VALUE, hasInfinity: true, width: 64 },
  f32: { precision: 24, minimumExponent: -126, maximumExponent: 127, maximum: 3.4028234663852886e38, hasInfinity: true, width: 32 },
  f16: { precision: 11, minimumExponent: -14, maximumExponent: 15, maximum: 65504, hasInfinity: true, width: 16 },
  bf16: { precision: 8, minimumExponent: -126, maximumExponent: 127, maximum: 3.3895313892515355e38, hasInfinity: true, width: 16 },
  e4m3: { precision: 4, minimumExponent: -6, maximumExponent: 8, maximum: 448, hasInfinity: false, width: 8 },
  e5m2: { precision: 3, minimumExponent: -14, maximumExponent: 15, maximum: 57344, hasInfinity: true, width: 8 },
}

/** Exponent of the quantum (one unit in the last place) of a value in [2^exponent, 2^(exponent+1)): never below the subnormal one. */
export function quantumExponent(format: Format, exponent: number): number {
  const { precision, minimumExponent } = formats[format]
  return Math.max(exponent, minimumExponent) - precision + 1
}
