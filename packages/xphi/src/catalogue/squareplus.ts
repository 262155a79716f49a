import type { Entry } from './entry.ts'

export const squareplus: Entry = {
  name: 'squareplus',
  aliases: ['square_plus'],
  title: 'Squareplus',
  kind: 'pointwise',
  formula: '(x + sqrt(x ^ 2 + b)) / 2',
  parameters: [
    {
      name: 'b',
      default: 4,
      minimum: 0,
      open: true,
      trainable: false,
      meaning:
        'size of the curved region: the value at 0 is sqrt(b) / 2; 0 would be ReLU, whose derivative at 0 this formula does not define',
    },
  ],
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
