import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guardNegatives, parseCount, parseFinite, parseList, parseNumber, parseParameters, readNumber } from '../src/numbers.ts'
import { numberText } from '../src/output.ts'

describe('readNumber', () => {
  it('reads back every double from its text', () => {
    fc.assert(fc.property(fc.double(), x => Object.is(readNumber(numberText(x)), x)))
  })

  it.each([
    ['1e3', 1000],
    ['.5', 0.5],
    ['5.', 5],
    ['+2', 2],
    ['-0', -0],
    [' 7 ', 7],
    ['inf', Infinity],
    ['-Infinity', -Infinity],
    ['NaN', Number.NaN],
    ['0x1.8p-3', 0.1875],
    ['-0x10', -16],
    ['0x.8', 0.5],
    ['\u22121.5', -1.5],
    ['0.1000000000000000055511151231257827', 0.1],
    ['1e999', Infinity],
  ])('%j is %d', (text, value) => expect(readNumber(text)).toBe(value))

  it.each(['', ' ', '.', '-', '1 2', '1,2', '1_000', '1e', '0x', '0b1', '--1', 'one', 'infinit', '1n', '٣'])('%j is none', text => {
    expect(readNumber(text)).toBeUndefined()
  })
})

describe('numbers from the command line name their place when they are none', () => {
  it.each([
    [() => parseNumber('1x', 'argument 2'), "argument 2: '1x' is not a number"],
    [() => parseNumber('\u22121x', 'argument 2'), "argument 2: '-1x' is not a number"],
    [() => parseFinite('inf', '--from'), '--from: Infinity is not finite'],
    [() => parseCount('0', '--seeds'), "--seeds: '0' is not a whole number of 1 or more"],
    [() => parseCount('2.5', '--seeds'), "--seeds: '2.5' is not a whole number of 1 or more"],
    [() => parseCount('-3', '--width', 10), "--width: '-3' is not a whole number of 10 or more"],
    [() => parseCount('1e300', '--seeds'), "--seeds: '1e300' is not a whole number of 1 or more"],
    [() => parseCount('31', '--width', 10, 30), '--width: 31 is more than 30'],
    [() => parseList('1,,2', '--weights'), "--weights: '' is not a number"],
    [() => parseParameters(['alpha']), "--param: 'alpha' is not of the form name=number"],
    [() => parseParameters(['2a=1']), "--param: '2a=1' is not of the form name=number"],
    [() => parseParameters(['a=1', 'a=2']), '--param: a is given twice'],
    [() => parseParameters(['a=nan']), '--param a: NaN is not finite'],
  ])('%s', (parse, message) => expect(parse).toThrow(expect.objectContaining({ name: 'UsageError', message })))

  it('keeps a parameter named like a prototype key as a parameter', () => {
    const parameters = parseParameters(['__proto__=1', 'constructor=2'])
    expect(Object.entries(parameters)).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
  })
})

describe('guardNegatives', () => {
  it('keeps negative numbers and lists from being taken for options, up to --', () => {
    expect(guardNegatives(['eval', '-1', '-inf', '-1,2', '-x', '--json', '-', '--', '-5'])).toEqual([
      'eval',
      '\u22121',
      '\u2212inf',
      '\u22121,2',
      '-x',
      '--json',
      '-',
      '--',
      '-5',
    ])
  })
})
