import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeSafetensors, encodeSafetensors, ModelError } from '../src/index.ts'

/** The bytes of a file by the format's description. */
function file(header: unknown, floats: readonly number[] = [], length?: bigint): Uint8Array {
  return fileOf(header, new Uint8Array(Float32Array.from(floats).buffer), length)
}

function fileOf(header: unknown, data: Uint8Array, length?: bigint): Uint8Array {
  const text = new TextEncoder().encode(typeof header === 'string' ? header : JSON.stringify(header))
  const bytes = new Uint8Array(8 + text.length + data.length)
  new DataView(bytes.buffer).setBigUint64(0, length ?? BigInt(text.length), true)
  bytes.set(text, 8)
  bytes.set(data, 8 + text.length)
  return bytes
}

const entry = (shape: readonly number[], from: number, to: number) => ({ dtype: 'F32', shape, data_offsets: [from, to] })
const plain = (bytes: Uint8Array) => decodeSafetensors(bytes).map(({ name, shape, values }) => [name, shape, [...values]])

describe('decodeSafetensors', () => {
  it('reads tensors in the order of their data, whatever the order and blanks of the header', () => {
    const header = { b: entry([2], 4, 12), __metadata__: { format: 'pt', note: '"a": 1' }, a: entry([], 0, 4), empty: entry([3, 0], 4, 4) }
    const expected = [
      ['a', [], [1.5]],
      ['empty', [3, 0], []],
      ['b', [2], [-2, 3]],
    ]
    expect(plain(file(header, [1.5, -2, 3]))).toEqual(expected)
    expect(plain(file(`${JSON.stringify(header, null, 2)}   `, [1.5, -2, 3]))).toEqual(expected)
  })

  it.each([
    // 1, -2, the least and the greatest number, by the tables of IEEE 754 and OFP8 1.0, little end first.
    ['F64', [0, 0, 0, 0, 0, 0, 0xf0, 0x3f, 0, 0, 0, 0, 0, 0, 0, 0xc0, 1, 0, 0, 0, 0, 0, 0, 0, 255, 255, 255, 255, 255, 255, 0xef, 0x7f]],
    ['F32', [0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, 1, 0, 0, 0, 255, 255, 0x7f, 0x7f]],
    ['F16', [0, 0x3c, 0, 0xc0, 1, 0, 255, 0x7b]],
    ['BF16', [0x80, 0x3f, 0, 0xc0, 1, 0, 0x7f, 0x7f]],
    ['F8_E4M3', [0x38, 0xc0, 1, 0x7e]],
    ['F8_E5M2', [0x3c, 0xc0, 1, 0x7b]],
  ] as const)('reads %s', (dtype, data) => {
    const extremes = {
      F64: [5e-324, Number.MAX_VALUE],
      F32: [2 ** -149, (2 - 2 ** -23) * 2 ** 127],
      F16: [2 ** -24, 65504],
      BF16: [2 ** -133, (2 - 2 ** -7) * 2 ** 127],
      F8_E4M3: [2 ** -9, 448],
      F8_E5M2: [2 ** -16, 57344],
    }
    const bytes = Uint8Array.from(data)
    const [tensor] = decodeSafetensors(fileOf({ a: { dtype, shape: [2, 2], data_offsets: [0, bytes.length] } }, bytes))
    expect([...tensor.values]).toEqual([1, -2, ...extremes[dtype]])
    expect(tensor.values).toBeInstanceOf(dtype === 'F64' ? Float64Array : Float32Array)
    const size = bytes.length / 4
    // One byte short or long is no tensor of this shape.
    for (const to of [bytes.length - 1, bytes.length + 1])
      expect(() => decodeSafetensors(fileOf({ a: { dtype, shape: [4], data_offsets: [0, to] } }, new Uint8Array(to)))).toThrow(
        `tensor 'a' of shape [4] has ${4 * size} bytes, not ${to}`,
      )
  })

  it('reads a tensor that begins at any byte', () => {
    const header = { small: { dtype: 'F8_E4M3', shape: [1], data_offsets: [0, 1] }, a: { dtype: 'F64', shape: [1], data_offsets: [1, 9] } }
    expect(plain(fileOf(header, Uint8Array.of(0x38, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f)))).toEqual([
      ['small', [1], [1]],
      ['a', [1], [1]],
    ])
  })

  it('names what is wrong', () => {
    const reading =
      (header: unknown, floats: readonly number[] = [], length?: bigint) =>
      () =>
        decodeSafetensors(file(header, floats, length))
    expect(() => decodeSafetensors(new Uint8Array(7))).toThrow('a safetensors file has at least 8 bytes, got 7')
    expect(reading({}, [], 3n)).toThrow('a safetensors header of 3 bytes is longer than the file')
    expect(reading({}, [], 2n ** 64n - 1n)).toThrow('a safetensors header of 18446744073709551615 bytes')
    expect(reading(' '.repeat(2 ** 20 + 1))).toThrow('or than 1048576')
    expect(reading('{')).toThrow('a safetensors header is a JSON text, this is none')
    expect(() => decodeSafetensors(file('{}').with(8, 0xff))).toThrow('this is none')
    for (const header of [[], null, 3, 'text']) expect(reading(JSON.stringify(header))).toThrow('a safetensors header is a JSON object')
    const one = JSON.stringify(entry([1], 0, 4))
    expect(reading(`{"a":${one},"a":${one}}`, [1])).toThrow('names something twice')
    expect(reading(`{"a":${one},"\\u0061" :${one}}`, [1])).toThrow('names something twice')
    expect(reading('{"a":{"dtype":"F32","shape":[1],"shape":[1],"data_offsets":[0,4]}}', [1])).toThrow('names something twice')
    expect(reading({ a: 1 })).toThrow("tensor 'a' has no description")
    expect(reading({ a: { ...entry([1], 0, 4), more: 1 } }, [1])).toThrow("tensor 'a' has an unknown 'more'")
    for (const dtype of ['I64', 'F32 ', '__proto__', 4, null, ['F32']])
      expect(reading({ a: { ...entry([1], 0, 4), dtype } }, [1])).toThrow(
        `tensor 'a' is of ${JSON.stringify(dtype)}: what is read are F64, F32, F16, BF16, F8_E4M3, F8_E5M2`,
      )
    for (const shape of [undefined, 'x', [1.5], [-1], [1, null], new Array(9).fill(1)])
      expect(reading({ a: { dtype: 'F32', shape, data_offsets: [0, 4] } }, [1])).toThrow("tensor 'a' has no shape")
    for (const offsets of [undefined, [0], [0, 4, 4], [0, 1e300], ['0', '4']])
      expect(reading({ a: { dtype: 'F32', shape: [1], data_offsets: offsets } }, [1])).toThrow("tensor 'a' has no two data_offsets")
    expect(reading({ a: entry([2], 0, 4) }, [1])).toThrow("tensor 'a' of shape [2] has 8 bytes, not 4")
    expect(reading({ a: entry([2 ** 40, 2 ** 40, 2 ** 40], 0, 4) }, [1])).toThrow("tensor 'a' of shape")
    expect(reading({ a: entry([1], 4, 0) }, [1])).toThrow("tensor 'a' of shape [1] has 4 bytes, not -4")
    expect(reading({ a: entry([1], 0, 4), b: entry([1], 8, 12) }, [1, 2, 3])).toThrow(
      "tensor 'b' begins at byte 8, the one before it ends at 4",
    )
    expect(reading({ a: entry([2], 0, 8), b: entry([2], 4, 12) }, [1, 2, 3])).toThrow(
      "tensor 'b' begins at byte 4, the one before it ends at 8",
    )
    expect(reading({ a: entry([1], 0, 4) }, [1, 2])).toThrow('the tensors take 4 bytes, the file has 8')
    expect(reading({ a: entry([2], 0, 8) }, [1])).toThrow('the tensors take 8 bytes, the file has 4')
  })

  it('throws nothing but a ModelError for a file with any byte changed', () => {
    const low = { dtype: 'BF16', shape: [2], data_offsets: [12, 16] }
    const whole = file({ a: entry([2], 0, 8), b: entry([1, 1], 8, 12), low }, [1, 2, 3, 4])
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.nat(255), (at, byte) => {
        try {
          decodeSafetensors(whole.with(at, byte))
        } catch (error) {
          expect(error).toBeInstanceOf(ModelError)
        }
      }),
      { numRuns: 2000 },
    )
  })
})

