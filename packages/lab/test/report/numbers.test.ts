import { describe, expect, test } from 'vitest'
import { difference, fixed, grouped, interval, percent, probability, pText, rateRange, significant } from '../../src/report/numbers.ts'

describe('numbers as text', () => {
  test.each([
    [fixed(-1.5, 2), '\u22121.50'],
    [fixed(Number.NaN, 2), '\u2013'],
    [difference(0.3, 2), '+0.30'],
    [difference(-0.3, 2), '\u22120.30'],
    [difference(0.001, 2), '0.00'],
    [difference(-0.001, 2), '0.00'],
    [difference(-0.4, 0), '0'],
    [interval([1, 2], x => fixed(x, 1)), '[1.0, 2.0]'],
    [interval([Number.NaN, 2], x => fixed(x, 1)), ''],
    [significant(0.012345, 3), '0.0123'],
    [significant(Number.POSITIVE_INFINITY, 2), '\u221e'],
    [significant(Number.NEGATIVE_INFINITY, 2), '\u2212\u221e'],
    [significant(Number.NaN, 2), '\u2013'],
    [pText(0.0004), 'p < 0.001'],
    [pText(0.0136), 'p = 0.014'],
    [pText(1), 'p = 1.000'],
    [pText(Number.NaN), ''],
    [probability(0), '< 0.001'],
    [probability(0.001), '0.001'],
    [probability(Number.NaN), '\u2013'],
    [rateRange([0.01, 0.01]), '0.01'],
    [rateRange([0.01, 0.003, 0.01]), '0.003\u20130.01'],
    [percent(0), '0 %'],
    [percent(0.1234), '12 %'],
    [percent(Number.NaN), '\u2013'],
    [grouped(1234567), '1\u202f234\u202f567'],
    [grouped(999), '999'],
  ])('%s', (text, wanted) => {
    expect(text).toBe(wanted)
  })
})
