/** What each operation takes and gives: the executable grammar that the verifier checks between passes. */
export type Sort = 'number' | 'truth'

export interface OpSpec {
  readonly args: readonly Sort[]
  readonly result: Sort
  /** Callable by this name in a formula. */
  readonly callable?: boolean
}

const unary = (callable = true): OpSpec => ({ args: ['number'], result: 'number', callable })
const binary = (callable = false): OpSpec => ({ args: ['number', 'number'], result: 'number', callable })
const comparison: OpSpec = { args: ['number', 'number'], result: 'truth' }
const leaf: OpSpec = { args: [], result: 'number' }

export const ops = {
  const: leaf,
  pi: leaf,
  input: leaf,
  param: leaf,
  rowlength: leaf,
  neg: unary(false),
  add: binary(),
  sub: binary(),
  mul: binary(),
  div: binary(),
  /** Integer power: the second argument is an integer constant. */
  pow: binary(),
  min: binary(true),
  max: binary(true),
  lt: comparison,
  le: comparison,
  eq: comparison,
  select: { args: ['truth', 'number', 'number'], result: 'number' },
  abs: unary(),
  exp: unary(),
  expm1: unary(),
  log: unary(),
  log1p: unary(),
  sqrt: unary(),
  sin: unary(),
  cos: unary(),
  tanh: unary(),
  sigmoid: unary(),
  softplus: unary(),
  erf: unary(),
  erfc: unary(),
  normcdf: unary(),
  normpdf: unary(),
  stopgrad: unary(),
  rowmax: unary(),
  rowsum: unary(),
  /** x - tanh(x) without cancellation; made by a rewrite rule. */
  tanhshrink: unary(false),
  /** tanh(softplus(x)) without the logarithm; made by a rewrite rule. */
  tanhsoftplus: unary(false),
  /** The derivative of x sigmoid(x), exact about its zero; made by a rewrite rule. */
  silu_slope: unary(false),
  /** The derivative of x normcdf(x), exact about its zero; made by a rewrite rule. */
  gelu_slope: unary(false),
  /** The derivative of x tanh(softplus(x)), exact about its zero, without a logarithm; made by a rewrite rule. */
  mish_slope: unary(false),
} as const satisfies Record<string, OpSpec>

export type Op = keyof typeof ops

export const specOf = (op: Op): OpSpec => ops[op]
export const isReduction = (op: Op): boolean => op === 'rowmax' || op === 'rowsum'
