import { describe, expect, it } from 'vitest'
import { type Format, formats, fromBits, roundTo } from 'xphi/number'
import { loadKernels } from '../../src/kernels/index.ts'
import { gridOf } from '../../src/kernels/quantise.ts'
import { Random } from '../../src/random.ts'

const memory = new WebAssembly.Memory({ initial: 32 })
const kernels = await loadKernels(memory, false)
const floats = new Float32Array(memory.buffer)
const words = new Int32Array(memory.buffer)
const low = ['e4m3', 'e5m2', 'bf16', 'f16'] as const
const [counts, scales, from, into] = [0, 64, 1 << 16, 1 << 20]

function quantised(format: Format, x: ArrayLike<number>, width: number, scaleOf: (column: number) => number) {
  floats.set(x, from / 4)
  words.fill(0, counts / 4, counts / 4 + 8)
  for (let j = 0; j < width; j++) floats[scales / 4 + j] = scaleOf(j)
  kernels.quantise(from, into, x.length / width, width, scales, counts, ...gridOf(format))
  const sum = (at: number) => words.subarray(at, at + 4).reduce((total, count) => total + count, 0)
  return { y: floats.slice(into / 4, into / 4 + x.length), beyond: sum(counts / 4), flushed: sum(counts / 4 + 4) }
}

/** Compares bits, as -0 and 0 are equal numbers; all NaN are one. */
function expectRounded(format: Format, x: Float32Array, width: number): void {
  const { y, beyond, flushed } = quantised(format, x, width, () => 1)
  const nearest = x.map(v => roundTo(format, v, { saturate: true }))
  const wrong = Array.from(x.keys()).filter(i => !Object.is(y[i], nearest[i]))
  expect(wrong.map(i => `${x[i]}: ${y[i]} for ${nearest[i]}`).slice(0, 5)).toEqual([])
  expect(flushed).toBe(x.filter((v, i) => v !== 0 && nearest[i] === 0).length)
  // Unsaturated, what overflows is an infinity, or NaN in e4m3.
  const overflows = (v: number) => !Number.isNaN(v) && !Number.isFinite(roundTo(format, v))
  expect(beyond).toBe(x.filter(overflows).length)
}

describe.each(low)('quantise to %s', format => {
  it('rounds every f32 whose low half is 0 as roundTo does, saturated', () => {
    const x = new Float32Array(Uint32Array.from({ length: 2 ** 16 }, (_, high) => high << 16).buffer)
    expectRounded(format, x, 1024)
  })

  it('rounds random bits as roundTo does, in rows of every remainder', () => {
    const random = new Random(3)
    for (const width of [1, 2, 3, 4, 5, 7, 64, 333])
      expectRounded(format, new Float32Array(Uint32Array.from({ length: width * 120 }, () => random.word()).buffer), width)
  })

  it('rounds numbers around the range of the format densely', () => {
    const random = new Random(4)
    const { minimumExponent, precision, maximumExponent } = formats[format]
    const [least, most] = [minimumExponent - precision - 2 + 127, maximumExponent + 2 + 127]
    const word = () =>
      ((Math.min(254, Math.max(0, least + random.below(most - least + 1))) << 23) | random.below(2 ** 23) | (random.below(2) << 31)) >>> 0
    for (let turn = 0; turn < 10; turn++) expectRounded(format, new Float32Array(Uint32Array.from({ length: 20000 }, word).buffer), 100)
  })

  it('rounds both neighbours of each midpoint apart and the midpoint to the even number', () => {
    const magnitudes = 2 ** (formats[format].width - 1)
    const grid = Array.from({ length: magnitudes }, (_, bits) => fromBits(format, bits)).filter(Number.isFinite)
    const bits = new Int32Array(1)
    const view = new Float32Array(bits.buffer)
    const near = grid.slice(1).flatMap((upper, i) => {
      view[0] = (grid[i] + upper) / 2
      const middle = bits[0]
      return [-1, 0, 1].map(step => {
        bits[0] = Math.max(0, middle + step)
        return view[0]
      })
    })
    for (let at = 0; at < near.length; at += 30000) expectRounded(format, Float32Array.from(near.slice(at, at + 30000)), 1)
  })

  it('multiplies by the scale of the column and divides by it', () => {
    const random = new Random(5)
    const width = 7
    const scale = Float32Array.from({ length: width }, (_, j) => (j + 1.3) * 2 ** (3 * j - 9))
    const x = Float32Array.from({ length: 50 * width }, () => random.normal())
    const { y } = quantised(format, x, width, j => scale[j])
    const expected = x.map((v, i) => {
      const s = scale[i % width]
      return roundTo(format, Math.fround(v * s), { saturate: true }) / s
    })
    expect([...y]).toEqual([...expected])
  })
})

it('says what the format overflows on', () => {
  expect(quantised('e4m3', [448, 464, 465, -1e9, 2 ** -10, 2 ** -9], 3, () => 1)).toEqual({
    y: Float32Array.of(448, 448, 448, -448, 0, 2 ** -9),
    beyond: 2,
    flushed: 1,
  })
})
