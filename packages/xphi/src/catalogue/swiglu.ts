import type { Entry } from './entry.ts'

export const swiglu: Entry = {
  name: 'swiglu',
  aliases: ['silu_glu', 'swish_glu', 'swi_glu', 'siluglu'],
  title: 'SwiGLU',
  kind: 'gated',
  formula: 'silu(gate) * value',
  parameters: [],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
