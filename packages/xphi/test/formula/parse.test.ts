import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../../src/catalogue/index.ts'
import { FormulaError, functionNames, parse, parseDefinition } from '../../src/formula/index.ts'
import { decimal, number } from '../../src/formula/parse.ts'
import * as ir from '../../src/ir/index.ts'
import { add, build, div, eq, integer, le, lt, mul, neg, one, param, pow, rational, select, sub, zero } from '../../src/ir/index.ts'
import { rationals } from './expressions.ts'

const x = ir.input('x')
const [a, b, c] = ['a', 'b', 'c'].map(param)
const call = (op: ir.Op, ...args: ir.Expr[]): ir.Expr => build(op, args)

function errorOf(text: string, parameters?: readonly string[]): FormulaError {
  try {
    parse(text, parameters ? { parameters } : {})
  } catch (error) {
    if (error instanceof FormulaError) return error
    throw error
  }
  throw new Error(`${text} was taken`)
}

describe('parse reads', () => {
  test.each([
    ['a + b - c', sub(add(a, b), c)],
    ['a - b - c', sub(sub(a, b), c)],
    ['a - (b - c)', sub(a, sub(b, c))],
    ['a / b / c', div(div(a, b), c)],
    ['a / b * c', mul(div(a, b), c)],
    ['a + b * c', add(a, mul(b, c))],
    ['a * b + c', add(mul(a, b), c)],
    ['(a + b) * c', mul(add(a, b), c)],
    ['-a * b', mul(neg(a), b)],
    ['a * -b', mul(a, neg(b))],
    ['a - -b', sub(a, neg(b))],
    ['--a', a],
    ['+a', a],
    ['-+-a', a],
    ['-a ^ 2', neg(pow(a, 2))],
    ['(-a) ^ 2', pow(neg(a), 2)],
    ['a ^ -2', pow(a, -2)],
    ['a ^ 2 ^ 3', pow(a, 8)],
    ['(a ^ 2) ^ 3', pow(pow(a, 2), 3)],
    ['-2 ^ 2', integer(-4)],
    ['2 ^ -2', rational(1n, 4n)],
    ['a ** 2', pow(a, 2)],
    ['a ** -b', call('exp', mul(neg(b), call('log', a)))],
    ['a ^ 0.5', call('sqrt', a)],
    ['a ^ (1/2)', call('sqrt', a)],
    ['a ^ b', call('exp', mul(b, call('log', a)))],
    ['a ^ 1.5', call('exp', mul(rational(3n, 2n), call('log', a)))],
    ['e ^ x', call('exp', x)],
    ['a < b ? a : b', select(lt(a, b), a, b)],
    ['a <= b ? a : b', select(le(a, b), a, b)],
    ['a > b ? a : b', select(lt(b, a), a, b)],
    ['a >= b ? a : b', select(le(b, a), a, b)],
    ['a == b ? a : b', select(eq(a, b), a, b)],
    ['a + b < c * x ? 1 : 0', select(lt(add(a, b), mul(c, x)), one, zero)],
    ['(a < b) ? 1 : 0', select(lt(a, b), one, zero)],
    ['a < b ? 1 : b < c ? 2 : 3', select(lt(a, b), one, select(lt(b, c), integer(2), integer(3)))],
    ['a < b ? b < c ? 1 : 2 : 3', select(lt(a, b), select(lt(b, c), one, integer(2)), integer(3))],
    ['a < b ? 1 : 2 + x', select(lt(a, b), one, add(integer(2), x))],
    ['(a < b ? 1 : 2) + x', add(select(lt(a, b), one, integer(2)), x)],
    ['a < b ? x : x', x],
    ['pi', ir.pi()],
    ['min(a, max(b, c))', call('min', a, call('max', b, c))],
    ['step(x)', select(lt(zero, x), one, zero)],
    ['sign(x)', select(lt(zero, x), one, select(lt(x, zero), integer(-1), zero))],
    ['rowsum(1)', ir.rowLength()],
    ['rowmean(x)', div(call('rowsum', x), ir.rowLength())],
    [' \t\n x\n+ 1 ', add(x, one)],
  ])('%s', (text, expected) => expect(parse(text)).toBe(expected))

  test('numbers as the exact decimals that they are', () => {
    expect(parse('0.1')).toBe(rational(1n, 10n))
    expect(parse('0.1 + 0.2')).toBe(parse('0.3'))
    expect(parse('.5')).toBe(rational(1n, 2n))
    expect(parse('5.')).toBe(integer(5))
    expect(parse('1e3')).toBe(integer(1000))
    expect(parse('2.5E-1')).toBe(rational(1n, 4n))
    expect(parse('1e+2')).toBe(integer(100))
    expect(parse('0.044715')).toBe(rational(44715n, 1000000n))
    expect(parse('007')).toBe(integer(7))
    expect(parse('1/3 + 1/6')).toBe(rational(1n, 2n))
    expect(parse('1e-324 * 1e324')).toBe(one)
  })

  test('a decimal of a double as its shortest text', () => {
    expect(number(0.01)).toBe(rational(1n, 100n))
    expect(number(-1e21)).toBe(integer(-1e21))
    expect(number(5e-324)).toBe(rational(5n, 10n ** 324n))
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), v => {
        const e = number(v)
        const [digits, power = '0'] = String(v).split('e')
        const places = (digits.split('.')[1] ?? '').length - Number(power)
        const integral = BigInt(digits.replace('.', ''))
        expect(e).toBe(places > 0 ? rational(integral, 10n ** BigInt(places)) : rational(integral * 10n ** BigInt(-places)))
      }),
    )
  })

  test('no decimal where there is none', () => {
    for (const text of ['', '.', '-', '1e', 'e5', 'Infinity', '1e99999', '0x10', '1_000']) expect(decimal(text)).toBeUndefined()
  })

  test.each(catalogue)('$name as a function of its inputs, then its parameters in order', entry => {
    const inputs = entry.kind === 'gated' ? ['gate', 'value'] : ['x']
    const names = [...inputs, ...entry.parameters.map(p => p.name)]
    const root = parseDefinition(entry)
    expect(parse(`${entry.name}(${names.join(', ')})`)).toBe(root)
    const replace = new Map(names.map((name, i) => [name, param(`p${i}`)]))
    const replaced = ir.transform(root, e => (e.op === 'input' || e.op === 'param' ? replace.get(e.name)! : e))
    expect(parse(`${entry.name}(${names.map((_, i) => `p${i}`).join(', ')})`)).toBe(replaced)
    const defaults = [...inputs, ...entry.parameters.map(p => p.default)].join(', ')
    expect(parse(`${entry.name}(${inputs.join(', ')})`)).toBe(parse(`${entry.name}(${defaults})`))
  })

  test('parameters of a catalogue function that have the name of an input', () => {
    expect(parse('elu(gate, x)')).toBe(select(lt(zero, ir.input('gate')), ir.input('gate'), mul(x, call('expm1', ir.input('gate')))))
  })

  test('every listed function', () => {
    for (const name of functionNames()) expect(errorOf(name).reason).toBe(`${name} is a function: write ${name}(...)`)
  })
})

