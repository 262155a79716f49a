import { describe, expect, test } from 'vitest'
import { catalogue, findEntry } from '../../src/catalogue/index.ts'
import { defaults, evaluate, evaluateText } from './evaluate.ts'

const of = (name: string) => findEntry(name)!
const f = (name: string, x: number, parameters: Readonly<Record<string, number>> = {}) => evaluate(of(name), { x, ...parameters })
const pair = (name: string, gate: number, value: number, parameters: Readonly<Record<string, number>> = {}) =>
  evaluate(of(name), { gate, value, ...parameters })
const grid = Array.from({ length: 241 }, (_, i) => (i - 120) / 20 + 1 / 64)

describe.each(catalogue.filter(entry => entry.kind === 'pointwise'))('$name', entry => {
  const value = (x: number) => evaluate(entry, { x })
  const slope = (x: number, h: number) => (value(x + h) - value(x)) / h

  test('comes to its limits', () => {
    const far = { minusInfinity: -1e4, plusInfinity: 1e4 }
    for (const end of ['minusInfinity', 'plusInfinity'] as const) {
      const limit = evaluateText(entry.limits![end], defaults(entry))
      if (Number.isFinite(limit)) expect(Math.abs(value(far[end]) - limit)).toBeLessThan(2e-4)
      else expect(value(far[end]) * Math.sign(limit)).toBeGreaterThan(99)
      const slopeLimit = evaluateText(entry.slopeLimits![end], defaults(entry))
      const measured = slope(far[end], 1)
      if (Number.isFinite(slopeLimit)) expect(Math.abs(measured - slopeLimit)).toBeLessThan(1e-6)
      else if (slopeLimit === Infinity) expect(measured).toBeGreaterThan(1e3)
      else expect(Math.abs(measured - slope(far[end] + 0.5, 1))).toBeGreaterThan(0.1)
    }
  })

  // At twice the defaults, so that a kink which the default hides shows, and one that moves with a parameter moves.
  test('has its kinks where it says, and nowhere else, each with the derivative of one side', () => {
    const parameters = Object.fromEntries(entry.parameters.map(p => [p.name, 2 * p.default]))
    const slope = (x: number, h: number) => (evaluate(entry, { x: x + h, ...parameters }) - evaluate(entry, { x, ...parameters })) / h
    const h = 2 ** -20
    const kinks = entry.kinks.map(kink => evaluateText(kink.at, parameters))
    for (const [i, at] of kinks.entries()) {
      const sides = [slope(at, -h), slope(at, h)]
      expect(Math.abs(sides[0] - sides[1])).toBeGreaterThan(0.1)
      const chosen = evaluateText(entry.kinks[i].derivative, parameters)
      expect(Math.min(...sides.map(side => Math.abs(side - chosen)))).toBeLessThan(1e-5)
    }
    for (let x = -6; x <= 7; x += 0.125) if (!kinks.includes(x)) expect(Math.abs(slope(x, -h) - slope(x, h))).toBeLessThan(1e-4)
  })
})

test.each([
  ['swish', -2],
  ['swish', 0],
  ['swish', 2],
  ['leaky_relu', -2],
  ['leaky_relu', 0],
  ['prelu', 2],
])('%s comes to its limits with a parameter of %f', (name, parameter) => {
  const entry = of(name)
  const values = { [entry.parameters[0].name]: parameter }
  const value = (x: number) => evaluate(entry, { x, ...values })
  for (const [x, end] of [
    [-1e4, 'minusInfinity'],
    [1e4, 'plusInfinity'],
  ] as const) {
    const limit = evaluateText(entry.limits![end], values)
    expect(Number.isFinite(limit) ? value(x) + 0 === limit : value(x) * Math.sign(limit) > 4e3).toBe(true)
    expect(value(x + 1) - value(x)).toBeCloseTo(evaluateText(entry.slopeLimits![end], values), 6)
  }
})

