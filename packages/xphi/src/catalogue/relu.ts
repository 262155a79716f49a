import type { Entry } from './entry.ts'

export const relu: Entry = {
  name: 'relu',
  aliases: ['rectifier', 'rectified_linear', 'rectified_linear_unit', 'ramp', 'positive_part'],
  title: 'ReLU (rectified linear unit)',
  chapter: 6,
  kind: 'pointwise',
  formula: 'x > 0 ? x : 0',
  parameters: [],
  kinks: [{ input: 'x', at: '0', derivative: '0' }],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2010,
  authors: 'Vinod Nair, Geoffrey Hinton',
  sources: [
    {
      authors: 'Kunihiko Fukushima',
      year: 1969,
      title: 'Visual Feature Extraction by a Multilayered Network of Analog Threshold Elements',
      where: 'IEEE Transactions on Systems Science and Cybernetics 5(4):322-333',
    },
    {
      authors: 'Vinod Nair, Geoffrey Hinton',
      year: 2010,
      title: 'Rectified Linear Units Improve Restricted Boltzmann Machines',
      where: 'ICML 2010',
    },
    {
      authors: 'Xavier Glorot, Antoine Bordes, Yoshua Bengio',
      year: 2011,
      title: 'Deep Sparse Rectifier Neural Networks',
      where: 'AISTATS 2011',
    },
    {
      authors: 'Alex Krizhevsky, Ilya Sutskever, Geoffrey Hinton',
      year: 2012,
      title: 'ImageNet Classification with Deep Convolutional Neural Networks',
      where: 'NIPS 2012',
    },
    {
      authors: 'Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun',
      year: 2015,
      title: 'Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification',
      where: 'ICCV 2015',
    },
  ],
  usedBy: ['AlexNet', 'VGG', 'ResNet', 'the original Transformer'],
  history:
    "Fukushima's networks of 1969 already rectified; Nair and Hinton brought it back, Glorot showed that it trains deep " +
    'networks without pre-training, and AlexNet made it the rule in vision. For positive inputs the slope is 1 and nothing ' +
    'saturates, and it costs one comparison. For negative inputs the slope is 0: a unit that is never positive never learns ' +
    'again. At 0 the libraries take the derivative 0, and so does this one.',
  corrections: [
    'Nair and Hinton (2010) is about restricted Boltzmann machines, with noisy rectified units. Deep feed-forward networks ' +
      'followed with Glorot 2011 and AlexNet 2012, and great depth needs He initialisation (2015): ReLU alone does not solve ' +
      'vanishing gradients.',
    'It was not in almost every network before 2016: recurrent networks kept sigmoid and tanh, and the value network of ' +
      'AlphaGo ends in tanh.',
  ],
}
