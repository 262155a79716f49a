import { describe, expect, test } from 'vitest'
import { activation, derivativeTexts, fromFormula, ParameterError, UnknownActivationError } from '../../src/activation/activation.ts'
import { catalogue } from '../../src/catalogue/index.ts'
import { FormulaError } from '../../src/formula/index.ts'
import { define, type GatedScalar, type PointwiseScalar, type RowFunction } from '../../src/index.ts'

describe('activation', () => {
  test('finds names and aliases in any case', () => {
    for (const name of ['gelu', 'GELU', 'gelu_erf', 'Gelu-Exact']) expect(activation(name).name).toBe('gelu')
    expect(activation('swish', { beta: 2 })).toEqual({
      name: 'swish',
      kind: 'pointwise',
      formula: expect.any(String),
      parameters: { beta: 2 },
    })
    expect(activation('elu').parameters).toEqual({ alpha: 1 })
  })

  test.each([
    ['gleu', "unknown activation 'gleu': did you mean gelu?"],
    ['', "unknown activation ''"],
    ['__proto__', "unknown activation '__proto__'"],
    ['constructor', "unknown activation 'constructor'"],
  ])('does not know %j', (name, message) => {
    expect(() => activation(name)).toThrow(UnknownActivationError)
    expect(() => activation(name)).toThrow(new UnknownActivationError(message))
  })

  test.each([
    ['gelu', { alpha: 1 }, "gelu has no parameter 'alpha': it has none"],
    ['elu', { beta: 1 }, "elu has no parameter 'beta': it has alpha"],
    ['elu', JSON.parse('{"__proto__": 1}'), "elu has no parameter '__proto__': it has alpha"],
    ['elu', { alpha: Number.NaN }, 'alpha = NaN is out of the domain of elu: any finite number'],
    ['elu', { alpha: Infinity }, 'alpha = Infinity is out of the domain of elu: any finite number'],
    ['layernorm', { eps: -1 }, 'eps = -1 is out of the domain of layernorm: eps >= 0'],
    ['celu', { alpha: 0 }, 'alpha = 0 is out of the domain of celu: alpha > 0'],
  ])('%s with %j is refused', (name, parameters, message) => {
    expect(() => activation(name, parameters)).toThrow(new ParameterError(message))
  })

  test('is frozen', () => {
    for (const a of [activation('elu'), fromFormula('f', 'a * x', { a: 1 })]) {
      expect(Object.isFrozen(a)).toBe(true)
      expect(Object.isFrozen(a.parameters)).toBe(true)
    }
  })

  test('keeps to the declared domain at its ends', () => {
    for (const entry of catalogue) {
      for (const p of entry.parameters) {
        for (const [end, beyond] of [
          [p.minimum, -1],
          [p.maximum, 1],
        ] as const) {
          if (end === undefined) continue
          const give = (value: number) => () => activation(entry.name, { [p.name]: value })
          expect(give(end + beyond)).toThrow(ParameterError)
          if (p.open) expect(give(end)).toThrow(ParameterError)
          else expect(give(end)().parameters[p.name]).toBe(end)
        }
      }
    }
  })
})

