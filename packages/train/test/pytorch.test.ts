import { describe, expect, it } from 'vitest'
import { fixture, title, trajectory } from '../../../scripts/trajectories.mjs'
import { createModel } from '../src/index.ts'

describe('losses over 20 steps are those of PyTorch', () => {
  for (const one of fixture.cases)
    it(`${title(one.layers)}, ${one.loss}, ${one.optimiser.kind}`, async () => {
      const ours = await trajectory(createModel, one)
      for (const [step, expected] of one.losses.entries())
        expect(Math.abs(ours[step] / expected - 1), `step ${step + 1}: ${ours[step]}, PyTorch ${expected}`).toBeLessThan(2e-5)
      expect(ours).toHaveLength(20)
    })
})
