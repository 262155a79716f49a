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
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
