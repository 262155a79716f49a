import type { Entry } from './entry.ts'

export const logSoftmax: Entry = {
  name: 'log_softmax',
  aliases: ['logsoftmax'],
  title: 'Log-softmax',
  kind: 'row',
  formula: 'x - stopgrad(rowmax(x)) - log(rowsum(exp(x - stopgrad(rowmax(x)))))',
  parameters: [],
  kinks: [],
  year: 1989,
  authors: 'John Bridle',
  sources: [
    {
      authors: 'John Bridle',
      year: 1989,
      title:
        'Probabilistic Interpretation of Feedforward Classification Network Outputs, with Relationships to Statistical Pattern Recognition',
      where: 'Neurocomputing, NATO ASI Series F68, 1990, 227-236',
    },
    {
      authors: 'Daniel McFadden',
      year: 1974,
      title: 'Conditional Logit Analysis of Qualitative Choice Behavior',
      where: 'Frontiers in Econometrics, 105-142',
    },
  ],
  usedBy: ['cross-entropy losses', 'scores in beam search'],
  history:
    'The log-likelihood of a class, known to statistics as the multinomial logit and brought to networks by Bridle. The ' +
    'logarithm of a softmax that has rounded to 0 is -Infinity; subtracting the logarithm of the sum from the shifted input ' +
    'never leaves the range. With it the gradient of the cross-entropy is the softmax minus the target.',
  corrections: [],
}
