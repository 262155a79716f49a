import type { Entry } from './entry.ts'

export const silu: Entry = {
  name: 'silu',
  aliases: ['sigmoid_linear_unit', 'sigmoid_weighted_linear_unit', 'swish_1', 'swish1'],
  title: 'SiLU (sigmoid linear unit)',
  kind: 'pointwise',
  formula: 'x * sigmoid(x)',
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
