import { section } from '@xphi/lab/curve'
import { describe, expect, test } from 'vitest'
import { activation, fromFormula } from 'xphi/formula'
import { factsOf } from '../../src/parts/facts.ts'

const window = { from: -5, to: 5 }
const of = (name: string) => factsOf(section(activation(name)), window)

describe('what is said of a function', () => {
  test.each([
    ['relu', [0, Number.POSITIVE_INFINITY]],
    ['tanh', [-1, 1]],
    ['sigmoid', [0, 1]],
    ['threshold', [0, 1]],
    ['identity', [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]],
  ] as const)('the range of %s', (name, range) => expect(of(name).range).toEqual(range))

  test('the minimum of SiLU, at the zero of 1 + x + exp x: minus that of Lambert W', () => {
    // W(1/e) = 0.27846...; SiLU is least at -(1 + W), where it is -W.
    const { minima, range } = of('silu')
    expect(minima).toHaveLength(1)
    expect(minima[0].x).toBeCloseTo(-1.278464542761074, 12)
    expect(range[0]).toBeCloseTo(-0.2784645427610738, 12)
  })

  test('kinks and jumps, and none where there is none', () => {
    expect(of('hard_tanh').kinks.map(Math.round)).toEqual([-1, 1])
    expect(of('gelu').kinks).toEqual([])
    const jump = factsOf(section(fromFormula('mine', 'x > 2 ? 1 : x')), window)
    expect([...new Set(jump.kinks.map(x => x.toFixed(6)))]).toEqual(['2.000000'])
  })
})
