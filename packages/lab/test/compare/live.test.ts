import { describe, expect, it } from 'vitest'
import { liveTrial } from '../../src/compare/live.ts'
import { runTrial } from '../../src/compare/trial.ts'
import { rings, specOf, trained } from './rings.ts'

describe('liveTrial', () => {
  it.each([1, 7, 1000])('is the trial that runTrial runs, bit for bit, %i steps at a time', async portion => {
    const whole = trained(await runTrial(rings(), specOf('gelu')))
    const live = await liveTrial(rings(), specOf('gelu'))
    expect([live.step, live.steps]).toEqual([0, whole.steps])
    while (live.step < live.steps) expect(live.advance(portion)).toBeGreaterThan(0)
    expect(live.step).toBe(whole.steps)
    expect(live.measure()).toEqual({ loss: whole.testLoss, metric: whole.metric })
    expect(live.boundary(64)).toEqual(whole.boundary)
  })

  it('ends where its recipe ends, and gives the mean loss of the steps it took', async () => {
    const [one, two] = [await liveTrial(rings(), specOf('relu')), await liveTrial(rings(), specOf('relu'))]
    const losses = [one.advance(1), one.advance(1), one.advance(1)]
    expect(two.advance(3)).toBeCloseTo((losses[0] + losses[1] + losses[2]) / 3, 12)
    two.advance(1e6)
    expect(two.step).toBe(two.steps)
    expect(two.advance(5)).toBeNaN()
    expect(two.step).toBe(two.steps)
  })

  it('looks without leaving a trace: boundaries and measures between steps change no bit', async () => {
    const [watched, alone] = [await liveTrial(rings(), specOf('gelu')), await liveTrial(rings(), specOf('gelu'))]
    while (watched.step < watched.steps) {
      watched.advance(3)
      watched.measure()
      expect(watched.boundary(9).values).toHaveLength(162)
    }
    alone.advance(alone.steps)
    expect(watched.boundary(16)).toEqual(alone.boundary(16))
  })

  it('throws where the numbers stop being finite', async () => {
    const live = await liveTrial(rings(), specOf('relu', { rate: 1e30 }))
    expect(() => live.advance(live.steps)).toThrow(/diverged at step/)
  })
})
