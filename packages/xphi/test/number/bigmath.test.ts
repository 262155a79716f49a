import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BigFloat, fromHex, fromHexadecimal, fromNumber, toHex, toNumber, unitDistance } from '../../src/number/index.ts'
import { bitLength, type Finite } from '../../src/number/bigfloat.ts'
import { type BigArithmetic, createBigArithmetic } from '../../src/number/bigmath.ts'

type Name =
  | 'exp'
  | 'expm1'
  | 'log'
  | 'log1p'
  | 'sqrt'
  | 'sin'
  | 'cos'
  | 'tanh'
  | 'sigmoid'
  | 'softplus'
  | 'erf'
  | 'erfc'
  | 'normcdf'
  | 'normpdf'
type Row = readonly [x: string, value: string, f64: string, f32: string]

// Written by scripts/mpfr-check, which checks many more points: argument, value to 240 bits, rounded to f64, rounded to f32.
const golden = JSON.parse(readFileSync(new URL('./mpfr.json', import.meta.url), 'utf8')) as Readonly<Record<Name, readonly Row[]>>
const names = Object.keys(golden) as Name[]

// Rounded from 16 more bits: 1/2 is correct rounding.
const bound = 0.501
const arithmetic = createBigArithmetic(200)

describe.each(names)('%s against MPFR', name => {
  it.each([64, 200])('at %i bits', bits => {
    const { [name]: f } = createBigArithmetic(bits)
    for (const [x, value] of golden[name])
      expect(unitDistance(f(fromNumber(fromHex(x))), fromHexadecimal(value), bits), x).toBeLessThanOrEqual(bound)
  })

  it('rounded to f64 and f32', () => {
    for (const [x, , f64, f32] of golden[name]) {
      const result = arithmetic[name](fromNumber(fromHex(x)))
      expect([x, toHex(toNumber(result)), toHex(toNumber(result, 'f32'))]).toEqual([x, f64, f32])
    }
  })

  it('agrees with itself at more bits', () => {
    const finer = createBigArithmetic(333)
    fc.assert(
      fc.property(fc.oneof(fc.double({ noNaN: true }), fc.double({ min: -40, max: 40, noNaN: true })), x => {
        return unitDistance(arithmetic[name](fromNumber(x)), finer[name](fromNumber(x)), 200) <= bound
      }),
      { numRuns: 200 },
    )
  })
})

describe('the test of the functions', () => {
  /** With one more or less in the last of its 200 bits. */
  const planted = (value: Finite, error: bigint): Finite => {
    const shift = 200 - bitLength(value.mantissa)
    return { ...value, mantissa: (value.mantissa << BigInt(shift)) + error, exponent: value.exponent - shift }
  }

  it.each(names)('would see an error in the last bit of %s', name => {
    const finite = golden[name].flatMap(([x, value]) => {
      const right = arithmetic[name](fromNumber(fromHex(x)))
      return right.kind === 'finite' ? [{ x, right, value: fromHexadecimal(value) }] : []
    })
    expect(finite.length).toBeGreaterThan(10)
    for (const { x, right, value } of finite) {
      const distances = [1n, -1n].map(error => unitDistance(planted(right, error), value, 200))
      // Halfway between two numbers, either is as right as the other.
      expect(Math.max(...distances), x).toBeGreaterThan(bound)
      if (unitDistance(right, value, 200) < 0.49) expect(Math.min(...distances), x).toBeGreaterThan(bound)
    }
  })
})