describe('fromFormula', () => {
  test.each([
    ['x', 'pointwise'],
    ['x * softmax(x)', 'row'],
    ['x - rowmax(x)', 'row'],
    ['x * rowsum(1)', 'row'],
    ['gate * value', 'gated'],
    ['gelu(gate)', 'gated'],
  ])('%s is %s', (formula, kind) => expect(fromFormula('f', formula).kind).toBe(kind))

  test.each([
    ['x + a * alhpa', { a: 1, alpha: 1 }, 'alhpa has no value, did you mean alpha?', 9],
    ['ab + x + b', { b: 1 }, 'ab has no value, did you mean b?', 1],
    ['x + b + ab', { ab: 1 }, 'b has no value: give it one, b=1, or write x for the input', 5],
    ['x + constructor', {}, 'constructor has no value: give it one, constructor=1, or write x for the input', 5],
    ['x * __proto__', {}, '__proto__ has no value: give it one, __proto__=1, or write x for the input', 5],
    ['x * gate', {}, 'a formula takes x, or gate and value, not both', 1],
    ['3 + pi', {}, 'the formula has no input: write x, or gate and value', 1],
    ['gate * rowmax(value)', {}, 'row functions and gates do not mix in one formula', 1],
    ['x + sigmod(x)', {}, 'unknown function sigmod, did you mean sigmoid?', 5],
  ])('refuses %s', (formula, parameters, reason, column) => {
    try {
      fromFormula('f', formula, parameters)
      expect.unreachable()
    } catch (error) {
      expect(error).toBeInstanceOf(FormulaError)
      expect([(error as FormulaError).reason, (error as FormulaError).column]).toEqual([reason, column])
    }
  })

  test.each([
    ['f', 'x', { a: 1 }, "the formula of f has no parameter 'a'"],
    ['f', 'x * a', { a: Number.NaN }, 'a = NaN: a parameter must be a finite number'],
    ['f', 'x', { 'a b': 1 }, "'a b' is no name: use letters, digits and _"],
    ['f g', 'x', {}, "'f g' is no name: use letters, digits and _"],
    ['', 'x', {}, "'' is no name: use letters, digits and _"],
    ['9a', 'x', {}, "'9a' is no name: use letters, digits and _"],
  ])('refuses %j = %s with %j', (name, formula, parameters, message) => {
    expect(() => fromFormula(name, formula, parameters)).toThrow(new ParameterError(message))
  })

  test('takes parameters under the names of an object’s own machinery', () => {
    const hostile = JSON.parse('{"__proto__": 2, "constructor": 3, "toString": 5}')
    const f = define('f', 'x * __proto__ * constructor + toString', hostile) as PointwiseScalar
    expect(f(1)).toBe(11)
    expect(f.derivative(1)).toBe(6)
    expect(f(1, 4)).toBe(17)
  })

  test('does not keep the object that it was given', () => {
    const given = { a: 2 }
    const f = define('f', 'a * x', given) as PointwiseScalar
    given.a = 3
    expect(f(1)).toBe(2)
    expect(f.parameters).toEqual({ a: 2 })
  })
})

describe('define', () => {
  test('pointwise: parameters by position, their defaults where left out', () => {
    const f = define('f', 'a * x + b', { a: 2, b: 3 }) as PointwiseScalar
    expect([f(1), f(1, 5), f(1, 5, 7), f(1)]).toEqual([5, 8, 12, 5])
    expect([f.derivative(1), f.derivative(1, 5), f.derivative(1, 5, 7)]).toEqual([2, 5, 5])
    expect([f.name, f.kind, f.formula]).toEqual(['f', 'pointwise', 'a * x + b'])
  })

  test('gated: both partial derivatives', () => {
    const f = define('f', 'a * gate ^ 2 * value', { a: 2 }) as GatedScalar
    expect(f(3, 5)).toBe(90)
    expect(f.derivative(3, 5)).toEqual({ gate: 60, value: 18 })
    expect(f.derivative(3, 5, 1)).toEqual({ gate: 30, value: 9 })
  })

  test('row: a new row or the given one, and the adjoint', () => {
    const f = define('f', 'x * rowsum(x)') as RowFunction
    const row = Float64Array.of(1, 2, 3)
    expect(f(row)).toEqual(Float64Array.of(6, 12, 18))
    expect(row).toEqual(Float64Array.of(1, 2, 3))
    // dx_i = dy_i sum(x) + sum(dy x)
    expect(f.derivative(row, Float64Array.of(1, 0, -1))).toEqual(Float64Array.of(4, -2, -8))
    const out = new Float64Array(3)
    expect(f(row, out)).toBe(out)
    expect(f(row, row)).toBe(row)
    expect(row).toEqual(Float64Array.of(6, 12, 18))
  })

  test('the length of a row is part of a formula', () => {
    const f = define('f', 'x / rowsum(1)') as RowFunction
    expect(f(Float64Array.of(1, 2, 3, 4))).toEqual(Float64Array.of(0.25, 0.5, 0.75, 1))
    expect(f.derivative(Float64Array.of(1, 2), Float64Array.of(1, 3))).toEqual(Float64Array.of(0.5, 1.5))
  })

  test('takes the deepest nesting that the parser does', () => {
    const f = define('f', `${'gelu('.repeat(199)}x${')'.repeat(199)}`) as PointwiseScalar
    expect(f(1e9)).toBe(1e9)
    expect(f.derivative(1e9)).toBe(1)
  })
})

test('derivatives as texts, for each input', () => {
  expect(derivativeTexts(activation('bilinear'))).toEqual({ gate: 'value', value: 'gate' })
  expect(derivativeTexts(fromFormula('f', 'a * x ^ 2', { a: 1 }))).toEqual({ x: 'a * (2 * x)' })
})
