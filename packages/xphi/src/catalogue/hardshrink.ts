import type { Entry } from './entry.ts'

export const hardshrink: Entry = {
  name: 'hardshrink',
  aliases: ['hard_shrink', 'hard_threshold', 'hard_thresholding'],
  title: 'Hard shrink',
  kind: 'pointwise',
  formula: 'x > lambda ? x : x < -lambda ? x : 0',
  parameters: [
    { name: 'lambda', default: 0.5, minimum: 0, trainable: false, meaning: 'inputs up to this size become 0, larger ones are kept' },
  ],
  kinks: [
    { input: 'x', at: '-lambda', derivative: '0' },
    { input: 'x', at: 'lambda', derivative: '0' },
  ],
  limits: { minusInfinity: '-inf', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '1', plusInfinity: '1' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
