import type { Entry } from './entry.ts'

export const hardTanh: Entry = {
  name: 'hard_tanh',
  aliases: ['hardtanh', 'htanh', 'h_tanh'],
  title: 'Hard tanh',
  kind: 'pointwise',
  formula: 'x > -1 ? (x < 1 ? x : 1) : -1',
  parameters: [],
  kinks: [
    { input: 'x', at: '-1', derivative: '0' },
    { input: 'x', at: '1', derivative: '0' },
  ],
  limits: { minusInfinity: '-1', plusInfinity: '1' },
  slopeLimits: { minusInfinity: '0', plusInfinity: '0' },
  year: 2004,
  authors: 'Ronan Collobert',
  sources: [
    { authors: 'Ronan Collobert', year: 2004, title: 'Large Scale Machine Learning', where: 'thesis, Université Paris VI' },
    {
      authors: 'Ronan Collobert, Jason Weston, Léon Bottou, Michael Karlen, Koray Kavukcuoglu, Pavel Kuksa',
      year: 2011,
      title: 'Natural Language Processing (Almost) from Scratch',
      where: 'JMLR 12:2493-2537',
    },
  ],
  usedBy: ['the language networks of Collobert and Weston', 'the derivative of binarised networks'],
  history:
    'tanh cut down to a line between two constants: cheap, and with an undamped gradient in the middle. Outside it has none ' +
    'at all, where tanh still has a little. Binarised networks use its derivative in place of that of the sign. At -1 and 1 ' +
    'the derivative is taken as 0, as in PyTorch.',
  corrections: [],
}
