// Continues the training of a language model of llama2.c on a text of one's own, and keeps the training in a file:
//   npm run --silent build && node scripts/continue-stories.mjs MODEL TEXT FILE.safetensors [STEPS]
// MODEL is a folder as of `xphi run`. What FILE holds is gone on with, bit for bit as if it had not been left; Ctrl-C keeps what is done.
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { continueText, loadLlama, loadTraining, Random, saveTraining, windowsOf } from '../packages/train/dist/index.js'

const [folder, textPath, file, stepsText = '100'] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node scripts/continue-stories.mjs MODEL TEXT FILE.safetensors [STEPS]')
const only = test =>
  join(
    folder,
    readdirSync(folder).find(name => name.endsWith('.bin') && test(name)),
  )
const [sequence, count] = [64, 4]
const llama = await loadLlama(readFileSync(only(name => !name.startsWith('tok'))), readFileSync(only(name => name.startsWith('tok'))), {
  sequence,
  batch: sequence * count,
})
const { model, tokenizer } = llama
const tokens = readFileSync(textPath, 'utf8')
  .slice(0, 200_000)
  .split('\n')
  .flatMap(line => tokenizer.encode(line))
const split = Math.floor(0.9 * tokens.length)
const held = tokens.slice(split, split + 32 * sequence + 1)
const windows = windowsOf(Int32Array.from(tokens.slice(0, split)), sequence, count)
const random = new Random(1)
if (existsSync(file)) loadTraining(model, readFileSync(file), { windows: random })

const from = model.steps
const told = () => {
  const { loss } = model.evaluate(held.slice(0, -1), held.slice(1))
  console.log(`step ${model.steps}: ${loss.toFixed(4)} nats a token on ${held.length - 1} tokens of the last tenth`)
}
const example = () => console.log(`"${[...continueText(llama, 'The king', { tokens: 40, temperature: 0.7, seed: 1 })].join('')}"`)
let interrupted = false
process.once('SIGINT', () => {
  interrupted = true
})
told()
example()
const optimiser = { kind: 'adamw', rate: { peak: 1e-3, warmup: 20 }, beta2: 0.99, clip: 1 }
const start = performance.now()
while (model.steps < from + Number(stepsText) && !interrupted) {
  windows.draw(random)
  model.step(windows.x, windows.y, optimiser)
  // Lets Ctrl-C be heard.
  if (model.steps % 10 === 0) await new Promise(resolve => setImmediate(resolve))
}
const seconds = (performance.now() - start) / 1000
told()
example()
writeFileSync(`${file}.part`, saveTraining(model, { windows: random }))
renameSync(`${file}.part`, file)
console.log(`${model.steps - from} steps, ${Math.round(((model.steps - from) * sequence * count) / seconds)} tokens a second; kept`)
