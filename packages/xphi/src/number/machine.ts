/** The few steps on a double's bits that generated code takes. */

const word = /*@__PURE__*/ new Float64Array(1)
const halves = /*@__PURE__*/ new Int32Array(/*@__PURE__*/ (() => word.buffer)())

/** 2^n for an integral n in [-1022, 1023]. */
export function pow2(n: number): number {
  halves[0] = 0
  halves[1] = (n + 1023) << 20
  return word[0]
}

/** floor(log2 |x|) of a normal x. */
export function exponent(x: number): number {
  word[0] = x
  return ((halves[1] >>> 20) & 2047) - 1023
}

/** |a| with the sign of b, that of -0 included. */
export function copysign(a: number, b: number): number {
  const magnitude = a < 0 ? -a : a === 0 ? 0 : a
  return b < 0 || (b === 0 && 1 / b < 0) ? -magnitude : magnitude
}

/** To the nearest integer, ties to even, for |x| < 2^51. */
export const nearest = (x: number): number => x + 6755399441055744 - 6755399441055744
