// Writes docs/performance.jsonl, what docs/performance.md is made of: about 20 minutes on a quiet machine.
//   npm run build && (cd bench && npm ci --ignore-scripts) && node scripts/performance/measure.mjs [--rounds 9] && node scripts/performance/page.mjs
import { execFileSync } from 'node:child_process'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { parseArgs } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'

// On by itself from Node 22 on.
setFlagsFromString('--experimental-wasm-relaxed-simd')
const { bench, quantile } = await import('../../packages/lab/dist/speed/index.js')
const { activation, fromFormula } = await import('../../packages/xphi/dist/formula.js')
const { compile } = await import('../../packages/xphi/dist/wasm.js')
const { createModel } = await import('../../packages/train/dist/index.js')
const { loadPeers } = await import('../../bench/peers/index.mjs')

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' }, seconds: { type: 'string', default: '4' } } })
const rounds = Number(values.rounds)
const root = fileURLToPath(new URL('../../', import.meta.url))
const rows = []
const median = numbers =>
  quantile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  )
const add = row => {
  rows.push({ ...row, load: Number(loadavg()[0].toFixed(1)) })
  console.error(JSON.stringify(row).slice(0, 120))
}

add({
  kind: 'machine',
  cpu: cpus()[0].model.trim(),
  cores: cpus().length,
  node: process.version,
  date: new Date().toISOString().slice(0, 10),
})

const names = ['relu', 'leaky_relu', 'elu', 'sigmoid', 'tanh', 'gelu', 'gelu_tanh', 'silu', 'mish', 'softplus', 'softmax', 'swiglu']
const functions = [fromFormula('exp', 'exp(x)', {}), ...names.map(name => activation(name))]
const peers = await loadPeers()
add({ kind: 'peers', versions: Object.fromEntries(peers.map(p => [p.name, p.version])) })
for (const [sizes, turnMs, chosen] of [
  [[1e3, 1e5, 1e6], 4, functions],
  [[1.6e7], 1, ['relu', 'sigmoid', 'gelu'].map(name => activation(name))],
]) {
  const beside = sizes.includes(1.6e7) ? [] : peers
  const options = { sizes, jobs: ['value', 'backward'], rounds, turnMs, peers: beside, threads: [1, 2] }
  for await (const row of bench(chosen, options)) add({ kind: 'kernel', ...row })
}
for (const peer of peers) peer.close?.()

// How cost grows with the length of a row, at one number of elements.
for (const columns of [16, 64, 256, 1024, 4096, 16_384, 65_536]) {
  const kernel = await compile(activation('softmax'))
  const x = Float32Array.from({ length: 1 << 18 }, (_, i) => ((i * 7) % 997) / 83 - 6)
  const y = new Float32Array(x.length)
  const times = Array.from({ length: 15 }, () => {
    const start = performance.now()
    kernel.map(x, y, { length: columns })
    return ((performance.now() - start) * 1e6) / x.length
  })
  add({ kind: 'row length', columns, ns: median(times) })
}

// How a step of training grows with width and with depth.
async function step(width, depth) {
  const layers = Array.from({ length: depth }, () => [
    { kind: 'linear', units: width },
    { kind: 'activation', activation: 'gelu' },
  ]).flat()
  const model = await createModel({
    inputs: width,
    outputs: 1,
    loss: 'mse',
    batch: 128,
    layers: [...layers, { kind: 'linear', units: 1 }],
    seed: 1,
  })
  const x = Float32Array.from({ length: 128 * width }, (_, i) => Math.sin(i))
  const y = new Float32Array(128).fill(1)
  const times = []
  for (let end = performance.now() + 600; performance.now() < end || times.length < 9; ) {
    const start = performance.now()
    model.step(x, y, { kind: 'adam', rate: 1e-3 })
    times.push(performance.now() - start)
  }
  return median(times.slice(2))
}
for (const width of [32, 64, 128, 256, 512]) add({ kind: 'width', width, depth: 4, ms: await step(width, 4) })
for (const depth of [1, 2, 4, 8, 16]) add({ kind: 'depth', width: 128, depth, ms: await step(128, depth) })

// What starting costs: a fresh process imports the library and runs its first kernel; then each kernel of the catalogue is compiled.
const started = `const t = performance.now()
const { activation } = await import('./packages/xphi/dist/formula.js')
const { compile } = await import('./packages/xphi/dist/wasm.js')
const kernel = await compile(activation('gelu'))
kernel.map(new Float32Array(8))
console.log(performance.now() - t)`
const starts = Array.from({ length: 15 }, () =>
  Number(execFileSync(process.execPath, ['--input-type=module', '-e', started], { cwd: root, encoding: 'utf8' })),
)
add({ kind: 'start', ms: median(starts), least: Math.min(...starts) })
const { catalogue } = await import('../../packages/xphi/dist/catalogue/index.js')
const compiles = []
for (const { name } of catalogue) {
  const times = []
  for (let i = 0; i < 5; i++) {
    const start = performance.now()
    const kernel = await compile(activation(name))
    kernel.map(...Array.from({ length: 'mapPacked' in kernel ? 2 : 1 }, () => new Float32Array(8)))
    times.push(performance.now() - start)
  }
  compiles.push({ name, ms: median(times) })
}
const slowest = compiles.reduce((a, b) => (b.ms > a.ms ? b : a))
add({ kind: 'compile', kernels: compiles.length, median: median(compiles.map(c => c.ms)), slowest: slowest.name, ms: slowest.ms })

const bundle = await build({
  stdin: {
    contents:
      "import { compile, kernelMemory } from 'xphi/wasm'; import { activation } from 'xphi/formula'; console.log(compile, kernelMemory, activation)",
    resolveDir: root,
  },
  bundle: true,
  minify: true,
  format: 'esm',
  write: false,
})
add({ kind: 'size', bytes: gzipSync(bundle.outputFiles[0].contents, { level: 9 }).length })

const training = execFileSync(process.execPath, ['bench/training/index.mjs', '--json', '--seconds', values.seconds], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
})
add({ kind: 'training', result: JSON.parse(training) })

const file = new URL('../../docs/performance.jsonl', import.meta.url)
const temporary = new URL('performance.jsonl.part', file)
writeFileSync(temporary, rows.map(row => `${JSON.stringify(row)}\n`).join(''))
renameSync(temporary, file)
console.error(readFileSync(file, 'utf8').length, 'bytes')
process.exit(0)
