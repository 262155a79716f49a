import type { Entry } from './entry.ts'

export const gtu: Entry = {
  name: 'gtu',
  aliases: ['gated_tanh_unit'],
  title: 'GTU (gated tanh unit)',
  kind: 'gated',
  formula: 'sigmoid(gate) * tanh(value)',
  parameters: [],
  kinks: [],
  year: 2016,
  authors: 'Aäron van den Oord, Nal Kalchbrenner and others',
  sources: [
    {
      authors: 'Aäron van den Oord, Nal Kalchbrenner, Oriol Vinyals, Lasse Espeholt, Alex Graves, Koray Kavukcuoglu',
      year: 2016,
      title: 'Conditional Image Generation with PixelCNN Decoders',
      where: 'NIPS 2016, arXiv:1606.05328',
    },
    { authors: 'Aäron van den Oord and others', year: 2016, title: 'WaveNet: A Generative Model for Raw Audio', where: 'arXiv:1609.03499' },
    {
      authors: 'Yann Dauphin, Angela Fan, Michael Auli, David Grangier',
      year: 2016,
      title: 'Language Modeling with Gated Convolutional Networks',
      where: 'ICML 2017, arXiv:1612.08083',
    },
  ],
  usedBy: ['Gated PixelCNN', 'WaveNet'],
  history:
    'The output gate of an LSTM without its recurrence: the sigmoid of one projection times the tanh of another, in the ' +
    'Gated PixelCNN and in WaveNet. Dauphin named it GTU and showed why GLU learns faster: here both factors shrink the ' +
    'gradient, there the linear path does not.',
  corrections: ['Gating here follows the LSTM: the sigmoid is the gate, tanh makes the value.'],
}
