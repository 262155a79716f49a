import type { Entry } from './entry.ts'

export const snake: Entry = {
  name: 'snake',
  aliases: ['snake_activation'],
  title: 'Snake',
  kind: 'pointwise',
  formula: 'x + sin(a * x) ^ 2 / a',
  parameters: [
    {
      name: 'a',
      default: 1,
      minimum: 0,
      open: true,
      trainable: true,
      meaning: 'frequency of the periodic part; learned, one for all or one a channel',
    },
  ],
  kinks: [],
  limits: { minusInfinity: '-inf', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: 'nan', plusInfinity: 'nan' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
