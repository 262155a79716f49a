import { describe, expect, test } from 'vitest'
import { piece, quartic, samples, tabulate } from '../../src/accuracy/interpolate.ts'

const table = (f: (i: number) => number) => samples.map(f)

describe('the quartic of a piece', () => {
  test('gives a smooth function between the samples to 2^-50', () => {
    const f = (i: number) => Math.exp(-2 * (1 + i * 2 ** -23))
    const c = quartic(table(f))
    expect(c).toBeDefined()
    const y = new Float64Array(piece)
    tabulate(c ?? y, y)
    expect(Math.max(...Array.from(y, (v, i) => Math.abs(v / f(i) - 1)))).toBeLessThan(2 ** -50)
  })

  test('is refused where the function has a kink, a step, a wave or no value', () => {
    expect(quartic(table(i => 1 + Math.max(0, i - 2000) * 2 ** -30))).toBeUndefined()
    expect(quartic(table(i => (i < 2000 ? 1 : 1 + 2 ** -40)))).toBeUndefined()
    expect(quartic(table(i => 2 + Math.sin(i / 100)))).toBeUndefined()
    expect(quartic(table(i => (i === 1400 ? Number.NaN : 1)))).toBeUndefined()
  })

  test('is refused for an error of 2^-48 at any sample that checks it', () => {
    for (let k = 5; k < samples.length; k++) expect(quartic(table(i => 1 + (i === samples[k] ? 2 ** -48 : 0)))).toBeUndefined()
  })
})
