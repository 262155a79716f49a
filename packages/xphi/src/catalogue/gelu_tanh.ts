import type { Entry } from './entry.ts'

export const geluTanh: Entry = {
  name: 'gelu_tanh',
  aliases: [
    'gelu_pytorch_tanh',
    'gelu_new',
    'gelu_fast',
    'fast_gelu',
    'fastgelu',
    'gelu_approx',
    'gelu_approximate',
    'gelu_approximate_tanh',
    'gelu_accurate',
    'tanh_gelu',
  ],
  title: 'GELU, tanh approximation',
  chapter: 12,
  kind: 'pointwise',
  formula: 'x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2016,
  authors: 'Dan Hendrycks, Kevin Gimpel',
  sources: [
    { authors: 'Dan Hendrycks, Kevin Gimpel', year: 2016, title: 'Gaussian Error Linear Units (GELUs)', where: 'arXiv:1606.08415' },
  ],
  usedBy: ['GPT-2', 'GPT-J', 'BLOOM', 'the gate of T5 v1.1 and Gemma'],
  history:
    'The approximation of GELU in general use, 0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))); the sigmoid form written ' +
    'here is exactly equal and does not cancel for negative x, since 1 + tanh(u) = 2 sigmoid(2u). It came into use where ' +
    'erf was slow or missing. It errs by at most 0.00047 (at |x| = 2.70), and models trained with it keep it.',
  corrections: [
    'This is the common approximation of GELU. QuickGELU is another, forty times coarser, and neither assumes normally ' +
      'distributed inputs.',
  ],
}
