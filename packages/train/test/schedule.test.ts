import { describe, expect, it } from 'vitest'
import { createModel, type Optimiser, rateAt, type Schedule } from '../src/index.ts'

const rates = (schedule: number | Schedule, ...steps: readonly number[]) => steps.map(step => rateAt(schedule, step))

describe('rateAt', () => {
  it('is constant', () => {
    expect(rates(0.5, 0, 1, 1000)).toEqual([0.5, 0.5, 0.5])
    expect(rates({ peak: 0.5 }, 0, 1, 1000)).toEqual([0.5, 0.5, 0.5])
  })

  it('rises in a line to the peak', () => {
    expect(rates({ peak: 8, warmup: 4 }, 0, 1, 2, 3, 4, 99)).toEqual([2, 4, 6, 8, 8, 8])
  })

  it('falls in a line from where it should', () => {
    expect(rates({ peak: 8, decay: { shape: 'linear', to: 4 } }, 0, 1, 2, 3, 4, 9)).toEqual([8, 6, 4, 2, 0, 0])
    const late: Schedule = { peak: 8, warmup: 2, decay: { shape: 'linear', from: 4, to: 8, floor: 4 } }
    expect(rates(late, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9)).toEqual([4, 8, 8, 8, 8, 7, 6, 5, 4, 4])
  })

  it('falls by half a cosine', () => {
    const schedule: Schedule = { peak: 3, warmup: 2, decay: { shape: 'cosine', to: 14, floor: 1 } }
    for (let step = 2; step <= 14; step++)
      expect(Math.abs(rateAt(schedule, step) - (2 + Math.cos((Math.PI * (step - 2)) / 12)))).toBeLessThan(1e-14)
    expect(rates(schedule, 2, 8, 14, 100)).toEqual([3, 2, 1, 1])
  })
})

describe('an optimiser', () => {
  const build = () => createModel({ inputs: 2, layers: [{ kind: 'linear', units: 1 }], loss: 'mse', batch: 1, seed: 1 })
  const weights = async (optimisers: readonly Optimiser[]) => {
    const model = await build()
    for (const optimiser of optimisers) model.step([3, 4], [100], optimiser)
    return model.parameters.map(({ values }) => [...values])
  }

  it('takes the rate of each step', async () => {
    const schedule: Schedule = { peak: 0.01, warmup: 2, decay: { shape: 'linear', from: 2, to: 4 } }
    const byHand = [0.005, 0.01, 0.01, 0.005].map((rate): Optimiser => ({ kind: 'sgd', rate }))
    expect(await weights(new Array(4).fill({ kind: 'sgd', rate: schedule }))).toEqual(await weights(byHand))
  })

  it('scales a long gradient of all parameters to the norm, and leaves a short one', async () => {
    const model = await build()
    const before = model.parameters.flatMap(({ values }) => [...values])
    model.step([3, 4], [100], { kind: 'sgd', rate: 1, clip: 0.5 })
    const moved = model.parameters.flatMap(({ values }) => [...values]).map((v, i) => v - before[i])
    // dL/d(weight, bias) points along (3, 4, 1).
    const length = Math.hypot(3, 4, 1)
    moved.forEach((v, i) => {
      expect(Math.abs(v - (0.5 * [3, 4, 1][i]) / length)).toBeLessThan(1e-6)
    })
    expect(await weights([{ kind: 'sgd', rate: 0.1, clip: 1e6 }])).toEqual(await weights([{ kind: 'sgd', rate: 0.1 }]))
  })
})
