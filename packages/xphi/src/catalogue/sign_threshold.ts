import type { Entry } from './entry.ts'

export const signThreshold: Entry = {
  name: 'sign_threshold',
  aliases: ['bipolar_threshold', 'bipolar_step', 'hardlims', 'threshold_sign'],
  title: 'Threshold unit (sign form)',
  kind: 'pointwise',
  formula: 'x > 0 ? 1 : -1',
  parameters: [],
  kinks: [{ input: 'x', at: '0', derivative: '0' }],
  limits: { minusInfinity: '-1', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
