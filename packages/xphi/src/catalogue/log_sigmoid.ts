import type { Entry } from './entry.ts'

export const logSigmoid: Entry = {
  name: 'log_sigmoid',
  aliases: ['logsigmoid', 'log_expit'],
  title: 'Log-sigmoid',
  kind: 'pointwise',
  formula: '-softplus(-x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '-inf', plusInfinity: '0' },
  slopeLimits: { minusInfinity: '1', plusInfinity: '0' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
