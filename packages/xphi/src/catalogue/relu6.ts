import type { Entry } from './entry.ts'

export const relu6: Entry = {
  name: 'relu6',
  aliases: ['relu_6', 'clipped_relu'],
  title: 'ReLU6',
  kind: 'pointwise',
  formula: 'x > 0 ? (x < 6 ? x : 6) : 0',
  parameters: [],
  kinks: [
    { input: 'x', at: '0', derivative: '0' },
    { input: 'x', at: '6', derivative: '0' },
  ],
  limits: { minusInfinity: '0', plusInfinity: '6' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
