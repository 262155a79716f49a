import fc from 'fast-check'
import { gemmWorkBytes } from 'xphi/wasm'
import { describe, expect, it } from 'vitest'
import { loadKernels } from '../../src/kernels/index.ts'

const memory = new WebAssembly.Memory({ initial: 32 })
const kernels = await loadKernels(memory, false)
const floats = new Float32Array(memory.buffer)
const integers = new Int32Array(memory.buffer)
const work = 64
// Places in floats.
const [a, b, dense, sparse, starts, entries] = [0, 1, 2, 3, 4, 5].map(i => gemmWorkBytes / 4 + 64 + 24_576 * i)
const guard = 12345
const bits = (at: number, length: number) => [...integers.slice(at, at + length)]

const number = fc.float({ noNaN: true, noDefaultInfinity: true, min: -1e3, max: 1e3 })
const size = (max: number) => fc.integer({ min: 1, max })
const seldom = fc.oneof({ arbitrary: fc.constantFrom(0, -0), weight: 4 }, { arbitrary: number, weight: 1 })

describe('compress and sparseProduct', () => {
  it('give the bits of the dense product', () => {
    const tall = fc.record({ m: size(9), k: size(256), n: size(70), added: fc.constantFrom(0, 1, 4 * b), seed: size(1e6) })
    fc.assert(
      fc.property(
        tall,
        fc.array(seldom, { minLength: 64, maxLength: 64 }),
        fc.array(number, { minLength: 61, maxLength: 61 }),
        (shape, xs, ws) => {
          const { m, k, n, added, seed } = shape
          for (let i = 0; i < m * k; i++) floats[a + i] = xs[(i * 7 + seed) % 64]
          for (let i = 0; i < k * n; i++) floats[b + i] = ws[(i * 3 + seed) % 61]
          for (let i = 0; i < m * n; i++) floats[dense + i] = floats[sparse + i] = ws[i % 61]
          floats[sparse + m * n] = guard
          kernels.gemm(4 * a, 4 * k, 4, 4 * b, 4 * n, 4, 4 * dense, 4 * n, m, n, k, added, work)
          const end = kernels.compress(4 * a, 4 * k, m, k, 4 * n, 4 * starts, 4 * entries, 0, 8 * m * k)
          kernels.sparseProduct(4 * starts, 4 * entries, m, 4 * b, 4 * sparse, n, added)
          expect(end).toBe(8 * floats.subarray(a, a + m * k).filter(x => x !== 0).length)
          expect(bits(sparse, m * n)).toEqual(bits(dense, m * n))
          expect(floats[sparse + m * n]).toBe(guard)
        },
      ),
    )
  })

  it('count NaN and infinity, and leave out what only zeros meet', () => {
    floats.set([0, Number.NaN, 0, Number.POSITIVE_INFINITY], a)
    floats.set([Number.NaN, 1, Number.POSITIVE_INFINITY, 2], b)
    for (const [row, expected] of [
      [0, Number.NaN],
      [2, Number.POSITIVE_INFINITY],
    ]) {
      kernels.compress(4 * (a + row), 8, 1, 2, 4, 4 * starts, 4 * entries, 0, 16)
      kernels.sparseProduct(4 * starts, 4 * entries, 1, 4 * (b + row), 4 * sparse, 1, 0)
      expect(floats[sparse]).toBe(expected)
    }
  })

  it('stop listing where there are too many', () => {
    floats.fill(1, a, a + 60)
    const end = kernels.compress(4 * a, 4 * 6, 10, 6, 4, 4 * starts, 4 * entries, 0, 8 * 20)
    expect(end).toBe(8 * 24)
  })
})

describe('transpose', () => {
  it('exchanges rows and columns, and writes nothing else', () => {
    fc.assert(
      fc.property(size(19), size(19), (rows, columns) => {
        for (let i = 0; i < rows * columns; i++) floats[a + i] = i
        floats[b + rows * columns] = guard
        kernels.transpose(4 * a, 4 * columns, 4 * b, rows, columns)
        const expected = Array.from({ length: rows * columns }, (_, i) => (i % rows) * columns + Math.floor(i / rows))
        expect([...floats.slice(b, b + rows * columns)]).toEqual(expected)
        expect(floats[b + rows * columns]).toBe(guard)
      }),
    )
  })
})
