import type { Entry } from './entry.ts'

export const reglu: Entry = {
  name: 'reglu',
  aliases: ['relu_glu', 're_glu'],
  title: 'ReGLU',
  kind: 'gated',
  formula: 'relu(gate) * value',
  parameters: [],
  kinks: [{ input: 'gate', at: '0', derivative: '0' }],
  year: 2020,
  authors: 'Noam Shazeer',
  sources: [{ authors: 'Noam Shazeer', year: 2020, title: 'GLU Variants Improve Transformer', where: 'arXiv:2002.05202' }],
  usedBy: ['ReluLLaMA'],
  history:
    "GLU with ReLU as its gate, between bilinear and GEGLU in Shazeer's table (1.953), though after fine-tuning it was the " +
    "best on GLUE (84.67). Where the gate is 0 the value's product need not be computed, which sparse inference uses by " +
    'fine-tuning SwiGLU models to it. At gate = 0 the derivative is taken as 0.',
  corrections: [],
}