describe('parse points at the column', () => {
  const truth = 'expected a number, found a comparison'
  const primary = "expected a number, a name or '('"
  test.each([
    ['', 1, `${primary}, found the end`],
    ['   ', 4, `${primary}, found the end`],
    ['x +', 4, `${primary}, found the end`],
    ['x + * 2', 5, `${primary}, found '*'`],
    ['x ** ** 2', 6, `${primary}, found '^'`],
    ['x y', 3, "expected an operator, found 'y'"],
    ['2x', 2, "expected an operator, found 'x'"],
    ['0x10', 2, "expected an operator, found 'x10'"],
    ['1.2.3', 4, "expected an operator, found '.3'"],
    ['1e', 2, "expected an operator, found 'e'"],
    ['x)', 2, "expected an operator, found ')'"],
    ['(x', 3, "expected ')', found the end"],
    ['gelu(x + 1', 11, "expected ')', found the end"],
    ['max(x 1)', 7, "expected ')', found '1'"],
    ['x, 1', 2, "expected an operator, found ','"],
    ['x > 0 ? 1', 10, "expected ':', found the end"],
    ['x < 1 < 2', 7, "expected an operator, found '<'"],
    ['1 + (x ? 1 : 0)', 6, 'expected a comparison before ?'],
    ['(x > 0 ? 1 : 0) ? 1 : 2', 1, 'expected a comparison before ?'],
    ['x > 0', 1, truth],
    ['1 + (x > 0)', 5, truth],
    ['(x > 0) + 1', 1, truth],
    ['2 * (x > 0)', 5, truth],
    ['-(x > 0)', 2, truth],
    ['+(x > 0) ? 1 : 2', 2, truth],
    ['x ^ (x > 0)', 5, truth],
    ['(x > 0) ^ 2', 1, truth],
    ['(x > 0) < 1 ? 1 : 2', 1, truth],
    ['x < (x < 1) ? 1 : 2', 5, truth],
    ['x > 0 ? x > 1 : 2', 9, truth],
    ['x > 0 ? 2 : x > 1', 13, truth],
    ['max(x, x > 1)', 8, truth],
    ['x != 1 ? 1 : 2', 3, "'!=' is not supported: exchange the branches and use =="],
    ['x / 0', 5, 'division by zero'],
    ['x / (1 - 1)', 5, 'division by zero'],
    ['x ^ 65', 5, 'an integer power of 65 is over the limit of 64'],
    ['x ^ -65', 5, 'an integer power of -65 is over the limit of 64'],
    ['x $ 2', 3, "unexpected character '$'"],
    ['x..5', 2, "unexpected character '.'"],
    ['x = 1', 3, "unexpected character '='"],
    ['été', 1, "unexpected character 'é'"],
    ['x + \u{1f600}', 5, "unexpected character '\u{1f600}'"],
    ['x + \u{1d465}', 5, "unexpected character '\u{1d465}'"],
    ['x \u2212 1', 3, "unexpected character '\u2212'"],
    ['max(x)', 1, 'max takes 2 arguments, not 1'],
    ['1 + max(x, 1, 2)', 5, 'max takes 2 arguments, not 3'],
    ['exp()', 1, 'exp takes 1 argument, not 0'],
    ['step(x, 1)', 1, 'step takes 1 argument, not 2'],
    ['elu(x, 1, 2)', 1, 'elu takes 1 to 2 arguments, not 3'],
    ['swiglu(gate)', 1, 'swiglu takes 2 arguments, not 1'],
    ['x * gelu', 5, 'gelu is a function: write gelu(...)'],
    ['x + 1e9999', 5, 'the number 1e9999 is out of range'],
    ['sigmod(x)', 1, 'unknown function sigmod, did you mean sigmoid?'],
    ['x * norncdf(x)', 5, 'unknown function norncdf, did you mean normcdf?'],
    ['gleu(x)', 1, 'unknown function gleu, did you mean gelu?'],
    ['x + something(x)', 5, 'unknown function something'],
    ['__proto__(x)', 1, 'unknown function __proto__'],
    ['1 + constructor(x)', 5, 'unknown function constructor'],
    ['x * toString(x)', 5, 'unknown function toString'],
  ])('of %j: %i', (text, column, reason) => {
    const error = errorOf(text)
    expect([error.column, error.reason]).toEqual([column, reason])
    expect(error.text).toBe(text)
  })

  test.each([
    ['alhpa * x', 1, 'unknown name alhpa, did you mean alpha?'],
    ['x * vlaue', 5, 'unknown name vlaue, did you mean value?'],
    ['x + __proto__', 5, 'unknown name __proto__'],
    ['x + constructor', 5, 'unknown name constructor'],
  ])('of %j where the parameters are known: %i', (text, column, reason) => {
    const error = errorOf(text, ['alpha'])
    expect([error.column, error.reason]).toEqual([column, reason])
  })

  test('and shows it on one line, below its place, whatever the text', () => {
    const lines = errorOf('x\n\u2028+ \u001b[31m$').message.split('\n')
    expect(lines).toHaveLength(3)
    expect(lines[1]).toBe('  x  +  [31m$')
    expect(lines[2].indexOf('^')).toBe(lines[1].indexOf('[') - 1)
    const long = `${'x + '.repeat(500)}$`
    const [, text, mark] = errorOf(long).message.split('\n')
    expect(text.length).toBeLessThan(130)
    expect(text[mark.indexOf('^')]).toBe('$')
  })
})

