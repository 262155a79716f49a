/**
 * One derivative rule a line: the adjoint of each argument, given the node and its own adjoint `g`. The forms are those that stay
 * accurate in the tails: sigmoid(a) sigmoid(-a) instead of s (1 - s), sech^2 through two sigmoids instead of 1 - t^2.
 */
import * as ir from '../ir/index.ts'
import { add, build, div, type Expr, integer, lt, mul, neg, type Op, pi, pow, select, sub, zero } from '../ir/index.ts'

type Rule = (g: Expr, node: Expr, a: Expr, b: Expr, c: Expr) => readonly (Expr | undefined)[]

const call = (op: Op, a: Expr): Expr => build(op, [a])
const twice = (a: Expr): Expr => mul(integer(2), a)
const logisticDensity = (a: Expr): Expr => mul(call('sigmoid', a), call('sigmoid', neg(a)))
const tanhsoftplusSlope = (a: Expr): Expr => mul(mul(integer(4), logisticDensity(twice(call('softplus', a)))), call('sigmoid', a))
const gaussian = (a: Expr): Expr => div(mul(integer(2), call('exp', neg(pow(a, 2)))), call('sqrt', pi()))

export const rules: Readonly<Record<Op, Rule>> = {
  const: () => [],
  pi: () => [],
  input: () => [],
  param: () => [],
  rowlength: () => [],
  lt: () => [],
  le: () => [],
  eq: () => [],
  stopgrad: () => [],
  neg: g => [neg(g)],
  add: g => [g, g],
  sub: g => [g, neg(g)],
  mul: (g, _, a, b) => [mul(g, b), mul(g, a)],
  div: (g, y, _, b) => [div(g, b), neg(div(mul(g, y), b))],
  pow: (g, _, a, n) => [mul(g, mul(n, pow(a, Number(n.numerator) - 1)))],
  min: (g, _, a, b) => [select(lt(b, a), zero, g), select(lt(b, a), g, zero)],
  max: (g, _, a, b) => [select(lt(a, b), zero, g), select(lt(a, b), g, zero)],
  select: (g, _, test) => [undefined, select(test, g, zero), select(test, zero, g)],
  abs: (g, _, a) => [select(lt(zero, a), g, select(lt(a, zero), neg(g), zero))],
  exp: (g, y) => [mul(g, y)],
  expm1: (g, _, a) => [mul(g, call('exp', a))],
  log: (g, _, a) => [div(g, a)],
  log1p: (g, _, a) => [div(g, add(ir.one, a))],
  sqrt: (g, y) => [div(g, twice(y))],
  sin: (g, _, a) => [mul(g, call('cos', a))],
  cos: (g, _, a) => [neg(mul(g, call('sin', a)))],
  tanh: (g, _, a) => [mul(g, mul(integer(4), logisticDensity(twice(a))))],
  sigmoid: (g, _, a) => [mul(g, logisticDensity(a))],
  softplus: (g, _, a) => [mul(g, call('sigmoid', a))],
  erf: (g, _, a) => [mul(g, gaussian(a))],
  erfc: (g, _, a) => [neg(mul(g, gaussian(a)))],
  normcdf: (g, _, a) => [mul(g, call('normpdf', a))],
  normpdf: (g, y, a) => [neg(mul(g, mul(a, y)))],
  rowsum: g => [g],
  // Ties share the gradient equally.
  rowmax: (g, y, a) => [select(ir.eq(a, y), div(g, build('rowsum', [select(ir.eq(a, y), ir.one, zero)])), zero)],
  tanhshrink: (g, _, a) => [mul(g, pow(call('tanh', a), 2))],
  tanhsoftplus: (g, _, a) => [mul(g, tanhsoftplusSlope(a))],
  silu_slope: (g, _, a) => [mul(g, mul(logisticDensity(a), sub(integer(2), mul(a, call('tanh', div(a, integer(2)))))))],
  // t' (2 + a (sigmoid(-a) - 2 t sigmoid(a))), t = tanhsoftplus(a).
  mish_slope: (g, _, a) => {
    const turn = sub(call('sigmoid', neg(a)), mul(integer(2), mul(call('tanhsoftplus', a), call('sigmoid', a))))
    return [mul(g, mul(tanhsoftplusSlope(a), add(integer(2), mul(a, turn))))]
  },
  gelu_slope: (g, _, a) => [mul(g, mul(call('normpdf', a), sub(integer(2), pow(a, 2))))],
}
