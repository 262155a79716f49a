import type { Entry } from './entry.ts'

export const tanhshrink: Entry = {
  name: 'tanhshrink',
  aliases: ['tanh_shrink'],
  title: 'Tanh shrink',
  kind: 'pointwise',
  formula: 'x - tanh(x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '-inf', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '1', plusInfinity: '1' },
  year: 2011,
  authors: 'Ronan Collobert, Koray Kavukcuoglu, Clément Farabet',
  sources: [
    {
      authors: 'Ronan Collobert, Koray Kavukcuoglu, Clément Farabet',
      year: 2011,
      title: 'Torch7: A Matlab-like Environment for Machine Learning',
      where: 'BigLearn workshop, NIPS 2011',
    },
  ],
  usedBy: ['Torch7 and PyTorch as Tanhshrink'],
  history:
    'A smooth shrinkage that came with Torch, whose authors worked on sparse coding: small inputs go nearly to 0, as x^3 / ' +
    '3, large ones lose 1. Unlike soft shrink it has no threshold and no kink. Subtracting the two as written loses all ' +
    'digits near 0.',
  corrections: [],
}
