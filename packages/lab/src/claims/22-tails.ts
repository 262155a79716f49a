import { elu, gelu, leaky_relu, type PointwiseScalar, silu } from 'xphi'
import { exact, tested } from './claim.ts'
import { maximum, minimum, within } from './shared/numbers.ts'

const functions: Readonly<Record<string, PointwiseScalar>> = { elu, gelu, silu }

export const tails = tested({
  id: 22,
  version: 1,
  title: 'What happens far to the left',
  statement: 'For x to minus infinity GELU and SiLU go to 0, ELU goes to -alpha, and leaky ReLU has no bound.',
  source: 'Their formulas: true.',
  test: 'Minima: GELU -.169971 at -.751792, SiLU -.278465 at -1.278465; greatest slopes: GELU 1.12890 at the root of 2, SiLU 1.09984 at 2.39936; all within 1e-6, and the figures of five decimals to their last digit.',
  parts: [
    {
      statement: 'GELU and SiLU return to 0, ELU ends at -1, leaky ReLU goes on; minima and steepest points are where they are said to be.',
      expected: 'holds',
      conditions: [
        ...within('minimum of GELU', -0.169971, 1e-6),
        ...within('x of the minimum of GELU', -0.751792, 1e-6),
        ...within('minimum of SiLU', -0.278465, 1e-6),
        ...within('x of the minimum of SiLU', -1.278465, 1e-6),
        ...within('greatest slope of GELU', 1.1289, 5e-6),
        ...within('x of the greatest slope of GELU', Math.SQRT2, 1e-6),
        ...within('greatest slope of SiLU', 1.09984, 5e-6),
        ...within('x of the greatest slope of SiLU', 2.39936, 5e-6),
        ...within('GELU of -50', 0, 0),
        ...within('SiLU of -800', 0, 0),
        ...within('ELU of -40', -1, 0),
        exact('leaky ReLU of -1e9', 'at most', -1e6),
      ],
    },
  ],
  seconds: 0.1,
  settings: { first: 'gelu', second: 'silu' },
  control: { first: 'silu', second: 'gelu' },
  experiment(_, settings) {
    const [first, second] = [functions[settings.first], functions[settings.second]]
    const [low, lower] = [minimum(first, -6, 6), minimum(second, -6, 6)]
    const [steep, steeper] = [maximum(x => first.derivative(x), 0, 6), maximum(x => second.derivative(x), 0, 6)]
    return {
      values: {
        'minimum of GELU': low.y,
        'x of the minimum of GELU': low.x,
        'minimum of SiLU': lower.y,
        'x of the minimum of SiLU': lower.x,
        'greatest slope of GELU': steep.y,
        'x of the greatest slope of GELU': steep.x,
        'greatest slope of SiLU': steeper.y,
        'x of the greatest slope of SiLU': steeper.x,
        'GELU of -50': first(-50),
        'SiLU of -800': second(-800),
        'ELU of -40': elu(-40),
        'leaky ReLU of -1e9': leaky_relu(-1e9),
      },
    }
  },
})
