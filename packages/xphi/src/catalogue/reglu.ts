import type { Entry } from './entry.ts'

export const reglu: Entry = {
  name: 'reglu',
  aliases: ['relu_glu', 're_glu'],
  title: 'ReGLU',
  kind: 'gated',
  formula: 'relu(gate) * value',
  parameters: [],
  kinks: [{ input: 'gate', at: '0', derivative: '0' }],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
