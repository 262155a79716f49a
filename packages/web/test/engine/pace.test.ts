import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { durationMs, stepsDue, Watch } from '../../src/engine/pace.ts'

describe('the pace', () => {
  test('begins at no step, ends at all of them, and never goes back', () => {
    expect(stepsDue(0, 1140)).toBe(0)
    expect(stepsDue(durationMs, 1140)).toBe(1140)
    expect(stepsDue(1e9, 1140)).toBe(1140)
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1e5, noNaN: true }), fc.double({ min: 0, max: 1e5, noNaN: true }), (a, b) => {
        expect(stepsDue(Math.min(a, b), 1140)).toBeLessThanOrEqual(stepsDue(Math.max(a, b), 1140))
      }),
    )
  })

  test('stands while paused, and does not make up for a gap', () => {
    const watch = new Watch(0)
    expect(watch.tick(50, false)).toBe(50)
    expect(watch.tick(90, true)).toBe(50)
    expect(watch.tick(100, false)).toBe(60)
    expect(watch.tick(60_000, false)).toBeLessThan(400)
  })
})
