import type { Entry } from './entry.ts'

export const tanh: Entry = {
  name: 'tanh',
  aliases: ['hyperbolic_tangent'],
  title: 'Hyperbolic tangent',
  chapter: 5,
  kind: 'pointwise',
  formula: 'tanh(x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '-1', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 1989,
  authors: 'Yann LeCun and others',
  sources: [
    {
      authors: 'Yann LeCun, Bernhard Boser, John Denker and others',
      year: 1989,
      title: 'Backpropagation Applied to Handwritten Zip Code Recognition',
      where: 'Neural Computation 1(4):541-551',
    },
    {
      authors: 'Yann LeCun, Léon Bottou, Genevieve Orr, Klaus-Robert Müller',
      year: 1998,
      title: 'Efficient BackProp',
      where: 'Neural Networks: Tricks of the Trade, LNCS 1524:9-50',
    },
    {
      authors: 'Sepp Hochreiter, Jürgen Schmidhuber',
      year: 1997,
      title: 'Long Short-Term Memory',
      where: 'Neural Computation 9(8):1735-1780',
    },
  ],
  usedBy: ["LeCun's zip-code network of 1989", 'candidate values of LSTM and GRU', 'value network of AlphaGo'],
  history:
    'A hyperbolic function of the 18th century, equal to 2 sigmoid(2x) - 1. Its outputs are centred on 0 and its slope at 0 ' +
    'is 1, so that a well-scaled network of it trains where one of sigmoids stalls; LeCun used it for every unit of his ' +
    'zip-code reader. It still saturates on both sides, and units that are driven there pass hardly any gradient, which ' +
    'ReLU was to end for positive inputs.',
  corrections: [
    'tanh(x) = (e^(2x) - 1) / (e^(2x) + 1); its derivative is in (0, 1] and 1 at x = 0. With weights drawn from N(0, 1/n) ' +
      "the gradient of a 30-layer network does not vanish, so it does not simply share the sigmoid's problem.",
    "LeCun's paper of 1989 is on zip codes of the US Postal Service, 7291 training and 2007 test images; MNIST came in " +
      '1998. That every layer of it used tanh is right.',
    'The gates of recurrent networks are sigmoids. tanh makes the candidate value of both LSTM and GRU, and shapes the ' +
      'output of the LSTM.',
    "PyTorch's vectorised CPU tanh is SLEEF's; std::tanh serves only its scalar path. The four ranges (up to 2^-55, up to " +
      "1, up to 22, beyond) are those of glibc's double version; glibc's float tanhf is a CORE-MATH rational function since " +
      '2.41.',
  ],
}
