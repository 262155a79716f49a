// What the matrix product makes of a core: GFLOP/s of 512 x 512 matrices.
import { median } from '../../packages/lab/dist/compare/statistics.js'
import { gemmBytes, gemmWorkBytes } from '../../packages/xphi/dist/wasm.js'

const size = 512
const bytes = 4 * size ** 2

export function product() {
  const memory = new WebAssembly.Memory({ initial: Math.ceil((gemmWorkBytes + 3 * bytes) / 65_536) })
  const numbers = new Float32Array(memory.buffer)
  for (let i = 0; i < numbers.length; i++) numbers[i] = Math.sin(i)
  const [a, b, c] = [0, 1, 2].map(i => gemmWorkBytes + i * bytes)
  const line = 4 * size
  const runs = [false, true].map(fused => {
    const { gemm } = new WebAssembly.Instance(new WebAssembly.Module(gemmBytes({ fused })), { e: { m: memory } }).exports
    return () => gemm(a, line, 4, b, line, 4, c, line, size, size, size, 0, 0)
  })
  const rates = runs.map(() => [])
  for (let i = 0; i < 40; i++)
    for (const [j, run] of runs.entries()) {
      const start = performance.now()
      run()
      rates[j].push((2 * size ** 3) / ((performance.now() - start) * 1e6))
    }
  // The first ones are the engine's quick code.
  const [strict, fused] = rates.map(rate => median(rate.slice(10)))
  return { kind: 'product', size, strict, fused }
}
