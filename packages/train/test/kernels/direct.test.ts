import fc from 'fast-check'
import { gemmBytes, gemmWorkBytes } from 'xphi/wasm'
import { describe, expect, it } from 'vitest'
import { instantiate, loadKernels } from '../../src/kernels/index.ts'

const memory = new WebAssembly.Memory({ initial: 256 })
const kernels = await loadKernels(memory, false)
const { gemm } = (await instantiate('reference', () => gemmBytes(), memory)) as unknown as typeof kernels
const floats = new Float32Array(memory.buffer)
const integers = new Int32Array(memory.buffer)
const work = 64
const [a, b, direct, packed] = [0, 1, 2, 3].map(i => gemmWorkBytes / 4 + 64 + 700_000 * i)
for (let i = 0; i < 700_000; i++) {
  floats[a + i] = Math.fround((i * 7919) % 1013) / 1013 - 0.5
  floats[b + i] = Math.fround((i * 6007) % 997) / 997 - 0.5
}
const guard = 12345

function expectSame(m: number, n: number, k: number, turnedA: boolean, turnedB: boolean, spare: number, accumulate: number): void {
  const right = [4 * b, ...(turnedB ? [4, 4 * (k + spare)] : [4 * (n + spare), 4])]
  const left = [4 * a, ...(turnedA ? [4, 4 * (m + spare)] : [4 * (k + spare), 4])]
  const line = n + spare
  for (const [at, product] of [
    [direct, kernels.gemm],
    [packed, gemm],
  ] as const) {
    floats.fill(guard, at, at + m * line + 4)
    product(...left, ...right, 4 * at, 4 * line, m, n, k, accumulate, work)
  }
  const differs = integers.subarray(direct, direct + m * line + 4).findIndex((bits, i) => bits !== integers[packed + i])
  expect(differs, `${m} x ${n} x ${k}`).toBe(-1)
}

describe('the product where matrices lie', () => {
  it('has the bits of the one that packs, for any shape, strides and transposition, and leaves what lies between rows', () => {
    const size = fc.integer({ min: 1, max: 40 })
    const flag = fc.boolean()
    fc.assert(
      fc.property(
        size,
        size,
        size,
        flag,
        flag,
        fc.integer({ min: 0, max: 5 }),
        fc.constantFrom(0, 1),
        (m, n, k, turnedA, turnedB, spare, accumulate) => expectSame(m, n, k, turnedA, turnedB, spare, accumulate),
      ),
    )
  })

  it('has them over several blocks of terms, and for matrices that do not fit the work space', () => {
    for (const [m, n, k] of [
      [9, 21, 700],
      [3, 700, 300],
      [5, 900, 40],
    ])
      for (const turned of [false, true]) expectSame(m, n, k, turned, !turned, 1, 1)
  })
})
