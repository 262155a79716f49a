import type { Entry } from './entry.ts'

export const identity: Entry = {
  name: 'identity',
  aliases: ['linear', 'none'],
  title: 'Identity (linear)',
  kind: 'pointwise',
  formula: 'x',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '-inf', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '1', plusInfinity: '1' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
