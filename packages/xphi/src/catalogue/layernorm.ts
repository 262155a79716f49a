import type { Entry } from './entry.ts'

export const layernorm: Entry = {
  name: 'layernorm',
  aliases: ['layer_norm', 'layer_normalization', 'layernormalization'],
  title: 'LayerNorm (without gain and bias)',
  kind: 'row',
  formula: '(x - rowmean(x)) / sqrt(rowmean((x - rowmean(x)) ^ 2) + eps)',
  parameters: [{ name: 'eps', default: 1e-5, minimum: 0, trainable: false, meaning: 'added to the variance under the root' }],
  kinks: [],
  year: 2016,
  authors: 'Jimmy Lei Ba, Jamie Ryan Kiros, Geoffrey Hinton',
  sources: [
    { authors: 'Jimmy Lei Ba, Jamie Ryan Kiros, Geoffrey Hinton', year: 2016, title: 'Layer Normalization', where: 'arXiv:1607.06450' },
  ],
  usedBy: ['the original Transformer', 'BERT', 'GPT-2', 'SoLU models'],
  history:
    'Batch normalisation needs statistics of a batch, which recurrent networks and small batches do not give; this takes ' +
    'mean and variance over the units of one example. No activation by itself, it is here because SoLU needs it. The gain ' +
    'and bias that usually follow are left to the layer. eps keeps a constant row finite.',
  corrections: [],
}
