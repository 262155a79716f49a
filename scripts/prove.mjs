// npm run prove [-- [--mode fast] [--hashes] [--write] [NAME...]]
//
// Runs the f32 kernels over all 2^32 inputs on every core: the worst error against the f64 kernels (which MPFR checks, scripts/accuracy/measure.mjs), and
// a hash of every result. It compares both with scripts/accuracy/proofs.json. What is finished is kept in .prove/ and not done again while the
// kernel's bytes are the same. --hashes looks at the hashes alone, about ten times faster; --write brings proofs.json up to date.
import { once } from 'node:events'
import { appendFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { Hash, sweep } from '../packages/lab/dist/accuracy/index.js'
import { catalogue } from '../packages/xphi/dist/catalogue/index.js'
import { activation } from '../packages/xphi/dist/formula.js'
import { toHex } from '../packages/xphi/dist/number/index.js'
import { compile, kernelBytes } from '../packages/xphi/dist/wasm.js'

const chunks = 64
const size = 2 ** 32 / chunks
const state = new URL('../.prove/', import.meta.url)
const proofs = new URL('accuracy/proofs.json', import.meta.url)
const quantities = { map: 'value', backward: 'derivative' }

/** Every result of a chunk, hashed. */
function hashed(kernel, job, first) {
  const block = 2 ** 16
  const bits = new Uint32Array(block)
  const x = new Float32Array(bits.buffer)
  const [y, ones] = [new Float32Array(block), new Float32Array(block).fill(1)]
  const hash = new Hash()
  for (let at = first; at < first + size; at += block) {
    for (let i = 0; i < block; i++) bits[i] = at + i
    hash.add(job === 'map' ? kernel.map(x, y) : kernel.backward(x, ones, y))
  }
  return hash.digest()
}

async function work({ name, job, mode, chunk, hashes }) {
  const kernel = await compile(activation(name), { mode })
  const first = chunk * size
  if (hashes) return { chunk, digest: hashed(kernel, job, first) }
  const hash = new Hash()
  const { ulps, at, misrounded } = sweep(kernel, job, first, first + size, 1, undefined, hash)
  return { chunk, digest: hash.digest(), ulps, at: toHex(at), misrounded }
}

/** The digest of all chunks' digests, in order. */
const whole = found => {
  const hash = new Hash()
  for (const { digest } of found) hash.add(Float64Array.from(digest, digit => Number.parseInt(digit, 16)))
  return hash.digest()
}

/** An argument of --NAME VALUE, taken out of the list. */
function taken(args, name, fallback) {
  const at = args.indexOf(name)
  return at < 0 ? fallback : args.splice(at, 2)[1]
}
function flag(args, name) {
  const at = args.indexOf(name)
  return at >= 0 && args.splice(at, 1).length > 0
}

/** What was finished earlier with the same bytes, by chunk. */
function earlier(file) {
  if (!existsSync(file)) return new Map()
  const lines = readFileSync(file, 'utf8').split('\n')
  const rows = lines.flatMap(line => {
    try {
      return [JSON.parse(line)]
    } catch {
      return []
    }
  })
  return new Map(rows.map(row => [row.chunk, row]))
}

async function main(args) {
  const mode = taken(args, '--mode', 'exact')
  const [hashes, write] = [flag(args, '--hashes'), flag(args, '--write')]
  const entries = catalogue.filter(e => e.kind === 'pointwise')
  const unknown = args.find(name => !entries.some(e => e.name === name))
  if (unknown !== undefined || !['exact', 'fast'].includes(mode)) {
    console.error(unknown === undefined ? `unknown mode '${mode}': exact or fast` : `no pointwise activation '${unknown}'`)
    process.exit(2)
  }
  mkdirSync(state, { recursive: true })
  const jobs = []
  for (const { name } of entries.filter(e => args.length === 0 || args.includes(e.name))) {
    const kernel = await compile(activation(name), { mode })
    for (const job of Object.keys(quantities)) {
      if (kernel.mode[job].mode !== mode) continue
      const bytes = kernelBytes({ activation: activation(name), job, type: 'f32', mode })
      const id = new Hash().add(Float64Array.from(bytes)).digest()
      const file = new URL(`${name}-${job}-${mode}-${hashes ? 'hashes-' : ''}${id}.jsonl`, state)
      jobs.push({ name, job, mode, hashes, file, found: earlier(file) })
    }
  }
  const queue = jobs.flatMap(j =>
    Array.from({ length: chunks }, (_, chunk) => ({ ...j, chunk })).filter(({ chunk }) => !j.found.has(chunk)),
  )
  const planned = queue.length
  const start = Date.now()
  let done = 0
  let failures = 0
  const known = existsSync(proofs) ? JSON.parse(readFileSync(proofs, 'utf8')) : {}

  function finish({ name, job, found }) {
    const rows = [...found.values()].sort((a, b) => a.chunk - b.chunk)
    const digest = whole(rows)
    const key = `${name} ${quantities[job]} ${mode}`
    const agrees = known[key]?.digest === digest
    if (hashes) {
      if (!agrees) failures++
      console.log(
        `${key.padEnd(40)} ${digest} ${agrees ? 'as proven' : known[key] ? `is not the proven ${known[key].digest}` : 'has no proof yet'}`,
      )
      return
    }
    const worst = rows.reduce((a, b) => (b.ulps > a.ulps ? b : a))
    const misrounded = rows.reduce((sum, row) => sum + row.misrounded, 0)
    const bound = mode === 'exact' ? 0.51 : 4
    const holds = worst.ulps <= bound
    if (!holds || (known[key] && !agrees && !write)) failures++
    const said = known[key] === undefined ? 'new' : agrees ? 'as in proofs.json' : 'differs from proofs.json'
    console.log(
      `${key.padEnd(40)} ${worst.ulps.toFixed(6)} ulp at ${worst.at}, ${misrounded} misrounded, ${digest}: ${holds ? 'holds' : 'FAILS'}, ${said}`,
    )
    if (!write) return
    known[key] = { ulps: worst.ulps, at: worst.at, misrounded, digest }
    const sorted = Object.fromEntries(Object.entries(known).sort(([a], [b]) => (a < b ? -1 : 1)))
    const temporary = new URL('proofs.json.part', proofs)
    writeFileSync(temporary, `${JSON.stringify(sorted, undefined, 2)}\n`)
    renameSync(temporary, proofs)
  }

  for (const job of jobs) if (job.found.size === chunks) finish(job)
  const report = () => {
    const left = done === 0 ? '' : `, ${Math.ceil(((Date.now() - start) / done) * ((planned - done) / 60_000))} min left`
    process.stderr.write(
      `${process.stderr.isTTY ? '\r\u001b[K' : ''}${done} of ${planned} chunks${left}${process.stderr.isTTY ? '' : '\n'}`,
    )
  }
  const timer = setInterval(report, process.stderr.isTTY ? 500 : 30_000)
  await Promise.all(
    Array.from({ length: Math.min(availableParallelism(), planned) }, async () => {
      const worker = new Worker(new URL(import.meta.url))
      for (let next = queue.shift(); next; next = queue.shift()) {
        const { file, found, ...task } = next
        worker.postMessage(task)
        const [row] = await once(worker, 'message')
        found.set(row.chunk, row)
        appendFileSync(file, `${JSON.stringify(row)}\n`)
        done++
        if (found.size === chunks) finish(next)
      }
      await worker.terminate()
    }),
  )
  clearInterval(timer)
  process.exitCode = failures > 0 ? 1 : 0
}

if (isMainThread) await main(process.argv.slice(2))
else parentPort.on('message', async task => parentPort.postMessage(await work(task)))
