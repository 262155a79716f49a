import type { Entry } from './entry.ts'

export const thresholdedRelu: Entry = {
  name: 'thresholded_relu',
  aliases: ['thresholdedrelu', 'trec'],
  title: 'Thresholded ReLU',
  kind: 'pointwise',
  formula: 'x > alpha ? x : 0',
  parameters: [{ name: 'alpha', default: 1, minimum: 0, trainable: false, meaning: 'the value that an input must exceed to pass' }],
  kinks: [{ input: 'x', at: 'alpha', derivative: '0' }],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2014,
  authors: 'Kishore Konda, Roland Memisevic, David Krueger',
  sources: [
    {
      authors: 'Kishore Konda, Roland Memisevic, David Krueger',
      year: 2014,
      title: 'Zero-bias autoencoders and the benefits of co-adapting features',
      where: 'ICLR 2015, arXiv:1402.3337',
    },
  ],
  usedBy: ['zero-bias autoencoders', 'the operator ThresholdedRelu of ONNX'],
  history:
    'An autoencoder learns large negative biases to select its features, and these then shrink what they let through. Here the ' +
    'threshold selects and the input passes whole, without any bias. The function jumps at the threshold, which gradients do not see.',
  corrections: [],
}
