import type { Entry } from './entry.ts'

export const softsign: Entry = {
  name: 'softsign',
  aliases: ['soft_sign', 'elliot'],
  title: 'Softsign',
  kind: 'pointwise',
  formula: 'x / (1 + abs(x))',
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
