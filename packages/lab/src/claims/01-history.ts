import type { TextClaim } from './claim.ts'

export const history: TextClaim = {
  kind: 'text',
  id: 1,
  title: 'Origins of the threshold unit',
  statement:
    'The threshold unit goes back to McCulloch and Pitts at the psychiatry department of the University of Chicago; Rosenblatt built it in hardware for the Navy in 1957.',
  source:
    'McCulloch and Pitts, Bulletin of Mathematical Biophysics 5 (1943), page 115: Warren McCulloch, Department of Psychiatry of the University of Illinois. Rosenblatt, report of 1957 and Psychological Review 1958.',
  correction:
    'Warren (not Edward) McCulloch was at the University of Illinois, and the paper has no learning rule. Rosenblatt first simulated the perceptron on an IBM 704; the Mark I hardware followed about 1958 to 1960, with money of the Office of Naval Research.',
}
