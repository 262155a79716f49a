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
    'tanh_gelu',
  ],
  title: 'GELU, tanh approximation',
  kind: 'pointwise',
  formula: 'x * sigmoid(2 * sqrt(2 / pi) * (x + 0.044715 * x ^ 3))',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
