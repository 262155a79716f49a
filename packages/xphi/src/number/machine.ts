/** The few steps on a double's bits that generated code takes. */

const word = /*@__PURE__*/ new Float64Array(1)
const halves = /*@__PURE__*/ new Int32Array(/*@__PURE__*/ (() => word.buffer)())

/** 2^n for an integral n in [-1022, 1023]. */
export function pow2(n: number): number {
  halves[0] = 0
  halves[1] = (n + 1023) << 20
  return word[0]
}

/** floor(log2 |x|), subnormals included; 1024 for infinities and NaN, -1077 for 0. */
export function exponent(x: number): number {
  word[0] = x
  const e = (halves[1] >>> 20) & 2047
  if (e > 0) return e - 1023
  word[0] = x * 18014398509481984
  return ((halves[1] >>> 20) & 2047) - 1077
}

/**
 * x 2^k for an integral k, in two steps so that the powers stay in range; where the result is not subnormal it is exact. |x| in
 * [2^-1022, 2^960], or |k| <= 2044: else what should be 0 or infinite may not be.
 */
export function ldexp(x: number, k: number): number {
  const n = k < -2044 ? -2044 : k > 2046 ? 2046 : k
  const half = n >> 1
  return x * pow2(half) * pow2(n - half)
}

/** |a| with the sign of b, that of -0 included. */
export function copysign(a: number, b: number): number {
  const magnitude = a < 0 ? -a : a === 0 ? 0 : a
  return b < 0 || (b === 0 && 1 / b < 0) ? -magnitude : magnitude
}

/** To the nearest integer, ties to even, for |x| < 2^51. */
export const nearest = (x: number): number => x + 6755399441055744 - 6755399441055744
