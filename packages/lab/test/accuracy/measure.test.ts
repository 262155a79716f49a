import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { silu, sigmoid } from 'xphi'
import { expressionOf } from 'xphi/formula'
import { fromHexadecimal, fromNumber, nextUp, ulpDistance } from 'xphi/number'
import { type Kernel, compile } from 'xphi/wasm'
import { exactColumn, setExact, ulpsOff } from '../../src/accuracy/exact.ts'
import { landmarks, stratified } from '../../src/accuracy/points.ts'
import { errorsAt, measure, reference, type Subject, sweep } from '../../src/accuracy/index.ts'

const any = fc.oneof(fc.double(), fc.double({ min: -4, max: 4, noNaN: true }), fc.constantFrom(0, -0, 5e-324, 2 ** -1022, Number.MAX_VALUE))

describe('ulpsOff', () => {
  test.each(['f64', 'f32'] as const)('is ulpDistance, in %s', format => {
    const column = exactColumn(1)
    fc.assert(
      fc.property(any, any, fc.integer({ min: -60, max: 60 }), (a, tail, shift) => {
        // An exact value with more digits than a double, and results next to it.
        const exact = fromNumber(a)
        setExact(column, 0, exact)
        const rounded = format === 'f32' ? Math.fround(a) : a
        for (const y of [rounded, nextUp(rounded, format), tail, a * 2 ** shift]) {
          const result = format === 'f32' ? Math.fround(y) : y
          // Far off, the fast one may overflow: beyond 2^60 both only say so.
          const [mine, slow] = [ulpsOff(result, column, 0, format), ulpDistance(result, exact, format)].map(v => Math.min(v, 2 ** 60))
          if (mine !== slow && !(Math.abs(mine - slow) <= slow * 1e-14)) expect.fail(`${result} for ${a}: ${mine}, not ${slow}`)
        }
      }),
      { numRuns: 400 },
    )
  })

  test('sees what lies below a double, the subnormal quantum and the edge of overflow', () => {
    const column = exactColumn(1)
    const off = (y: number, text: string) => {
      setExact(column, 0, fromHexadecimal(text))
      return ulpsOff(y, column, 0, 'f64')
    }
    expect(off(1, '0x1.0000000000000000000000000001p+0')).toBe(2 ** -60)
    expect(off(0, '0x1p-1075')).toBe(0.5)
    expect(off(Infinity, '0x1.fffffffffffff7ffffp+1023')).toBe(Infinity)
    expect(off(Infinity, '0x1.fffffffffffff8p+1023')).toBe(0)
    expect(off(1, '0x0.fffffffffffff8p+0')).toBe(1)
  })
})

const subjectOf = (evaluate: (x: number) => number): Subject => ({
  format: 'f64',
  evaluate: ([x]) => x.map(evaluate),
  exact: async ([x]) => (await reference({ outputs: [expressionOf(sigmoid)], inputs: { x }, parameters: {} }))[0],
})

describe('a planted error of one ulp', () => {
  const points = stratified(200, 1, [])
  test('is found by errorsAt, at its place', async () => {
    const { worst } = await errorsAt(
      subjectOf(x => (x === points[17] ? nextUp(sigmoid(x)) : sigmoid(x))),
      [points],
    )
    expect(worst.at).toEqual([points[17]])
    expect(worst.ulps).toBeGreaterThan(0.5)
    expect((await errorsAt(subjectOf(sigmoid), [points])).worst.ulps).toBeLessThanOrEqual(0.75)
  })

  test('is found by climbing where it grows towards a place that no point hits', async () => {
    const planted = 0.7123456789
    const wrong = (x: number) => sigmoid(x) * (1 + 2 ** -50 * Math.max(0, 1 - Math.abs(x - planted) * 4))
    const { ulps, at } = await measure(subjectOf(wrong), [points.filter(x => Math.abs(x - planted) > 0.01)], 6)
    expect(ulps).toBeGreaterThan(4)
    expect(Math.abs(at[0] - planted)).toBeLessThan(0.05)
  })

  test('is found by a sweep of f32', async () => {
    const kernel: Kernel = await compile(silu)
    const at = Math.fround(-0.3)
    const wrong: Kernel = {
      ...kernel,
      map: (x, out, options) => {
        const y = kernel.map(x, out, options)
        const i = x instanceof Float32Array ? x.indexOf(at) : -1
        if (i >= 0) y[i] = nextUp(y[i], 'f32')
        return y
      },
    }
    const bits = new Uint32Array(Float32Array.of(at).buffer)[0]
    const range = [bits - 9000, bits + 7384, 1] as const
    expect(sweep(kernel, 'map', ...range).ulps).toBeLessThanOrEqual(0.5001)
    const found = sweep(wrong, 'map', ...range)
    expect([found.at, found.ulps > 0.5001]).toEqual([at, true])
  })
})

describe('landmarks', () => {
  test('are zeros, kinks of steps and the edges of underflow, to the last bit', () => {
    expect(landmarks([x => x - 0.3])).toContain(0.3)
    expect(landmarks([x => (x < 2.7 ? -1 : 1)])).toContain(2.7)
    // From there on x 2^-1022 rounds to a normal number.
    expect(landmarks([x => x * 2 ** -1022])).toContain(1 - 2 ** -53)
  })
})
