import type { Entry } from './entry.ts'

export const solu: Entry = {
  name: 'solu',
  aliases: ['softmax_linear_unit'],
  title: 'SoLU (softmax linear unit)',
  chapter: 15,
  kind: 'row',
  formula: 'x * softmax(x)',
  parameters: [],
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
  ],
  usedBy: ['the interpretability models of the SoLU paper'],
  history:
    'Each input times its softmax over the layer: large activations suppress the others, so that features should align with ' +
    'single neurons and be easier to read. GELU is about x times a sigmoid, and this replaces the sigmoid by competition. ' +
    'It did raise the share of neurons that people could explain, but cost performance, which the LayerNorm of solu_ln won ' +
    'back.',
  corrections: [
    "SoLU's output has the size of its input, and it takes one exponential a neuron, as SiLU does; the paper measured less " +
      'than 1 % slowdown. The paper says that without LayerNorm performance is "equivalent to a model 30-50 % smaller", not ' +
      'that of a 30-50 % model. And it is not x F(x) with a distribution function F: every output depends on all inputs.',
  ],
}
