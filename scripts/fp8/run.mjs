// Runs the FP8 experiments of claim 34 that docs/results/fp8.jsonl does not hold yet, and writes docs/results/fp8.md:
//   npm run --silent build && node scripts/fp8/run.mjs
// Texts and models lie in ../shared/data, which is no part of this repository.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { characterModel, fp8Anatomy, identityFaults, outlierErrors, regression, scaledChannel } from '../../packages/lab/dist/fp8/index.js'
import { alphabetOf } from '../../packages/train/dist/index.js'
import { jobs, keyOf } from './plan.mjs'
import { figuresOf } from './figures.mjs'
import { reportOf, selector } from './report.mjs'

const results = new URL('../../docs/results/', import.meta.url)
const file = new URL('fp8.jsonl', results)
const shared = path => readFileSync(new URL(`../../../shared/data/${path}`, import.meta.url))
const once = make => {
  let made
  return () => (made ??= make())
}
const text = once(() => {
  const characters = shared('tinyshakespeare/input.txt').toString()
  const alphabet = alphabetOf(characters)
  return { alphabet, tokens: alphabet.encode(characters) }
})

const model = () => ['stories260K.bin', 'tok512.bin'].map(name => shared(`models/stories260K/${name}`))

/** Means of 20 steps. */
const curve = losses =>
  Array.from({ length: Math.floor(losses.length / 20) }, (_, i) =>
    Number((losses.slice(20 * i, 20 * i + 20).reduce((sum, loss) => sum + loss, 0) / 20).toPrecision(5)),
  )
const trained = ({ losses, ...rest }) => ({ ...rest, curve: curve(losses) })

const run = {
  outlier: async ({ seed, strength }) => ({ ...(await outlierErrors(seed, strength)), ...(await identityFaults(seed, strength)) }),
  stories: ({ power }) => scaledChannel(...model(), { factor: 2 ** power }),
  anatomy: () => fp8Anatomy(...model()),
  regression: async job => trained(await regression(job)),
  characters: async job => trained(await characterModel(text(), job)),
}

const known = new Map()
if (existsSync(file)) for (const line of readFileSync(file, 'utf8').trim().split('\n')) known.set(keyOf(JSON.parse(line)), JSON.parse(line))
for (const job of jobs) {
  const key = keyOf(job)
  if (known.has(key)) continue
  const start = performance.now()
  const result = { ...job, ...(await run[job.experiment](job)) }
  known.set(key, result)
  appendFileSync(file, `${JSON.stringify(result)}\n`)
  console.error(`${key}: ${((performance.now() - start) / 1000).toFixed(1)} s`)
}

const done = jobs.map(job => known.get(keyOf(job)))
writeFileSync(new URL('fp8.md', results), reportOf(done))
for (const [name, figure] of Object.entries(figuresOf(selector(done)))) writeFileSync(new URL(name, results), figure)
