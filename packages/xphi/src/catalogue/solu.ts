import type { Entry } from './entry.ts'

export const solu: Entry = {
  name: 'solu',
  aliases: ['softmax_linear_unit'],
  title: 'SoLU (softmax linear unit)',
  kind: 'row',
  formula: 'x * softmax(x)',
  parameters: [],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
