import type { TextClaim } from './claim.ts'

export const smooth: TextClaim = {
  kind: 'text',
  id: 5,
  title: 'What smoothness is for',
  statement: 'Sigmoid is smooth, non-linear and between 0 and 1; the first two of these make non-linear separation possible.',
  source: 'Claim 3 measures it: nets of threshold units, which are nowhere smooth, separate the rings.',
  correction: 'Only non-linearity is needed to represent a curved boundary. Smoothness is for the gradients by which it is learned.',
}
