import type { Entry } from './entry.ts'

export const threshold: Entry = {
  name: 'threshold',
  aliases: ['heaviside', 'step', 'unit_step', 'binary_step', 'hardlim', 'perceptron', 'mcculloch_pitts'],
  title: 'Threshold unit (Heaviside step)',
  chapter: 1,
  kind: 'pointwise',
  formula: 'x > 0 ? 1 : 0',
  parameters: [],
  kinks: [{ input: 'x', at: '0', derivative: '0' }],
  limits: { minusInfinity: '0', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 1957,
  authors: 'Warren McCulloch, Walter Pitts; Frank Rosenblatt',
  sources: [
    {
      authors: 'Warren McCulloch, Walter Pitts',
      year: 1943,
      title: 'A Logical Calculus of the Ideas Immanent in Nervous Activity',
      where: 'Bulletin of Mathematical Biophysics 5:115-133',
    },
    {
      authors: 'Frank Rosenblatt',
      year: 1957,
      title: 'The Perceptron: A Perceiving and Recognizing Automaton',
      where: 'Cornell Aeronautical Laboratory, report 85-460-1',
    },
    {
      authors: 'Frank Rosenblatt',
      year: 1958,
      title: 'The Perceptron: A Probabilistic Model for Information Storage and Organization in the Brain',
      where: 'Psychological Review 65(6):386-408',
    },
  ],
  usedBy: ['McCulloch-Pitts networks', "Rosenblatt's perceptron and the Mark I"],
  history:
    'A neuron that fires or does not: McCulloch and Pitts showed in 1943 that networks of such units compute any Boolean ' +
    "function, and Rosenblatt's perceptron added a rule that learns the weights of one layer. One layer separates only by a " +
    'hyperplane, and the rule does not reach through a second: the derivative is 0 everywhere but at the jump, so no ' +
    "gradient passes. A smooth step, the sigmoid, was the way out. PyTorch's nn.Threshold is another function.",
  corrections: [
    "McCulloch's first name was Warren, not Edward; he was at the University of Illinois Department of Psychiatry. The " +
      "model of 1943 had no learning rule. Rosenblatt's report of 1957 was first simulated on an IBM 704; the Mark I " +
      'hardware, funded by the Office of Naval Research, followed about 1958-60.',
    'Networks of threshold units do not collapse to a linear map: that holds for identity activations. They compute any ' +
      'Boolean function, and a layer of frozen random thresholds with a trained readout separates rings. What they lack is a ' +
      'gradient to train the hidden layers with.',
  ],
}
