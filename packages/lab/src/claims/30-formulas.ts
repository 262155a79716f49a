import type { TextClaim } from './claim.ts'

export const formulas: TextClaim = {
  kind: 'text',
  id: 30,
  title: 'The formulas of GEGLU and SwiGLU',
  statement: 'GEGLU(x) = GELU(xW + v) * (xV + c), and SwiGLU(x) = Swish(xW + b) * (xV + c) with beta written without a comma.',
  source: 'Shazeer 2020 (arXiv 2002.05202), equations 5.',
  correction: 'The bias of the gate of GEGLU is b, not v; beta is a parameter of Swish and stands apart from its argument.',
}
