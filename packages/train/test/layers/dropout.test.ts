import { describe, expect, it } from 'vitest'
import { createModel, type Layer } from '../../src/index.ts'

const width = 400
const rows = 50
const ones = new Float32Array(rows * width).fill(1)
const targets = new Float32Array(rows * width).fill(3)
const identity = (model: Awaited<ReturnType<typeof build>>) => model.parameters[0].values.map((_, i) => (i % (width + 1) === 0 ? 1 : 0))

async function build(rate: number, seed = 7, before: readonly Layer[] = []) {
  const layers: readonly Layer[] = [...before, { kind: 'linear', units: width, bias: false }, { kind: 'dropout', rate }]
  const model = await createModel({ inputs: width, layers, loss: 'mse', batch: rows, seed, initialisation: 'lecun' })
  model.parameters[0].values.set(identity(model))
  return model
}

/** Outputs of ones are 0 or 1 / (1 - rate): the loss against 3 tells the share of zeros. */
function shareDropped(loss: number, rate: number): number {
  const kept = (1 / (1 - rate) - 3) ** 2
  return (loss - kept) / (9 - kept)
}

describe('dropout', () => {
  for (const rate of [0.1, 0.5, 0.9])
    it(`drops the share ${rate} and scales the rest, in training only`, async () => {
      const model = await build(rate)
      // 20 000 draws; five standard deviations.
      const slack = 5 * Math.sqrt((rate * (1 - rate)) / (rows * width))
      for (let step = 0; step < 3; step++) expect(Math.abs(shareDropped(model.gradients(ones, targets), rate) - rate)).toBeLessThan(slack)
      expect(model.evaluate(ones, targets).loss).toBe(4)
      expect(model.predict(ones)).toEqual(ones)
    })

  it('draws a new mask each step, the same for a seed and after a reset', async () => {
    const losses = (model: Awaited<ReturnType<typeof build>>) => [0, 1, 2].map(() => model.gradients(ones, targets))
    const model = await build(0.3)
    const first = losses(model)
    expect(new Set(first).size).toBe(3)
    model.reset(7)
    model.parameters[0].values.set(identity(model))
    expect(losses(model)).toEqual(first)
    expect(losses(await build(0.3, 8))).not.toEqual(first)
  })

  it('is not disturbed by a look at the model', async () => {
    const [one, other] = [await build(0.3), await build(0.3)]
    one.statistics(ones, targets)
    one.evaluate(ones, targets)
    expect(one.gradients(ones, targets)).toBe(other.gradients(ones, targets))
  })

  it('lets gradients through where it let numbers through, two masks apart from each other', async () => {
    const model = await build(0.5, 7, [
      { kind: 'linear', units: width, bias: false },
      { kind: 'dropout', rate: 0.5 },
    ])
    for (const { values } of model.parameters) values.set(identity(model))
    const single = new Float32Array(width).fill(1)
    const loss = model.gradients(
      single,
      single.map(() => 0),
    )
    // y = 4 where both masks keep, dL/dy = 2 y / width; the first weight's diagonal gets the product of both masks.
    const diagonal = Array.from({ length: width }, (_, i) => model.parameters[0].gradient[i * (width + 1)])
    const kept = diagonal.filter(g => g !== 0)
    expect(new Set(kept)).toEqual(new Set([Math.fround((2 * 4 * 4) / width)]))
    expect(loss).toBe((16 * kept.length) / width)
    expect(Math.abs(kept.length / width - 0.25)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / width))
  })

  it('names a rate that is none', async () => {
    for (const rate of [1, -0.1, Number.NaN]) await expect(build(rate)).rejects.toThrow(`a dropout rate lies in [0, 1), got ${rate}`)
  })
})
