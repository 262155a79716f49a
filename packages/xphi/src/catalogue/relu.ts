import type { Entry } from './entry.ts'

export const relu: Entry = {
  name: 'relu',
  aliases: ['rectifier', 'rectified_linear', 'rectified_linear_unit', 'ramp', 'positive_part'],
  title: 'ReLU (rectified linear unit)',
  kind: 'pointwise',
  formula: 'x > 0 ? x : 0',
  parameters: [],
  kinks: [{ input: 'x', at: '0', derivative: '0' }],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
