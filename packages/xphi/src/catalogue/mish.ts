import type { Entry } from './entry.ts'

export const mish: Entry = {
  name: 'mish',
  aliases: [],
  title: 'Mish',
  kind: 'pointwise',
  formula: 'x * tanh(softplus(x))',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
