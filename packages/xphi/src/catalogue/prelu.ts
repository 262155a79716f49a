import type { Entry } from './entry.ts'

export const prelu: Entry = {
  name: 'prelu',
  aliases: ['p_relu', 'parametric_relu', 'parametric_rectified_linear_unit'],
  title: 'PReLU (parametric ReLU)',
  chapter: 8,
  kind: 'pointwise',
  formula: 'x > 0 ? x : alpha * x',
  parameters: [
    { name: 'alpha', default: 0.25, trainable: true, meaning: 'slope for negative inputs, learned, one for all or one a channel' },
  ],
  kinks: [{ input: 'x', at: '0', derivative: 'alpha' }],
  limits: { minusInfinity: 'alpha > 0 ? -1 / 0 : alpha == 0 ? 0 : 1 / 0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: 'alpha', plusInfinity: '1' },
  year: 2015,
  authors: 'Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun',
  sources: [
    {
      authors: 'Kaiming He, Xiangyu Zhang, Shaoqing Ren, Jian Sun',
      year: 2015,
      title: 'Delving Deep into Rectifiers: Surpassing Human-Level Performance on ImageNet Classification',
      where: 'ICCV 2015',
    },
  ],
  usedBy: ['the PReLU networks of the 2015 ImageNet paper', 'generator of SRGAN', 'FSRCNN'],
  history:
    'Leaky ReLU whose slope is learned with the weights, one for each channel or one for a layer, from 0.25 on. The same ' +
    'paper derived the initialisation that keeps the variance of rectified layers, and both together passed a reported ' +
    'human error rate on ImageNet. ReLU is alpha = 0. Without weight decay on alpha nothing pulls it back to 0.',
  corrections: [
    'PReLU learns alpha, from 0.25, and so is not another name of LeakyReLU. The form max(alpha x, x) needs alpha <= 1, ' +
      'which learning does not guarantee; the formula here holds for every alpha.',
  ],
}
