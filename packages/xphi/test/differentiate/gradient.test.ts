import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activation, expressionOf, inputsOf } from '../../src/activation/activation.ts'
import { catalogue } from '../../src/catalogue/index.ts'
import { derivative, gradients, secondDerivative } from '../../src/differentiate/index.ts'
import { parse } from '../../src/formula/index.ts'
import * as ir from '../../src/ir/index.ts'
import type { Expr } from '../../src/ir/index.ts'
import type { BigFloat } from '../../src/number/index.ts'
import { expressions } from '../formula/expressions.ts'
import { big, bigOf, difference, type Point, relative, rowOf, evaluated } from '../reference.ts'

const x = ir.input('x')

describe('of random expressions', () => {
  const smooth = ['exp', 'expm1', 'sqrt', 'sin', 'cos', 'tanh', 'sigmoid', 'softplus', 'erf', 'normcdf', 'normpdf', 'abs'] as const
  const leaves = fc.oneof(fc.constant(x), fc.integer({ min: -9, max: 9 }).map(ir.integer), fc.constantFrom(ir.rational(1n, 3n), ir.pi()))
  const grammar = expressions({ leaves, unary: smooth, reductions: false })

  /** Every node finite and of moderate size, and nothing at the edge of its domain: what differences can be taken of. */
  const tame = (e: Expr, at: Point): boolean =>
    ir.topological([e]).every(node => {
      if (ir.specOf(node.op).result === 'truth')
        return node.args.every(a => ir.isConst(a)) || relative(evaluated(node.args[0], at), evaluated(node.args[1], at)) > 1e-30
      const v = evaluated(node, at)
      if (node.op === 'sqrt' || node.op === 'abs') return tame(node.args[0], at) && v.kind === 'finite'
      if (node.op === 'min' || node.op === 'max') return relative(evaluated(node.args[0], at), evaluated(node.args[1], at)) > 1e-30
      return v.kind === 'zero' || (v.kind === 'finite' && Math.abs(Math.log2(Math.abs(big.toNumber(v)))) < 60)
    })

  test('the first and the second agree with differences to 25 digits', () => {
    let used = 0
    fc.assert(
      fc.property(grammar, fc.double({ min: -3, max: 3, noNaN: true }), (e, v) => {
        const at = { x: v + 2 ** -30 }
        const first = derivative(e, x)
        for (const [f, slope] of [
          [e, first],
          [first, derivative(first, x)],
        ] as const) {
          if (!tame(f, at)) return
          const [wide, narrow] = [-140, -150].map(power => difference(x => evaluated(f, { x }), at.x, power))
          if (relative(wide, narrow) > 1e-30) return
          used++
          expect(relative(evaluated(slope, at), narrow, 1e-30)).toBeLessThan(1e-25)
        }
      }),
      { numRuns: 300 },
    )
    expect(used).toBeGreaterThan(150)
  })
})

/** The defaults, and where there are parameters also other values in their domain. */
const settings = (entry: (typeof catalogue)[number]): Readonly<Record<string, number>>[] => [
  {},
  ...(entry.parameters.length
    ? [Object.fromEntries(entry.parameters.map(p => [p.name, p.default * 1.25 + (p.maximum === undefined ? 0.0625 : 0)]))]
    : []),
]

describe.each(catalogue.filter(e => e.kind !== 'row'))('of $name', entry => {
  // No kink of any entry lies at these, or within 2^-140 of them.
  const points = [-7.3, -1.1, -0.013, 0.37, 1.9, 8.8]

  test.each(settings(entry))('agree with differences to 40 digits, for inputs and parameters %j', given => {
    const a = activation(entry.name, given)
    const root = expressionOf(a)
    const names = [...inputsOf(a), ...Object.keys(a.parameters)]
    const symbols = [...inputsOf(a).map(ir.input), ...Object.keys(a.parameters).map(ir.param)]
    const all = gradients(root, ir.input('dy'), symbols)
    points.forEach((p, i) => {
      const at: Record<string, number> = { ...a.parameters, x: p, gate: p, value: points[(i + 2) % points.length], dy: 1.5 }
      names.forEach((name, n) => {
        const slope = difference(v => big.mul(bigOf(1.5), evaluated(root, { ...at, [name]: v })), at[name])
        expect(relative(evaluated(all[n], at), slope, 1e-40), `d/d${name} at ${p}`).toBeLessThan(1e-40)
      })
      for (const name of inputsOf(a)) {
        const once = derivative(root, ir.input(name))
        const slope = difference(v => evaluated(once, { ...at, [name]: v }), at[name])
        expect(relative(evaluated(secondDerivative(root, ir.input(name)), at), slope, 1e-40), `d2/d${name}2 at ${p}`).toBeLessThan(1e-40)
      }
    })
  })
})

