import type { Entry } from './entry.ts'

export const mish: Entry = {
  name: 'mish',
  aliases: [],
  title: 'Mish',
  kind: 'pointwise',
  formula: 'x * tanh(softplus(x))',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2019,
  authors: 'Diganta Misra',
  sources: [
    {
      authors: 'Diganta Misra',
      year: 2019,
      title: 'Mish: A Self Regularized Non-Monotonic Activation Function',
      where: 'BMVC 2020, arXiv:1908.08681',
    },
  ],
  usedBy: ['YOLOv4'],
  history:
    'A variation on Swish, found by comparing such products: x times tanh of softplus. Like SiLU it is smooth, not ' +
    'monotonic and bounded below, with its minimum of -0.30884 at -1.19243. It costs an exponential, a logarithm and a tanh ' +
    'when computed as written, though one exponential and a division suffice, since tanh(log(1 + w)) is rational in w.',
  corrections: [],
}
