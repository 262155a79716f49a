import type { Entry } from './entry.ts'

export const logSigmoid: Entry = {
  name: 'log_sigmoid',
  aliases: ['logsigmoid', 'log_expit'],
  title: 'Log-sigmoid',
  kind: 'pointwise',
  formula: '-softplus(-x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '-inf', plusInfinity: '0' },
  slopeLimits: { minusInfinity: '1', plusInfinity: '0' },
  year: 1958,
  authors: 'David Cox',
  sources: [
    {
      authors: 'David Cox',
      year: 1958,
      title: 'The Regression Analysis of Binary Sequences',
      where: 'Journal of the Royal Statistical Society B 20(2):215-242',
    },
    {
      authors: 'Tomas Mikolov, Ilya Sutskever, Kai Chen, Greg Corrado, Jeffrey Dean',
      year: 2013,
      title: 'Distributed Representations of Words and Phrases and their Compositionality',
      where: 'NIPS 2013',
    },
  ],
  usedBy: ['binary cross-entropy from logits', 'negative sampling in word2vec', 'the DPO loss'],
  history:
    'The log-likelihood of logistic regression, which Cox brought into general use. Taking the logarithm after the sigmoid ' +
    'gives -Infinity once the sigmoid rounds to 0; written as -softplus(-x) it stays close to x there. It is part of losses ' +
    'rather than of hidden layers.',
  corrections: [],
}
