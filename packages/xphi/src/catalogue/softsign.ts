import type { Entry } from './entry.ts'

export const softsign: Entry = {
  name: 'softsign',
  aliases: ['soft_sign', 'elliott', 'elliot'],
  title: 'Softsign',
  kind: 'pointwise',
  formula: 'x > 0 ? x / (1 + x) : x / (1 - x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '-1', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 1993,
  authors: 'David Elliott',
  sources: [
    {
      authors: 'David Elliott',
      year: 1993,
      title: 'A Better Activation Function for Artificial Neural Networks',
      where: 'Institute for Systems Research, University of Maryland, TR 93-8',
    },
    {
      authors: 'James Bergstra, Guillaume Desjardins, Pascal Lamblin, Yoshua Bengio',
      year: 2009,
      title: 'Quadratic Polynomials Learn Better Image Features',
      where: 'Université de Montréal, technical report 1337',
    },
    {
      authors: 'Xavier Glorot, Yoshua Bengio',
      year: 2010,
      title: 'Understanding the difficulty of training deep feedforward neural networks',
      where: 'AISTATS 2010',
    },
  ],
  usedBy: ['speaker embeddings of Deep Voice 2'],
  history:
    'A step like tanh without an exponential: it approaches its bounds as 1 / |x|, not exponentially, so that a saturated ' +
    'unit still has some gradient. Elliott proposed it for speed, Bergstra for learning. Glorot and Bengio found in 2010 ' +
    'that its layers saturate less than those of tanh. Its second derivative jumps at 0.',
  corrections: [],
}
