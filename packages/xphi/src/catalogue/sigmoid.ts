import type { Entry } from './entry.ts'

export const sigmoid: Entry = {
  name: 'sigmoid',
  aliases: ['logistic', 'logistic_sigmoid', 'expit'],
  title: 'Sigmoid (logistic function)',
  chapter: 3,
  kind: 'pointwise',
  formula: 'sigmoid(x)',
  parameters: [],
  kinks: [],
  limits: { minusInfinity: '0', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 1838,
  authors: 'Pierre François Verhulst',
  sources: [
    {
      authors: 'Pierre François Verhulst',
      year: 1838,
      title: 'Notice sur la loi que la population suit dans son accroissement',
      where: 'Correspondance mathématique et physique 10:113-121',
    },
    {
      authors: 'Joseph Berkson',
      year: 1944,
      title: 'Application of the Logistic Function to Bio-Assay',
      where: 'Journal of the American Statistical Association 39:357-365',
    },
    {
      authors: 'David Rumelhart, Geoffrey Hinton, Ronald Williams',
      year: 1986,
      title: 'Learning representations by back-propagating errors',
      where: 'Nature 323:533-536',
    },
    { authors: 'Francis Crick', year: 1989, title: 'The recent excitement about neural networks', where: 'Nature 337:129-132' },
  ],
  usedBy: ['the networks of the 1986 backpropagation paper', 'gates of LSTM and GRU', 'outputs of binary classifiers', 'gates of GLU'],
  history:
    "Verhulst's curve of bounded population growth, used for classification since Berkson's logit of 1944. As a smooth step " +
    'it let Rumelhart, Hinton and Williams send gradients through hidden layers in 1986; Crick objected that brains hardly ' +
    'work that way. Its slope is at most 1/4, so every layer multiplies the gradient by no more than that times its ' +
    'weights, and its outputs are all positive; tanh repairs the second and most of the first.',
  corrections: [
    'Smoothness is what gradients need. To separate classes that no line separates, a network needs only non-linearity, and ' +
      'thresholds have that.',
    "Backpropagation multiplies first derivatives, one a layer; there is no derivative of a derivative. Since sigmoid' <= " +
      '1/4 everywhere, gradients vanish with depth even when every input is 0, its steepest point; being far from 0 only ' +
      'makes it worse. They shrink towards 0.',
    'In LSTM and GRU cells the gates are sigmoids, because a gate is a share between 0 and 1; tanh makes the candidate ' + 'values.',
    'The sigmoid is bounded, by 0 and 1. What is unbounded is x sigmoid(x).',
  ],
}
