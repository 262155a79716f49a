import type { Entry } from './entry.ts'

export const gelu: Entry = {
  name: 'gelu',
  aliases: ['gelu_erf', 'gelu_exact', 'gelu_none', 'gelu_python', 'gaussian_error_linear_unit'],
  title: 'GELU (Gaussian error linear unit)',
  kind: 'pointwise',
  formula: 'x * normcdf(x)',
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
