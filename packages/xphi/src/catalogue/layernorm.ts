import type { Entry } from './entry.ts'

export const layernorm: Entry = {
  name: 'layernorm',
  aliases: ['layer_norm', 'layer_normalization', 'layernormalization', 'ln'],
  title: 'LayerNorm (without gain and bias)',
  kind: 'row',
  formula: '(x - rowmean(x)) / sqrt(rowmean((x - rowmean(x)) ^ 2) + eps)',
  parameters: [{ name: 'eps', default: 1e-5, minimum: 0, trainable: false, meaning: 'added to the variance under the root' }],
  kinks: [],
  year: 0,
  authors: '',
  sources: [],
  usedBy: [],
  history: '',
  corrections: [],
}
