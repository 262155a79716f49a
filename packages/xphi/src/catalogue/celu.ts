import type { Entry } from './entry.ts'

export const celu: Entry = {
  name: 'celu',
  aliases: ['continuously_differentiable_elu'],
  title: 'CELU (continuously differentiable ELU)',
  kind: 'pointwise',
  formula: 'x > 0 ? x : alpha * expm1(x / alpha)',
  parameters: [
    {
      name: 'alpha',
      default: 1,
      minimum: 0,
      open: true,
      trainable: false,
      meaning: 'the function saturates at -alpha, with slope 1 at 0 for every alpha',
    },
  ],
  kinks: [],
  limits: { minusInfinity: '-alpha', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
