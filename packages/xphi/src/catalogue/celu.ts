import type { Entry } from './entry.ts'

export const celu: Entry = {
  name: 'celu',
  aliases: ['continuously_differentiable_elu'],
  title: 'CELU (continuously differentiable ELU)',
  kind: 'pointwise',
  formula: 'x > 0 ? x : alpha * expm1(x / alpha)',
  parameters: [
    {
      name: 'alpha',
      default: 1,
      minimum: 0,
      open: true,
      trainable: false,
      meaning: 'the function saturates at -alpha, with slope 1 at 0 for every alpha',
    },
  ],
  kinks: [],
  limits: { minusInfinity: '-alpha', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2017,
  authors: 'Jonathan Barron',
  sources: [
    { authors: 'Jonathan Barron', year: 2017, title: 'Continuously Differentiable Exponential Linear Units', where: 'arXiv:1704.07483' },
  ],
  usedBy: ['PyTorch and ONNX as CELU'],
  history:
    'ELU has a kink at 0 unless alpha is 1. Dividing the exponent by alpha gives slope 1 at 0 for every alpha > 0, and a ' +
    'function that scales: celu(c x, c alpha) = c celu(x, alpha). It tends to ReLU as alpha goes to 0.',
  corrections: [],
}
