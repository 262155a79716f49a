import type { Entry } from './entry.ts'

export const hardSigmoid: Entry = {
  name: 'hard_sigmoid',
  aliases: ['hardsigmoid', 'hsigmoid', 'h_sigmoid'],
  title: 'Hard sigmoid',
  kind: 'pointwise',
  formula: 'x > -3 ? (x < 3 ? (x + 3) / 6 : 1) : 0',
  parameters: [],
  kinks: [
    { input: 'x', at: '-3', derivative: '0' },
    { input: 'x', at: '3', derivative: '0' },
  ],
  limits: { minusInfinity: '0', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 2015,
  authors: 'Matthieu Courbariaux, Yoshua Bengio, Jean-Pierre David',
  sources: [
    {
      authors: 'Matthieu Courbariaux, Yoshua Bengio, Jean-Pierre David',
      year: 2015,
      title: 'BinaryConnect: Training Deep Neural Networks with binary weights during propagations',
      where: 'NIPS 2015, arXiv:1511.00363',
    },
    { authors: 'Andrew Howard, Mark Sandler and others', year: 2019, title: 'Searching for MobileNetV3', where: 'ICCV 2019' },
  ],
  usedBy: ['squeeze-and-excitation of MobileNetV3'],
  history:
    'A sigmoid of three straight lines for hardware where exponentials are dear. Slopes differ: BinaryConnect took (x + 1) ' +
    '/ 2, Keras long 0.2 x + 0.5, and MobileNetV3 relu6(x + 3) / 6, which PyTorch follows and this entry too. ONNX has the ' +
    'slope as a parameter, 0.2 by default. Outside [-3, 3] the derivative is 0, and at both edges it is taken as 0.',
  corrections: ["There is not one hard sigmoid: a model from Keras 2 or with ONNX's defaults has slope 0.2, not 1/6."],
}