describe('encodeSafetensors', () => {
  it('writes what is read back bit for bit, the data on lines of 8 bytes', () => {
    const tensor = fc.array(fc.nat(4), { maxLength: 3 }).chain(shape =>
      fc.record({
        shape: fc.constant(shape),
        values: fc.oneof(...[fc.float32Array, fc.float64Array].map(list => list({ minLength: product(shape), maxLength: product(shape) }))),
      }),
    )
    fc.assert(
      fc.property(fc.dictionary(fc.string(), tensor, { maxKeys: 4 }), dictionary => {
        const tensors = Object.entries(dictionary).map(([name, more]) => ({ name, ...more }))
        const bytes = encodeSafetensors(tensors)
        expect(Number(new DataView(bytes.buffer).getBigUint64(0, true)) % 8).toBe(0)
        const read = new Map(decodeSafetensors(bytes).map(({ name, shape, values }) => [name, { shape, values }]))
        expect(read).toEqual(new Map(tensors.map(({ name, shape, values }) => [name, { shape, values }])))
      }),
    )
  })

  it('refuses what could not be read', () => {
    const values = new Float32Array(1)
    expect(() => encodeSafetensors([{ name: '__metadata__', shape: [1], values }])).toThrow("a second tensor '__metadata__'")
    expect(() => encodeSafetensors([0, 1].map(() => ({ name: 'a', shape: [1], values })))).toThrow("a second tensor 'a'")
    expect(() => encodeSafetensors([{ name: 'a', shape: [2], values }])).toThrow("tensor 'a' of shape [2] has 1 values")
  })
})

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1)
