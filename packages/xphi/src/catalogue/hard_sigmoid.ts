import type { Entry } from './entry.ts'

export const hardSigmoid: Entry = {
  name: 'hard_sigmoid',
  aliases: ['hardsigmoid', 'hsigmoid', 'h_sigmoid'],
  title: 'Hard sigmoid',
  kind: 'pointwise',
  formula: 'x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0',
  parameters: [],
  kinks: [
    { input: 'x', at: '-3', derivative: '0' },
    { input: 'x', at: '3', derivative: '0' },
  ],
  limits: { minusInfinity: '0', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
