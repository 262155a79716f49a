// pi and ln 2 in fixed point, computed once for the longest request and cut for shorter ones.

type Series = (fractionBits: number) => bigint

/** sum of sign^k / ((2k+1) n^(2k+1)), in fixed point: atan(1/n) for sign -1, atanh(1/n) for sign 1. */
function inverseTangent(n: bigint, sign: bigint, fractionBits: number): bigint {
  const square = n * n * sign
  let power = (1n << BigInt(fractionBits)) / n
  let sum = power
  for (let k = 3n; power !== 0n; k += 2n) {
    power /= square
    sum += power / k
  }
  return sum
}

const guard = 32

function cached(series: Series): Series {
  let longest = 0
  let value = 0n
  return fractionBits => {
    if (fractionBits > longest) {
      longest = Math.max(fractionBits, 512)
      value = series(longest + guard) >> BigInt(guard)
    }
    return value >> BigInt(longest - fractionBits)
  }
}

/** floor(pi * 2^fractionBits), at most a unit or two below; Machin's formula, 1706. */
export const fixedPi: Series = cached(bits => 16n * inverseTangent(5n, -1n, bits) - 4n * inverseTangent(239n, -1n, bits))

/** floor(ln 2 * 2^fractionBits), likewise: 18 atanh(1/26) - 2 atanh(1/4801) + 8 atanh(1/8749). */
export const fixedLn2: Series = cached(
  bits => 18n * inverseTangent(26n, 1n, bits) - 2n * inverseTangent(4801n, 1n, bits) + 8n * inverseTangent(8749n, 1n, bits),
)
