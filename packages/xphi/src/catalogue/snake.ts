import type { Entry } from './entry.ts'

export const snake: Entry = {
  name: 'snake',
  aliases: ['snake_activation'],
  title: 'Snake',
  kind: 'pointwise',
  formula: 'x + sin(a * x) ^ 2 / a',
  parameters: [
    {
      name: 'a',
      default: 1,
      minimum: 0,
      open: true,
      trainable: true,
      meaning: 'frequency of the periodic part; learned, one for all or one a channel',
    },
  ],
  kinks: [],
  limits: { minusInfinity: '-inf', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: 'nan', plusInfinity: 'nan' },
  year: 2020,
  authors: 'Liu Ziyin, Tilman Hartwig, Masahito Ueda',
  sources: [
    {
      authors: 'Liu Ziyin, Tilman Hartwig, Masahito Ueda',
      year: 2020,
      title: 'Neural Networks Fail to Learn Periodic Functions and How to Fix It',
      where: 'NeurIPS 2020, arXiv:2006.08195',
    },
  ],
  usedBy: ['BigVGAN', 'Descript Audio Codec'],
  history:
    'ReLU and tanh networks cannot continue a periodic signal beyond their data: they go on as a line or a constant. A sine ' +
    'can, but is hard to train; adding sin^2(a x) / a to the identity keeps the function monotonic and gives it ' +
    'periodicity. Audio generators learn one a for each channel. The slope 1 + sin(2 a x) has no limit at infinity.',
  corrections: [],
}