const rows = [[0.3, -1.2, 2.5, 0.9], [-3.3, -3.1, 4.7], [1.25], [0.1, 0.2, 0.4, -0.8, 1.6, -3.2, 6.4]]
const sum = (values: readonly BigFloat[]): BigFloat => values.reduce((s, v) => big.add(s, v))

describe.each([
  ...catalogue
    .filter(e => e.kind === 'row')
    .map(e => [e.name, e.formula, Object.fromEntries(e.parameters.map(p => [p.name, p.default]))] as const),
  ['a sum', 'x * rowsum(x^2)', {}],
  ['a maximum', 'sin(x) * rowmax(x * x) + rowmax(x)', {}],
  ['a mean of a mean', 'exp(x - rowmean(x * rowmean(x)))', {}],
  ['a sum of what the row shares', 'x * rowsum(rowmax(x) ^ 2 + rowsum(x))', {}],
  ['a maximum of what the row shares', 'x * rowmax(rowsum(x ^ 2))', {}],
  ['a sum of parameters', 'x * rowsum(a) + rowsum(a * b) * rowmax(b) + rowsum(b)', { a: 0.7, b: -1.3 }],
  ['a value of the row alone', 'rowsum(exp(x)) / rowsum(1)', {}],
  ['parameters in and out of sums', 'a * x + rowsum(b * x + a) * rowmax(b * x) + a * b', { a: 0.7, b: -1.3 }],
] as const)('of rows: %s', (_, formula, parameters) => {
  const names = Object.keys(parameters)
  const root = parse(formula, { parameters: names })
  const [dx, ...dp] = gradients(root, ir.input('dy'), [x, ...names.map(ir.param)])

  test.each(rows.map(row => [row]))('agree with differences of the interpreter to 40 digits on %j', row => {
    const weights = row.map((_, i) => Math.cos(3 * i + 1))
    const total = (changed: readonly (number | BigFloat)[], p: Point): BigFloat =>
      sum(rowOf(root, { x: changed }, p).map((y, i) => big.mul(y, bigOf(weights[i]))))
    const gradient = rowOf(dx, { x: row, dy: weights }, parameters)
    row.forEach((v, i) => {
      const slope = difference(u => total(row.with(i, u as never), parameters), v)
      expect(relative(gradient[i], slope, 1e-40), `d/dx${i}`).toBeLessThan(1e-40)
    })
    names.forEach((name, n) => {
      const slope = difference(u => total(row, { ...parameters, [name]: u }), parameters[name as keyof typeof parameters])
      expect(relative(sum(rowOf(dp[n], { x: row, dy: weights }, parameters)), slope, 1e-40), `d/d${name}`).toBeLessThan(1e-40)
    })
  })
})

test('equal maxima of a row share the gradient equally', () => {
  const [dx] = gradients(parse('rowmax(x)'), ir.input('dy'), [x])
  expect(rowOf(dx, { x: [3, 1, 3], dy: [1, 1, 1] }).map(v => big.toNumber(v))).toEqual([1.5, 0, 1.5])
})

test('gradients are adjoints: linear in the upstream gradient, 0 where nothing depends', () => {
  const root = parse('x * exp(x) + a')
  const [dx, da, db] = gradients(root, ir.input('dy'), [x, ir.param('a'), ir.param('b')])
  expect(da).toBe(ir.input('dy'))
  expect(db).toBe(ir.zero)
  expect(relative(evaluated(dx, { x: 0.3, dy: 4, a: 0 }), big.mul(bigOf(4), evaluated(derivative(root, x), { x: 0.3, a: 0 })))).toBe(0)
})
