import type { Entry } from './entry.ts'

export const logSoftmax: Entry = {
  name: 'log_softmax',
  aliases: ['logsoftmax'],
  title: 'Log-softmax',
  kind: 'row',
  formula: 'x - stopgrad(rowmax(x)) - log(rowsum(exp(x - stopgrad(rowmax(x)))))',
  parameters: [],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
