import type { Entry } from './entry.ts'

export const sreglu: Entry = {
  name: 'sreglu',
  aliases: ['squared_reglu', 'relu2_glu', 'squared_relu_glu'],
  title: 'SReGLU (squared-ReLU gate)',
  kind: 'gated',
  formula: 'relu2(gate) * value',
  parameters: [],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
