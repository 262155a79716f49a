/**
 * Named rewrite rules: each replaces a form that cancels or overflows by an equal one that does not. A row's `sample` is a formula that the
 * rule changes; tests evaluate both sides on the exact reference.
 */
import * as ir from '../ir/index.ts'
import { add, build, div, type Expr, integer, isConst, lt, mul, neg, pow, select, zero } from '../ir/index.ts'
import { factors, multiplied, type Product, quotient, sameProduct, terms } from './factors.ts'
import { rowRules } from './rowrules.ts'
import type { Rule } from './rule.ts'

const call = (op: ir.Op, a: Expr): Expr => build(op, [a])

/** The first non-undefined result over both orders of a sum's terms. */
function eitherWay(e: Expr, match: (a: Expr, b: Expr) => Expr | undefined): Expr | undefined {
  const pair = terms(e)
  return pair && (match(pair[0], pair[1]) ?? match(pair[1], pair[0]))
}

const unless = (e: Expr, op: ir.Op): Expr | undefined => (e.op === op ? e.args[0] : undefined)
const of =
  (op: ir.Op) =>
  (e: Expr): Expr | undefined =>
    unless(e, op)

/** c F(u) + c u G(u) with c whatever they share: c slope(u). `argument` gives u of F(u). */
function slopeOf(argument: (e: Expr) => Expr | undefined, density: (u: Expr) => Expr, slope: ir.Op): (e: Expr) => Expr | undefined {
  return e =>
    eitherWay(e, (a, b) => {
      const first = factors(a)
      for (const [factor, power] of first.powers) {
        const u = argument(factor)
        if (!u || power < 1) continue
        const shared = quotient(first, factors(factor))
        const rest = quotient(factors(b), shared)
        if (sameProduct(rest, factors(mul(u, density(u))))) return mul(multiplied(shared), call(slope, u))
      }
      return undefined
    })
}

/** 1 + t or 1 - t, as [sign, t]. */
function onePlus(e: Expr): readonly [number, Expr] | undefined {
  if (e.op === 'add' && isConst(e.args[0], 1)) return [1, e.args[1]]
  if (e.op === 'add' && isConst(e.args[1], 1)) return [1, e.args[0]]
  if (e.op === 'sub' && isConst(e.args[0], 1)) return [-1, e.args[1]]
  return undefined
}

/** v of s = sqrt(v^2 + c). */
function hypotenuse(s: Expr): { readonly v: Expr; readonly c: Expr } | undefined {
  const inside = unless(s, 'sqrt')
  if (inside?.op !== 'add') return undefined
  const [p, q] = inside.args
  const square = (e: Expr): Expr | undefined => (e.op === 'pow' && isConst(e.args[1], 2) ? e.args[0] : undefined)
  const [v, c] = square(p) ? [square(p)!, q] : [square(q), p]
  return v && { v, c }
}

const evenSquare = (p: Product, op: ir.Op): Expr | undefined => {
  for (const [factor, power] of p.powers) if (factor.op === op && power === 1) return factor
  return undefined
}

/**
 * All rules, in the order in which they are tried.
 *
 * @example
 * rewriteRules.find(rule => rule.name === 'expm1').sample // 'exp(x) - 1'
 */
