import type { Entry } from './entry.ts'

export const glu: Entry = {
  name: 'glu',
  aliases: ['gated_linear_unit', 'sigmoid_glu'],
  title: 'GLU (gated linear unit)',
  chapter: 17,
  kind: 'gated',
  formula: 'sigmoid(gate) * value',
  parameters: [],
  kinks: [],
  year: 2016,
  authors: 'Yann Dauphin, Angela Fan, Michael Auli, David Grangier',
  sources: [
    {
      authors: 'Yann Dauphin, Angela Fan, Michael Auli, David Grangier',
      year: 2016,
      title: 'Language Modeling with Gated Convolutional Networks',
      where: 'ICML 2017, arXiv:1612.08083',
    },
  ],
  usedBy: ['gated convolutional language models', 'ConvS2S', 'convolution module of the Conformer'],
  history:
    'Two projections of the input, one of them gated by the sigmoid of the other, made a convolutional language model the ' +
    'equal of recurrent ones. The ungated path is linear, so the gradient passes it unshrunk, unlike in the GTU of PixelCNN ' +
    "and WaveNet, where tanh shrinks it. PyTorch's F.glu takes the value from the first half and the gate from the second.",
  corrections: [
    'Dauphin writes (X W + b) * sigma(X V + c): the linear part comes first and the gate is the second projection. Which ' +
      'matrix is called W changed only with later papers.',
  ],
}
