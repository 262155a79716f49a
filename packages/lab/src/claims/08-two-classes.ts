import { Random } from '@xphi/train'
import { define, type PointwiseScalar } from 'xphi'
import { exact, tested } from './claim.ts'
import { ulpsApart } from './shared/numbers.ts'

const exp = define('exponential', 'exp(x)') as PointwiseScalar

function softmaxOfTwo(a: number, b: number): number {
  const greatest = Math.max(a, b)
  const first = exp(a - greatest)
  return first / (first + exp(b - greatest))
}

/** No overflow on either side. */
function stableSigmoid(z: number): number {
  if (z >= 0) return 1 / (1 + exp(-z))
  const e = exp(z)
  return e / (e + 1)
}

export const twoClasses = tested({
  id: 8,
  version: 1,
  title: 'Softmax of two classes',
  statement:
    'Softmax of two classes is the sigmoid of the positive one; Bridle named it in 1989; physics knows it as the Boltzmann distribution.',
  source: "Bridle's two papers of 1989 and 1990. It equals sigmoid(x1 - x2), and sigmoid(x1) only where x2 = 0.",
  test: 'A million random pairs in doubles: softmax with the greatest subtracted against a sigmoid in two branches, sigmoid(a - b): 0 ulp; against 1/(1 + e^-z): at most 4 ulp; sigmoid(a) with b other than 0 must differ.',
  parts: [
    {
      statement: 'Softmax of two classes is the sigmoid of their difference.',
      expected: 'holds',
      conditions: [exact('ulps, two branches', 'at most', 0), exact('ulps, naive', 'at most', 4)],
    },
    {
      statement: 'It is the sigmoid of the positive class alone.',
      expected: 'fails',
      refutes: true,
      conditions: [exact('difference to sigmoid(a)', 'above', 0)],
    },
  ],
  seconds: 6,
  settings: { pairs: 1_000_000, deviation: 5, scale: 1, second: 1 },
  control: { pairs: 1000, scale: 1 + 2 ** -20, second: 0 },
  experiment({ seed }, { pairs, deviation, scale, second }) {
    const random = new Random(seed)
    let [stable, naive, over, alone] = [0, 0, 0, 0]
    for (let i = 0; i < pairs; i++) {
      const a = deviation * random.normal()
      const b = deviation * random.normal()
      const y = softmaxOfTwo(a, b)
      const z = scale * (a - b)
      const plain = ulpsApart(1 / (1 + exp(-z)), y)
      stable = Math.max(stable, ulpsApart(stableSigmoid(z), y))
      naive = Math.max(naive, plain)
      if (plain > 1) over++
      alone = Math.max(alone, Math.abs(stableSigmoid(a) - softmaxOfTwo(a, second * b)))
    }
    return {
      values: {
        'ulps, two branches': stable,
        'ulps, naive': naive,
        'naive more than 1 ulp off, %': (100 * over) / pairs,
        'difference to sigmoid(a)': alone,
      },
    }
  },
})
