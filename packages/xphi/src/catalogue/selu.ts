import type { Entry } from './entry.ts'

export const selu: Entry = {
  name: 'selu',
  aliases: ['scaled_elu', 'scaled_exponential_linear_unit'],
  title: 'SELU (scaled ELU)',
  kind: 'pointwise',
  formula: '1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * expm1(x))',
  parameters: [],
  kinks: [{ input: 'x', at: '0', derivative: '1.0507009873554804934193349852946 * 1.6732632423543772848170429916717' }],
  limits: { minusInfinity: '-1.0507009873554804934193349852946 * 1.6732632423543772848170429916717', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1.0507009873554804934193349852946' },
  year: 2017,
  authors: 'Günter Klambauer, Thomas Unterthiner, Andreas Mayr, Sepp Hochreiter',
  sources: [
    {
      authors: 'Günter Klambauer, Thomas Unterthiner, Andreas Mayr, Sepp Hochreiter',
      year: 2017,
      title: 'Self-Normalizing Neural Networks',
      where: 'NIPS 2017, arXiv:1706.02515',
    },
  ],
  usedBy: ['self-normalizing networks'],
  history:
    'ELU with two constants chosen so that mean 0 and variance 1 are an attracting fixed point from layer to layer: deep ' +
    'fully connected networks without batch normalisation. The proof asks for weights of mean 0 and variance 1/n, and for ' +
    'alpha dropout in place of dropout. The constants are solutions of the fixed-point equations, given here to more digits ' +
    'than a double holds.',
  corrections: [],
}
