import type { Entry } from './entry.ts'

export const sigmoid: Entry = {
  name: 'sigmoid',
  aliases: ['logistic', 'logistic_sigmoid', 'expit'],
  title: 'Sigmoid (logistic function)',
  kind: 'pointwise',
  formula: 'sigmoid(x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
