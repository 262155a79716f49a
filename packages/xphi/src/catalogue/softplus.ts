import type { Entry } from './entry.ts'

export const softplus: Entry = {
  name: 'softplus',
  aliases: ['soft_plus', 'smooth_relu', 'log1pexp'],
  title: 'Softplus',
  kind: 'pointwise',
  formula: 'softplus(x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2000,
  authors: 'Charles Dugas, Yoshua Bengio, François Bélisle, Claude Nadeau, René Garcia',
  sources: [
    {
      authors: 'Charles Dugas, Yoshua Bengio, François Bélisle, Claude Nadeau, René Garcia',
      year: 2000,
      title: 'Incorporating Second-Order Functional Knowledge for Better Option Pricing',
      where: 'NIPS 13',
    },
  ],
  usedBy: ['step sizes in Mamba', 'positive outputs such as standard deviations'],
  history:
    'The integral of the sigmoid, log(1 + e^x), used first for option prices that must be positive, increasing and convex. ' +
    'Glorot compared it as a smooth ReLU in 2011 and found the hard one no worse. Today it keeps a parameter positive more ' +
    'often than it activates a layer. Computed as written it overflows; max(x, 0) + log1p(e^-|x|) does not.',
  corrections: [],
}
