// Times fast kernels against exact ones and a plain exponential, in one run: ns an element, first deciles of interleaved short rounds (other work on the machine only adds), 16384 elements in -6..6, no copies.
//   npm run build && node scripts/fast/bench.mjs [NAME...]
import { catalogue } from '../../packages/xphi/dist/catalogue/index.js'
import { activation, fromFormula } from '../../packages/xphi/dist/formula.js'
import { planFast } from '../../packages/xphi/dist/backend/wasm/fast.js'
import { planKernel } from '../../packages/xphi/dist/backend/wasm/kernel.js'
import { emitKernel } from '../../packages/xphi/dist/backend/wasm/template.js'

const count = 16384
const rounds = 201
const repeats = 4
const memory = new WebAssembly.Memory({ initial: 32 })
const arrays = 6
const singles = new Float32Array(memory.buffer, 0, arrays * count)
for (let i = 0; i < singles.length; i++) singles[i] = Math.sin(i * 12.9898) * 6
const doubles = new Float64Array(memory.buffer, arrays * count * 4, 64)
const parameterAt = arrays * count * 4

async function subject(a, job, mode) {
  const parameters = Object.fromEntries(Object.keys(a.parameters).map(n => [n, 'double']))
  const {
    plan,
    shape,
    mode: got,
    why,
  } = planKernel({ activation: a, job, type: 'f32', parameters }, mode === 'fast' ? planFast : undefined)
  const bytes = emitKernel(plan)
  const start = performance.now()
  const { instance } = await WebAssembly.instantiate(bytes, { e: { m: memory } })
  const compiled = performance.now() - start
  const pointers = [...shape.inputs, ...shape.outputs].flatMap((_, i) => [i * count * 4, 0])
  const values = Object.values(a.parameters)
  const run = () => {
    doubles.set(values)
    instance.exports.run(1, count, ...pointers, ...values.map((_, i) => parameterAt + 8 * i))
  }
  return { run, got, why, bytes: bytes.length, compiled, times: [] }
}

const names = process.argv.slice(2)
const chosen = catalogue.filter(e => e.kind !== 'row' && (names.length === 0 || names.includes(e.name)))
const baseline = await subject(fromFormula('e', 'exp(x)'), 'map', 'fast')
const subjects = []
for (const e of chosen) {
  const a = activation(e.name)
  for (const job of ['map', 'backward'])
    subjects.push({ name: `${e.name} ${job}`, fast: await subject(a, job, 'fast'), exact: await subject(a, job, 'exact') })
}
const all = [baseline, ...subjects.flatMap(s => [s.fast, s.exact])]
const turn = s => {
  const start = performance.now()
  for (let i = 0; i < repeats; i++) s.run()
  return ((performance.now() - start) * 1e6) / (repeats * count)
}
for (const s of all) for (let i = 0; i < 60; i++) turn(s)
for (let r = 0; r < rounds; r++) for (const s of all) s.times.push(turn(s))
const decile = s => s.times.sort((p, q) => p - q)[Math.floor(rounds / 10)]
const unit = decile(baseline)
console.log(`exp ${unit.toFixed(3)} ns`)
for (const { name, fast, exact } of subjects) {
  const [f, x] = [decile(fast), decile(exact)]
  console.log(
    `${name.padEnd(26)} fast ${f.toFixed(3)} ns, ${(f / unit).toFixed(2)} exp; exact ${x.toFixed(3)} ns, ${(x / unit).toFixed(2)} exp; fast/exact ${(f / x).toFixed(2)}; ${fast.bytes} bytes, ${fast.compiled.toFixed(1)} ms ${fast.got === 'fast' ? '' : `(exact: ${fast.why})`}`,
  )
}
