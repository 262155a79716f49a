import type { Entry } from './entry.ts'

export const soluLn: Entry = {
  name: 'solu_ln',
  aliases: ['solu_layernorm', 'solu_layer_norm'],
  title: 'SoLU with LayerNorm',
  chapter: 16,
  kind: 'row',
  formula: 'layernorm(solu(x), eps)',
  parameters: [{ name: 'eps', default: 1e-5, minimum: 0, trainable: false, meaning: 'added to the variance under the root' }],
  kinks: [],
  year: 2022,
  authors: 'Nelson Elhage and others (Anthropic)',
  sources: [
    {
      authors: 'Nelson Elhage, Tristan Hume, Catherine Olsson, Neel Nanda and others',
      year: 2022,
      title: 'Softmax Linear Units',
      where: 'Transformer Circuits Thread',
    },
    { authors: 'Jimmy Lei Ba, Jamie Ryan Kiros, Geoffrey Hinton', year: 2016, title: 'Layer Normalization', where: 'arXiv:1607.06450' },
  ],
  usedBy: ['the interpretability models of the SoLU paper', 'SoLU models of TransformerLens'],
  history:
    'SoLU shrinks most activations, and a LayerNorm after it restores their scale; the paper reports performance within ' +
    "0.95 to 1.05 times the model's size, and 60 % against 35 % interpretable neurons. In exact arithmetic with eps = 0 the " +
    "softmax's denominator cancels, so it is the LayerNorm of x exp(x); with eps = 1e-5 this breaks where SoLU is tiny. The " +
    'authors warn that the LayerNorm may let some features back in through small activations.',
  corrections: [
    'The loss that LayerNorm repairs is that of "a model 30-50 % smaller", so SoLU alone is worth a model of 50-70 % of the ' +
      'size, not of 30-50 %.',
  ],
}