describe('identities', () => {
  const same = (a: number, b: number) => expect(Math.abs(a - b)).toBeLessThan(1e-12)

  test.each(grid.filter((_, i) => i % 8 === 0))('at %f', x => {
    same(f('sign_threshold', x), 2 * f('threshold', x) - 1)
    same(f('gelu_tanh', x), 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x ** 3))))
    same(f('quick_gelu', x), f('silu', 1.702 * x) / 1.702)
    same(f('swish', x), f('silu', x))
    same(f('swish', x, { beta: 0 }), x / 2)
    same(f('prelu', x, { alpha: 0 }), f('relu', x))
    same(f('celu', x), f('elu', x))
    same(f('selu', x), 1.0507009873554805 * f('elu', x, { alpha: 1.6732632423543772 }))
    same(f('hard_swish', x), x * f('hard_sigmoid', x))
    same(f('hard_sigmoid', x), f('relu6', x + 3) / 6)
    same(f('relu2', x), f('relu', x) ** 2)
    same(f('softshrink', x), x - 0.5 * f('hard_tanh', x / 0.5))
    same(f('log_sigmoid', x), Math.log(f('sigmoid', x)))
    for (const value of [-9, -2.5, 0, 3, 8]) {
      same(pair('glu', x, value), f('sigmoid', x) * value)
      same(pair('geglu', x, value), f('gelu', x) * value)
      same(pair('swiglu', x, value), f('silu', x) * value)
      same(pair('reglu', x, value), f('relu', x) * value)
      same(pair('sreglu', x, value), f('relu', x) ** 2 * value)
      same(pair('gtu', x, value), f('sigmoid', x) * Math.tanh(value))
      same(pair('bilinear', x, value), x * value)
      for (const s of [2 ** -9, 0.5, 1, 64]) expect(pair('smooth_swiglu', x, value, { s })).toBe(pair('swiglu', x, value))
      same(pair('clamped_swiglu', x, value), f('quick_gelu', x) * (Math.max(-7, Math.min(7, value)) + 1))
      same(pair('clamped_swiglu', x + 14, value), f('quick_gelu', 7) * (Math.max(-7, Math.min(7, value)) + 1))
    }
  })
})

describe('numbers in the texts', () => {
  test.each([
    ['gelu', -0.75179, -0.16997],
    ['silu', -1.27846, -0.27846],
    ['mish', -1.19243, -0.30884],
  ])('%s has its minimum at %f', (name, at, minimum) => {
    expect(f(name, at)).toBeCloseTo(minimum, 5)
    expect(Math.min(f(name, at - 0.001), f(name, at + 0.001))).toBeGreaterThan(f(name, at))
    for (const number of [at, minimum]) expect(of(name).history).toContain(String(number))
  })

  test('the tanh form errs by 0.00047 at 2.70, QuickGELU by 0.0203 at 2.27', () => {
    for (const [name, at, error] of [
      ['gelu_tanh', 2.7, 0.00047],
      ['quick_gelu', 2.27, 0.0203],
    ] as const) {
      const errors = grid.map(x => Math.abs(f(name, x) - f('gelu', x)))
      expect(Math.abs(f(name, at) - f('gelu', at))).toBeGreaterThan(error)
      expect(Math.max(...errors)).toBeLessThan(error * 1.02)
    }
  })

  test("selu's constants keep mean 0 and variance 1 of a normal input", () => {
    const moment = (power: number) => {
      let sum = 0
      for (let i = -10000; i < 10000; i++) {
        const x = (i + 0.5) / 1000
        sum += (f('selu', x) ** power * Math.exp((-x * x) / 2)) / 1000
      }
      return sum / Math.sqrt(2 * Math.PI)
    }
    expect(Math.abs(moment(1))).toBeLessThan(1e-6)
    expect(Math.abs(moment(2) - 1)).toBeLessThan(1e-6)
  })
})
