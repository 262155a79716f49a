import type { Entry } from './entry.ts'

export const swish: Entry = {
  name: 'swish',
  aliases: ['swish_beta', 'trainable_swish'],
  title: 'Swish with beta',
  kind: 'pointwise',
  formula: 'x * sigmoid(beta * x)',
  parameters: [
    {
      name: 'beta',
      default: 1,
      trainable: true,
      meaning: '0 gives x / 2, 1 gives SiLU, infinity ReLU; learned, one for all or one a channel',
    },
  ],
  kinks: [],
  limits: { minusInfinity: 'beta > 0 ? 0 : -1 / 0', plusInfinity: 'beta < 0 ? 0 : 1 / 0' },
  slopeLimits: { minusInfinity: 'beta > 0 ? 0 : beta == 0 ? 0.5 : 1', plusInfinity: 'beta > 0 ? 1 : beta == 0 ? 0.5 : 0' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
