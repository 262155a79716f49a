import { define, type PointwiseScalar } from 'xphi'
import { exact, tested } from './claim.ts'
import { ulpsApart } from './shared/numbers.ts'

/** Within an ulp, which Math.expm1, fdlibm's as glibc's, is not everywhere. */
const ownExpm1 = define('exponentialm1', 'expm1(x)') as PointwiseScalar

/** The four ranges of glibc's s_tanh.c (fdlibm, 1993); counts which of them is taken. */
function glibcTanh(x: number, last: number, hits: number[], expm1 = Math.expm1): number {
  const size = Math.abs(x)
  const sign = x < 0 ? -1 : 1
  if (size < 2 ** -55) {
    hits[0]++
    return x * (1 + x)
  }
  if (size < 1) {
    hits[1]++
    const t = expm1(-2 * size)
    return (sign * -t) / (t + 2)
  }
  if (size < last) {
    hits[2]++
    return sign * (1 - 2 / (expm1(2 * size) + 2))
  }
  hits[3]++
  return sign
}

/** The least double from which Math.tanh is 1. */
function firstOne(): number {
  let [low, high] = [18, 22]
  for (;;) {
    const middle = (low + high) / 2
    if (middle <= low || middle >= high) return high
    if (Math.tanh(middle) === 1) high = middle
    else low = middle
  }
}

export const glibcRanges = tested({
  id: 12,
  version: 1,
  title: 'The four ranges of tanh in glibc',
  statement: 'PyTorch computes tanh by std::tanh, that is by the code of 1993 in glibc, with four ranges of x.',
  source:
    "glibc's s_tanh.c: x(1 + x) below 2^-55, expm1 of -2|x| below 1, 1 - 2/(expm1(2|x|) + 2) below 22, and 1. That is the code for doubles; tanhf is rational (CORE-MATH) since 2.41, and PyTorch's vectorised code on CPUs is Sleef_tanhf8_u10: std::tanh is only its scalar path.",
  test: 'The four ranges, ported: at most 2 ulp from Math.tanh on a million |x| spaced logarithmically, every range hit; 22 is on the safe side: Math.tanh is exactly 1 from 19.0615 on.',
  parts: [
    {
      statement: 'The four ranges give tanh.',
      expected: 'holds',
      conditions: [
        exact('ulps', 'at most', 2),
        exact('hits of the rarest range', 'at least', 1),
        exact('first x with tanh 1', 'at least', 19.0614),
        exact('first x with tanh 1', 'at most', 19.0616),
      ],
    },
  ],
  seconds: 0.8,
  note: 'With an expm1 that is right to an ulp in place of that of the engine the port is 3 ulp from Math.tanh, which is itself up to 2 ulp off.',
  settings: { points: 1_000_000, last: 22 },
  control: { points: 2000, last: 10 },
  experiment(_, { points, last }) {
    const hits = [0, 0, 0, 0]
    const half = points / 2
    // 2^-80 to 2^10, both signs.
    const ratio = 2 ** (90 / (half - 1))
    let [worst, own] = [0, 0]
    for (let i = 0, size = 2 ** -80; i < half; i++, size *= ratio)
      for (const x of [size, -size]) {
        worst = Math.max(worst, ulpsApart(glibcTanh(x, last, hits), Math.tanh(x)))
        own = Math.max(own, ulpsApart(glibcTanh(x, last, hits, ownExpm1), Math.tanh(x)))
      }
    return {
      values: {
        ulps: worst,
        'ulps, with our expm1': own,
        'hits of the rarest range': Math.min(...hits),
        'first x with tanh 1': firstOne(),
      },
    }
  },
})
