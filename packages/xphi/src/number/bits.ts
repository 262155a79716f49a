import { type Format, formats, quantumExponent } from './formats.ts'

const f64 = new Float64Array(1)
const u64 = new BigUint64Array(f64.buffer)
const u32 = new Uint32Array(f64.buffer)
const f32 = new Float32Array(1)
const i32 = new Int32Array(f32.buffer)
// Which half of a double holds its sign and exponent on this machine.
f64[0] = 1
const high = u32[1] === 0x3ff00000 ? 1 : 0

/** The 64 bits of a double. */
export function bitsOf(x: number): bigint {
  f64[0] = x
  return u64[0]
}

/** The double with these 64 bits. */
export function fromBitsOf(bits: bigint): number {
  u64[0] = bits
  return f64[0]
}

/** 2^exponent, exactly, for exponent in [-1074, 1023]; below 0, above Infinity. (V8's `**` has been wrong on powers of two.) */
export function powerOfTwo(exponent: number): number {
  if (exponent > 1023) return Infinity
  if (exponent < -1074) return 0
  return exponent >= -1022 ? fromBitsOf(BigInt(exponent + 1023) << 52n) : fromBitsOf(1n << BigInt(exponent + 1074))
}

/** floor(log2 |x|) of a finite non-zero double, exactly, subnormals included; -Infinity for 0, Infinity for infinities, NaN for NaN. */
export function exponentOf(x: number): number {
  if (x === 0) return -Infinity
  if (Number.isNaN(x)) return Number.NaN
  f64[0] = x
  let biased = (u32[high] >>> 20) & 0x7ff
  if (biased === 0x7ff) return Infinity
  if (biased !== 0) return biased - 1023
  f64[0] = x * 2 ** 54
  biased = (u32[high] >>> 20) & 0x7ff
  return biased - 1023 - 54
}

/**
 * One unit in the last place of x in a format: the spacing of the format's numbers in the binade of |x| (a power of two belongs to the
 * binade above it). Below the normal range, and for 0, it is the subnormal quantum. NaN for NaN and infinities.
 */
export function ulp(x: number, format: Format = 'f64'): number {
  if (!Number.isFinite(x)) return Number.NaN
  return powerOfTwo(quantumExponent(format, x === 0 ? formats[format].minimumExponent : exponentOf(x)))
}

/** The least f64 (or f32) above x: nextUp(-0) = nextUp(0) = the least subnormal, nextUp(Infinity) = Infinity, NaN gives NaN. */
export function nextUp(x: number, format: 'f64' | 'f32' = 'f64'): number {
  if (format === 'f32') return nextUp32(x)
  if (Number.isNaN(x) || x === Infinity) return x
  if (x === 0) return Number.MIN_VALUE
  f64[0] = x
  u64[0] += x > 0 ? 1n : -1n
  return f64[0]
}

function nextUp32(x: number): number {
  if (Number.isNaN(x) || x === Infinity) return x
  if (x === 0) return powerOfTwo(-149)
  f32[0] = x
  // x between two f32: the neighbour above is either its rounding or one step on from it.
  if (f32[0] > x) return f32[0]
  if (f32[0] === 0) return powerOfTwo(-149)
  i32[0] += f32[0] > 0 ? 1 : -1
  return f32[0]
}

/** The greatest f64 (or f32) below x. */
export function nextDown(x: number, format: 'f64' | 'f32' = 'f64'): number {
  return -nextUp(-x, format)
}

/** A double as C's %a prints it: 0x1.8p+0, -0x1p-3, 0x0.0000000000001p-1022, 0x0p+0; Infinity, -Infinity and NaN by name. */
export function toHex(x: number): string {
  if (!Number.isFinite(x)) return String(x)
  const bits = bitsOf(x)
  const sign = bits >> 63n ? '-' : ''
  const biased = Number((bits >> 52n) & 0x7ffn)
  const fraction = bits & 0xfffffffffffffn
  if (x === 0) return `${sign}0x0p+0`
  const digits = fraction.toString(16).padStart(13, '0').replace(/0+$/, '')
  const exponent = biased === 0 ? -1022 : biased - 1023
  return `${sign}0x${biased === 0 ? 0 : 1}${digits && '.'}${digits}p${exponent < 0 ? '' : '+'}${exponent}`
}

/** sign * mantissa * 2^exponent as written in hexadecimal, any digit before the point. Throws a RangeError on other text. */
export function parseHex(text: string): { readonly negative: boolean; readonly mantissa: bigint; readonly exponent: number } {
  const match = /^([+-]?)0x([0-9a-f]+)(?:\.([0-9a-f]*))?p([+-]?\d+)$/i.exec(text)
  if (!match) throw new RangeError(`not a hexadecimal number: '${text}': write it like 0x1.8p+0`)
  const [, sign, whole, fraction = '', power] = match
  return { negative: sign === '-', mantissa: BigInt(`0x${whole}${fraction}`), exponent: Number(power) - 4 * fraction.length }
}

/** The double that toHex or %a printed. Throws a RangeError on other text and on values that no double equals. */
export function fromHex(text: string): number {
  if (text === 'Infinity' || text === '-Infinity' || text === 'NaN') return Number(text)
  let { negative, mantissa, exponent } = parseHex(text)
  if (mantissa === 0n) return negative ? -0 : 0
  while ((mantissa & 1n) === 0n) {
    mantissa >>= 1n
    exponent++
  }
  // An odd mantissa of at most 53 bits above the subnormal quantum is a double; everything else is not.
  const top = mantissa.toString(2).length - 1 + exponent
  if (mantissa >> 53n || exponent < -1074 || top > 1023) throw new RangeError(`no double equals '${text}'`)
  // Two exact steps: 2^exponent alone may overflow when the product does not.
  const step = Math.min(exponent, 971)
  const value = Number(mantissa) * powerOfTwo(step) * powerOfTwo(exponent - step)
  return negative ? -value : value
}
