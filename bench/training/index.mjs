// Times a step of training beside PyTorch's, each on one thread, in turns: node bench/training/index.mjs [--json] [--seconds 4] [--only TEXT]
// What is compared is processor time, in which the rest of the machine counts least. The first losses, from the same weights, stand beside it.
import { cpus, loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { setFlagsFromString } from 'node:v8'
import { median } from '../../packages/lab/dist/compare/statistics.js'
import { quantile } from '../../packages/lab/dist/speed/index.js'
import { createModel } from '../../packages/train/dist/index.js'
import { pytorch } from './pytorch.mjs'
import { workloads } from './workloads.mjs'

// On by itself from Node 22 on.
setFlagsFromString('--experimental-wasm-relaxed-simd')

const rate = 1e-3
const compared = 10
const turnMs = 80

const { values: options } = parseArgs({
  options: { json: { type: 'boolean', default: false }, seconds: { type: 'string', default: '4' }, only: { type: 'string', default: '' } },
})

const seconds = Number(options.seconds)
if (!(seconds > 0)) throw new Error(`--seconds: a positive number, got '${options.seconds}'`)

function timed(step, ms) {
  let steps = 0
  const cpu = process.cpuUsage()
  const start = performance.now()
  for (;;) {
    step()
    steps++
    const wall = performance.now() - start
    if (wall < ms) continue
    const { user, system } = process.cpuUsage(cpu)
    return { steps, wall, cpu: (user + system) / 1e3 }
  }
}

const sorted = numbers => numbers.toSorted((a, b) => a - b)

async function measure(workload, peer) {
  const { name, goal, spec } = workload
  const data = await workload.data()
  const model = await createModel({ ...spec, seed: 1 })
  await peer.build(workload, model.parameters, data, rate)
  const step = () => model.step(data.x, data.y, { kind: 'adam', rate })
  const losses = { ours: Array.from({ length: compared }, step), theirs: await peer.losses(compared) }
  timed(step, 4 * turnMs)
  await peer.timed(2 * turnMs)
  const turns = []
  const end = performance.now() + 1000 * seconds
  while (performance.now() < end) {
    const [ours, theirs] =
      turns.length % 2 === 0 ? [timed(step, turnMs), await peer.timed(turnMs)] : [await peer.timed(turnMs), timed(step, turnMs)].reverse()
    turns.push({ ours: ours.cpu / ours.steps, theirs: theirs.cpu / theirs.steps })
  }
  const ratios = sorted(turns.map(({ ours, theirs }) => ours / theirs))
  const of = side => ({ ms: median(turns.map(turn => turn[side])), least: Math.min(...turns.map(turn => turn[side])) })
  return {
    name,
    data: data.data,
    ours: of('ours'),
    theirs: of('theirs'),
    ratio: quantile(ratios, 0.5),
    quartiles: [quantile(ratios, 0.25), quantile(ratios, 0.75)],
    turns: turns.length,
    goal,
    met: quantile(ratios, 0.5) <= goal,
    losses,
    lossDifference: Math.max(...losses.ours.map((loss, i) => Math.abs(loss / losses.theirs[i] - 1))),
  }
}

const peer = await pytorch()
const results = []
for (const workload of workloads.filter(({ name }) => name.includes(options.only))) {
  const result = await measure(workload, peer)
  results.push(result)
  const { name, ours, theirs, ratio, quartiles, goal, met, lossDifference } = result
  console.error(
    `${name.padEnd(62)} ${ours.ms.toFixed(3).padStart(8)} ms, PyTorch ${theirs.ms.toFixed(3).padStart(8)}: ${ratio.toFixed(2)} [${quartiles.map(r => r.toFixed(2)).join(', ')}]` +
      `${goal === undefined ? '' : `, goal ${goal}: ${met ? 'met' : 'not met'}`}; losses within ${lossDifference.toExponential(0)}`,
  )
}
peer.close()
if (options.json) {
  const machine = { processor: cpus()[0].model, node: process.version, pytorch: peer.version, load: loadavg()[0] }
  process.stdout.write(`${JSON.stringify({ machine, unit: 'ms of processor time a step', results }, null, 1)}\n`)
}
