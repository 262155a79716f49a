import type { TextClaim } from './claim.ts'

export const logistic: TextClaim = {
  kind: 'text',
  id: 4,
  title: 'History of the logistic function',
  statement:
    'The logistic function is of the 19th century, was used for classification from the 1940s, and in 1986 by Rumelhart, Hinton and Williams for back-propagation; Crick objected that brains do no such thing.',
  source: 'Verhulst 1838 and 1845; Berkson 1944; Nature 323, page 533 (1986); Crick, Nature 337, page 129 (1989).',
  correction: 'Nothing to correct: all of it is right.',
}
