import type { Entry } from './entry.ts'

export const hardTanh: Entry = {
  name: 'hard_tanh',
  aliases: ['hardtanh', 'htanh', 'h_tanh'],
  title: 'Hard tanh',
  kind: 'pointwise',
  formula: 'x > -1 ? (x < 1 ? x : 1) : -1',
  parameters: [],
  kinks: [
    { input: 'x', at: '-1', derivative: '0' },
    { input: 'x', at: '1', derivative: '0' },
  ],
  limits: { minusInfinity: '-1', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
