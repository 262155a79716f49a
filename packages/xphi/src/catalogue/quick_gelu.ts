import type { Entry } from './entry.ts'

export const quickGelu: Entry = {
  name: 'quick_gelu',
  aliases: ['quickgelu', 'gelu_quick', 'gelu_sigmoid', 'sigmoid_gelu'],
  title: 'QuickGELU (sigmoid approximation of GELU)',
  chapter: 11,
  kind: 'pointwise',
  formula: 'x * sigmoid(1.702 * x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2016,
  authors: 'Dan Hendrycks, Kevin Gimpel',
  sources: [
    { authors: 'Dan Hendrycks, Kevin Gimpel', year: 2016, title: 'Gaussian Error Linear Units (GELUs)', where: 'arXiv:1606.08415' },
    {
      authors: 'Alec Radford and others',
      year: 2021,
      title: 'Learning Transferable Visual Models From Natural Language Supervision',
      where: 'ICML 2021, arXiv:2103.00020',
    },
  ],
  usedBy: ['CLIP', 'vision encoder of Qwen2-VL'],
  history:
    'The cheap form in the GELU paper: the logistic distribution function in place of the normal one, with 1.702 to match ' +
    "them. CLIP's code named it QuickGELU. It differs from GELU by up to 0.0203 (at |x| = 2.27), about forty times the tanh " +
    'form, so the two are not interchangeable in a trained model. It is SiLU at another scale: quick_gelu(x) = silu(1.702 ' +
    'x) / 1.702.',
  corrections: [
    'It is not the commonly used approximation of GELU: that is the tanh form, in GPT-2 and many others. Nor is 1.702 the ' +
      'best constant for the largest error of GELU: 1.773 gives 0.0139.',
  ],
}
