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
  it('addColumnSums', () => {
    withMatrix((rows, length, cell, row) => {
      kernels.addColumnSums(4 * a, 4 * b, rows, length)
      expect(take(b, length)).toEqual(
        columns(length, j => Array.from({ length: rows }, (_, r) => cell(r, j)).reduce((x, y) => x + y, row[j])),
      )
    })
  })

  it('addColumnSums of rows that are wider than its registers', () => {
    const [rows, length] = [5, 39]
    put(
      a,
      every(rows, length, (r, j) => r * 100 + j),
    )
    put(b, [...columns(length, j => -j), guard])
    kernels.addColumnSums(4 * a, 4 * b, rows, length)
    expect(take(b, length + 1)).toEqual([...columns(length, j => 1000 + 4 * j), guard])
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
  it('add and scale, in place too', () => {
    for (const length of [1, 4, 7]) {
      const values = Array.from({ length }, (_, i) => i + 1)
      put(a, [...values, guard])
      put(b, values)
      kernels.add(4 * a, 4 * a, 4 * b, length)
      expect(take(a, length + 1)).toEqual([...values.map(v => 2 * v), guard])
      kernels.scale(4 * a, 0.5, length)
      expect(take(a, length + 1)).toEqual([...values, guard])
    }
  })

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

describe('table kernels', () => {
  it('gatherRows takes rows and scatterRows adds to them, equal indices too', () => {
    for (const length of [1, 4, 5]) {
      const table = Array.from({ length: 3 * length }, (_, i) => i)
      put(a, [...table, guard])
      integers.set([2, 0, 2, 2], b)
      kernels.gatherRows(4 * a, 4 * b, 4 * c, 4, length)
      expect(take(c, 4 * length)).toEqual([2, 0, 2, 2].flatMap(row => table.slice(row * length, (row + 1) * length)))
      kernels.scatterRows(4 * a, 4 * b, 4 * c, 4, length)
      expect(take(a, 3 * length + 1)).toEqual([...table.map((v, i) => v * [2, 1, 4][Math.floor(i / length)]), guard])
    }
  })
})

describe('attention kernels', () => {
  it('rotate turns pairs of the first heads and leaves the rest, in heads of any even size', () => {
    for (const size of [2, 4, 6, 8]) {
      // Two rows of two heads and three more numbers; quarter turns keep integers.
      const row = 2 * size + 3
      const cells = Array.from({ length: 2 * row }, (_, i) => i + 1)
      put(a, [...cells, guard])
      put(b, new Array(2 * size).fill(0))
      put(
        c,
        Array.from({ length: 2 * size }, (_, i) => (i % 2 === 0 ? -1 : 1)),
      )
      kernels.rotate(4 * a, 4 * row, 4 * b, 4 * c, 2, 2, size, 1)
      const turned = cells.map((v, i) => {
        const column = i % row
        if (column >= 2 * size) return v
        return column % 2 === 0 ? -(v + 1) : v - 1
      })
      expect(take(a, 2 * row + 1)).toEqual([...turned, guard])
      kernels.rotate(4 * a, 4 * row, 4 * b, 4 * c, 2, 2, size, -1)
      expect(take(a, 2 * row + 1)).toEqual([...cells, guard])
    }
  })

  it('rotate takes a row of the tables for each row', () => {
    put(a, [1, 2, 1, 2])
    put(b, [0, 0, 2, 2])
    put(c, [-1, 1, -3, 3])
    kernels.rotate(4 * a, 8, 4 * b, 4 * c, 2, 1, 2, 1)
    expect(take(a, 4)).toEqual([-2, 1, 2 - 6, 4 + 3])
  })

  it('softmaxBackward keeps 0 where the output is 0', () => {
    for (const length of [3, 5, 8]) {
      const y = Array.from({ length }, (_, j) => (j < 2 ? 0.5 : 0))
      const dy = Array.from({ length }, (_, j) => 4 * j + 2)
      put(a, [...y, 9, ...y, 9])
      put(b, [...dy, guard, ...dy, guard])
      kernels.softmaxBackward(4 * a, 4 * b, 2, length, 4 * (length + 1), 3)
      // sum(y dy) = 0.5 * 2 + 0.5 * 6 = 4
      const expected = y.map((share, j) => 3 * share * (dy[j] - 4))
      expect(take(b, 2 * length + 2).map(v => v + 0)).toEqual([...expected, guard, ...expected, guard].map(v => v + 0))
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
