import { Random } from '@xphi/train'
import { define, gelu, type PointwiseScalar, silu } from 'xphi'
import { type Activation, activation, functionOf } from 'xphi/formula'
import { exact, tested } from './claim.ts'
import { ulpsApart } from './shared/numbers.ts'

interface Rowwise {
  derivative(row: Float64Array, dy: Float64Array): Float64Array
}

const cumulative: Readonly<Record<'logistic' | 'normal', PointwiseScalar>> = {
  logistic: define('logistic', 'sigmoid(x)') as PointwiseScalar,
  normal: define('normal', 'normcdf(x)') as PointwiseScalar,
}

/** How much the first output depends on the second input. */
function crossTalk(a: Activation): number {
  if (a.kind !== 'row') return 0
  const row = Float64Array.of(0.5, 1, -1, 0.25)
  return Math.abs((functionOf(a) as unknown as Rowwise).derivative(row, Float64Array.of(1, 0, 0, 0))[1])
}

export const distributionFunctions = tested({
  id: 36,
  version: 1,
  title: 'x times a distribution function',
  statement: 'The functions after 2016 (SiLU, Swish, GELU, SoLU) are all x F(x), with a cumulative distribution function F.',
  source: 'SoLU is not: softmax is no distribution function of x, as it depends on the other units.',
  test: 'The derivative of one output of SoLU by another input is not 0; SiLU is x times the logistic, GELU x times the normal distribution function (within 2 ulp on 10,000 numbers).',
  parts: [
    {
      statement: 'SoLU is x F(x), too.',
      expected: 'fails',
      refutes: true,
      conditions: [exact('dependence on another unit', 'above', 0)],
    },
    {
      statement: 'SiLU and GELU are x F(x).',
      expected: 'holds',
      conditions: [exact('ulps, SiLU', 'at most', 2), exact('ulps, GELU', 'at most', 2)],
    },
  ],
  seconds: 0.1,
  settings: { row: 'solu', first: 'logistic' as keyof typeof cumulative, second: 'normal' as keyof typeof cumulative, points: 10_000 },
  control: { row: 'silu', first: 'normal', second: 'logistic', points: 100 },
  experiment({ seed }, { row, first, second, points }) {
    const random = new Random(seed)
    let [logistic, normal] = [0, 0]
    for (let i = 0; i < points; i++) {
      const x = 5 * random.normal()
      logistic = Math.max(logistic, ulpsApart(x * cumulative[first](x), silu(x)))
      normal = Math.max(normal, ulpsApart(x * cumulative[second](x), gelu(x)))
    }
    return {
      values: { 'dependence on another unit': crossTalk(activation(row)), 'ulps, SiLU': logistic, 'ulps, GELU': normal },
    }
  },
})
