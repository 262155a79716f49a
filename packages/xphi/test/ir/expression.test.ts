import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import * as ir from '../../src/ir/index.ts'
import {
  add,
  build,
  div,
  type Expr,
  eq,
  input,
  integer,
  lt,
  mul,
  neg,
  one,
  param,
  pow,
  rational,
  select,
  sub,
  zero,
} from '../../src/ir/index.ts'
import { expressions, rationals, whole } from '../formula/expressions.ts'
import { big, evaluated, relative } from '../reference.ts'

const [x, y] = ['x', 'y'].map(input)

describe('hash consing', () => {
  /** The same structure built anew. */
  const rebuilt = (e: Expr): Expr => {
    if (e.op === 'const') return rational(e.numerator * 6n, e.denominator * 6n)
    if (e.op === 'input') return input(e.name)
    if (e.op === 'param') return param(e.name)
    return build(e.op, e.args.map(rebuilt))
  }
  const same = (a: Expr, b: Expr): boolean =>
    a.op === b.op &&
    a.name === b.name &&
    a.numerator === b.numerator &&
    a.denominator === b.denominator &&
    a.args.length === b.args.length &&
    a.args.every((arg, i) => same(arg, b.args[i]))

  test('makes equal structures one object, and unequal ones two', () => {
    fc.assert(
      fc.property(expressions(whole), expressions(whole), (a, b) => {
        expect(rebuilt(a)).toBe(a)
        expect(a === b).toBe(same(a, b))
      }),
      { numRuns: 300 },
    )
  })

  test('tells apart what only looks alike', () => {
    expect(input('a')).not.toBe(param('a'))
    expect(build('max', [x, y])).not.toBe(build('max', [y, x]))
    expect(build('max', [x, y])).not.toBe(build('min', [x, y]))
    expect(input('a,b')).not.toBe(input('a'))
    expect(input('|0/1')).not.toBe(input(''))
    expect(rational(1n, 2n)).toBe(rational(-2n, -4n))
  })

  test('makes them immutable', () => {
    const e = add(x, y) as { op: string }
    expect(() => {
      e.op = 'sub'
    }).toThrow(TypeError)
    expect(() => void (add(x, y).args as Expr[]).push(x)).toThrow(TypeError)
  })
})

describe('constants', () => {
  test('are rationals in lowest terms with a positive denominator', () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (n, d) => {
        fc.pre(d !== 0n)
        const e = rational(n, d)
        expect(e.numerator * d).toBe(e.denominator * n)
        expect(e.denominator > 0n).toBe(true)
        for (const p of [2n, 3n, 5n, 7n, 11n]) expect(e.numerator % p === 0n && e.denominator % p === 0n).toBe(false)
      }),
    )
    expect(() => rational(1n, 0n)).toThrow(RangeError)
  })

  test('follow the laws of a field', () => {
    fc.assert(
      fc.property(rationals, rationals, rationals, fc.integer({ min: -5, max: 5 }), (p, q, r, n) => {
        const bits = (e: Expr): number => Math.max(e.numerator.toString(2).length, e.denominator.toString(2).length)
        fc.pre(bits(p) + bits(q) + bits(r) < 300)
        expect(add(p, q)).toBe(add(q, p))
        expect(add(add(p, q), r)).toBe(add(p, add(q, r)))
        expect(mul(p, q)).toBe(mul(q, p))
        expect(mul(mul(p, q), r)).toBe(mul(p, mul(q, r)))
        expect(mul(p, add(q, r))).toBe(add(mul(p, q), mul(p, r)))
        expect(sub(p, p)).toBe(zero)
        expect(add(p, neg(p))).toBe(zero)
        if (p === zero) return
        expect(div(p, p)).toBe(one)
        expect(mul(div(q, p), p)).toBe(q)
        expect(mul(pow(p, n), pow(p, -n))).toBe(one)
        expect(mul(pow(p, n), p)).toBe(pow(p, n + 1))
      }),
      { numRuns: 500 },
    )
  })

  test('do not divide by 0', () => {
    for (const e of [div(one, zero), div(zero, zero), pow(zero, -1)]) expect(e.op).not.toBe('const')
  })
})

describe('simplification', () => {
  test.each([
    ['x + 0', add(x, zero), x],
    ['0 + x', add(zero, x), x],
    ['x - 0', sub(x, zero), x],
    ['0 - x', sub(zero, x), neg(x)],
    ['x * 1', mul(x, one), x],
    ['1 * x', mul(one, x), x],
    ['x * 0', mul(x, zero), zero],
    ['-1 * x', mul(integer(-1), x), neg(x)],
    ['x + -y', add(x, neg(y)), sub(x, y)],
    ['--x', neg(neg(x)), x],
    ['x / 1', div(x, one), x],
    ['0 / x', div(zero, x), zero],
    ['x ^ 0', pow(x, 0), one],
    ['x ^ 1', pow(x, 1), x],
    ['x ^ 65', pow(x, 65), mul(pow(x, 64), x)],
    ['x ^ -130', pow(x, -130), mul(pow(x, -64), mul(pow(x, -64), pow(x, -2)))],
    ['one branch twice', select(lt(x, y), x, x), x],
    ['a factor on a ternary with 0', mul(select(lt(x, y), x, zero), y), select(lt(x, y), mul(x, y), zero)],
    ['ternaries of one test', add(select(lt(x, y), x, zero), select(lt(x, y), zero, y)), select(lt(x, y), x, y)],
    ['rowsum(1)', build('rowsum', [one]), ir.rowLength()],
  ])('of %s', (_, made, expected) => expect(made).toBe(expected))

  test('keeps the value: an expression rebuilt is equal in exact reals', () => {
    const plain = expressions({
      leaves: fc.oneof(fc.constantFrom(x, y, zero, one, integer(-1)), rationals),
      unary: ['abs', 'sin'],
      reductions: false,
    })
    const at = { x: 0.625, y: -1.375 }
    const swapped = new Map([
      [x, y],
      [y, x],
    ])
    fc.assert(
      fc.property(plain, e => {
        // Substitution rebuilds and simplifies every node above what it changes; the values must not depend on it.
        const there = ir.transform(e, node => swapped.get(node) ?? node)
        const [before, after] = [evaluated(e, at), evaluated(there, { x: at.y, y: at.x })]
        if (before.kind === 'finite' && Math.abs(before.exponent) < 4000) expect(relative(before, after)).toBeLessThan(1e-60)
      }),
      { numRuns: 300 },
    )
  })
})