describe('identities', () => {
  const point = fc.double({ min: -300, max: 300, noNaN: true }).map(fromNumber)
  const {
    add,
    sub,
    mul,
    div,
    neg,
    exp,
    expm1,
    log,
    log1p,
    sin,
    cos,
    tanh,
    sigmoid,
    softplus,
    erf,
    erfc,
    normcdf,
    normpdf,
    sqrt,
    constant,
  } = createBigArithmetic(400)
  const oneBig = constant(1n, 1n)
  const near = (a: BigFloat, b: BigFloat) => unitDistance(a, b, 380) <= 1
  const laws: readonly [string, (x: BigFloat) => boolean][] = [
    ['exp(x) exp(-x) = 1', x => near(mul(exp(x), exp(neg(x))), oneBig)],
    ['log(exp(x)) = x', x => x.kind === 'zero' || Math.abs(toNumber(x)) < 1e-3 || near(log(exp(x)), x)],
    ['log1p(expm1(x)) = x for x > 0', x => toNumber(x) < 0 || near(log1p(expm1(x)), x)],
    ['sin^2 + cos^2 = 1', x => near(add(mul(sin(x), sin(x)), mul(cos(x), cos(x))), oneBig)],
    [
      'tanh(x) = 2 sigmoid(2x) - 1 away from 0',
      x => Math.abs(toNumber(x)) < 1e-3 || near(tanh(x), sub(mul(constant(2n, 1n), sigmoid(add(x, x))), oneBig)),
    ],
    ['sigmoid(x) = exp(x) sigmoid(-x)', x => near(sigmoid(x), mul(exp(x), sigmoid(neg(x))))],
    ['softplus(x) = -log(sigmoid(-x)) for x > 0', x => toNumber(x) < 0 || near(softplus(x), neg(log(sigmoid(neg(x)))))],
    ['erf + erfc = 1', x => near(add(erf(x), erfc(x)), oneBig)],
    [
      'normcdf(x sqrt 2) = erfc(-x)/2 next to the centre',
      x => {
        const small = div(x, constant(300n, 1n))
        return near(normcdf(mul(small, sqrt(constant(2n, 1n)))), mul(constant(1n, 2n), erfc(neg(small))))
      },
    ],
    ['normpdf is even', x => near(normpdf(x), normpdf(neg(x)))],
  ]
  it.each(laws)('%s', (_, law) => {
    fc.assert(fc.property(point, law), { numRuns: 60 })
  })
})

describe('arguments beyond every double', () => {
  it('underflow, overflow or stay, and stay quick', () => {
    const big = fromHexadecimal('0x1p+900000')
    const small = fromHexadecimal('0x1p-900000')
    const at = (name: Name, x: BigFloat) => toNumber(arithmetic[name](x))
    const minusBig = arithmetic.neg(big)
    expect(names.map(name => [name, at(name, big), at(name, minusBig), at(name, small)])).toEqual([
      ['exp', Infinity, 0, 1],
      ['expm1', Infinity, -1, 0],
      ['log', 623832.4625039508, Number.NaN, -623832.4625039508],
      ['log1p', 623832.4625039508, Number.NaN, 0],
      ['sqrt', Infinity, Number.NaN, 0],
      ['sin', Number.NaN, Number.NaN, 0],
      ['cos', Number.NaN, Number.NaN, 1],
      ['tanh', 1, -1, 0],
      ['sigmoid', 1, 0, 0.5],
      ['softplus', Infinity, 0, Math.LN2],
      ['erf', 1, -1, 0],
      ['erfc', 0, 2, 1],
      ['normcdf', 1, 0, 0.5],
      ['normpdf', 0, 0, 0.3989422804014327],
    ])
  })

  it('keep a relative meaning where doubles have none', () => {
    // expm1 and friends of 2^-900000 are not 0 but that value itself.
    const small = fromHexadecimal('0x1p-900000')
    for (const f of [arithmetic.expm1, arithmetic.log1p, arithmetic.sin, arithmetic.tanh])
      expect(unitDistance(f(small), small, 200)).toBe(0)
    const tail = arithmetic.normcdf(fromNumber(-1000))
    expect(tail.kind).toBe('finite')
  })
})

describe('createBigArithmetic', () => {
  it('has pi', () => {
    const digits = '3.14159265358979323846264338327950288419716939937510582097494459230781640628620899'
    expect(unitDistance(arithmetic.pi, arithmetic.fromDecimal(digits), 200)).toBeLessThanOrEqual(1)
  })

  it('keeps constants exact where they are', () => {
    const { constant, compare, mul }: BigArithmetic = arithmetic
    expect(compare(mul(constant(1702n, 1000n), constant(1000n, 1n)), constant(1702n, 1n))).toBe(0)
    expect(toNumber(constant(-1n, 3n))).toBe(-1 / 3)
  })

  it('refuses a precision it cannot honour', () => {
    for (const bits of [31, 8193, 100.5, Number.NaN]) expect(() => createBigArithmetic(bits)).toThrow(`precision out of range: ${bits}`)
  })
})
