import { createModel, type Precision } from '@xphi/train'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { activation } from 'xphi/formula'
import { roundTo } from 'xphi/number'
import { inAllWays, liveNetwork, normalOutputs, type Way, type WayResult, withOutlier } from '../../src/fp8/index.ts'

const swiglu = await normalOutputs(activation('swiglu'), 3)
const of = (results: readonly WayResult[], way: Way): WayResult => results.find(r => r.way === way)!
const others = ({ rounded }: WayResult): readonly number[] => [...rounded.filter((_, i) => i % swiglu.channels !== 0)]

/** What the training's own quantiser makes of the outputs: the input of a product with the identity, so that the product shows them. */
async function byTraining({ values, channels }: typeof swiglu, precision: Precision) {
  const batch = values.length / channels
  const model = await createModel({
    inputs: channels,
    layers: [{ kind: 'linear', units: channels, bias: false }],
    loss: 'mse',
    batch,
    seed: 1,
    precision,
  })
  const [weight] = model.parameters
  weight.values.fill(0)
  for (let i = 0; i < channels; i++) weight.values[i * channels + i] = 1
  return model.observe(() => model.predict(values))
}

describe('outputs in FP8', () => {
  test.each((['e4m3', 'e5m2'] as const).flatMap(format => (['tensor', 'channel', 'smooth'] as const).map(per => [format, per] as const)))(
    '%s by %s are what the quantiser of a training makes of them',
    async (format, per) => {
      const outputs = withOutlier(swiglu, 14)
      const { result, tensors } = await byTraining(outputs, { input: { format, per, scaling: 'just-in-time' } })
      const shown = of(inAllWays(outputs, format), per)
      const [{ count, flushed, saturated }] = tensors
      // A sum that begins with 0 has lost the sign of a zero.
      expect(shown.rounded.map(v => v + 0)).toEqual(result)
      expect(shown.others.count + shown.outlier.count).toBe(count)
      expect(shown.others.flushed + shown.outlier.flushed).toBe(flushed)
      expect(shown.others.saturated + shown.outlier.saturated).toBe(saturated)
    },
  )

  test('are without a scale those of the format, and cut off at its greatest number', () => {
    const outputs = withOutlier(swiglu, 14)
    const shown = of(inAllWays(outputs, 'e4m3'), 'none')
    expect(shown.rounded).toEqual(outputs.values.map(v => roundTo('e4m3', v, { saturate: true })))
    const beyond = outputs.values.filter(v => Math.abs(v) > 464).length
    expect(beyond).toBeGreaterThan(0)
    expect(shown.outlier.saturated).toBe(beyond)
  })

  test('of the other channels do not know of an outlier where scales are smooth, and drown by one scale', () => {
    const plain = inAllWays(swiglu, 'e4m3')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 }), exponent => {
        const scaled = inAllWays(withOutlier(swiglu, exponent), 'e4m3')
        for (const way of ['channel', 'smooth'] as const) expect(of(scaled, way).error).toBeLessThan(0.04)
        expect(others(of(scaled, 'channel'))).toEqual(others(of(plain, 'channel')))
        expect(of(scaled, 'tensor').error).toBeGreaterThanOrEqual(exponent >= 20 ? 0.5 : 0)
      }),
      { numRuns: 6 },
    )
  })

  test('are those of gates, of points, and of whole rows', async () => {
    const rows = await normalOutputs(activation('softmax'), 1)
    for (let start = 0; start < rows.values.length; start += rows.channels)
      // Each within 0.51 ulp of a share, the sum in doubles.
      expect(Math.abs(rows.values.subarray(start, start + rows.channels).reduce((sum, v) => sum + v, 0) - 1)).toBeLessThan(0.52 * 2 ** -23)
    const relu = await normalOutputs(activation('relu'), 1)
    const zeros = relu.values.filter(v => v === 0).length / relu.values.length
    // Half of them, within 5 deviations of a binomial share.
    expect(Math.abs(zeros - 0.5)).toBeLessThan((5 * 0.5) / Math.sqrt(relu.values.length))
  })
})

describe('a live network', () => {
  test('is judged by its outputs: as they are, lost, and with one channel away from all others', async () => {
    const live = await liveNetwork(activation('swiglu'), 1)
    const before = live.accuracy(live.outputs().values)
    live.advance(300)
    expect(live.step).toBe(300)
    const { values, channels } = live.outputs()
    expect(live.accuracy(values)).toBeGreaterThanOrEqual(99)
    expect(live.accuracy(values)).toBeGreaterThan(before)
    expect(live.accuracy(values.map(() => 0))).toBeLessThan(70)
    // Two thirds of 64 units.
    expect(channels).toBe(43)
  })
})
