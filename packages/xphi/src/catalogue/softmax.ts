import type { Entry } from './entry.ts'

export const softmax: Entry = {
  name: 'softmax',
  aliases: ['softargmax', 'normalized_exponential', 'normalised_exponential'],
  title: 'Softmax',
  kind: 'row',
  formula: 'exp(x - stopgrad(rowmax(x))) / rowsum(exp(x - stopgrad(rowmax(x))))',
  parameters: [],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
