import type { Entry } from './entry.ts'

export const tanh: Entry = {
  name: 'tanh',
  aliases: ['hyperbolic_tangent'],
  title: 'Hyperbolic tangent',
  kind: 'pointwise',
  formula: 'tanh(x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '-1', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
