// Throughput of two workers that train seeds of their own, beside one: node bench/training/workers.mjs [--seconds 3]
// By the clock, and by processor time, which says what two of them cost each other where other work takes part of the cores.
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import { median } from '../../packages/lab/dist/compare/statistics.js'
import { createModel } from '../../packages/train/dist/index.js'
import { workloads } from './workloads.mjs'

/** Answers each number of milliseconds with the steps that it took in them. */
async function train() {
  const { data, spec } = workloads.find(({ name }) => name === workerData.name)
  const { x, y } = await data()
  const model = await createModel({ ...spec, seed: workerData.seed })
  const step = () => model.step(x, y, { kind: 'adam', rate: 1e-4 })
  for (let i = 0; i < 50; i++) step()
  parentPort.on('message', ms => {
    const start = performance.now()
    let steps = 0
    for (; performance.now() - start < ms; steps++) step()
    parentPort.postMessage(steps)
  })
  parentPort.postMessage('ready')
}

const heard = worker => new Promise(resolve => worker.once('message', resolve))

async function rate(workers, ms) {
  const start = performance.now()
  const cpu = process.cpuUsage()
  const answers = workers.map(heard)
  for (const worker of workers) worker.postMessage(ms)
  const steps = (await Promise.all(answers)).reduce((sum, count) => sum + count, 0)
  const { user, system } = process.cpuUsage(cpu)
  return { byClock: steps / (performance.now() - start), byProcessor: (1e3 * steps) / (user + system) }
}

async function compare(name, seconds) {
  const workers = [1, 2].map(seed => new Worker(new URL(import.meta.url), { workerData: { name, seed } }))
  await Promise.all(workers.map(heard))
  const turns = []
  const end = performance.now() + 1000 * seconds
  while (performance.now() < end)
    turns.push({ one: await rate(workers.slice(turns.length % 2, (turns.length % 2) + 1), 200), two: await rate(workers, 200) })
  await Promise.all(workers.map(worker => worker.terminate()))
  const clock = median(turns.map(({ one, two }) => two.byClock / one.byClock))
  const processor = median(turns.map(({ one, two }) => (2 * two.byProcessor) / one.byProcessor))
  return { name, clock, processor, turns: turns.length, goal: 1.9 }
}

if (isMainThread) {
  const { values } = parseArgs({ options: { seconds: { type: 'string', default: '3' } } })
  const results = []
  for (const { name } of workloads.filter(({ spec }) => !spec.fused && spec.mode !== 'fast'))
    results.push(await compare(name, Number(values.seconds)))
  process.stdout.write(`${JSON.stringify(results, null, 1)}\n`)
} else await train()
