import { setFlagsFromString } from 'node:v8'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gemmBytes, gemmTerms, gemmWorkBytes } from '../../../src/backend/wasm/gemm.ts'

const memory = new WebAssembly.Memory({ initial: 64 })
const floats = new Float32Array(memory.buffer)
// On by itself from Node 22 on.
if (!WebAssembly.validate(gemmBytes({ fused: true }))) setFlagsFromString('--experimental-wasm-relaxed-simd')
const [strict, fused] = [false, true].map(fused => {
  const module = new WebAssembly.Module(gemmBytes({ fused }))
  const { gemm } = new WebAssembly.Instance(module, { e: { m: memory } }).exports
  return gemm as (...values: number[]) => void
})

interface Case {
  readonly m: number
  readonly n: number
  readonly k: number
  readonly transposeA: boolean
  readonly transposeB: boolean
  readonly added: 'nothing' | 'to C' | 'a row'
}

/** Small integers keep every sum exact, so that any order of summation must give equal bits, and rounding once or twice. */
function check(given: Case): void {
  for (const gemm of [strict, fused]) checkWith(gemm, given)
}

function checkWith(gemm: typeof strict, { m, n, k, transposeA, transposeB, added }: Case): void {
  const integer = (i: number) => ((i * 2654435761) % 17) - 8
  const gap = 3
  const work = 0
  const a = gemmWorkBytes / 4
  const b = a + m * k + gap
  const c = b + k * n + gap
  const cRow = n + gap
  const row = c + m * cRow + gap
  const A = (i: number, q: number) => integer(transposeA ? q * m + i : i * k + q)
  const B = (q: number, j: number) => integer(7 + (transposeB ? j * k + q : q * n + j))
  for (let i = 0; i < m * k; i++) floats[a + i] = integer(i)
  for (let i = 0; i < k * n; i++) floats[b + i] = integer(7 + i)
  for (let i = 0; i < m * cRow; i++) floats[c + i] = 1000 + i
  for (let j = 0; j < n; j++) floats[row + j] = 7 * j
  const stridesA = transposeA ? [4, 4 * m] : [4 * k, 4]
  const stridesB = transposeB ? [4, 4 * k] : [4 * n, 4]
  gemm(4 * a, ...stridesA, 4 * b, ...stridesB, 4 * c, 4 * cRow, m, n, k, { nothing: 0, 'to C': 1, 'a row': 4 * row }[added], work)
  for (let i = 0; i < m; i++)
    for (let j = 0; j < cRow; j++) {
      const before = 1000 + i * cRow + j
      let sum = j >= n || added === 'to C' ? before : added === 'a row' ? 7 * j : 0
      if (j < n) for (let q = 0; q < k; q++) sum += A(i, q) * B(q, j)
      if (floats[c + i * cRow + j] !== sum) throw new Error(`C[${i},${j}] is ${floats[c + i * cRow + j]}, expected ${sum}`)
    }
}

describe('gemm', () => {
  it('multiplies small matrices of every shape, transposed or not, without touching what lies beside them', () => {
    const size = fc.integer({ min: 1, max: 21 })
    const flag = fc.boolean()
    fc.assert(
      fc.property(
        fc.record({ m: size, n: size, k: size, transposeA: flag, transposeB: flag, added: fc.constantFrom('nothing', 'to C', 'a row') }),
        check,
      ),
      {
        numRuns: 400,
      },
    )
  })

  it('crosses every block boundary', () => {
    for (const transposed of [false, true])
      for (const added of ['nothing', 'to C', 'a row'] as const) {
        check({ m: 97, n: 13, k: 257, transposeA: transposed, transposeB: transposed, added })
        check({ m: 5, n: 515, k: 513, transposeA: !transposed, transposeB: transposed, added })
      }
  })

  it('copies rows and columns that lie far apart, where they are read often', () => {
    for (const transposed of [false, true]) check({ m: 259, n: 261, k: 21, transposeA: true, transposeB: transposed, added: 'a row' })
  })

  it('sums from the first term to the last, 256 at a time', () => {
    const k = gemmTerms + 3
    const [a, b, c] = [0, 1, 2].map(i => gemmWorkBytes / 4 + 8 * k * i)
    for (let i = 0; i < 8 * k; i++) [floats[a + i], floats[b + i]] = [Math.fround(Math.sin(i)), Math.fround(Math.cos(3 * i))]
    strict(4 * a, 4 * k, 4, 4 * b, 32, 4, 4 * c, 32, 8, 8, k, 0, 0)
    for (let i = 0; i < 8; i++)
      for (let j = 0; j < 8; j++) {
        const sums = [0, 0]
        for (let q = 0; q < k; q++) {
          const half = q < gemmTerms ? 0 : 1
          sums[half] = Math.fround(sums[half] + Math.fround(floats[a + i * k + q] * floats[b + 8 * q + j]))
        }
        expect(floats[c + 8 * i + j]).toBe(Math.fround(sums[0] + sums[1]))
      }
  })

  it('takes matrices with gaps between both rows and columns', () => {
    const at = gemmWorkBytes / 4
    floats.fill(0, at, at + 64)
    for (let i = 0; i < 6; i++) floats[at + 2 * i] = i + 1
    for (let i = 0; i < 6; i++) floats[at + 20 + 3 * i] = i + 1
    for (const gemm of [strict, fused]) {
      gemm(4 * at, 24, 8, 4 * (at + 20), 24, 12, 4 * (at + 40), 8, 2, 2, 3, 0, 0)
      expect([...floats.slice(at + 40, at + 44)]).toEqual([22, 28, 49, 64])
    }
  })
})
