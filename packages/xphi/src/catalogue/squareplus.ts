import type { Entry } from './entry.ts'

export const squareplus: Entry = {
  name: 'squareplus',
  aliases: ['square_plus'],
  title: 'Squareplus',
  kind: 'pointwise',
  formula: '(x + sqrt(x ^ 2 + b)) / 2',
  parameters: [
    {
      name: 'b',
      default: 4,
      minimum: 0,
      open: true,
      trainable: false,
      meaning:
        'size of the curved region: the value at 0 is sqrt(b) / 2; 0 would be ReLU, whose derivative at 0 this formula does not define',
    },
  ],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2021,
  authors: 'Jonathan Barron',
  sources: [
    { authors: 'Jonathan Barron', year: 2021, title: 'Squareplus: A Softplus-Like Algebraic Rectifier', where: 'arXiv:2112.11687' },
  ],
  usedBy: ['JAX as squareplus'],
  history:
    'Softplus without exponential and logarithm: half of x plus the root of x^2 + b, fast on a CPU and without overflow for ' +
    "moderate x. b sets the width of the curve; b = 4 gives softplus's curvature at 0 (and the value 1), 4 log(2)^2 its " +
    'value there. For negative x it falls only as b / (4 |x|), and computed as written the two terms cancel there.',
  corrections: [],
}
