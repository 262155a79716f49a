import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ModelError, readCheckpoint } from '../../src/index.ts'

// width, hidden, depth, heads, key and value heads, vocabulary (negative: a head of its own), sequence
const tied = [8, 5, 2, 2, 1, 7, 3]
const free = tied.with(5, -7)

/** A file whose floats count 0, 1, 2, ... */
function file(header: readonly number[], floats: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(28 + 4 * floats))
  header.forEach((value, i) => {
    view.setInt32(4 * i, value, true)
  })
  for (let i = 0; i < floats; i++) view.setFloat32(28 + 4 * i, i, true)
  return new Uint8Array(view.buffer)
}

// In the order of run.c, memory_map_weights: embedding, rms_att, wq, wk, wv, wo, rms_ffn, w1, w2, w3, rms_final, two tables, wcls.
const sizes = [7 * 8, 2 * 8, 2 * 64, 2 * 32, 2 * 32, 2 * 64, 2 * 8, 2 * 40, 2 * 40, 2 * 40, 8, 3 * 2, 3 * 2]
const floats = sizes.reduce((sum, size) => sum + size)
const startOf = (array: number) => sizes.slice(0, array).reduce((sum, size) => sum + size, 0)
const count = (start: number, length: number) => Array.from({ length }, (_, i) => start + i)

describe('readCheckpoint', () => {
  it('finds each array where run.c finds it', () => {
    const { config, weights } = readCheckpoint(file(free, floats + 56))
    expect(config).toEqual({ width: 8, hidden: 5, depth: 2, heads: 2, keyValueHeads: 1, vocabulary: 7, sequence: 3, tied: false })
    const block = (i: number) => [
      count(startOf(1) + 8 * i, 8),
      [...count(startOf(2) + 64 * i, 64), ...count(startOf(3) + 32 * i, 32), ...count(startOf(4) + 32 * i, 32)],
      count(startOf(5) + 64 * i, 64),
      count(startOf(6) + 8 * i, 8),
      [...count(startOf(7) + 40 * i, 40), ...count(startOf(9) + 40 * i, 40)],
      count(startOf(8) + 40 * i, 40),
    ]
    const expected = [count(0, 56), ...block(0), ...block(1), count(startOf(10), 8), count(floats, 56)]
    expect(weights.map(values => [...values])).toEqual(expected)
    const shared = readCheckpoint(file(tied, floats))
    expect(shared.config.tied).toBe(true)
    expect(shared.weights.map(values => [...values])).toEqual(expected.slice(0, -1))
  })

  it('reads a view that begins anywhere in its buffer', () => {
    const bytes = file(tied, floats)
    const moved = new Uint8Array(bytes.length + 3)
    moved.set(bytes, 3)
    expect(readCheckpoint(moved.subarray(3))).toEqual(readCheckpoint(bytes))
  })

  it('names what is wrong', () => {
    const reading =
      (header: readonly number[], length = floats) =>
      () =>
        readCheckpoint(file(header, length))
    expect(() => readCheckpoint(new Uint8Array(27))).toThrow('a llama2.c checkpoint has at least 28 bytes, got 27')
    expect(reading(tied.with(2, 0))).toThrow('no llama2.c checkpoint: its depth is 0')
    expect(reading(tied.with(5, 0))).toThrow('its vocabulary is 0')
    expect(reading(tied.with(0, 2 ** 30))).toThrow('its width is 1073741824')
    expect(reading(tied.with(3, 3))).toThrow('3 heads do not divide a width of 8 into even parts')
    expect(reading([8, 5, 2, 8, 1, 7, 3])).toThrow('8 heads do not divide a width of 8 into even parts')
    expect(reading([8, 5, 2, 4, 3, 7, 3])).toThrow('3 key and value heads do not divide 4 heads')
    expect(reading(tied, floats - 1)).toThrow(`has ${28 + 4 * floats} bytes, got ${24 + 4 * floats}`)
    expect(reading(tied, floats + 1)).toThrow(`has ${28 + 4 * floats} bytes, got ${32 + 4 * floats}`)
    // The magic number of llama2.c's later versions.
    expect(reading([0x616b3432, 1, 8, 5, 2, 2, 1])).toThrow(ModelError)
  })

  it('throws nothing but a ModelError, whatever the header', () => {
    const near = fc.oneof(fc.integer({ min: -2, max: 9 }), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }))
    fc.assert(
      fc.property(fc.array(near, { minLength: 7, maxLength: 7 }), fc.integer({ min: 0, max: 400 }), (header, length) => {
        try {
          const { weights } = readCheckpoint(file(header, length))
          expect(weights.reduce((sum, { length }) => sum + length, 0)).toBeLessThanOrEqual(length)
        } catch (error) {
          expect(error).toBeInstanceOf(ModelError)
        }
      }),
    )
  })
})
