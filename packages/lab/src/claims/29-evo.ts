import type { TextClaim } from './claim.ts'

export const evo: TextClaim = {
  kind: 'text',
  id: 29,
  title: 'The gate of Evo',
  statement: 'StripedHyena, the architecture of the genome model Evo, uses GLU.',
  source: 'Its code: ParallelGatedMLP, whose default activation is GELU.',
  correction:
    'It is of the GLU family but gated by GELU, that is GEGLU; in the style of Evo 2 the gate is the identity beyond layer 0, that is bilinear.',
}
