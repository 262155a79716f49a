import { describe, expect, it } from 'vitest'
import { createModel, Random } from '../../src/index.ts'

const [inputs, outputs, rows] = [300, 37, 300]
const random = new Random(5)
/** Mostly 0 where `share` is small. */
const batch = (share: number) => Float32Array.from({ length: rows * inputs }, () => (random.uniform() < share ? random.normal() : 0))
const spec = { inputs, layers: [{ kind: 'linear', units: outputs }], loss: 'mse', batch: rows, seed: 1 } as const
const y = Float32Array.from({ length: rows * outputs }, () => random.normal())

describe('a first layer on numbers that are mostly 0', () => {
  it('gives the bits of the dense product, which few rows take', async () => {
    const model = await createModel(spec)
    const x = batch(0.2)
    const pieces = Array.from({ length: rows / 20 }, (_, i) => [...model.predict(x.subarray(20 * i * inputs, 20 * (i + 1) * inputs))])
    expect([...model.predict(x)]).toEqual(pieces.flat())
  })

  it('leaves out what only zeros meet, which few rows do not', async () => {
    const model = await createModel(spec)
    const x = batch(0.2)
    for (let row = 0; row < rows; row++) x[row * inputs + 7] = 0
    model.parameters[0].values[7] = Number.POSITIVE_INFINITY
    expect(model.predict(x).every(Number.isFinite)).toBe(true)
    expect(model.predict(x.subarray(0, 20 * inputs))[0]).toBeNaN()
  })

  it('has the gradient of plain loops, whatever batch came before', async () => {
    const model = await createModel(spec)
    const [weights] = model.parameters
    for (const share of [0.2, 0.9, 0.1, 1]) {
      const x = batch(share)
      const error = model.predict(x).map((value, i) => value - y[i])
      model.gradients(x, y)
      for (const [unit, feature] of [
        [0, 0],
        [17, 256],
        [36, 299],
      ]) {
        let [sum, size] = [0, 0]
        for (let r = 0; r < rows; r++) {
          const term = (2 * error[r * outputs + unit] * x[r * inputs + feature]) / (rows * outputs)
          sum += term
          size += Math.abs(term)
        }
        // Hundreds of roundings to f32, of either sign.
        expect(Math.abs(weights.gradient[unit * inputs + feature] - sum)).toBeLessThan(8 * 2 ** -24 * size)
      }
    }
  })
})
