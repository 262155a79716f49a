import type { Entry } from './entry.ts'

export const relu6: Entry = {
  name: 'relu6',
  aliases: ['relu_6', 'clipped_relu'],
  title: 'ReLU6',
  kind: 'pointwise',
  formula: 'x > 0 ? (x < 6 ? x : 6) : 0',
  parameters: [],
  kinks: [
    { input: 'x', at: '0', derivative: '0' },
    { input: 'x', at: '6', derivative: '0' },
  ],
  limits: { minusInfinity: '0', plusInfinity: '6' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 2010,
  authors: 'Alex Krizhevsky',
  sources: [
    { authors: 'Alex Krizhevsky', year: 2010, title: 'Convolutional Deep Belief Networks on CIFAR-10', where: 'unpublished manuscript' },
    {
      authors: 'Andrew Howard and others',
      year: 2017,
      title: 'MobileNets: Efficient Convolutional Neural Networks for Mobile Vision Applications',
      where: 'arXiv:1704.04861',
    },
  ],
  usedBy: ['MobileNet', 'MobileNetV2'],
  history:
    "ReLU capped at 6, in Krizhevsky's words to make units learn sparse features earlier. MobileNet took it for another " +
    'reason: a known range is what 8-bit and fixed-point arithmetic needs. Above 6 it has no gradient; at 0 and at 6 the ' +
    'derivative is taken as 0, as in PyTorch.',
  corrections: [],
}
