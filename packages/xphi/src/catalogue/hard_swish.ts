import type { Entry } from './entry.ts'

export const hardSwish: Entry = {
  name: 'hard_swish',
  aliases: ['hardswish', 'hswish', 'h_swish', 'hard_silu', 'hardsilu'],
  title: 'Hard Swish',
  kind: 'pointwise',
  formula: 'x > -3 ? (x < 3 ? x * (x + 3) / 6 : x) : 0',
  parameters: [],
  kinks: [
    { input: 'x', at: '-3', derivative: '0' },
    { input: 'x', at: '3', derivative: '1' },
  ],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2019,
  authors: 'Andrew Howard, Mark Sandler and others',
  sources: [{ authors: 'Andrew Howard, Mark Sandler and others', year: 2019, title: 'Searching for MobileNetV3', where: 'ICCV 2019' }],
  usedBy: ['MobileNetV3'],
  history:
    'Swish with the hard sigmoid in place of the sigmoid, for phones: no exponential, and it is easy to quantise. ' +
    'MobileNetV3 uses it in its deeper half, where the gain was found at less cost. It is exactly 0 below -3 and exactly x ' +
    'above 3. At these edges the derivative of the outer branch is taken: 0 and 1.',
  corrections: [
    'PyTorch up to 2.6 took the middle branch at the edges, with derivatives -0.5 at -3 and 1.5 at 3; a report of 2025 ' +
      '(issue 147801) asked for 0 and 1, which this entry uses.',
  ],
}
