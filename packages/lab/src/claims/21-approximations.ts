import { gelu, gelu_tanh, type PointwiseScalar, quick_gelu, silu } from 'xphi'
import { tested } from './claim.ts'
import { maximum, within } from './shared/numbers.ts'

const functions: Readonly<Record<string, PointwiseScalar>> = { gelu, gelu_tanh, quick_gelu, silu }

const errorOf = (name: string) => maximum(x => Math.abs(functions[name](x) - gelu(x)), 0, 6)
const scaledSilu = (alpha: number) => maximum(x => Math.abs(silu(alpha * x) / alpha - gelu(x)), 0, 6, 2001).y

/** The alpha whose x sigmoid(alpha x) strays least from GELU. */
function bestAlpha() {
  const { x, y } = maximum(alpha => -scaledSilu(alpha), 1.6, 1.9, 31)
  return { alpha: x, error: -y }
}

export const approximations = tested({
  id: 21,
  version: 1,
  title: 'Approximations of GELU',
  statement: 'QuickGELU, x sigmoid(1.702 x), approximates GELU and is commonly used.',
  source:
    '1.702 stands in the GELU paper (Hendrycks and Gimpel 2016). The common approximation is the one by tanh; CLIP uses the quick one.',
  test: 'Greatest errors: tanh form 4.7324e-4 at |x| = 2.699, quick form .020335 at 2.270, SiLU .193002 at 1.965, each within 1e-6; and the best alpha in the maximum norm is 1.773 with .01392 (to the digits given), not 1.702.',
  parts: [
    {
      statement: 'The greatest errors are as stated; the tanh form is 43 times closer than the quick one.',
      expected: 'holds',
      conditions: [
        ...within('error of the tanh form', 4.7324e-4, 1e-6),
        ...within('error of the quick form', 0.020335, 1e-6),
        ...within('error of SiLU', 0.193002, 1e-6),
      ],
    },
    {
      statement: '1.702 is the best factor.',
      expected: 'fails',
      refutes: true,
      conditions: [...within('best alpha', 1.773, 5e-4), ...within('error of the best alpha', 0.01392, 5e-6)],
    },
  ],
  seconds: 0.6,
  settings: { tanh: 'gelu_tanh', quick: 'quick_gelu', offset: 0 },
  control: { tanh: 'gelu', quick: 'gelu', offset: 1.702 - 1.773 },
  experiment(_, { tanh, quick, offset }) {
    const [a, b, c] = [tanh, quick, 'silu'].map(errorOf)
    const best = bestAlpha()
    return {
      values: {
        'error of the tanh form': a.y,
        'error of the quick form': b.y,
        'error of SiLU': c.y,
        'x of the tanh form': a.x,
        'x of the quick form': b.x,
        'x of SiLU': c.x,
        'best alpha': best.alpha + offset,
        'error of the best alpha': best.error,
      },
    }
  },
})
