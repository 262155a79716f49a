import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Kind } from '../../../src/catalogue/index.ts'
import { type Activation, activation } from '../../../src/formula.ts'
import { compile, type FloatArray, kernelMemory, type Rows } from '../../../src/wasm.ts'

const memory = await kernelMemory({ bytes: 2 ** 22 })
const compiled = async <K extends Kind>(a: Activation<K>) => [await compile(a), await compile(a, { memory })] as const
const pointwise = await compiled(activation('silu'))
const row = await compiled(activation('softmax'))
const gated = await compiled(activation('swiglu'))

type Type = 'f32' | 'f64'
const create = (type: Type, length: number): FloatArray => (type === 'f64' ? new Float64Array(length) : new Float32Array(length))
const filled = (type: Type, length: number, by: number): FloatArray => create(type, length).map((_, i) => ((i * by) % 97) / 16 - 3)

/** By the data of rows: the array that they are of. */
const wholes = new Map<FloatArray, FloatArray>()

/** An array's elements laid out in rows that lie apart, with other numbers between. */
function apart(type: Type, dense: FloatArray, columns: number, stride: number, resident: boolean): Rows<FloatArray> {
  const rows = dense.length / columns
  const length = rows * stride + 3
  const data = resident ? (type === 'f64' ? memory.alloc(length, 'f64') : memory.alloc(length)) : create(type, length)
  data.fill(99)
  for (let r = 0; r < rows; r++) data.set(dense.subarray(r * columns, (r + 1) * columns), 3 + r * stride)
  const part = data.subarray(3, 3 + (rows - 1) * stride + columns)
  wholes.set(part, data)
  return { data: part, columns, stride }
}

const together = ({ data, columns, stride = columns }: Rows<FloatArray>): number[] => [...data].filter((_, i) => i % stride < columns)
const between = ({ data, columns, stride = columns }: Rows<FloatArray>): number[] => [...data].filter((_, i) => i % stride >= columns)

const layout = fc.record({
  type: fc.constantFrom<Type>('f32', 'f64'),
  rows: fc.integer({ min: 1, max: 9 }),
  columns: fc.integer({ min: 1, max: 23 }),
  gaps: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5), fc.nat(5)),
  resident: fc.boolean(),
})

describe('rows that lie apart', () => {
  it('give what dense arrays give, and what lies between is not touched', () => {
    fc.assert(
      fc.property(layout, ({ type, rows, columns, gaps, resident }) => {
        const n = rows * columns
        const [a, b, dy] = [5, 7, 11].map(by => filled(type, n, by))
        const place = (dense: FloatArray, i: number) => apart(type, dense, columns, columns + gaps[i], resident)
        const outputs = () => [3, 4].map(i => place(create(type, n), i))
        const check = (out: Rows<FloatArray>, expected: FloatArray): void => {
          expect(together(out)).toEqual([...expected])
          expect(between(out).every(v => v === 99)).toBe(true)
          if (resident) memory.free(wholes.get(out.data)!)
        }
        const options = { length: columns }
        for (const k of resident ? [pointwise[1], row[1]] : [pointwise[0], row[0]]) {
          const [y, dx] = outputs()
          const [x, seed] = [place(a, 0), place(dy, 1)]
          expect(k.map(x, y)).toBe(y.data)
          k.backward(x, seed, dx)
          check(dx, k.backward(a, dy, undefined, options))
          check(y, k.map(a, undefined, options))
          k.map(x, x)
          check(x, k.map(a, undefined, options))
          check(seed, dy)
        }
        const k = gated[resident ? 1 : 0]
        const [gate, value, seed] = [place(a, 0), place(b, 1), place(dy, 2)]
        const [dgate, dvalue] = outputs()
        k.backward(gate, value, seed, { gate: dgate, value: dvalue })
        const expected = k.backward(a, b, dy)
        check(dgate, expected.gate)
        check(dvalue, expected.value)
        k.map(gate, value, value)
        check(value, k.map(a, b))
        check(gate, a)
        check(seed, dy)
      }),
      { numRuns: 150 },
    )
  })

  it('go into dense arrays and come from them', () => {
    const x: Rows<Float32Array> = { data: Float32Array.of(1, 2, 9, -1, -2), columns: 2, stride: 3 }
    for (const k of pointwise) {
      const dense = k.map(x)
      expect(dense).toEqual(k.map(Float32Array.of(1, 2, -1, -2)))
      const out: Rows<Float32Array> = { data: new Float32Array(6).fill(5), columns: 2, stride: 3 }
      k.map(Float32Array.of(1, 2, -1, -2), out)
      expect([...out.data]).toEqual([...dense.slice(0, 2), 5, ...dense.slice(2), 5])
    }
    // Rows that touch need no stride, and give a row function its length.
    for (const k of row) expect(k.map({ data: Float32Array.of(0, 0, 3, 3), columns: 2 })).toEqual(Float32Array.of(0.5, 0.5, 0.5, 0.5))
  })

  it('are refused where they do not fit', () => {
    const [k] = pointwise
    const data = new Float32Array(10)
    expect(() => k.map({ data, columns: 0 })).toThrow('x has rows of 0: columns must be a positive integer')
    expect(() => k.map({ data, columns: 4, stride: 3 })).toThrow('x has a stride of 3, expected 4 or more')
    expect(() => k.map({ data, columns: 3, stride: 4 }, new Float32Array(9))).toThrow('out has 9 elements, expected 6')
    expect(() => k.map({ data, columns: 3, stride: 4 }, { data, columns: 2 })).toThrow('out has 5 rows of 2, expected 2 rows of 3')
    expect(() => k.map([1, 2] as unknown as Float32Array)).toThrow('x must be a Float32Array or a Float64Array')
    expect(() => k.map<FloatArray>(data, new Float64Array(10))).toThrow('out is a Float64Array, expected a Float32Array')
    expect(k.map({ data: new Float32Array(1), columns: 3 })).toHaveLength(0)
  })
})

