import type { Entry } from './entry.ts'

export const soluLn: Entry = {
  name: 'solu_ln',
  aliases: ['solu_layernorm', 'solu_layer_norm'],
  title: 'SoLU with LayerNorm',
  kind: 'row',
  formula: 'layernorm(solu(x), eps)',
  parameters: [{ name: 'eps', default: 1e-5, minimum: 0, trainable: false, meaning: 'added to the variance under the root' }],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
