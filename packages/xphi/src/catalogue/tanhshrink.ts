import type { Entry } from './entry.ts'

export const tanhshrink: Entry = {
  name: 'tanhshrink',
  aliases: ['tanh_shrink'],
  title: 'Tanh shrink',
  kind: 'pointwise',
  formula: 'x - tanh(x)',
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