describe('parse is bounded', () => {
  test.each([
    ['parentheses', '('.repeat(100_000) + 'x' + ')'.repeat(100_000)],
    ['a long number', '9'.repeat(100_000)],
    ['spaces', `x${' '.repeat(100_000)}`],
  ])('against %s: by length', (_, text) => {
    expect(errorOf(text).reason).toBe(`a formula of ${text.length} characters is over the limit of 4096`)
  })

  test.each([
    ['parentheses', '('.repeat(2000), 202],
    ['signs', `${'-'.repeat(2000)}x`, 202],
    ['powers', `${'x^'.repeat(2000)}x`, 403],
    ['ternaries', `${'x<1?'.repeat(1000)}x`, 805],
    ['calls', `${'gelu('.repeat(800)}x`, 1006],
  ])('against %s: by depth', (_, text, column) => {
    const error = errorOf(text)
    expect([error.reason, error.column]).toEqual(['nested deeper than 200 levels', column])
  })

  test('and takes what is just within', () => {
    expect(parse(`${'('.repeat(200)}x${')'.repeat(200)}`)).toBe(x)
    expect(parse('x'.padEnd(4096))).toBe(x)
    expect(ir.topological([parse(`${'x+'.repeat(2000)}x`)]).length).toBe(2001)
    expect(errorOf(`1${'0'.repeat(700)}`).reason).toMatch(/^the number 10+ is out of range$/)
    expect(parse(`1${'0'.repeat(600)}`)).toBe(rational(10n ** 600n))
  })

  test('in its constants: powers of powers stop growing', () => {
    let largest = 0
    for (const e of ir.topological([parse('9^64^-1 + (9^64)^64 * (9^64)^64 - ((7/3)^64)^64')])) {
      if (ir.isConst(e)) largest = Math.max(largest, e.numerator.toString(2).length, e.denominator.toString(2).length)
    }
    expect(largest).toBeLessThanOrEqual(2049)
  })

  test('in time: nothing but an expression or a FormulaError comes of any text', () => {
    const pieces = [
      'x',
      'gate',
      '(',
      ')',
      '+',
      '-',
      '*',
      '/',
      '^',
      '**',
      ',',
      '?',
      ':',
      '<',
      '==',
      '1',
      '.5',
      '1e3',
      'gelu(',
      'max(',
      'rowsum(',
      'e',
      ' ',
      '__proto__',
      'é',
    ]
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map(p => p.join('')),
        ),
        text => {
          try {
            ir.verify(parse(text))
          } catch (error) {
            expect(error).toBeInstanceOf(FormulaError)
            const { column } = error as FormulaError
            expect(column >= 1 && column <= text.length + 1).toBe(true)
          }
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('and exact: constant folding follows the field of rationals', () => {
    const value = ({ numerator, denominator }: ir.Expr): readonly [bigint, bigint] => [numerator, denominator]
    const small = rationals.filter(e => e.denominator < 2n ** 500n && e.numerator < 2n ** 500n)
    fc.assert(
      fc.property(small, small, (p, q) => {
        const [[a, b], [c, d]] = [value(p), value(q)]
        expect(add(p, q)).toBe(rational(a * d + c * b, b * d))
        expect(sub(p, q)).toBe(rational(a * d - c * b, b * d))
        expect(mul(p, q)).toBe(rational(a * c, b * d))
        if (c !== 0n) expect(div(p, q)).toBe(rational(a * d, b * c))
      }),
    )
  })
})
