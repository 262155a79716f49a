import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gemmBytes, gemmWorkBytes } from '../../../src/backend/wasm/gemm.ts'

const memory = new WebAssembly.Memory({ initial: 64 })
const floats = new Float32Array(memory.buffer)
const { gemm } = new WebAssembly.Instance(new WebAssembly.Module(gemmBytes()), { e: { m: memory } }).exports as {
  gemm: (...values: number[]) => void
}

interface Case {
  readonly m: number
  readonly n: number
  readonly k: number
  readonly transposeA: boolean
  readonly transposeB: boolean
  readonly accumulate: boolean
}

/** Small integers keep every sum exact, so that any order of summation must give equal bits. */
function check({ m, n, k, transposeA, transposeB, accumulate }: Case): void {
  const integer = (i: number) => ((i * 2654435761) % 17) - 8
  const gap = 3
  const work = 0
  const a = gemmWorkBytes / 4
  const b = a + m * k + gap
  const c = b + k * n + gap
  const cRow = n + gap
  const A = (i: number, q: number) => integer(transposeA ? q * m + i : i * k + q)
  const B = (q: number, j: number) => integer(7 + (transposeB ? j * k + q : q * n + j))
  for (let i = 0; i < m * k; i++) floats[a + i] = integer(i)
  for (let i = 0; i < k * n; i++) floats[b + i] = integer(7 + i)
  for (let i = 0; i < m * cRow; i++) floats[c + i] = 1000 + i
  const stridesA = transposeA ? [4, 4 * m] : [4 * k, 4]
  const stridesB = transposeB ? [4, 4 * k] : [4 * n, 4]
  gemm(4 * a, ...stridesA, 4 * b, ...stridesB, 4 * c, 4 * cRow, m, n, k, accumulate ? 1 : 0, work)
  for (let i = 0; i < m; i++)
    for (let j = 0; j < cRow; j++) {
      const before = 1000 + i * cRow + j
      let sum = j < n && !accumulate ? 0 : before
      if (j < n) for (let q = 0; q < k; q++) sum += A(i, q) * B(q, j)
      if (floats[c + i * cRow + j] !== sum) throw new Error(`C[${i},${j}] is ${floats[c + i * cRow + j]}, expected ${sum}`)
    }
}

describe('gemm', () => {
  it('multiplies small matrices of every shape, transposed or not, without touching what lies beside them', () => {
    const size = fc.integer({ min: 1, max: 21 })
    const flag = fc.boolean()
    fc.assert(fc.property(fc.record({ m: size, n: size, k: size, transposeA: flag, transposeB: flag, accumulate: flag }), check), {
      numRuns: 400,
    })
  })

  it('crosses every block boundary', () => {
    for (const transposed of [false, true])
      for (const accumulate of [false, true]) {
        check({ m: 97, n: 13, k: 257, transposeA: transposed, transposeB: transposed, accumulate })
        check({ m: 5, n: 515, k: 513, transposeA: !transposed, transposeB: transposed, accumulate })
      }
  })

  it('takes matrices with gaps between both rows and columns', () => {
    const at = gemmWorkBytes / 4
    floats.fill(0, at, at + 64)
    for (let i = 0; i < 6; i++) floats[at + 2 * i] = i + 1
    for (let i = 0; i < 6; i++) floats[at + 20 + 3 * i] = i + 1
    gemm(4 * at, 24, 8, 4 * (at + 20), 24, 12, 4 * (at + 40), 8, 2, 2, 3, 0, 0)
    expect([...floats.slice(at + 40, at + 44)]).toEqual([22, 28, 49, 64])
  })
})