describe('topological', () => {
  test('gives each node once, arguments before users', () => {
    fc.assert(
      fc.property(fc.array(expressions(whole), { maxLength: 3 }), roots => {
        const order = ir.topological(roots)
        expect(new Set(order).size).toBe(order.length)
        const place = new Map(order.map((e, i) => [e, i]))
        for (const e of order) for (const arg of e.args) expect(place.get(arg)).toBeLessThan(place.get(e)!)
        for (const root of roots) expect(place.has(root)).toBe(true)
      }),
      { numRuns: 100 },
    )
  })

  test('takes a chain of 100 000 nodes', () => {
    let e = x
    for (let i = 0; i < 100_000; i++) e = build('sin', [e])
    expect(ir.topological([e]).length).toBe(100_001)
    expect(ir.verify(e)).toBe(e)
  })
})

describe('verify', () => {
  test.each([
    ['a number as a test', select(x, x, y), 'argument 1 of select must be a truth, not a number (input)'],
    ['a test as a number', build('exp', [lt(x, y)]), 'argument 1 of exp must be a number, not a truth (lt)'],
    ['a test compared', eq(x, lt(x, y)), 'argument 2 of eq must be a number, not a truth (lt)'],
    ['too few arguments', build('max', [x]), 'max takes 2 arguments, not 1'],
    ['too many', build('exp', [x, y]), 'exp takes 1 arguments, not 2'],
  ])('refuses %s', (_, e, message) => {
    expect(() => ir.verify(e)).toThrow(ir.VerifyError)
    expect(() => ir.verify(build('abs', [build('neg', [e])]))).toThrow(message)
  })

  test('refuses names that are not given', () => {
    const e = mul(x, param('alpha'))
    expect(ir.verify(e, { inputs: ['x'], parameters: ['alpha'] })).toBe(e)
    expect(() => ir.verify(e, { inputs: ['gate'], parameters: ['alpha'] })).toThrow("unknown input 'x'")
    expect(() => ir.verify(e, { inputs: ['x'], parameters: [] })).toThrow("unknown parameter 'alpha'")
  })

  test('takes every expression of the grammar', () => {
    fc.assert(
      fc.property(expressions(whole), e => void expect(ir.verify(e)).toBe(e)),
      { numRuns: 200 },
    )
  })
})

describe('interpret', () => {
  /** Doubles, as plain as can be. */
  const doubles: ir.Arithmetic<number> = {
    rational: (n, d) => Number(n) / Number(d),
    pi: () => Math.PI,
    unary: (op, a) => (op === 'neg' ? -a : op === 'tanh' ? Math.tanh(a) : Number.NaN),
    binary: (op, a, b) =>
      ({ add: a + b, sub: a - b, mul: a * b, div: a / b, pow: a ** b, max: Math.max(a, b), min: Math.min(a, b) })[op as 'add'],
    compare: (a, b) => (a < b ? -1 : a > b ? 1 : a === b ? 0 : Number.NaN),
  }
  const run = (e: Expr, inputs: Record<string, number[]>, parameters = {}): number[] => ir.interpret(e, doubles, { inputs, parameters })

  test.each<readonly [string, Expr, number[]]>([
    ['a constant', rational(1n, 4n), [0.25, 0.25, 0.25]],
    ['an input', x, [1, -2, 4]],
    ['a parameter', mul(param('k'), x), [10, -20, 40]],
    ['an operation', sub(mul(x, x), x), [0, 6, 12]],
    ['a power', pow(x, -1), [1, -0.5, 0.25]],
    ['a ternary by element', select(lt(x, one), neg(x), zero), [0, 2, 0]],
    ['<= and ==', add(select(ir.le(x, one), one, zero), select(eq(x, one), integer(10), zero)), [11, 1, 0]],
    ['rowsum', build('rowsum', [x]), [3, 3, 3]],
    ['rowmax', sub(x, build('rowmax', [x])), [-3, -6, 0]],
    ['the length', div(build('rowsum', [x]), ir.rowLength()), [1, 1, 1]],
    ['stopgrad', build('stopgrad', [x]), [1, -2, 4]],
  ])('%s', (_, e, expected) => expect(run(e, { x: [1, -2, 4] }, { k: 10 })).toEqual(expected))

  test('unordered numbers take the other branch', () => {
    expect(run(select(lt(x, one), integer(1), integer(2)), { x: [Number.NaN] })).toEqual([2])
    expect(run(select(eq(x, x), integer(1), integer(2)), { x: [Number.NaN] })).toEqual([2])
  })

  test('does not change what it was given', () => {
    const row = Object.freeze([1, 2])
    const out = run(x, { x: row as number[] })
    out[0] = 9
    expect(row).toEqual([1, 2])
    expect(big.toNumber(evaluated(x, { x: 1 }))).toBe(1)
  })
})
