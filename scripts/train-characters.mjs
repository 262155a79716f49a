// Trains character models on real text and prints what they reach: node scripts/train-characters.mjs names|tinyshakespeare [steps]
// The texts lie in ../shared/data, which is no part of this repository.
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { alphabetOf, createModel, generate, Random, transformer, windowsOf } from '../packages/train/dist/index.js'

const read = path => readFileSync(new URL(`../../shared/data/${path}`, import.meta.url))

function names() {
  // Distinct names only, or the last tenth is in the training part.
  const distinct = [...new Set(gunzipSync(read('names/names.txt.gz')).toString().trim().split('\n'))]
  const order = Array.from(new Random(1).permutation(distinct.length), i => distinct[i])
  return { text: `\n${order.join('\n')}\n`, sequence: 16, count: 32, width: 64, heads: 4 }
}

const tasks = {
  names,
  tinyshakespeare: () => ({ text: read('tinyshakespeare/input.txt').toString(), sequence: 64, count: 16, width: 128, heads: 4 }),
}
const [task, stepsText = '1000'] = process.argv.slice(2)
if (!Object.hasOwn(tasks, task ?? '')) throw new Error(`no text '${task}': use ${Object.keys(tasks).join(' or ')}`)
const steps = Number(stepsText)
const { text, sequence, count, width, heads } = tasks[task]()
const alphabet = alphabetOf(text)
const tokens = alphabet.encode(text)
const split = Math.floor(0.9 * tokens.length)
const validation = tokens.subarray(split)
const rows = sequence * Math.min(1000, Math.floor((validation.length - 1) / sequence))
const layers = transformer({
  vocabulary: alphabet.characters.length,
  width,
  depth: 2,
  heads,
  activation: 'swiglu',
  norm: 'rmsnorm',
  bias: false,
})
const model = await createModel({ inputs: 1, layers, loss: 'cross-entropy', batch: count * sequence, sequence, seed: 1 })
const parameters = model.parameters.reduce((sum, { values }) => sum + values.length, 0)
console.log(`${task}: ${parameters} parameters, ${steps} steps of ${count} x ${sequence} characters`)

const windows = windowsOf(tokens.subarray(0, split), sequence, count)
const random = new Random(2)
const rate = { peak: 3e-3, warmup: 100, decay: { shape: 'cosine', to: steps, floor: 3e-4 } }
const times = []
for (let step = 0; step <= steps; step++) {
  if (step % Math.ceil(steps / 5) === 0 || step === steps) {
    const { loss } = model.evaluate(validation.subarray(0, rows), validation.subarray(1, rows + 1))
    console.log(`step ${step}: ${loss.toFixed(4)} nats a character on ${rows} of the last tenth`)
  }
  if (step === steps) break
  windows.draw(random)
  const before = process.cpuUsage()
  model.step(windows.x, windows.y, { kind: 'adamw', rate, beta2: 0.99, clip: 1 })
  times.push(process.cpuUsage(before).user / 1000)
}
times.sort((a, b) => a - b)
console.log(`${times[Math.floor(times.length / 2)].toFixed(1)} ms of processor time a step (median)`)
console.log(alphabet.decode(generate(model, alphabet.encode('\n'), { tokens: sequence, temperature: 0.8, seed: 1 })))
