import { createModel } from '@xphi/train'
import { activation } from 'xphi/formula'
import { describe, expect, test } from 'vitest'
import { gradientNorms, liveDepth, noise, stack } from '../../src/compare/depth.ts'

const adam = { kind: 'adam', rate: 1e-3 } as const
const spec = { activation: activation('tanh'), initialisation: 'lecun', layers: 4, seed: 3 } as const

describe('a deep network that is looked at', () => {
  test('has the norms of a network that is built by hand, from the input on', async () => {
    const live = await liveDepth(spec)
    const layers = [...stack(4, 64, 'tanh'), { kind: 'linear', units: 10 } as const]
    const model = await createModel({ inputs: 64, layers, loss: 'cross-entropy', batch: 64, seed: 3, initialisation: 'lecun' })
    const { x, y } = noise(64, 64, 10, 3)
    for (let step = 0; step < 3; step++) {
      const { norms, loss } = live.step(adam)
      expect(norms).toEqual(gradientNorms(model, x, y).slice(0, 4))
      expect(loss).toBe(model.step(x, y, adam))
    }
  })

  test('shows by looking what the next step starts from, and is not changed by it', async () => {
    const live = await liveDepth(spec)
    const first = live.look()
    expect(live.look()).toEqual(first)
    expect(live.step(adam)).toEqual(first)
    expect(live.look()).not.toEqual(first)
  })

  test('has one norm a gated layer, over all of its matrices', async () => {
    const { norms } = (await liveDepth({ ...spec, activation: activation('swiglu'), initialisation: 'gain' })).look()
    // Two thirds of 64 units.
    const hidden = Array.from({ length: 4 }, () => ({ kind: 'gated', activation: 'swiglu', units: 43 }) as const)
    const layers = [...hidden, { kind: 'linear', units: 10 } as const]
    const model = await createModel({ inputs: 64, layers, loss: 'cross-entropy', batch: 64, seed: 3, initialisation: 'gain' })
    const { x, y } = noise(64, 64, 10, 3)
    model.gradients(x, y)
    const flat = (layer: number) => model.parameters.flatMap(p => (p.layer === layer && p.shape.length === 2 ? [...p.gradient] : []))
    for (const [layer, norm] of norms.entries()) expect(Math.abs(Math.hypot(...flat(layer)) / norm - 1)).toBeLessThan(1e-12)
    expect(norms).toHaveLength(4)
  })

  test('loses the gradient of sigmoid on the way to the input', async () => {
    const { norms } = (await liveDepth({ ...spec, activation: activation('sigmoid'), layers: 12 })).look()
    // Weights N(0, 1/n) and slopes of at most 1/4: at least a factor of about 4 a layer.
    expect(norms[0]).toBeLessThan(norms[11] * 0.3 ** 11)
  })
})
