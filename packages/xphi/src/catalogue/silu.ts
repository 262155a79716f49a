import type { Entry } from './entry.ts'

export const silu: Entry = {
  name: 'silu',
  aliases: ['sigmoid_linear_unit', 'sigmoid_weighted_linear_unit', 'swish_1', 'swish1'],
  title: 'SiLU (sigmoid linear unit)',
  chapter: 13,
  kind: 'pointwise',
  formula: 'x * sigmoid(x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2016,
  authors: 'Dan Hendrycks, Kevin Gimpel; Stefan Elfwing, Eiji Uchibe, Kenji Doya',
  sources: [
    { authors: 'Dan Hendrycks, Kevin Gimpel', year: 2016, title: 'Gaussian Error Linear Units (GELUs)', where: 'arXiv:1606.08415' },
    {
      authors: 'Stefan Elfwing, Eiji Uchibe, Kenji Doya',
      year: 2017,
      title: 'Sigmoid-Weighted Linear Units for Neural Network Function Approximation in Reinforcement Learning',
      where: 'Neural Networks 107 (2018), arXiv:1702.03118',
    },
    {
      authors: 'Prajit Ramachandran, Barret Zoph, Quoc Le',
      year: 2017,
      title: 'Searching for Activation Functions',
      where: 'arXiv:1710.05941',
    },
  ],
  usedBy: ['EfficientNet', 'YOLOv5', 'U-Net of Stable Diffusion', 'the gate of Llama'],
  history:
    'The GELU paper names it in passing: GELU with the logistic in place of the normal distribution. Elfwing and others ' +
    'found it independently for reinforcement learning (SZ-Tetris and Atari), and a search by machine found it a third time ' +
    'as Swish with beta = 1. It needs one exponential and no erf; its minimum is -0.27846 at -1.27846.',
  corrections: ['The sigmoid in it is bounded by 0 and 1; it is the product x sigmoid(x) that has no upper bound.'],
}
