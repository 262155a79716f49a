import { describe, expect, it } from 'vitest'
import { derivative, expressionOf, exactArithmetic, ir } from '../../../src/formula.ts'
import { type Activation, bilinear, gelu, type PointwiseScalar, rounded, sigmoid, silu, swish } from '../../../src/index.ts'
import {
  createBigArithmetic,
  type Format,
  fromBits,
  fromNumber,
  type LowFormat,
  nextDown,
  nextUp,
  roundTo,
  toNumber,
} from '../../../src/number/index.ts'
import * as scalars from '../../../src/scalar/index.ts'

/** The exact value at 600 bits, rounded: obvious, slow, and without doubt. */
const arithmetic = exactArithmetic(createBigArithmetic(600))
function exactly(a: Activation, by: string | undefined, inputs: Readonly<Record<string, number>>, format: Format): number {
  const root = expressionOf(a)
  const environment = {
    inputs: Object.fromEntries(Object.entries(inputs).map(([name, x]) => [name, [fromNumber(x)]])),
    parameters: Object.fromEntries(Object.entries(a.parameters).map(([name, x]) => [name, fromNumber(x)])),
  }
  return toNumber(ir.interpret(by === undefined ? root : derivative(root, ir.input(by)), arithmetic, environment)[0], format)
}

const pointwise = Object.values(scalars).filter(f => f.kind === 'pointwise') as PointwiseScalar[]
const same = (a: number, b: number): boolean => a === b || (a !== a && b !== b)
const allOf = (format: LowFormat, bits: number): number[] =>
  Array.from({ length: 2 ** bits }, (_, i) => fromBits(format, i)).filter(Number.isFinite)

describe.each(['e4m3', 'e5m2'] as const)('rounded to %s, every input', format => {
  it.each(pointwise.map(f => [f.name, f] as const))('%s', (_, f) => {
    const g = rounded(f, format)
    for (const x of allOf(format, 8)) {
      const [value, slope] = [exactly(f, undefined, { x }, format), exactly(f, 'x', { x }, format)]
      expect(same(g(x), value), `${f.name}(${x}) = ${g(x)}, exactly ${value}`).toBe(true)
      expect(same(g.derivative(x), slope), `${f.name}'(${x}) = ${g.derivative(x)}, exactly ${slope}`).toBe(true)
    }
  })
})

describe.each(['f16', 'bf16', 'f32'] as const)('rounded to %s', format => {
  it('is what the exact value rounds to, at 200 inputs about the bulk and both tails', () => {
    for (const f of [gelu, silu, sigmoid, scalars.mish, scalars.gelu_tanh]) {
      const g = rounded(f, format)
      for (let i = 0; i < 200; i++) {
        const x = roundTo(format, (i - 100) * 0.1337 * (i % 3 === 0 ? 1 : 0.1))
        expect(g(x)).toBe(exactly(f, undefined, { x }, format))
        expect(g.derivative(x)).toBe(exactly(f, 'x', { x }, format))
      }
    }
  })
})

describe('where a double cannot decide', () => {
  it('takes the side of x^2 / 4 for subnormals, whose half is a tie', () => {
    const f = rounded(silu, 'f32')
    const least = 2 ** -149
    // silu(x) = x/2 + x^2/4 - ...: just above the tie for every sign of x.
    expect([f(3 * least), f(-3 * least), f(5 * least), f(-5 * least)].map(y => y / least)).toEqual([2, -1, 3, -2])
    expect(Math.fround(silu(-3 * least)) / least).toBe(-2)
  })

  it('finds f32 inputs whose sigmoid lies within 2^-42 of a boundary, and rounds them as the exact value', () => {
    const g = rounded(sigmoid, 'f32')
    let hard = 0
    for (let x = 0.25; hard < 12; x = nextUp(x, 'f32')) {
      const y = sigmoid(x)
      if (Math.fround(y * (1 - 2 ** -42)) === Math.fround(y * (1 + 2 ** -42))) continue
      hard++
      expect(g(x)).toBe(exactly(sigmoid, undefined, { x }, 'f32'))
    }
  })

  it('asks for more digits where the terms cancel', () => {
    const f = rounded(scalars.tanhshrink, 'bf16')
    // 1 - 4 sigmoid(2x) sigmoid(-2x) is x^2 here: 4.5 times the least bf16, less x^4.
    const x = 2.0328790734103208e-20
    expect(f.derivative(x)).toBe(exactly(scalars.tanhshrink, 'x', { x }, 'bf16'))
    expect(f.derivative(x)).toBe(4 * 2 ** -133)
  })

  it('knows that what comes near to 1 stays below it', () => {
    // x - tanh(x) is a little more than x - 1, a tie.
    expect(rounded(scalars.tanhshrink, 'bf16')(354)).toBe(354)
    expect(rounded(scalars.tanhshrink, 'bf16')(-478)).toBe(-478)
    expect(rounded(scalars.tanhshrink, 'f16')(3002)).toBe(3002)
    expect(rounded(scalars.tanhshrink, 'f32')(2 ** 24 + 2)).toBe(2 ** 24 + 2)
  })

  it('takes a tie to the even side', () => {
    const product = rounded(bilinear, 'bf16')
    const odd = 1 + 3 * 2 ** -7
    expect(product(odd, 1.5)).toBe(exactly(bilinear, undefined, { gate: odd, value: 1.5 }, 'bf16'))
    expect(product(1 + 2 ** -7, 1 + 2 ** -1)).toBe(1.515625)
  })

  it('decides every f64 result', () => {
    const g = rounded(gelu, 'f64')
    for (const x of [-37.5, -6, -0.3, 0.1, 2]) {
      const exact = exactly(gelu, undefined, { x }, 'f64')
      expect(g(x)).toBe(exact)
      expect([nextDown(exact), exact, nextUp(exact)]).toContain(gelu(x))
    }
  })
})

describe('rounded', () => {
  it('keeps limits, NaN and zeros', () => {
    const g = rounded(gelu, 'f16')
    expect([g(-Infinity), g(Infinity), g(NaN), g.derivative(Infinity), g.derivative(-Infinity)]).toEqual([-0, Infinity, NaN, 1, -0])
    expect(Object.is(g(-0), -0)).toBe(true)
    expect(rounded(scalars.selu, 'f64')(-Infinity)).toBe(scalars.selu(-Infinity))
  })

  it('overflows to infinity, to NaN in e4m3, or saturates', () => {
    expect(rounded(scalars.relu, 'e5m2')(1e6)).toBe(Infinity)
    expect(rounded(scalars.relu, 'e4m3')(1e6)).toBe(NaN)
    expect(rounded(scalars.relu, 'e4m3', { saturate: true })(1e6)).toBe(448)
  })

  it('takes parameters by position, and is the activation that it rounds', () => {
    const f = rounded(swish, 'f16')
    expect(f(1, 2)).toBe(roundTo('f16', swish(1, 2)))
    expect(f.derivative(1, 2)).toBe(roundTo('f16', swish.derivative(1, 2)))
    expect([f.name, f.kind, f.formula, f.parameters]).toEqual(['swish', 'pointwise', swish.formula, { beta: 1 }])
  })
})
