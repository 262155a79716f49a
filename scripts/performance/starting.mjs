// What starting costs: a fresh process up to its first result, each kernel of the catalogue compiled, and the bytes of a bundle.
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { median } from '../../packages/lab/dist/compare/statistics.js'
import { catalogue } from '../../packages/xphi/dist/catalogue/index.js'
import { activation } from '../../packages/xphi/dist/formula.js'
import { compile } from '../../packages/xphi/dist/wasm.js'
import { backend, bundle } from '../bundle.mjs'

const root = fileURLToPath(new URL('../../', import.meta.url))

const program = `const t = performance.now()
const { activation } = await import('./packages/xphi/dist/formula.js')
const { compile } = await import('./packages/xphi/dist/wasm.js')
const kernel = await compile(activation('gelu'))
kernel.map(new Float32Array(8))
console.log(performance.now() - t)`

export function start() {
  const times = Array.from({ length: 15 }, () =>
    Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: root, encoding: 'utf8' })),
  )
  return { kind: 'start', ms: median(times), least: Math.min(...times) }
}

export async function compiling() {
  const kernels = []
  for (const { name } of catalogue) {
    const times = []
    for (let i = 0; i < 5; i++) {
      const start = performance.now()
      const kernel = await compile(activation(name))
      kernel.map(...Array.from({ length: 'mapPacked' in kernel ? 2 : 1 }, () => new Float32Array(8)))
      times.push(performance.now() - start)
    }
    kernels.push({ name, ms: median(times) })
  }
  const slowest = kernels.reduce((a, b) => (b.ms > a.ms ? b : a))
  return { kind: 'compile', kernels: kernels.length, median: median(kernels.map(k => k.ms)), slowest: slowest.name, ms: slowest.ms }
}

export async function size() {
  const { bytes, all } = await bundle(backend)
  return { kind: 'size', bytes, all }
}
