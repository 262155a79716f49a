import type { Entry } from './entry.ts'

export const signThreshold: Entry = {
  name: 'sign_threshold',
  aliases: ['bipolar_threshold', 'bipolar_step', 'hardlims', 'threshold_sign'],
  title: 'Threshold unit (sign form)',
  chapter: 2,
  kind: 'pointwise',
  formula: 'x > 0 ? 1 : -1',
  parameters: [],
  kinks: [{ input: 'x', at: '0', derivative: '0' }],
  limits: { minusInfinity: '-1', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 1960,
  authors: 'Bernard Widrow, Marcian Hoff',
  sources: [
    {
      authors: 'Bernard Widrow, Marcian Hoff',
      year: 1960,
      title: 'Adaptive Switching Circuits',
      where: 'IRE WESCON Convention Record 4:96-104',
    },
    {
      authors: 'John Hopfield',
      year: 1982,
      title: 'Neural networks and physical systems with emergent collective computational abilities',
      where: 'PNAS 79(8):2554-2558',
    },
    {
      authors: 'Itay Hubara, Matthieu Courbariaux and others',
      year: 2016,
      title: 'Binarized Neural Networks',
      where: 'NIPS 2016, arXiv:1602.02830',
    },
  ],
  usedBy: ['ADALINE', 'Hopfield networks', 'binarised neural networks'],
  history:
    'The threshold with outputs -1 and 1 in place of 0 and 1, so that an inactive unit also says something and products of ' +
    'units stay in {-1, 1}. ADALINE, Hopfield networks and binarised networks use it; the last train through it by ' +
    'pretending that its derivative is that of hard tanh. Its true derivative is 0 as well. At 0 it takes the lower value, ' +
    'as `threshold` does, so that it is exactly 2 threshold(x) - 1; the mathematical sign(0) would be 0.',
  corrections: ['Like the Heaviside form, it does not make a deep network linear; it only cannot be trained by its own gradient.'],
}
