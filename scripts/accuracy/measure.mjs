// Measures the worst errors of the scalars (f64) and the kernels (f32) against MPFR, values and first derivatives.
//   npm run build && node scripts/accuracy/measure.mjs [--points N] [--only f64|f32] [NAME...]
import { catalogue } from '../../packages/xphi/dist/catalogue/index.js'
import { activation, derivative, expressionOf, inputsOf, ir } from '../../packages/xphi/dist/formula.js'
import * as scalars from '../../packages/xphi/dist/scalar/index.js'
import { compile } from '../../packages/xphi/dist/wasm.js'
import { describeWorst, landmarks, measure, stratified } from '../../packages/lab/dist/accuracy/index.js'
import { mpfr } from './oracle.mjs'

const args = process.argv.slice(2)
const option = (name, fallback) => {
  const at = args.indexOf(name)
  return at < 0 ? fallback : args.splice(at, 2)[1]
}
const count = Number(option('--points', 100_000))
const only = option('--only')
const functions = new Map(Object.entries(scalars))
const seed = Number(option('--seed', 20240229))

/** What is measured of an activation: label, expression, and its functions in each format. */
function* parts(a) {
  const root = expressionOf(a)
  const names = inputsOf(a)
  yield ['value', root, (f, ...x) => f(...x), 'map']
  for (const name of names)
    yield [
      names.length > 1 ? `d${name}` : 'derivative',
      derivative(root, ir.input(name)),
      (f, ...x) => (names.length > 1 ? f.derivative(...x)[name] : f.derivative(...x)),
      name,
    ]
}

for (const entry of catalogue) {
  if (entry.kind === 'row' || (args.length > 0 && !args.includes(entry.name))) continue
  const a = activation(entry.name)
  const f = functions.get(entry.name)
  const names = inputsOf(a)
  const gated = names.length > 1
  const kernel = await compile(f)
  for (const format of ['f64', 'f32']) {
    if (only && only !== format) continue
    for (const [label, expr, call, job] of parts(a)) {
      const marks = gated
        ? [...new Set([1, -1.5, 30].flatMap(v => [...landmarks([x => call(f, x, v)]), ...landmarks([x => call(f, v, x)])]))]
        : landmarks([x => call(f, x)])
      const columns = names.map((_, i) => stratified(count, seed + 77 * i, marks, format))
      if (gated) {
        // Pairs of unlike places too: the second column runs through the kinds at its own pace.
        const order = columns[1].slice()
        columns[1].forEach((_, i) => {
          columns[1][i] = order[(i * 12345 + (i >> 3)) % count]
        })
      }
      const subject = {
        format,
        evaluate: columns => {
          if (format === 'f64') return columns[0].map((_, i) => call(f, ...columns.map(c => c[i])))
          const narrow = columns.map(c => Float32Array.from(c))
          if (job === 'map') return Float64Array.from(kernel.map(...narrow))
          const gradient = kernel.backward(...narrow, new Float32Array(narrow[0].length).fill(1))
          return Float64Array.from(gated ? gradient[job] : gradient)
        },
        exact: async columns =>
          (await mpfr({ outputs: [expr], inputs: Object.fromEntries(names.map((n, i) => [n, columns[i]])), parameters: a.parameters }))[0],
      }
      const start = Date.now()
      const worst = await measure(subject, columns)
      console.log(
        `${format} ${entry.name.padEnd(16)} ${label.padEnd(10)} ${describeWorst(worst)} [${((Date.now() - start) / 1000).toFixed(1)} s]`,
      )
    }
  }
}
