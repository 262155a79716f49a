import type { Entry } from './entry.ts'

export const prelu: Entry = {
  name: 'prelu',
  aliases: ['p_relu', 'parametric_relu', 'parametric_rectified_linear_unit'],
  title: 'PReLU (parametric ReLU)',
  kind: 'pointwise',
  formula: 'x > 0 ? x : alpha * x',
  parameters: [
    { name: 'alpha', default: 0.25, trainable: true, meaning: 'slope for negative inputs, learned, one for all or one a channel' },
  ],
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
