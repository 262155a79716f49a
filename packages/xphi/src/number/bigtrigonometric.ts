// sin and cos of BigFloats, through as many bits of pi as the argument needs.
import { type BigFloat, bitLength, type Finite, make, mul, neg, notANumber, one, toFixed, topOf } from './bigfloat.ts'
import { fixedPi } from './bigconstants.ts'

/** Arguments from 2^16384 on would need more bits of pi than are worth computing: their sine and cosine are NaN. */
const largestTop = 16383

/** sin x, relatively accurate at the multiples of pi too; NaN for infinities and for |x| >= 2^16384. */
export function sin(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan' || x.kind === 'zero') return x
  if (x.kind === 'infinity' || topOf(x) > largestTop) return notANumber
  const { quadrant, rest } = reduce(x, bits)
  const value = quadrant & 1 ? cosSeries(rest, bits) : sinSeries(rest, bits)
  return quadrant & 2 ? neg(value) : value
}

/** cos x, relatively accurate at its zeros too; NaN for infinities and for |x| >= 2^16384. */
export function cos(x: BigFloat, bits: number): BigFloat {
  if (x.kind === 'nan') return x
  if (x.kind === 'zero') return one
  if (x.kind === 'infinity' || topOf(x) > largestTop) return notANumber
  const { quadrant, rest } = reduce(x, bits)
  const value = quadrant & 1 ? sinSeries(rest, bits) : cosSeries(rest, bits)
  return quadrant === 1 || quadrant === 2 ? neg(value) : value
}

/** x = n pi/2 + rest, |rest| <= pi/4, quadrant = n mod 4. */
function reduce(x: Finite, bits: number): { readonly quadrant: number; readonly rest: Finite } {
  const top = topOf(x)
  if (top < -1) return { quadrant: 0, rest: x }
  const wanted = bits + 8
  // Ziv's loop: a rest next to 0 is reduced again, with the bits that it lost to cancellation. (pi is irrational: the rest is not 0.)
  for (let fraction = wanted + 8; ; ) {
    const extra = top + 4
    const fixed = toFixed(x, fraction + extra)
    const pi = fixedPi(fraction + extra)
    const n = ((fixed << 2n) + pi) / (pi << 1n) - (fixed < 0n && ((fixed << 2n) + pi) % (pi << 1n) < 0n ? 1n : 0n)
    const rest = fixed - ((n * pi) >> 1n)
    const lost = rest === 0n ? fraction : fraction + extra - bitLength(rest)
    // n * pi is wrong by at most n <= 2^(top+1) units: `fraction` bits after the point are right.
    if (rest !== 0n && fraction - lost >= wanted)
      return { quadrant: Number(n & 3n), rest: { kind: 'finite', mantissa: rest, exponent: -fraction - extra } }
    fraction = wanted + lost + 8
  }
}

/** x (1 - x^2/3! + x^4/5! - ...). */
function sinSeries(x: Finite, bits: number): BigFloat {
  return mul(x, alternating(x, bits, 2n), bits)
}

/** 1 - x^2/2! + x^4/4! - ... */
const cosSeries = (x: Finite, bits: number): BigFloat => alternating(x, bits, 1n)

function alternating(x: Finite, bits: number, first: bigint): BigFloat {
  const fraction = bits + 16
  const shift = BigInt(fraction)
  const fixed = toFixed(x, fraction)
  const square = (fixed * fixed) >> shift
  let term = 1n << shift
  let sum = term
  for (let n = first; term !== 0n; n += 2n) {
    term = -(((term * square) / (n * (n + 1n))) >> shift)
    sum += term
  }
  return make(sum, -fraction, bits + 8)
}
