import type { Entry } from './entry.ts'

export const quickGelu: Entry = {
  name: 'quick_gelu',
  aliases: ['quickgelu', 'gelu_quick', 'gelu_sigmoid', 'sigmoid_gelu'],
  title: 'QuickGELU (sigmoid approximation of GELU)',
  kind: 'pointwise',
  formula: 'x * sigmoid(1.702 * x)',
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
