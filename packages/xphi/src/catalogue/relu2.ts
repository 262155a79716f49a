import type { Entry } from './entry.ts'

export const relu2: Entry = {
  name: 'relu2',
  aliases: ['relu_2', 'squared_relu', 'relu_squared', 'square_relu', 'sqrelu', 'srelu'],
  title: 'Squared ReLU',
  kind: 'pointwise',
  formula: 'x > 0 ? x ^ 2 : 0',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: 'inf' },
  year: 2021,
  authors: 'David So and others',
  sources: [
    {
      authors: 'David So and others',
      year: 2021,
      title: 'Primer: Searching for Efficient Transformers for Language Modeling',
      where: 'NeurIPS 2021, arXiv:2109.08668',
    },
  ],
  usedBy: ['Primer', 'Nemotron-4', 'channel mixing of RWKV'],
  history:
    'A search over whole Transformer programs found that squaring the ReLU of the feed-forward layer was one of two changes ' +
    'that mattered. It is sparse like ReLU and quadratic like a gated layer whose gate and value are the same projection, ' +
    'without a third matrix. The slope is unbounded, so that outliers grow from layer to layer faster than with ReLU.',
  corrections: [],
}
