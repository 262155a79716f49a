import type { Entry } from './entry.ts'

export const leakyRelu: Entry = {
  name: 'leaky_relu',
  aliases: ['leakyrelu', 'lrelu', 'leaky_rectifier', 'leaky_rectified_linear_unit'],
  title: 'Leaky ReLU',
  kind: 'pointwise',
  formula: 'x > 0 ? x : alpha * x',
  parameters: [{ name: 'alpha', default: 0.01, trainable: false, meaning: 'slope for negative inputs, chosen by hand' }],
  kinks: [{ input: 'x', at: '0', derivative: 'alpha' }],
  limits: { minusInfinity: 'alpha > 0 ? -1 / 0 : alpha == 0 ? 0 : 1 / 0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: 'alpha', plusInfinity: '1' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
