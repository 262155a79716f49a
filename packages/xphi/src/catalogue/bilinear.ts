import type { Entry } from './entry.ts'

export const bilinear: Entry = {
  name: 'bilinear',
  aliases: ['bilinear_glu'],
  title: 'Bilinear gate',
  kind: 'gated',
  formula: 'gate * value',
  parameters: [],
  kinks: [],
  year: 2020,
  authors: 'Noam Shazeer',
  sources: [
    { authors: 'Noam Shazeer', year: 2020, title: 'GLU Variants Improve Transformer', where: 'arXiv:2002.05202' },
    {
      authors: 'Andriy Mnih, Geoffrey Hinton',
      year: 2007,
      title: 'Three New Graphical Models for Statistical Language Modelling',
      where: 'ICML 2007',
    },
  ],
  usedBy: ['Evo 2 beyond its first layer'],
  history:
    "The product of two projections without any gate function. Dauphin had compared GLU with it, and in Shazeer's table it " +
    'beats GLU, 1.960 against 1.982 in log-perplexity: the sigmoid is not what helps. It is linear in either projection but ' +
    'quadratic in the input, so it is unbounded in every direction.',
  corrections: [
    'The advantage of gated layers does not come from the sigmoid, which is bounded: without one this layer does better ' + 'than GLU.',
  ],
}
