import type { Entry } from './entry.ts'

export const bilinear: Entry = {
  name: 'bilinear',
  aliases: ['bilinear_glu'],
  title: 'Bilinear gate',
  kind: 'gated',
  formula: 'gate * value',
  parameters: [],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
