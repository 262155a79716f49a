import type { Entry } from './entry.ts'

export const identity: Entry = {
  name: 'identity',
  aliases: ['linear', 'none'],
  title: 'Identity (linear)',
  kind: 'pointwise',
  formula: 'x',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '-inf', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '1', plusInfinity: '1' },
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
      authors: 'Pierre Baldi, Kurt Hornik',
      year: 1989,
      title: 'Neural Networks and Principal Component Analysis: Learning from Examples Without Local Minima',
      where: 'Neural Networks 2(1):53-58',
    },
  ],
  usedBy: ['outputs of regression networks', 'the learning rule of ADALINE'],
  history:
    'No activation: ADALINE measured its error before the threshold, on the linear sum, and could so follow a gradient. ' +
    'However many such layers are stacked, the network computes one linear map, which is the reason for every other entry ' +
    'here. It is the right choice for the output of a regression.',
  corrections: ['Identity activations are what makes a deep network collapse to a linear map. Threshold units do not.'],
}
