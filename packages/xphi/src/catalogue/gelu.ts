import type { Entry } from './entry.ts'

export const gelu: Entry = {
  name: 'gelu',
  aliases: ['gelu_erf', 'gelu_exact', 'gelu_none', 'gelu_python', 'gaussian_error_linear_unit'],
  title: 'GELU (Gaussian error linear unit)',
  chapter: 10,
  kind: 'pointwise',
  formula: 'x * normcdf(x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: 'inf' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '1' },
  year: 2016,
  authors: 'Dan Hendrycks, Kevin Gimpel',
  sources: [
    { authors: 'Dan Hendrycks, Kevin Gimpel', year: 2016, title: 'Gaussian Error Linear Units (GELUs)', where: 'arXiv:1606.08415' },
  ],
  usedBy: ['BERT', 'RoBERTa', 'ViT', 'ConvNeXt', 'Whisper'],
  history:
    'The input times the probability that a standard normal variable lies below it: a gate that opens gradually, the mean ' +
    'of a dropout that keeps larger inputs more often. It is smooth, has a minimum of -0.16997 at -0.75179, and became the ' +
    'activation of the first large Transformers. Its distribution function has no closed form, so cheaper forms with tanh ' +
    'or a sigmoid went into use beside it.',
  corrections: [
    'N(0, 1) is the variable to which the input is compared. It is not an assumption that inputs are normally distributed. ' +
      'The common approximation is the tanh form, not the sigmoid one.',
    'GELU and SiLU have the shape x F(x) with F a distribution function, normal and logistic. Not every newer activation ' +
      'has: SoLU does not.',
  ],
}
