import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKernels } from '../../src/kernels/index.ts'

// Integers keep f32 sums exact, so the kernels must equal plain loops whatever their order.
const memory = new WebAssembly.Memory({ initial: 2 })
const kernels = await loadKernels(memory, false)
const floats = new Float32Array(memory.buffer)
const integers = new Int32Array(memory.buffer)
const [a, b, c] = [1024, 2048, 3072]
const put = (at: number, values: readonly number[]) => floats.set(values, at)
const take = (at: number, length: number) => [...floats.slice(at, at + length)]
const guard = 12345

const small = fc.integer({ min: -50, max: 50 })
const matrix = fc.record({ rows: fc.integer({ min: 1, max: 6 }), length: fc.integer({ min: 1, max: 11 }) }).chain(size =>
  fc.record({
    size: fc.constant(size),
    cells: fc.array(small, { minLength: 66, maxLength: 66 }),
    row: fc.array(small, { minLength: 11, maxLength: 11 }),
  }),
)

function withMatrix(check: (rows: number, length: number, cell: (r: number, j: number) => number, row: readonly number[]) => void): void {
  fc.assert(
    fc.property(matrix, ({ size: { rows, length }, cells, row }) => {
      put(a, [...cells.slice(0, rows * length), guard])
      put(b, [...row.slice(0, length), guard])
      check(rows, length, (r, j) => cells[r * length + j], row)
      expect(floats[a + rows * length]).toBe(guard)
      expect(floats[b + length]).toBe(guard)
    }),
  )
}

const every = (rows: number, length: number, cell: (r: number, j: number) => number) =>
  Array.from({ length: rows * length }, (_, i) => cell(Math.floor(i / length), i % length))
const columns = (length: number, of: (j: number) => number) => Array.from({ length }, (_, j) => of(j))

describe('row kernels', () => {
  it('fillRows', () => {
    withMatrix((rows, length, _, row) => {
      kernels.fillRows(4 * a, 4 * b, rows, length)
      expect(take(a, rows * length)).toEqual(every(rows, length, (_r, j) => row[j]))
    })
  })

  it('addColumnSums', () => {
    withMatrix((rows, length, cell, row) => {
      kernels.addColumnSums(4 * a, 4 * b, rows, length)
      expect(take(b, length)).toEqual(
        columns(length, j => Array.from({ length: rows }, (_, r) => cell(r, j)).reduce((x, y) => x + y, row[j])),
      )
    })
  })

  it('columnPeaks', () => {
    withMatrix((rows, length, cell, row) => {
      kernels.columnPeaks(4 * a, 4 * b, rows, length)
      expect(take(b, length)).toEqual(
        columns(length, j => Math.max(row[j], ...Array.from({ length: rows }, (_, r) => Math.abs(cell(r, j))))),
      )
    })
  })

  it('multiplyPacked', () => {
    withMatrix((rows, length, cell) => {
      const half = Array.from({ length: rows * length }, (_, i) => i + 1)
      const packed = every(rows, 2 * length, (r, j) => cell(r, j % length) + (j < length ? 0 : 100))
      put(c, [...packed, guard])
      put(b + 20, half)
      kernels.multiplyPacked(4 * c, 4 * (b + 20), rows, length)
      expect(take(c, 2 * rows * length + 1)).toEqual([
        ...every(rows, 2 * length, (r, j) => packed[r * 2 * length + j] * half[r * length + (j % length)]),
        guard,
      ])
    })
  })
})

describe('array kernels', () => {
  it('multiply, in place too', () => {
    put(a, [1, 2, 3, 4, 5])
    put(b, [2, -3, 4, 0.5, 10])
    kernels.multiply(4 * a, 4 * a, 4 * b, 5)
    expect(take(a, 5)).toEqual([2, -6, 12, 2, 50])
  })

  it('sumOfSquares is finite exactly when the elements are, however large', () => {
    const values = Array.from({ length: 11 }, (_, i) => i)
    put(a, values)
    for (let length = 0; length <= 11; length++)
      expect(kernels.sumOfSquares(4 * a, length)).toBe(values.slice(0, length).reduce((sum, v) => sum + v * v, 0))
    put(a, new Array(11).fill(3e38))
    expect(kernels.sumOfSquares(4 * a, 11)).toBe(11 * Math.fround(3e38) ** 2)
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      for (let i = 0; i < 11; i++) {
        put(a, values.with(i, bad))
        expect(Number.isFinite(kernels.sumOfSquares(4 * a, 11))).toBe(false)
      }
  })
})

describe('loss kernels', () => {
  it('countCorrect takes the first of equal scores', () => {
    put(a, [1, 3, 2, 5, 5, 4, -3, -2, -1])
    const count = (...labels: number[]) => {
      integers.set(labels, b)
      return kernels.countCorrect(4 * a, 4 * b, 3, 3)
    }
    expect(count(1, 0, 2)).toBe(3)
    expect(count(1, 1, 2)).toBe(2)
    expect(count(0, 1, 0)).toBe(0)
  })

  it('crossEntropy sums in doubles and subtracts the label', () => {
    put(a, [-1, -2, -3, -4, -5, -6, -7, -8, -9, -10])
    put(c, [0.5, 0.25, 0.125, 0.0625, 0.0625, 0.5, 0.25, 0.125, 0.0625, 0.0625])
    integers.set([4, 0], b)
    expect(kernels.crossEntropy(4 * a, 4 * c, 4 * b, 2, 5, 0.5)).toBe(11)
    expect(take(c, 10)).toEqual([0.25, 0.125, 0.0625, 0.03125, 0.03125 - 0.5, 0.25 - 0.5, 0.125, 0.0625, 0.03125, 0.03125])
  })

  it('squaredError', () => {
    put(a, [1, 2, 3])
    put(b, [0, 4, 3])
    expect(kernels.squaredError(4 * a, 4 * b, 4 * c, 3, 0.5)).toBe(5)
    expect(take(c, 3)).toEqual([0.5, -1, 0])
  })
})
