import type { Entry } from './entry.ts'

export const geglu: Entry = {
  name: 'geglu',
  aliases: ['gelu_glu', 'ge_glu'],
  title: 'GEGLU',
  kind: 'gated',
  formula: 'gelu(gate) * value',
  parameters: [],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
