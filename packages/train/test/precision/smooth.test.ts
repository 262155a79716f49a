import { describe, expect, it } from 'vitest'
import { activation } from 'xphi/formula'
import { formats, roundTo } from 'xphi/number'
import { compile } from 'xphi/wasm'
import { foldScales, Random, smoothBackward, smoothForward, smoothScales } from '../../src/index.ts'

const random = new Random(6)
const [rows, channels] = [40, 6]
/** Channels of magnitudes from 1e-6 to 1e9. */
const wide = () => Float32Array.from({ length: rows * channels }, (_, i) => random.normal() * 10 ** (3 * (i % channels) - 6))
const [gate, value] = [wide().map((v, i) => v / 10 ** (3 * (i % channels) - 6)), wide()]
const swiglu = await compile(activation('swiglu'))
const plain = swiglu.map(gate, value)

const perTensor = (values: Float32Array<ArrayBuffer>) => {
  const scale = formats.e4m3.maximum / values.reduce((most, v) => Math.max(most, Math.abs(v)), 0)
  return values.map(v => roundTo('e4m3', v * scale, { saturate: true }) / scale)
}

describe('Smooth-SwiGLU', () => {
  it('is SwiGLU bit for bit without rounding', async () => {
    const { h, scales } = await smoothForward(gate, value, channels)
    const smallest = plain.reduce((least, v, i) => (v === 0 ? least : Math.min(least, Math.abs(v * scales[i % channels]))), 1)
    expect(smallest).toBeGreaterThan(2 ** -126)
    expect(h).toEqual(plain)
    expect(new Set(scales).size).toBe(channels)
  })

  it('brings every channel to one magnitude by powers of two', () => {
    const scales = smoothScales(plain, channels)
    for (const [j, s] of scales.entries()) {
      const peak = Math.max(...plain.filter((_, i) => i % channels === j).map(Math.abs)) * s
      expect(peak).toBeGreaterThan(0.5)
      expect(peak).toBeLessThanOrEqual(1)
      expect(Number.isInteger(Math.log2(s))).toBe(true)
    }
    expect([...smoothScales(Float32Array.of(0, 1, 0, -3, 0, Number.POSITIVE_INFINITY), 3)]).toEqual([0.25, 1, 1])
    expect(() => smoothScales(plain, 7)).toThrow('240 numbers are no rows of 7 channels')
  })

  it('keeps each channel within E4M3 where one scale flushes most to zero', async () => {
    const { h } = await smoothForward(gate, value, channels, perTensor)
    const rounded = perTensor(plain)
    const error = (y: Float32Array, j: number) => {
      const of = (values: Float32Array) => Math.sqrt(values.filter((_, i) => i % channels === j).reduce((sum, v) => sum + v * v, 0))
      return of(y.map((v, i) => v - plain[i])) / of(plain)
    }
    for (let j = 0; j < channels; j++) expect(error(h, j)).toBeLessThan(2 ** -4)
    expect(error(rounded, 0)).toBe(1)
  })

  it('has the gradient of SwiGLU', async () => {
    const dy = wide()
    expect(await smoothBackward(gate, value, dy)).toEqual(swiglu.backward(gate, value, dy))
  })

  it('folded into the weights of the value and after the unit computes the same bits', async () => {
    const inputs = 5
    const outputs = 3
    const normals = (count: number) => Float32Array.from({ length: count }, () => random.normal())
    const [x, w1, w2, w3] = [rows * inputs, channels * inputs, channels * inputs, outputs * channels].map(normals)
    const product = (a: Float32Array, b: Float32Array, length: number) =>
      Float32Array.from({ length: (a.length / length) * (b.length / length) }, (_, at) => {
        const [r, u] = [Math.floor(at / (b.length / length)), at % (b.length / length)]
        let sum = 0
        for (let i = 0; i < length; i++) sum = Math.fround(sum + Math.fround(a[r * length + i] * b[u * length + i]))
        return sum
      })
    const through = (value: Float32Array<ArrayBuffer>, down: Float32Array) =>
      product(swiglu.map(product(x, w2, inputs), product(x, value, inputs)), down, channels)
    const scales = smoothScales(swiglu.map(product(x, w2, inputs), product(x, w1, inputs)), channels)
    scales[2] *= 2 ** -12
    const folded = foldScales(w1, w3, scales)
    expect(folded.value).not.toEqual(w1)
    expect(through(folded.value, folded.down)).toEqual(through(w1, w3))
    expect(foldScales(w1, w3, scales, perTensor).down).toEqual(perTensor(folded.down))
    expect(() => foldScales(w1, w3, scales.subarray(1, 5))).toThrow('do not have 4 channels')
  })
})
