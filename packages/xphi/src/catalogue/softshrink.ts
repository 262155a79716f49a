import type { Entry } from './entry.ts'

export const softshrink: Entry = {
  name: 'softshrink',
  aliases: ['soft_shrink', 'soft_threshold', 'soft_thresholding', 'shrinkage'],
  title: 'Soft shrink',
  kind: 'pointwise',
  formula: 'x > lambda ? x - lambda : x < -lambda ? x + lambda : 0',
  parameters: [
    {
      name: 'lambda',
      default: 0.5,
      minimum: 0,
      trainable: false,
      meaning: 'inputs up to this size become 0, larger ones are moved towards 0 by it',
    },
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
    {
      authors: 'David Donoho',
      year: 1995,
      title: 'De-Noising by Soft-Thresholding',
      where: 'IEEE Transactions on Information Theory 41(3):613-627',
    },
    { authors: 'Karol Gregor, Yann LeCun', year: 2010, title: 'Learning Fast Approximations of Sparse Coding', where: 'ICML 2010' },
  ],
  usedBy: ['ISTA and LISTA', 'wavelet denoising'],
  history:
    'What removes noise from wavelet coefficients, and the proximal operator of the absolute value: one step of every ' +
    'iterative algorithm for lasso. Unrolled, such an algorithm is a network with this as activation (LISTA). Large inputs ' +
    'are biased by lambda. At the two edges the derivative is taken as 0.',
  corrections: [],
}
