import type { Entry } from './entry.ts'

export const glu: Entry = {
  name: 'glu',
  aliases: ['gated_linear_unit', 'sigmoid_glu'],
  title: 'GLU (gated linear unit)',
  kind: 'gated',
  formula: 'sigmoid(gate) * value',
  parameters: [],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
