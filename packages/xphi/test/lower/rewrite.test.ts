import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activation, expressionOf, inputsOf } from '../../src/activation/activation.ts'
import { catalogue } from '../../src/catalogue/index.ts'
import { gradients, secondDerivative } from '../../src/differentiate/index.ts'
import { parse } from '../../src/formula/index.ts'
import * as ir from '../../src/ir/index.ts'
import type { Expr } from '../../src/ir/index.ts'
import { rewrite, rewriteRules } from '../../src/lower/rewrite.ts'
import { expressions } from '../formula/expressions.ts'
import { big, evaluated, type Point, relative, rowOf } from '../reference.ts'

const points = [-40.3, -7.1, -1.3, -0.6, -0.011, 0.013, 0.4, 0.75, 1.9, 6.2, 33.7]
/** Both sides agree to some 60 digits of 180, wherever the first is a number: what cancels in doubles has digits to spare here. */
const agree = (before: Expr, after: Expr, at: Point): void => {
  const value = evaluated(before, at)
  if (value.kind === 'nan') return
  expect(relative(value, evaluated(after, at), 1e-100), JSON.stringify(at)).toBeLessThan(1e-60)
}
const ops = (e: Expr): readonly string[] => ir.topological([e]).map(node => node.op)

test('rules have names of their own, and say why', () => {
  const names = rewriteRules.map(rule => rule.name)
  expect(new Set(names).size).toBe(names.length)
  for (const rule of rewriteRules) expect(rule.why.length).toBeGreaterThan(10)
})

describe.each(rewriteRules)('$name', rule => {
  // Any number for x: an expression, so that a rule which only fits a bare input shows.
  const inner = parse('x + x ^ 3 / 16')
  const sample = parse(rule.sample, { parameters: [] })
  const placed = (e: Expr): Expr => ir.transform(e, node => (node === ir.input('x') ? inner : node))

  test('fires on its sample, and on the sample of an inner expression', () => {
    for (const e of [sample, placed(sample)]) {
      const better = rule.apply(e)
      expect(better).toBeDefined()
      expect(better).not.toBe(e)
      ir.verify(better!)
    }
    expect(rewrite(sample)).not.toBe(sample)
    expect(rewrite(rewrite(sample))).toBe(rewrite(sample))
  })

  test('changes no value', () => {
    for (const x of points) {
      for (const e of [sample, placed(sample)]) {
        agree(e, rule.apply(e)!, { x })
        agree(e, rewrite(e), { x })
      }
    }
  })
})

test('the other orders and signs of a sample are equal too, whether a rule fires or not', () => {
  const variants =
    '1 - tanh(x); tanh(x) + 1; tanh(x) - 1; 1 - erf(x); erf(x) + 1; sigmoid(x) - 1; log(x ^ 2 + 1); log(1 - sigmoid(x)); log1p(exp(-x)); 1 - x / sqrt(x ^ 2 + 2); sqrt(x ^ 2 + 1) - x; x - sqrt(1 + x ^ 2); sqrt(x ^ 2 + 1) + x; tanh(x) - x; x * normpdf(x) + normcdf(x); normcdf(x) - x * normpdf(x); 2 * (normcdf(3 * x) + 3 * x * normpdf(3 * x)); sigmoid(x) - x * sigmoid(x) * sigmoid(-x); 1 - 2 * sin(x) * cos(x); 1 + 2 * cos(x) * sin(x); x ^ 2 / x; x / x ^ 3; (x * 6) / (4 * x); 1 / (1 + exp(x)); 1 / (exp(-x) + 1); exp(x) + 1 - 1; 1 / (2 + x) - x / (2 + x) / (2 + x); 1 / (1 - x) + x / (1 - x) ^ 2; exp(2 * x) - 1; 1 - exp(x); 1 - 4 * sigmoid(x) * sigmoid(-x); tanh(softplus(-x)); 1 - tanh(x) * tanh(x); x ^ 2 * normpdf(x) + x * normcdf(x); x + sqrt(x ^ 2 + x); -x + sqrt(x ^ 2 + 3)'
  for (const text of variants.split('; ')) {
    const e = parse(text, { parameters: [] })
    for (const x of points) agree(e, rewrite(e), { x })
  }
})

describe.each(catalogue.filter(e => e.kind !== 'row'))('$name, its derivatives and their derivatives', entry => {
  test('are rewritten to equals', () => {
    const a = activation(
      entry.name,
      Object.fromEntries(entry.parameters.map(p => [p.name, p.maximum === undefined ? p.default * 1.25 + 0.0625 : p.default])),
    )
    const root = expressionOf(a)
    const inputs = inputsOf(a).map(ir.input)
    const all = [
      root,
      ...gradients(root, ir.one, [...inputs, ...Object.keys(a.parameters).map(ir.param)]),
      ...inputs.map(i => secondDerivative(root, i)),
    ]
    points.forEach((x, i) => {
      for (const e of all) agree(e, rewrite(e), { ...a.parameters, x, gate: x, value: points[(i + 4) % points.length] })
    })
  })
})

test.each(catalogue.filter(e => e.kind === 'row'))('$name and its gradient are rewritten to equals', entry => {
  const a = activation(entry.name)
  for (const e of [expressionOf(a), ...gradients(expressionOf(a), ir.input('dy'), [ir.input('x')])]) {
    const rows = { x: [0.3, -1.2, 2.5, 0.9], dy: [1, -0.5, 0.25, 2] }
    const after = rowOf(rewrite(e), rows, a.parameters)
    rowOf(e, rows, a.parameters).forEach((v, i) => {
      expect(relative(v, after[i], 1e-100)).toBeLessThan(1e-60)
    })
  }
})

test.each([
  ['gelu', 'gelu_slope'],
  ['silu', 'silu_slope'],
  ['swish', 'silu_slope'],
  ['quick_gelu', 'silu_slope'],
  ['mish', 'tanhsoftplus'],
  ['mish', 'mish_slope'],
  ['tanhshrink', 'tanhshrink'],
] as const)('%s comes to the form that does not cancel, %s', (name, op) => {
  const root = expressionOf(activation(name))
  expect([...ops(rewrite(root)), ...ops(rewrite(gradients(root, ir.one, [ir.input('x')])[0]))]).toContain(op)
})

test('random expressions are rewritten to equals', () => {
  const x = ir.input('x')
  const leaves = fc.oneof(
    fc.constant(x),
    fc.constantFrom(ir.one, ir.integer(-1), ir.integer(2), ir.integer(4)),
    fc.constantFrom('tanh', 'sigmoid', 'exp', 'erf', 'sin', 'cos').map(op => ir.build(op, [x])),
  )
  const grammar = expressions({
    leaves,
    unary: ['exp', 'tanh', 'sigmoid', 'softplus', 'log1p', 'erf', 'normcdf', 'normpdf'],
    reductions: false,
  })
  let rewritten = 0
  fc.assert(
    fc.property(grammar, fc.double({ min: -3, max: 3, noNaN: true }), (e, v) => {
      const after = rewrite(e)
      if (after === e) return
      const at = { x: v + 2 ** -30 }
      // Sums that cancel to nothing have no digits to compare, and numbers out of the reference's range no value.
      const moderate = ir.topological([e]).every(node => {
        if (ir.specOf(node.op).result === 'truth') return true
        const value = evaluated(node, at)
        return value.kind === 'finite' && Math.abs(Math.log2(Math.abs(big.toNumber(value)))) < 100
      })
      if (!moderate) return
      rewritten++
      agree(e, after, at)
    }),
    { numRuns: 1500 },
  )
  expect(rewritten).toBeGreaterThan(50)
})