export const rewriteRules: readonly Rule[] = [
  {
    name: 'gelu-slope',
    why: 'the derivative of x normcdf(x) cancels at its zero',
    sample: 'normcdf(x) + x * normpdf(x)',
    apply: slopeOf(of('normcdf'), u => call('normpdf', u), 'gelu_slope'),
  },
  {
    name: 'silu-slope',
    why: 'the derivative of x sigmoid(x) cancels at its zero',
    sample: 'sigmoid(x) + x * (sigmoid(x) * sigmoid(-x))',
    apply: slopeOf(of('sigmoid'), u => mul(call('sigmoid', u), call('sigmoid', neg(u))), 'silu_slope'),
  },
  {
    name: 'tanh-softplus',
    why: 'mish needs no logarithm',
    sample: 'tanh(softplus(x))',
    apply: e => {
      const inner = unless(e, 'tanh')
      return inner?.op === 'softplus' ? call('tanhsoftplus', inner.args[0]) : undefined
    },
  },
  {
    name: 'mish-slope',
    why: 'the derivative of x tanh(softplus(x)) cancels at its zero, and needs no logarithm',
    sample: 'tanh(softplus(x)) + x * (4 * (sigmoid(2 * softplus(x)) * sigmoid(-(2 * softplus(x))))) * sigmoid(x)',
    apply: slopeOf(
      e => unless(e, 'tanhsoftplus') ?? (e.op === 'tanh' ? unless(e.args[0], 'softplus') : undefined),
      u => {
        const double = mul(integer(2), call('softplus', u))
        return mul(integer(4), mul(mul(call('sigmoid', double), call('sigmoid', neg(double))), call('sigmoid', u)))
      },
      'mish_slope',
    ),
  },
  {
    name: 'tanhshrink',
    why: 'x - tanh(x) cancels about 0',
    sample: 'x - tanh(x)',
    apply: e => (e.op === 'sub' && unless(e.args[1], 'tanh') === e.args[0] ? call('tanhshrink', e.args[0]) : undefined),
  },
  {
    name: 'one-plus-tanh',
    why: '1 + tanh(x) cancels in the tail',
    sample: '1 + tanh(x)',
    apply: e => {
      const [sign, t] = onePlus(e) ?? []
      return t?.op === 'tanh' ? mul(integer(2), call('sigmoid', mul(integer(2 * sign!), t.args[0]))) : undefined
    },
  },
  {
    name: 'one-minus-tanh-squared',
    why: '1 - tanh(x)^2 cancels in the tails',
    sample: '1 - tanh(x) ^ 2',
    apply: e => {
      const [sign, t] = onePlus(e) ?? []
      const u = sign === -1 && t?.op === 'pow' && isConst(t.args[1], 2) ? unless(t.args[0], 'tanh') : undefined
      return u && mul(integer(4), mul(call('sigmoid', mul(integer(2), u)), call('sigmoid', mul(integer(-2), u))))
    },
  },
  {
    name: 'one-minus-density',
    why: '1 - 4 sigmoid(2x) sigmoid(-2x), which is tanh(x)^2, cancels about 0',
    sample: '1 - 4 * (sigmoid(2 * x) * sigmoid(-(2 * x)))',
    apply: e => {
      const [sign, t] = onePlus(e) ?? []
      if (sign !== -1 || !t) return undefined
      const product = factors(t)
      for (const [s] of product.powers) {
        const v = s.op === 'sigmoid' ? s.args[0] : undefined
        if (v && sameProduct(product, factors(mul(integer(4), mul(s, call('sigmoid', neg(v)))))))
          return pow(call('tanh', div(v, integer(2))), 2)
      }
      return undefined
    },
  },
  {
    name: 'complement',
    why: 'p / b - p v / b^2 with b = 1 + v cancels for large v: it is p / b^2',
    sample: '1 / (1 + x) - x / (1 + x) / (1 + x)',
    apply: e =>
      eitherWay(e, (a, b) => {
        const ratio = quotient(factors(b), factors(a))
        for (const [factor, power] of ratio.powers) {
          const [sign, t] = (power === -1 && onePlus(factor)) || []
          if (t && sameProduct(ratio, factors(neg(div(sign === 1 ? t : neg(t), factor))))) return div(a, factor)
        }
        return undefined
      }),
  },
  {
    name: 'one-minus-sigmoid',
    why: '1 - sigmoid(x) cancels in the tail',
    sample: '1 - sigmoid(x)',
    apply: e => {
      const [sign, t] = onePlus(e) ?? []
      return sign === -1 && t?.op === 'sigmoid' ? call('sigmoid', neg(t.args[0])) : undefined
    },
  },
  {
    name: 'one-plus-erf',
    why: '1 + erf(x) cancels in the tail',
    sample: '1 + erf(x)',
    apply: e => {
      const [sign, t] = onePlus(e) ?? []
      return t?.op === 'erf' ? call('erfc', sign === 1 ? neg(t.args[0]) : t.args[0]) : undefined
    },
  },
  {
    name: 'reciprocal-sigmoid',
    why: '1 / (1 + exp(-x)) overflows and cancels in its derivative',
    sample: '1 / (1 + exp(-x))',
    apply: e => {
      const [sign, t] = (e.op === 'div' && isConst(e.args[0], 1) && onePlus(e.args[1])) || []
      return sign === 1 && t?.op === 'exp' ? call('sigmoid', neg(t.args[0])) : undefined
    },
  },
  {
    name: 'expm1',
    why: 'exp(x) - 1 cancels about 0',
    sample: 'exp(x) - 1',
    apply: e => (e.op === 'sub' && isConst(e.args[1], 1) && e.args[0].op === 'exp' ? call('expm1', e.args[0].args[0]) : undefined),
  },
  {
    name: 'log-one-plus-exp',
    why: 'log(1 + exp(x)) overflows, and cancels in the tail',
    sample: 'log(1 + exp(x))',
    apply: e => {
      const [sign, t] = (e.op === 'log' && onePlus(e.args[0])) || []
      const inner = sign === 1 ? t : unless(e, 'log1p')
      return inner?.op === 'exp' ? call('softplus', inner.args[0]) : undefined
    },
  },
  {
    name: 'log1p',
    why: 'log(1 + x) loses small x',
    sample: 'log(1 + x)',
    apply: e => {
      const [sign, t] = (e.op === 'log' && onePlus(e.args[0])) || []
      return t && call('log1p', sign === 1 ? t : neg(t))
    },
  },
  {
    name: 'conjugate',
    why: 'x + sqrt(x^2 + c) cancels for negative x',
    sample: 'x + sqrt(x ^ 2 + 4)',
    apply: e =>
      eitherWay(e, (v, s) => {
        const found = hypotenuse(s)
        return found?.v === v ? select(lt(v, zero), div(found.c, build('sub', [s, v])), build('add', [build('abs', [v]), s])) : undefined
      }),
  },
  {
    name: 'conjugate-slope',
    why: '1 + x / sqrt(x^2 + c) cancels for negative x',
    sample: '1 + x / sqrt(x ^ 2 + 4)',
    apply: e => {
      const pair = terms(e)
      if (!pair) return undefined
      for (const [a, b] of [pair, [pair[1], pair[0]] as const]) {
        const ratio = quotient(factors(b), factors(a))
        for (const [s, power] of ratio.powers) {
          const found = power === -1 ? hypotenuse(s) : undefined
          if (found && ratio.coefficient === ir.one && sameProduct(ratio, factors(div(found.v, s)))) return mul(a, div(add(found.v, s), s))
        }
      }
      return undefined
    },
  },
  {
    name: 'one-plus-sine',
    why: '1 + 2 sin(x) cos(x) cancels at its double zeros',
    sample: '1 + 2 * sin(x) * cos(x)',
    apply: e => {
      const [sign, t] = onePlus(e) ?? []
      if (sign !== 1 || !t) return undefined
      const product = factors(t)
      const sine = evenSquare(product, 'sin')
      if (!sine || !sameProduct(product, factors(mul(integer(2), mul(sine, call('cos', sine.args[0])))))) return undefined
      return mul(integer(2), pow(call('sin', add(sine.args[0], div(ir.pi(), integer(4)))), 2))
    },
  },
  {
    name: 'cancel-factors',
    why: 'a factor over itself is 1',
    sample: '(x * exp(x)) / x',
    apply: e => {
      if (e.op !== 'div') return undefined
      const [top, bottom] = [factors(e.args[0]), factors(e.args[1])]
      const shared = [...bottom.powers.keys()].some(f => top.powers.has(f))
      return shared ? multiplied(quotient(top, bottom)) : undefined
    },
  },
  ...rowRules,
]

/** Applies the rules bottom up until none fits. */
export function rewrite(root: Expr): Expr {
  const known = rewritten.get(root)
  if (known) return known
  let current = root
  for (let round = 0; round < 8; round++) {
    const next = ir.transform(current, applyRules)
    if (next === current) break
    current = next
  }
  rewritten.set(root, current)
  return current
}

/** A kernel is planned from the same expressions in several ways. */
const rewritten = new WeakMap<Expr, Expr>()

function applyRules(node: Expr): Expr {
  for (const rule of rewriteRules) {
    const better = rule.apply(node)
    if (better && better !== node) return better
  }
  return node
}
