import type { Entry } from './entry.ts'

export const softmax: Entry = {
  name: 'softmax',
  aliases: ['softargmax', 'normalized_exponential', 'normalised_exponential'],
  title: 'Softmax',
  chapter: 4,
  kind: 'row',
  formula: 'exp(x - stopgrad(rowmax(x))) / rowsum(exp(x - stopgrad(rowmax(x))))',
  parameters: [],
  kinks: [],
  year: 1989,
  authors: 'John Bridle',
  sources: [
    {
      authors: 'Ludwig Boltzmann',
      year: 1868,
      title: 'Studien über das Gleichgewicht der lebendigen Kraft zwischen bewegten materiellen Punkten',
      where: 'Wiener Berichte 58:517-560',
    },
    {
      authors: 'John Bridle',
      year: 1989,
      title:
        'Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to Statistical Pattern Recognition',
      where: 'Neurocomputing, NATO ASI Series F68, 1990, 227-236',
    },
    { authors: 'Ashish Vaswani and others', year: 2017, title: 'Attention Is All You Need', where: 'NIPS 2017, arXiv:1706.03762' },
    {
      authors: 'Jay Shah and others',
      year: 2024,
      title: 'FlashAttention-3: Fast and Accurate Attention with Asynchrony and Low-precision',
      where: 'NeurIPS 2024, arXiv:2407.08608',
    },
  ],
  usedBy: ['outputs of classifiers', 'attention in Transformers'],
  history:
    "Boltzmann's distribution over energies, which Bridle made the output layer of classifiers and named softmax. It turns " +
    'a row of numbers into probabilities that sum to 1, so it is no function of one number: every output depends on the ' +
    'whole row. Its maximum is subtracted first, which changes nothing but keeps exp from overflowing. Since 2017 attention ' +
    'applies it at every layer of a Transformer.',
  corrections: [
    'The numerator of output i is e^(x_i). For two classes softmax is sigmoid(x1 - x2), the sigmoid of a difference; it is ' +
      'sigmoid(x1) only where x2 = 0.',
    'The figures of FlashAttention-3, 989 TFLOPS for matrix products against 3.9 for special functions, are about the ' +
      "exponentials of attention's softmax, not about a feed-forward layer's activation.",
  ],
}
