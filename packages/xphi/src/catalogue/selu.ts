import type { Entry } from './entry.ts'

export const selu: Entry = {
  name: 'selu',
  aliases: ['scaled_elu', 'scaled_exponential_linear_unit'],
  title: 'SELU (scaled ELU)',
  kind: 'pointwise',
  formula: '1.0507009873554804934193349852946 * (x > 0 ? x : 1.6732632423543772848170429916717 * expm1(x))',
  parameters: [],
  kinks: [{ input: 'x', at: '0', derivative: '1.0507009873554804934193349852946 * 1.6732632423543772848170429916717' }],
  limits: { minusInfinity: '-1.0507009873554804934193349852946 * 1.6732632423543772848170429916717', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1.0507009873554804934193349852946' },
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