describe('an output that overlaps an input', () => {
  it('is that input, or refused, or shares no element with it: never a wrong result', () => {
    let [refused, kept] = [0, 0]
    const view = fc.record({ start: fc.nat(40), stride: fc.integer({ min: 4, max: 11 }) })
    fc.assert(
      fc.property(fc.constantFrom(1, 4), view, view, fc.boolean(), (columns, from, to, resident) => {
        const rows = 5
        const buffer = resident ? memory.alloc(120) : new Float32Array(120)
        buffer.set(filled('f32', 120, 5))
        const before = buffer.slice()
        const rowsOf = (array: Float32Array, { start, stride }: typeof from): Rows<Float32Array> => ({
          data: array.subarray(start, start + 4 * stride + columns),
          columns,
          stride,
        })
        const indices = ({ start, stride }: typeof from): number[] =>
          Array.from({ length: rows * columns }, (_, i) => start + Math.floor(i / columns) * stride + (i % columns))
        const [reads, writes] = [indices(from), indices(to)]
        const k = pointwise[resident ? 1 : 0]
        let failed = ''
        try {
          k.map(rowsOf(buffer, from), rowsOf(buffer, to))
        } catch (error) {
          failed = (error as Error).message
        }
        const meets = reads.some(i => writes.includes(i))
        const expected = before.slice()
        if (failed) {
          refused++
          expect(failed).toBe('out overlaps x without being it: use x itself, or another array')
          // Rows of one stride that pass one another are told from those that meet.
          if (from.stride === to.stride) expect(meets).toBe(true)
        } else {
          kept++
          const y = k.map(rowsOf(before, from))
          for (const [n, i] of writes.entries()) expected[i] = y[n]
        }
        expect(buffer).toEqual(expected)
        if (resident) memory.free(buffer)
      }),
      { numRuns: 400, seed: 3 },
    )
    expect(Math.min(refused, kept)).toBeGreaterThan(50)
  })

  it('is refused for two outputs as well; inputs may be one array', () => {
    for (const [i, k] of gated.entries()) {
      const [a, out] = [filled('f32', 20, 5) as Float32Array, i === 0 ? new Float32Array(30) : memory.alloc(30)]
      expect(() => k.backward(a, a, a, { gate: out.subarray(0, 20), value: out.subarray(10) })).toThrow('out.gate and out.value overlap')
      expect(() => k.backward(a, a, a, { gate: a, value: a })).toThrow('out.gate and out.value overlap')
      expect(k.map(a, a, out.subarray(0, 20))).toEqual(k.map(a.slice(), a.slice()))
      expect(() => k.map(a.subarray(0, 19), a.subarray(0, 19), a.subarray(1))).toThrow('out overlaps gate without being it')
    }
  })

  it('may be the other half of packed rows', () => {
    for (const k of gated) {
      const packed = filled('f32', 48, 5) as Float32Array
      const expected = k.mapPacked(packed, 4)
      const gate = { data: packed, columns: 4, stride: 8 }
      const value = { data: packed.subarray(4), columns: 4, stride: 8 }
      k.map(gate, value, value)
      expect(together(value)).toEqual([...expected])
      const dy = filled('f32', 24, 7) as Float32Array
      const gradient = k.backwardPacked(packed, dy, 4)
      expect(k.backwardPacked(packed, dy, 4, packed)).toBe(packed)
      expect(packed).toEqual(gradient)
    }
  })
})
