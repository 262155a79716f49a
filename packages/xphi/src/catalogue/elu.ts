import type { Entry } from './entry.ts'

export const elu: Entry = {
  name: 'elu',
  aliases: ['exponential_linear_unit', 'exponential_linear'],
  title: 'ELU (exponential linear unit)',
  chapter: 9,
  kind: 'pointwise',
  formula: 'x > 0 ? x : alpha * expm1(x)',
  parameters: [{ name: 'alpha', default: 1, trainable: false, meaning: 'the function saturates at -alpha' }],
  kinks: [{ input: 'x', at: '0', derivative: 'alpha' }],
  limits: { minusInfinity: '-alpha', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2015,
  authors: 'Djork-Arné Clevert, Thomas Unterthiner, Sepp Hochreiter',
  sources: [
    {
      authors: 'Djork-Arné Clevert, Thomas Unterthiner, Sepp Hochreiter',
      year: 2015,
      title: 'Fast and Accurate Deep Network Learning by Exponential Linear Units (ELUs)',
      where: 'ICLR 2016, arXiv:1511.07289',
    },
  ],
  usedBy: ['hidden layers of GAT', 'feature map of linear attention (elu(x) + 1)'],
  history:
    "Rectifiers give outputs with a positive mean, which shifts the next layer's inputs; ELU's negative values bring the " +
    'mean towards 0, and it saturates at -alpha where Leaky ReLU runs on. Its authors report faster learning and better ' +
    'CIFAR results than ReLU. It needs an exponential, and only alpha = 1 makes it smooth at 0, which CELU repairs.',
  corrections: [
    'On ImageNet the paper shows mainly faster learning: 20 % top-5 error after 160 000 iterations where ReLU takes 200 ' +
      '000. It does not claim a clearly better final error there.',
  ],
}
