import type { TextClaim } from './claim.ts'

export const before2016: TextClaim = {
  kind: 'text',
  id: 16,
  title: 'ReLU everywhere before 2016',
  statement: 'Almost all deep networks before 2016 used ReLU, AlphaGo among them.',
  source: 'Silver and others, Nature 529 (2016), for AlphaGo; Hochreiter and Schmidhuber 1997 for recurrent networks.',
  correction: 'Too much said: recurrent networks had sigmoid gates and tanh, and the value network of AlphaGo ends in a tanh.',
}
