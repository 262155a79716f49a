import type { Entry } from './entry.ts'

export const threshold: Entry = {
  name: 'threshold',
  aliases: ['heaviside', 'step', 'unit_step', 'binary_step', 'hardlim', 'perceptron', 'mcculloch_pitts'],
  title: 'Threshold unit (Heaviside step)',
  kind: 'pointwise',
  formula: 'x > 0 ? 1 : 0',
  parameters: [],
  kinks: [{ input: 'x', at: '0', derivative: '0' }],
  limits: { minusInfinity: '0', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
