import type { Entry } from './entry.ts'

export const relu2: Entry = {
  name: 'relu2',
  aliases: ['relu_2', 'squared_relu', 'relu_squared', 'square_relu', 'sqrelu', 'srelu'],
  title: 'Squared ReLU',
  kind: 'pointwise',
  formula: 'x > 0 ? x ^ 2 : 0',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: 'inf' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
