// Writes docs/performance.jsonl, what docs/performance.md is made of: about 20 minutes on a quiet machine.
//   npm run build && (cd bench && npm ci --ignore-scripts) && node scripts/performance/measure.mjs [--rounds 9] && node scripts/performance/page.mjs
import { execFileSync } from 'node:child_process'
import { renameSync, writeFileSync } from 'node:fs'
import { cpus, loadavg } from 'node:os'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { parseArgs } from 'node:util'

// On by itself from Node 22 on.
setFlagsFromString('--experimental-wasm-relaxed-simd')
const { bench } = await import('../../packages/lab/dist/speed/index.js')
const { activation, fromFormula } = await import('../../packages/xphi/dist/formula.js')
const { loadPeers } = await import('../../bench/peers/index.mjs')
const { comparing } = await import('./comparing.mjs')
const { networks, rowLengths } = await import('./growth.mjs')
const { product } = await import('./product.mjs')
const { compiling, size, start } = await import('./starting.mjs')

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' }, seconds: { type: 'string', default: '4' } } })
const rounds = Number(values.rounds)
if (!(Number.isInteger(rounds) && rounds > 0)) throw new Error(`--rounds: a positive integer, got '${values.rounds}'`)
if (!(Number(values.seconds) > 0)) throw new Error(`--seconds: a positive number, got '${values.seconds}'`)
const root = fileURLToPath(new URL('../../', import.meta.url))
const rows = []
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
const usual = { jobs: ['value', 'backward'], rounds, threads: [1, 2] }
for (const [chosen, options] of [
  [functions, { sizes: [1e3, 1e5, 1e6], turnMs: 4, peers }],
  [['relu', 'sigmoid', 'gelu'].map(name => activation(name)), { sizes: [1.6e7], turnMs: 1, peers: [] }],
])
  for await (const row of bench(chosen, { ...usual, ...options })) add({ kind: 'kernel', ...row })
for (const peer of peers) peer.close?.()

for await (const row of rowLengths()) add(row)
for await (const row of networks()) add(row)
add(product())
add(start())
add(await compiling())
add(await size())

const training = execFileSync(process.execPath, ['bench/training/index.mjs', '--json', '--seconds', values.seconds], {
  cwd: root,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
})
add({ kind: 'training', result: JSON.parse(training) })
const comparison = comparing()
if (comparison) add(comparison)

const file = new URL('../../docs/performance.jsonl', import.meta.url)
const temporary = new URL('performance.jsonl.part', file)
writeFileSync(temporary, rows.map(row => `${JSON.stringify(row)}\n`).join(''))
renameSync(temporary, file)
console.error(`${rows.length} records`)
process.exit(0)
