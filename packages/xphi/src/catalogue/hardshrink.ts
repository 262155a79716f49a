import type { Entry } from './entry.ts'

export const hardshrink: Entry = {
  name: 'hardshrink',
  aliases: ['hard_shrink', 'hard_threshold', 'hard_thresholding'],
  title: 'Hard shrink',
  kind: 'pointwise',
  formula: 'x > lambda ? x : x < -lambda ? x : 0',
  parameters: [
    { name: 'lambda', default: 0.5, minimum: 0, trainable: false, meaning: 'inputs up to this size become 0, larger ones are kept' },
  ],
  kinks: [
    { input: 'x', at: '-lambda', derivative: '0' },
    { input: 'x', at: 'lambda', derivative: '0' },
  ],
  limits: { minusInfinity: '-inf', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '1', plusInfinity: '1' },
  year: 1994,
  authors: 'David Donoho, Iain Johnstone',
  sources: [
    {
      authors: 'David Donoho, Iain Johnstone',
      year: 1994,
      title: 'Ideal Spatial Adaptation by Wavelet Shrinkage',
      where: 'Biometrika 81(3):425-455',
    },
  ],
  usedBy: ['wavelet denoising', 'iterative hard thresholding'],
  history:
    'The other thresholding of the same paper: small inputs become 0 and large ones are kept as they are, so that nothing ' +
    'is biased. The price is a jump at -lambda and at lambda, where soft shrink is continuous. At the jumps the value is 0 ' +
    'and the derivative is taken as 0, as in PyTorch.',
  corrections: [],
}
