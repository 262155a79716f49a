import type { Entry } from './entry.ts'

export const hardSwish: Entry = {
  name: 'hard_swish',
  aliases: ['hardswish', 'hswish', 'h_swish', 'hard_silu', 'hardsilu'],
  title: 'Hard Swish',
  kind: 'pointwise',
  formula: 'x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0',
  parameters: [],
  kinks: [
    { input: 'x', at: '-3', derivative: '0' },
    { input: 'x', at: '3', derivative: '1' },
  ],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
