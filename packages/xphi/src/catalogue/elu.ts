import type { Entry } from './entry.ts'

export const elu: Entry = {
  name: 'elu',
  aliases: ['exponential_linear_unit', 'exponential_linear'],
  title: 'ELU (exponential linear unit)',
  kind: 'pointwise',
  formula: 'x > 0 ? x : alpha * expm1(x)',
  parameters: [{ name: 'alpha', default: 1, trainable: false, meaning: 'the function saturates at -alpha' }],
  kinks: [{ input: 'x', at: '0', derivative: 'alpha' }],
  limits: { minusInfinity: '-alpha', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
