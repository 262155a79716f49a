import type { Entry } from './entry.ts'

export const leakyRelu: Entry = {
  name: 'leaky_relu',
  aliases: ['leakyrelu', 'lrelu', 'leaky_rectifier', 'leaky_rectified_linear_unit'],
  title: 'Leaky ReLU',
  chapter: 7,
  kind: 'pointwise',
  formula: 'x > 0 ? x : alpha * x',
  parameters: [{ name: 'alpha', default: 0.01, trainable: false, meaning: 'slope for negative inputs, chosen by hand' }],
  kinks: [{ input: 'x', at: '0', derivative: 'alpha' }],
  limits: { minusInfinity: 'alpha > 0 ? -1 / 0 : alpha == 0 ? 0 : 1 / 0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: 'alpha', plusInfinity: '1' },
  year: 2013,
  authors: 'Andrew Maas, Awni Hannun, Andrew Ng',
  sources: [
    {
      authors: 'Andrew Maas, Awni Hannun, Andrew Ng',
      year: 2013,
      title: 'Rectifier Nonlinearities Improve Neural Network Acoustic Models',
      where: 'ICML 2013 workshop on Deep Learning for Audio, Speech and Language Processing',
    },
  ],
  usedBy: ['YOLOv3 (alpha 0.1)', 'discriminator of DCGAN (alpha 0.2)', 'attention scores of GAT (alpha 0.2)'],
  history:
    'A small slope for negative inputs, so that no unit can die: some gradient always comes back. The authors chose 0.01 ' +
    'for speech and found little gain in accuracy over ReLU. The slope is one more thing to choose by hand, which PReLU ' +
    'then learned, and the negative side is unbounded, which ELU changed.',
  corrections: [
    'It is not PReLU: its alpha is fixed by hand, PReLU learns it. And max(alpha x, x) is the same function only for alpha ' + '<= 1.',
  ],
}
