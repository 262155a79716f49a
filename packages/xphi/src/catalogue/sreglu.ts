import type { Entry } from './entry.ts'

export const sreglu: Entry = {
  name: 'sreglu',
  aliases: ['squared_reglu', 'relu2_glu', 'squared_relu_glu'],
  title: 'SReGLU (squared-ReLU gate)',
  kind: 'gated',
  formula: 'relu2(gate) * value',
  parameters: [],
  kinks: [],
  year: 2024,
  authors: 'NVIDIA',
  sources: [
    { authors: 'NVIDIA', year: 2024, title: 'Transformer Engine', where: 'github.com/NVIDIA/TransformerEngine' },
    {
      authors: 'David So and others',
      year: 2021,
      title: 'Primer: Searching for Efficient Transformers for Language Modeling',
      where: 'NeurIPS 2021, arXiv:2109.08668',
    },
    { authors: 'Noam Shazeer', year: 2020, title: 'GLU Variants Improve Transformer', where: 'arXiv:2002.05202' },
  ],
  usedBy: ['Transformer Engine as SReGLU'],
  history:
    'The squared ReLU of Primer as the gate of a GLU; Transformer Engine has a fused kernel for it under this name. It is ' +
    "sparse like ReGLU, but without its kink at gate = 0. It grows with the cube of the input's size, so it is the most " +
    'sensitive of the family to outliers.',
  corrections: [],
}
