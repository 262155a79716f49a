import type { Entry } from './entry.ts'

export const gtu: Entry = {
  name: 'gtu',
  aliases: ['gated_tanh_unit'],
  title: 'GTU (gated tanh unit)',
  kind: 'gated',
  formula: 'sigmoid(gate) * tanh(value)',
  parameters: [],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
