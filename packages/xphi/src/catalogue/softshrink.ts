import type { Entry } from './entry.ts'

export const softshrink: Entry = {
  name: 'softshrink',
  aliases: ['soft_shrink', 'soft_threshold', 'soft_thresholding', 'shrinkage'],
  title: 'Soft shrink',
  kind: 'pointwise',
  formula: 'x > lambda ? x - lambda : x < -lambda ? x + lambda : 0',
  parameters: [
    {
      name: 'lambda',
      default: 0.5,
      minimum: 0,
      trainable: false,
      meaning: 'inputs up to this size become 0, larger ones are moved towards 0 by it',
    },
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
