import type { Entry } from './entry.ts'

export const swish: Entry = {
  name: 'swish',
  aliases: ['swish_beta', 'trainable_swish'],
  title: 'Swish with beta',
  chapter: 14,
  kind: 'pointwise',
  formula: 'x * sigmoid(beta * x)',
  parameters: [
    {
      name: 'beta',
      default: 1,
      trainable: true,
      meaning: '0 gives x / 2, 1 gives SiLU, infinity ReLU; learned, one for all or one a channel',
    },
  ],
  kinks: [],
  limits: { minusInfinity: 'beta > 0 ? 0 : -1 / 0', plusInfinity: 'beta < 0 ? 0 : 1 / 0' },
  slopeLimits: { minusInfinity: 'beta > 0 ? 0 : beta == 0 ? 0.5 : 1', plusInfinity: 'beta > 0 ? 1 : beta == 0 ? 0.5 : 0' },
  year: 2017,
  authors: 'Prajit Ramachandran, Barret Zoph, Quoc Le',
  sources: [
    {
      authors: 'Prajit Ramachandran, Barret Zoph, Quoc Le',
      year: 2017,
      title: 'Searching for Activation Functions',
      where: 'arXiv:1710.05941',
    },
  ],
  usedBy: ['EfficientNet (beta = 1)', 'the search networks of the Swish paper'],
  history:
    'A search over formulas with reinforcement learning came out at x sigmoid(beta x). beta moves it from x / 2 (beta = 0) ' +
    'over SiLU (1) towards ReLU (infinity), and can be learned, one a channel. The paper reports 0.6 to 0.9 points on ' +
    'ImageNet over ReLU; learned values stay mostly near 1, so most models dropped the parameter and use SiLU.',
  corrections: [
    'In Swish too it is x sigmoid(beta x) that is unbounded, not the sigmoid. With beta = 1 it is the SiLU of the year ' + 'before.',
  ],
}
