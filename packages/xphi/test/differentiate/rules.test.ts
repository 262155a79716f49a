import { describe, expect, test } from 'vitest'
import { derivative, rules } from '../../src/differentiate/index.ts'
import * as ir from '../../src/ir/index.ts'
import type { Expr, Op } from '../../src/ir/index.ts'
import { difference, relative, evaluated } from '../reference.ts'

const [a, b, g] = ['a', 'b', 'g'].map(ir.input)

/** The node that a rule is tried on, and the points (a, b) where it is; a third number is g, the upstream gradient. */
type Sample = readonly [node: Expr, ...points: (readonly [a: number, b?: number])[]]
const unary = (op: Op, ...points: readonly number[]): Sample => [ir.build(op, [a]), ...points.map(p => [p] as const)]
const line = [-5.3, -0.8, 0.1, 2.7, 11]
const positive = [1e-5, 0.3, 1.7, 40]
const plane = [
  [-1.3, 2.1],
  [0.7, 0.2],
  [3.1, -4.2],
] as const

const samples: Readonly<Record<string, Sample>> = {
  neg: unary('neg', ...line),
  add: [ir.add(a, b), ...plane],
  sub: [ir.sub(a, b), ...plane],
  mul: [ir.mul(a, b), ...plane],
  div: [ir.div(a, b), ...plane],
  pow: [ir.pow(a, -3), [-2.1], [0.3]],
  min: [ir.build('min', [a, b]), ...plane],
  max: [ir.build('max', [a, b]), ...plane],
  select: [ir.select(ir.lt(a, b), ir.mul(a, b), ir.div(a, b)), ...plane],
  abs: unary('abs', ...line),
  exp: unary('exp', ...line),
  expm1: unary('expm1', ...line),
  log: unary('log', ...positive),
  log1p: unary('log1p', -0.9, ...positive),
  sqrt: unary('sqrt', ...positive),
  sin: unary('sin', ...line),
  cos: unary('cos', ...line),
  tanh: unary('tanh', ...line),
  sigmoid: unary('sigmoid', ...line),
  softplus: unary('softplus', ...line),
  erf: unary('erf', ...line),
  erfc: unary('erfc', ...line),
  normcdf: unary('normcdf', ...line),
  normpdf: unary('normpdf', ...line),
  tanhshrink: unary('tanhshrink', ...line),
  tanhsoftplus: unary('tanhsoftplus', ...line),
  silu_slope: unary('silu_slope', ...line),
  gelu_slope: unary('gelu_slope', ...line),
  mish_slope: unary('mish_slope', ...line),
}
/** Rules with nothing to differentiate, and those of rows, which gradient.test.ts samples. */
const others = ['const', 'pi', 'input', 'param', 'rowlength', 'lt', 'le', 'eq', 'stopgrad', 'rowsum', 'rowmax']

test('every operation has a rule, and every rule a sample', () => {
  expect(Object.keys(rules).sort()).toEqual(Object.keys(ir.ops).sort())
  expect([...Object.keys(samples), ...others].sort()).toEqual(Object.keys(rules).sort())
  for (const [op, [node]] of Object.entries(samples)) expect(node.op).toBe(op)
})

describe.each(Object.entries(samples))('the rule of %s', (op, [node, ...points]) => {
  test.each(points)('agrees with differences to 40 digits at %f %f', (...point) => {
    const at = { a: point[0] ?? Number.NaN, b: point[1] ?? Number.NaN, g: -1.7 }
    const parts = rules[op as Op](g, node, node.args[0], node.args[1], node.args[2])
    node.args.forEach((arg, i) => {
      if (arg.op === 'const' || ir.specOf(arg.op).result === 'truth') return
      const replaced = ir.input('argument')
      const of = ir.build(
        node.op,
        node.args.map((other, n) => (n === i ? replaced : other)),
      )
      const slope = difference(argument => evaluated(ir.mul(g, of), { ...at, argument }), evaluated(arg, at))
      expect(relative(evaluated(parts[i] ?? ir.zero, at), slope)).toBeLessThan(1e-40)
    })
  })
})

describe('the chosen subgradient', () => {
  const x = ir.input('x')
  const at = (e: Expr, v: number): number => {
    const d = evaluated(derivative(e, x), { x: v })
    return d.kind === 'zero' ? 0 : Number(d.kind === 'finite' && d.mantissa) * 2 ** (d.kind === 'finite' ? d.exponent : 0)
  }
  test.each([
    ['abs at 0 is 0', ir.build('abs', [x]), 0, 0],
    ['min goes to the first argument', ir.build('min', [x, ir.mul(ir.integer(2), x)]), 0, 1],
    ['max goes to the first argument', ir.build('max', [ir.mul(ir.integer(2), x), x]), 0, 2],
    ['min(x, 6) at 6 follows x', ir.build('min', [x, ir.integer(6)]), 6, 1],
    ['max(0, x) at 0 is 0', ir.build('max', [ir.zero, x]), 0, 0],
    ['a ternary follows the branch that is taken', ir.select(ir.le(x, ir.zero), ir.mul(ir.integer(3), x), x), 0, 3],
    ['stopgrad is a constant', ir.mul(x, ir.build('stopgrad', [x])), 5, 5],
  ] as const)('%s', (_, e, v, slope) => expect(at(e, v)).toBe(slope))
})
